import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readFiles } from '../../src/inputs/files.ts';
import { Problem } from '../../src/text/problem.ts';
import { linesOf } from '../../support/problems.ts';

const workspace = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(workspace, { recursive: true }));
for (const name of [
  'a.txt',
  'two words.pdf',
  'x=y.txt',
  '[id].json',
  'dist/b.zip',
  'dist/a.zip',
  'dist/in/c.zip',
  'odd',
]) {
  mkdirSync(join(workspace, name, '..'), { recursive: true });
  writeFileSync(join(workspace, name), name);
}

const read = (text: string) => readFiles('files', text, workspace);

/** `field=path` of what was found. */
async function found(text: string): Promise<string[]> {
  const parts = await read(text);
  if (parts instanceof Problem) throw new Error(parts.lines.join());
  return parts.map(({ field, path }) => `${field}=${relative(workspace, path).split(sep).join('/')}`);
}

describe('files', () => {
  test('have name, type and size', async () => {
    const path = join(workspace, 'two words.pdf');
    expect(await read('report = two words.pdf')).toEqual([
      { field: 'report', path, name: 'two words.pdf', type: 'application/pdf', size: 13 },
    ]);
    expect(await read('odd')).toMatchObject([{ field: 'data', type: 'application/octet-stream' }]);
  });

  test.each([
    ['one a line, blank lines left out', 'a.txt\n\n  f=odd  \r\n', ['data=a.txt', 'f=odd']],
    ['a glob, in the order of paths', 'dist/*.zip', ['data=dist/a.zip', 'data=dist/b.zip']],
    ['a glob through folders', 'z[]=dist/**', ['z[]=dist/a.zip', 'z[]=dist/b.zip', 'z[]=dist/in/c.zip']],
    ['a name that looks like a glob', '[id].json', ['data=[id].json']],
    ['a path with an equals sign', './x=y.txt', ['data=x=y.txt']],
    ['a field before such a path', 'f=x=y.txt', ['f=x=y.txt']],
    ['the same file once a field', 'a.txt\n*.txt\ng=a.txt', ['data=a.txt', 'data=x=y.txt', 'g=a.txt']],
    ['an absolute path', join(workspace, 'odd'), ['data=odd']],
    ['none', '', []],
  ])('may be %s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test('that cannot be sent are all told', async () => {
    expect(linesOf(await read('no.txt\na.txt\ndist\nf=*.rar\nx/*'))).toEqual([
      'files: no.txt does not exist. Relative paths start at the workspace.',
      'files: dist is not a file. For a folder: dist/**',
      'files: *.rar matches no file. Relative paths start at the workspace.',
      'files: x/* matches no file. Relative paths start at the workspace.',
    ]);
  });
});
