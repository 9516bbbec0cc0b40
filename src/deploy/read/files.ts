import { isAbsolute, matchesGlob, relative, resolve, sep } from 'node:path';
import { findPaths } from '../../inputs/paths.ts';
import { failed, ok, type Result } from '../../text/result.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';

/**
 * Finds the files of the `workflows` input: one path or glob per line; a line that begins with `!` excludes matches of
 * the lines before it. Returns paths relative to the workspace, with `/` between folders and without duplicates, in the
 * order of the lines, sorted within a glob; and remarks about the lines.
 */
export async function findFiles(
  text: string,
  workspace: string,
  show: Show,
  signal: AbortSignal,
): Promise<Result<{ readonly files: readonly string[]; readonly notes: readonly SafeText[] }, readonly SafeText[]>> {
  const wrong: SafeText[] = [];
  const notes: SafeText[] = [];
  const found = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/).map((untrimmed) => untrimmed.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('!')) {
      const before = found.size;
      leaveOut(found, line.slice(1).trim(), workspace);
      if (found.size === before)
        notes.push(say`workflows: ${show(line)} excludes none of the files selected before it.`);
    } else {
      const files = await filesOf(line, workspace, show, signal);
      if (files.ok) for (const file of files.value) found.add(file);
      else wrong.push(files.error);
    }
  }
  if (wrong.length > 0) return failed(wrong);
  if (found.size > 0) return ok({ files: [...found], notes });
  return failed([say`workflows: selects no file. Write one path or glob per line, like workflows/**/*.json`]);
}

function leaveOut(found: Set<string>, pattern: string, workspace: string): void {
  const own = inWorkspace(resolve(workspace, pattern), workspace);
  for (const file of found) {
    if (file === own || file.startsWith(`${own}/`) || matchesGlob(file, own)) found.delete(file);
  }
}

async function filesOf(
  pattern: string,
  workspace: string,
  show: Show,
  signal: AbortSignal,
): Promise<Result<string[], SafeText>> {
  const found = await findPaths(pattern, workspace, signal);
  // What cannot be read, such as a broken link, is reported when it is read.
  if (found.ok) return ok(found.value.map((path) => inWorkspace(resolve(workspace, path), workspace)).sort());
  const shown = show(pattern.replace(/\/+$/, ''));
  if (found.error === 'folder') return failed(say`workflows: ${shown} is a folder. Write ${shown}/**/*.json`);
  if (found.error === 'missing') return failed(say`workflows: ${shown} does not exist. ${CHECKED_OUT}`);
  return failed(say`workflows: ${shown} matches no file. ${CHECKED_OUT}`);
}

const CHECKED_OUT = say`Paths start at the workspace, which actions/checkout fills.`;

function inWorkspace(path: string, workspace: string): string {
  const own = relative(resolve(workspace), path);
  return (own.startsWith('..') || isAbsolute(own) ? path : own).replaceAll(sep, '/');
}
