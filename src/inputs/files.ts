import { glob, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FilePart } from '../http/body.ts';
import { DEFAULT_FIELD } from '../n8n/form.ts';
import { errorCode } from '../text/error-code.ts';
import { Problem } from '../text/problem.ts';

/** A field's name has no folder and no wildcard in it: what has is a path with an equals sign of its own. */
const LINE = /^(?:(?<field>[^=/\\*?]+)=)?(?<pattern>.+)$/;

/**
 * Reads the `files` input: `field=path`, or a path or glob, a line. A name that exists as it is written is no glob.
 * Files of a glob are in the order of their paths; the same file is sent once a field.
 *
 * @param workspace the folder that relative paths start from
 */
export async function readFiles(name: string, text: string, workspace: string): Promise<readonly FilePart[] | Problem> {
  const problems: string[] = [];
  const parts = new Map<string, FilePart>();
  for (const line of text.split(/\r\n|\r|\n/).map((untrimmed) => untrimmed.trim())) {
    if (line === '') continue;
    const { field = DEFAULT_FIELD, pattern = '' } = LINE.exec(line)?.groups ?? {};
    const found = await findFiles(name, pattern.trim(), workspace);
    if (found instanceof Problem) problems.push(...found.lines);
    else for (const file of found) parts.set(`${field}\n${file.path}`, { ...file, field: field.trim() });
  }
  return problems.length > 0 ? new Problem(...problems) : [...parts.values()];
}

type FoundFile = Omit<FilePart, 'field'>;

async function findFiles(name: string, pattern: string, workspace: string): Promise<FoundFile[] | Problem> {
  const path = resolve(workspace, pattern);
  const asWritten = await describe(path);
  if (asWritten === 'not a file') return new Problem(`${name}: ${pattern} is not a file. For a folder: ${pattern}/**`);
  if (typeof asWritten === 'object') return [asWritten];
  if (asWritten !== 'ENOENT' || !/[*?[\]{}]/.test(pattern)) {
    const reason = asWritten === 'ENOENT' ? 'does not exist' : `cannot be read (${asWritten})`;
    return new Problem(`${name}: ${pattern} ${reason}. Relative paths start at the workspace.`);
  }
  const matches: string[] = [];
  for await (const match of glob(pattern, { cwd: workspace })) matches.push(resolve(workspace, match));
  const found = await Promise.all(matches.sort().map(describe));
  const files = found.filter((match) => typeof match === 'object');
  if (files.length > 0) return files;
  return new Problem(`${name}: ${pattern} matches no file. Relative paths start at the workspace.`);
}

/** The file at a path, or what stands there instead, or the code of the error. */
async function describe(path: string): Promise<FoundFile | string> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return 'not a file';
    const { default: mime } = await import('mime');
    const type = mime.getType(path) ?? 'application/octet-stream';
    return { path, name: basename(path), type, size: found.size };
  } catch (error) {
    return errorCode(error) ?? String(error);
  }
}
