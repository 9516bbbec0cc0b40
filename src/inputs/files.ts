import { glob, lstat, open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FilePart } from '../http/body.ts';
import { DEFAULT_FIELD } from '../n8n/form.ts';
import { errorCode } from '../text/error-code.ts';
import { Problem } from '../text/problem.ts';

/** What to do where a line of `files` matches none, as in actions/upload-artifact. */
export const IF_NO_FILES = ['error', 'warn', 'ignore'] as const;

/** The files that the input `files` names. */
export interface FoundFiles {
  readonly files: readonly FilePart[];
  /** Warnings about lines that match no file, where that is not an error. */
  readonly missing: readonly string[];
}

/** A field's name contains no slash and no wildcard: otherwise the line is a path that contains an equals sign. */
const LINE = /^(?:(?<field>[^=/\\*?]+)=)?(?<pattern>.+)$/;

/**
 * Reads the `files` input: `field=path`, or a path or glob, per line. A name that exists exactly as written is not a
 * glob. Files of a glob are sorted by path; the same file is sent once per field.
 *
 * @param workspace the folder that relative paths start from
 * @param ifNone what to do where a line matches no file
 * @param signal ends the search; the result is then empty
 */
export async function readFiles(
  text: string,
  workspace: string,
  ifNone: (typeof IF_NO_FILES)[number],
  signal?: AbortSignal,
): Promise<FoundFiles | Problem> {
  const problems: string[] = [];
  const missing: string[] = [];
  const parts = new Map<string, FilePart>();
  for (const line of text.split(/\r\n|\r|\n/).map((untrimmed) => untrimmed.trim())) {
    if (line === '') continue;
    const { field = DEFAULT_FIELD, pattern = '' } = LINE.exec(line)?.groups ?? {};
    const found = await findFiles(pattern.trim(), workspace, signal);
    if (signal?.aborted) return { files: [], missing: [] };
    for (const file of found.files) parts.set(`${field}\n${file.path}`, { ...file, field: field.trim() });
    problems.push(...found.wrong.map((wrong) => `files: ${wrong}`));
    if (found.files.length > 0 || found.wrong.length > 0) continue;
    const none = `files: ${pattern} ${isGlob(pattern) ? 'matches no file' : 'does not exist'}. Relative paths start at the workspace.`;
    if (ifNone === 'error') problems.push(none);
    if (ifNone === 'warn') missing.push(none);
  }
  return problems.length > 0 ? new Problem(...problems) : { files: [...parts.values()], missing };
}

type FoundFile = Omit<FilePart, 'field'>;

/** The files that match a pattern, and why some of them cannot be sent. */
interface Found {
  readonly files: readonly FoundFile[];
  readonly wrong: readonly string[];
}

async function findFiles(pattern: string, workspace: string, signal: AbortSignal | undefined): Promise<Found> {
  const asWritten = await look(resolve(workspace, pattern));
  if (asWritten === 'folder') return { files: [], wrong: [`${pattern} is not a file. For a folder: ${pattern}/**`] };
  if (typeof asWritten === 'object') return { files: [asWritten], wrong: [] };
  if (asWritten !== 'missing') return { files: [], wrong: [`${pattern} ${asWritten}.`] };
  if (!isGlob(pattern)) return { files: [], wrong: [] };
  const paths: string[] = [];
  // Called for every entry, so the search ends soon after the signal.
  const exclude = () => signal?.aborted === true;
  for await (const match of glob(pattern, { cwd: workspace, exclude })) paths.push(match);
  if (signal?.aborted) return { files: [], wrong: [] };
  const looks = await Promise.all(
    paths.sort().map(async (path) => ({ path, seen: await look(resolve(workspace, path)) })),
  );
  return {
    files: looks.flatMap(({ seen }) => (typeof seen === 'object' ? [seen] : [])),
    wrong: looks.flatMap(({ path, seen }) => {
      if (typeof seen === 'object' || seen === 'folder') return [];
      const why = seen === 'missing' ? 'has a name that is not UTF-8, or is gone' : seen;
      return [`${pattern} matches ${path}, which ${why}. Leave it out of the pattern.`];
    }),
  };
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}]/.test(pattern);
}

/** The file at a path, or what is there instead, or why it cannot be sent. */
async function look(path: string): Promise<FoundFile | 'folder' | 'missing' | UnsendableFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    if (!found.isFile()) return 'is no regular file';
    if (found.size === 0 && (await hasBytes(path))) return SIZELESS;
    const { default: mime } = await import('mime');
    const type = mime.getType(path) ?? 'application/octet-stream';
    return { path, name: basename(path), type, size: found.size };
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT') return `cannot be read (${code ?? String(error)})`;
    const isLink = await lstat(path).then(
      () => true,
      () => false,
    );
    return isLink ? 'is a link that leads nowhere' : 'missing';
  }
}

type UnsendableFile =
  | 'is no regular file'
  | 'is a link that leads nowhere'
  | typeof SIZELESS
  | `cannot be read (${string})`;

/** Under `/proc`, a file has no size until it is read. */
export const SIZELESS = 'does not tell its size, as under /proc: copy it first';

/** Whether a file has content, although its size is zero. */
export async function hasBytes(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(1))).bytesRead > 0;
  } finally {
    await file.close();
  }
}
