import { glob, lstat, open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FilePart } from '../http/multipart.ts';
import { DEFAULT_FIELD } from '../n8n/form.ts';
import { errorCode } from '../text/error-code.ts';
import { type Parsed, wrong } from '../text/problem.ts';
import { failed, ok, type Result } from '../text/result.ts';
import type { IF_NO_FILES } from './values.ts';

/** The files that the input `files` names. */
export interface FoundFiles {
  readonly files: readonly FilePart[];
  /** Warnings about lines that match no file, if that is not an error. */
  readonly missing: readonly string[];
}

/** A field's name contains no slash and no wildcard: otherwise the line is a path that contains an equals sign. */
const LINE = /^(?:(?<field>[^=/\\*?]+)=)?(?<pattern>.+)$/;

/**
 * Reads the `files` input: `field=path`, or a path or glob, per line. A name that exists exactly as written is not a
 * glob. Files of a glob are sorted by path; the same file is sent once per field.
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
    const found = await findFiles(pattern.trim(), workspace, signal);
    if (signal?.aborted) return ok({ files: [], missing: [] });
    if (!found.ok) {
      problems.push(...found.error);
    } else if (found.value.length === 0) {
      const what = isGlob(pattern) ? 'matches no file' : 'does not exist';
      const none = `files: ${pattern} ${what}. Relative paths start at the workspace.`;
      if (ifNone === 'error') problems.push(none);
      if (ifNone === 'warn') missing.push(none);
    } else {
      for (const file of found.value) parts.set(`${field}\n${file.path}`, { ...file, field: field.trim() });
    }
  }
  return problems.length > 0 ? wrong(...problems) : ok({ files: [...parts.values()], missing });
}

type FoundFile = Omit<FilePart, 'field'>;

/** The files that match a pattern, or why some of them cannot be sent. */
async function findFiles(
  pattern: string,
  workspace: string,
  signal: AbortSignal | undefined,
): Promise<Result<readonly FoundFile[], readonly string[]>> {
  const asWritten = await look(resolve(workspace, pattern));
  if (asWritten.ok) return ok([asWritten.value]);
  const obstacle = asWritten.error;
  if (obstacle.kind === 'folder') return failed([`files: ${pattern} is not a file. For a folder: ${pattern}/**`]);
  if (obstacle.kind === 'unsendable') return failed([`files: ${pattern} ${obstacle.why}.`]);
  if (!isGlob(pattern)) return ok([]);
  const paths: string[] = [];
  // Called for every entry, so the search ends soon after the signal.
  const exclude = () => signal?.aborted === true;
  for await (const match of glob(pattern, { cwd: workspace, exclude })) paths.push(match);
  const files: FoundFile[] = [];
  const problems: string[] = [];
  for (const path of paths.sort()) {
    if (signal?.aborted) break;
    const seen = await look(resolve(workspace, path));
    if (seen.ok) files.push(seen.value);
    else if (seen.error.kind !== 'folder') {
      problems.push(`files: ${pattern} matches ${path}, which ${seen.error.why}. Exclude it from the pattern.`);
    }
  }
  return problems.length > 0 ? failed(problems) : ok(files);
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}]/.test(pattern);
}

/** Why a path is not a file that can be sent; `why` completes a sentence about a match of a glob. */
type Obstacle = { readonly kind: 'folder' } | { readonly kind: 'missing' | 'unsendable'; readonly why: string };

async function look(path: string): Promise<Result<FoundFile, Obstacle>> {
  const unsendable = (why: string) => failed<Obstacle>({ kind: 'unsendable', why });
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failed({ kind: 'folder' });
    if (!found.isFile()) return unsendable('is not a regular file');
    if (found.size === 0 && (await hasBytes(path))) return unsendable(SIZELESS);
    const { default: mime } = await import('mime');
    const type = mime.getType(path) ?? 'application/octet-stream';
    return ok({ path, name: basename(path), type, size: found.size });
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT') return unsendable(`cannot be read (${code ?? String(error)})`);
    const link = await lstat(path).catch(() => undefined);
    return link
      ? unsendable('is a broken link')
      : failed({ kind: 'missing', why: 'is gone, or has a name that is not UTF-8' });
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
