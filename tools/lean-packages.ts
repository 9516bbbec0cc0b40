import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';

/** Packages that do nothing when they are loaded, and do not say so: what nobody imports of them can be left out. */
const WITHOUT_SIDE_EFFECTS = ['@actions/core', '@actions/http-client'];

/**
 * Copies a package without the comments in its code, which are half of it: whoever reads the bundle finds them in the
 * package.
 */
export function copyLean(name: string, fromModules: string, toModules: string): void {
  const to = join(toModules, name);
  cpSync(join(fromModules, name), to, { recursive: true, filter: (path) => !/\.(?:map|md|[cm]?ts)$/.test(path) });
  for (const { parentPath, name: file } of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (!/\.[cm]?js$/.test(file)) continue;
    const path = join(parentPath, file);
    writeFileSync(path, withoutComments(readFileSync(path, 'utf8')));
  }
  if (!WITHOUT_SIDE_EFFECTS.includes(name)) return;
  const manifest = join(to, 'package.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), sideEffects: false }));
}

/** Comments by which bundlers learn what has no effect stay. */
function withoutComments(code: string): string {
  const { comments } = parse(code, { sourceType: 'unambiguous', allowReturnOutsideFunction: true });
  let kept = '';
  let done = 0;
  for (const { start, end, value } of comments ?? []) {
    if (/^[#@]__PURE__/.test(value) || start == null || end == null) continue;
    const before = code.slice(done, start);
    const indentation = /(?<=^|\n)[\t ]*$/.exec(before);
    const rest = /^[\t ]*\r?\n/.exec(code.slice(end));
    const isAlone = indentation !== null && rest !== null;
    kept += isAlone ? before.slice(0, indentation.index) : `${before}${value.includes('\n') ? '\n' : ' '}`;
    done = isAlone ? end + rest[0].length : end;
  }
  return kept + code.slice(done);
}
