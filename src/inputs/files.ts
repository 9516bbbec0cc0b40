import { lstat, open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FilePart } from '../http/multipart.ts';
import { DEFAULT_FIELD } from '../n8n/form.ts';
import { errorCode } from '../text/error-code.ts';
import { type Parsed, wrong } from '../text/problem.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { findPaths } from './paths.ts';
import type { IF_NO_FILES } from './values.ts';

export interface FoundFiles {
  readonly files: readonly FilePart[];
  /** Warnings about lines that match no file, if that is not an error. */
  readonly missing: readonly string[];
}

/** A field's name contains no slash and no wildcard: otherwise the line is a path that contains an equals sign. */
const LINE = /^(?:(?<field>[^=/\\*?]+)=)?\s*(?<pattern>.+)$/;

/**
 * Reads the `files` input: `field=path`, or a path or glob, per line. The same file is sent once per field.
 *
 * @param workspace the folder that relative paths start from
 * @param ifNone what to do if a line matches no file
 * @param signal ends the search; the result is then empty
 */
export async function readFiles(
  text: string,
  workspace: string,
  ifNone: (typeof IF_NO_FILES)[number],
  signal?: AbortSignal,
): Promise<Parsed<FoundFiles>> {
  const problems: string[] = [];
  const missing: string[] = [];
  const parts = new Map<string, FilePart>();
  for (const line of text.split(/[\r\n]+/).map((untrimmed) => untrimmed.trim())) {
    if (line === '') continue;
    const { field = DEFAULT_FIELD, pattern = '' } = LINE.exec(line)?.groups ?? {};
    const found = await findPaths(pattern, workspace, signal);
    if (found.ok) {
      for (const path of found.value) {
        if (signal?.aborted) break;
        const file = await look(resolve(workspace, path));
        if (file.ok) parts.set(`${field}\n${file.value.path}`, { ...file.value, field: field.trim() });
        else if (path === pattern) problems.push(`files: ${path} ${file.error}.`);
        else problems.push(`files: ${pattern} matches ${path}, which ${file.error}. Exclude it from the pattern.`);
      }
    } else if (found.error === 'folder') {
      problems.push(`files: ${pattern} is not a file. For a folder: ${pattern}/**`);
    } else {
      const what = found.error === 'missing' ? 'does not exist' : 'matches no file';
      const none = `files: ${pattern} ${what}. Relative paths start at the workspace.`;
      if (ifNone === 'error') problems.push(none);
      if (ifNone === 'warn') missing.push(none);
    }
    if (signal?.aborted) return ok({ files: [], missing: [] });
  }
  return problems.length > 0 ? wrong(...problems) : ok({ files: [...parts.values()], missing });
}

/** A file to send, or why it cannot be sent, as the end of a sentence about it. */
async function look(path: string): Promise<Result<Omit<FilePart, 'field'>, string>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return failed('is not a regular file');
    if (found.size === 0 && (await hasBytes(path))) return failed(SIZELESS);
    const { default: mime } = await import('mime');
    const type = mime.getType(path) ?? 'application/octet-stream';
    return ok({ path, name: basename(path), type, size: found.size });
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT') return failed(`cannot be read (${code ?? String(error)})`);
    const isLink = await lstat(path).catch(() => undefined);
    return failed(isLink ? 'is a broken link' : 'is gone, or has a name that is not UTF-8');
  }
}

/** Under `/proc`, a file has no size until it is read. */
export const SIZELESS = 'has no known size, as under /proc: copy it first';

/** Whether a file has content, although its size is zero. */
export async function hasBytes(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(1))).bytesRead > 0;
  } finally {
    await file.close();
  }
}
