import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode } from '../../text/error-code.ts';
import { type Show, say } from '../../text/safe.ts';
import { finding } from '../finding.ts';
import { findFiles } from './files.ts';
import { parseWorkflows } from './parse.ts';
import type { Reading } from './workflow.ts';

/** The largest file that is read, in bytes: n8n accepts bodies of 16 MiB, and an export contains many workflows. */
const LARGEST = 256 * 1024 * 1024;

/** Reads every file that the `workflows` input names. */
export async function readWorkflows(patterns: string, workspace: string, show: Show): Promise<Reading> {
  const files = await findFiles(patterns, workspace, show);
  if (!files.ok) return { workflows: [], wrong: files.error, notes: [] };
  const readings: Reading[] = [];
  for (const file of files.value) {
    try {
      const text = await readFile(resolve(workspace, file));
      if (text.length > LARGEST) throw new Error('too large');
      readings.push(await parseWorkflows(file, text.toString('utf8'), show));
    } catch (error) {
      const wrong = [finding(show, { file }, say`cannot be read (${show(errorCode(error) ?? 'too large')}).`)];
      readings.push({ workflows: [], wrong, notes: [] });
    }
  }
  return {
    workflows: readings.flatMap(({ workflows }) => workflows),
    wrong: readings.flatMap(({ wrong }) => wrong),
    notes: readings.flatMap(({ notes }) => notes),
  };
}
