import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText } from '../../text/decode.ts';
import { errorCode } from '../../text/error-code.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';
import { finding } from '../finding.ts';
import { findFiles } from './files.ts';
import { parseWorkflows } from './parse.ts';
import type { FileReading } from './workflow.ts';

/**
 * Reads every file that the `workflows` input names.
 *
 * @param signal ends the search for files; the result is then not complete
 */
export async function readWorkflows(
  patterns: string,
  workspace: string,
  show: Show,
  signal: AbortSignal,
): Promise<FileReading> {
  const found = await findFiles(patterns, workspace, show, signal);
  if (!found.ok) return { workflows: [], wrong: found.error, notes: [] };
  const readings: FileReading[] = [];
  for (const file of found.value.files) readings.push(await readFileOf(file, workspace, show));
  return {
    workflows: readings.flatMap(({ workflows }) => workflows),
    wrong: readings.flatMap(({ wrong }) => wrong),
    notes: [...found.value.notes, ...readings.flatMap(({ notes }) => notes)],
  };
}

async function readFileOf(file: string, workspace: string, show: Show): Promise<FileReading> {
  const unreadable = (reason: SafeText): FileReading => ({
    workflows: [],
    wrong: [finding(show, { file }, reason)],
    notes: [],
  });
  try {
    const path = resolve(workspace, file);
    // Reading a pipe could block forever.
    if (!(await stat(path)).isFile()) return unreadable(say`is not a regular file.`);
    const text = decodeText(await readFile(path));
    if (text === undefined) return unreadable(say`is not UTF-8. Save it as UTF-8.`);
    return await parseWorkflows(file, text, show);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return unreadable(say`is a broken link, or has a name that is not UTF-8.`);
    return unreadable(say`cannot be read (${show(code ?? String(error))}).`);
  }
}
