// What a runner downloads before it runs the action: `git archive` of the commit, without what .gitattributes leaves out.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../../support/paths.ts';

/** The committed files by the attributes of the work tree; the names come on stderr, folders with a slash at the end. */
const archive = spawnSync('git', ['archive', '--worktree-attributes', '--verbose', '--format=tar', 'HEAD'], {
  cwd: ROOT,
  maxBuffer: 64 * 1024 * 1024,
});
if (archive.status !== 0) {
  console.warn(`Skipped: this is no git checkout with a commit. ${archive.error ?? archive.stderr.toString().trim()}`);
}
const suite = archive.status === 0 ? describe : describe.skip;

suite('the archive that a runner downloads', () => {
  const files = (): string[] => archive.stderr.toString().trim().split(/\r?\n/).sort();
  const sizeKb = (): number => gzipSync(archive.stdout).length / 1000;

  test('holds what the runner needs, what people read and the license, and nothing else', () => {
    const tree = spawnSync('git', ['ls-tree', '-r', '-t', '--name-only', 'HEAD', 'dist', 'deploy'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const built = tree.stdout.trim().split(/\r?\n/);
    expect(built).toContain('dist/index.js');
    const folders = ['dist', 'dist/deploy', 'deploy'];
    const actions = built.map((path) => (folders.includes(path) ? `${path}/` : path));
    expect(files()).toEqual(['LICENSE', 'README.md', 'action.yml', ...actions].sort());
  });

  test('is under 270 KB, with the code of both actions', () => {
    expect(sizeKb()).toBeGreaterThan(10);
    expect(sizeKb()).toBeLessThan(270);
  });

  test('is as large as the README says, give or take a tenth', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const stated = Number(/A runner downloads (\d+) KB/.exec(readme)?.[1]);
    expect([stated, Math.abs(stated - sizeKb()) < sizeKb() / 10]).toEqual([stated, true]);
  });
});
