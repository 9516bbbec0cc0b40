import { glob, lstat, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode } from '../text/error-code.ts';
import { failed, ok, type Result } from '../text/result.ts';

/**
 * The paths that a path or glob names, at least one, without folders. Those of a glob are sorted. A name that exists
 * exactly as written is not a glob.
 *
 * @param workspace the folder that relative paths start from
 * @param signal ends the search
 */
export async function findPaths(
  pattern: string,
  workspace: string,
  signal?: AbortSignal,
): Promise<Result<readonly string[], 'folder' | 'missing' | 'no match'>> {
  const asWritten = await kindOf(resolve(workspace, pattern));
  if (asWritten === 'folder') return failed('folder');
  if (asWritten === 'other') return ok([pattern]);
  if (!/[*?[\]{}]/.test(pattern)) return failed('missing');
  const paths: string[] = [];
  // Called for every entry, so the search ends soon after the signal.
  const exclude = () => signal?.aborted === true;
  for await (const path of glob(pattern, { cwd: workspace, exclude })) {
    if ((await kindOf(resolve(workspace, path))) !== 'folder') paths.push(path);
  }
  return paths.length > 0 ? ok(paths.sort()) : failed('no match');
}

/** Broken links, and paths that cannot be read, count as existing. */
async function kindOf(path: string): Promise<'folder' | 'missing' | 'other'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const isThere = errorCode(error) !== 'ENOENT' || (await lstat(path).catch(() => undefined));
    return isThere ? 'other' : 'missing';
  }
}
