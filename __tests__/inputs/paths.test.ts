import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { findPaths } from '../../src/inputs/paths.ts';
import { failed, ok } from '../../src/text/result.ts';

const workspace = mkdtempSync(join(tmpdir(), 'paths-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));
mkdirSync(join(workspace, 'in', 'folder.txt'), { recursive: true });
for (const name of ['b.txt', 'a.txt', '[a].txt', 'in/c.txt']) writeFileSync(join(workspace, name), name);
symlinkSync('nowhere', join(workspace, 'link'), 'file');

test.each([
  ['a.txt', ok(['a.txt'])],
  ['[a].txt', ok(['[a].txt'])],
  ['[ab].txt', ok(['a.txt', 'b.txt'])],
  ['in/*', ok([join('in', 'c.txt')])],
  ['link', ok(['link'])],
  ['in', failed('folder')],
  ['in/', failed('folder')],
  ['c.txt', failed('missing')],
  ['*.zip', failed('no match')],
  ['in/folder.*', failed('no match')],
])('%s', async (pattern, expected) => {
  expect(await findPaths(pattern, workspace)).toEqual(expected);
});
