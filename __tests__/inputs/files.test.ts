import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readFiles } from '../../src/inputs/files.ts';
import { main } from '../../src/main.ts';
import { testHost } from '../../support/host.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

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

const read = async (text: string) => valueIn(await readFiles(text, workspace, 'error')).files;
const wrong = async (text: string) => linesOf(await readFiles(text, workspace, 'error'));

/** `field=path` of what was found. */
async function found(text: string): Promise<string[]> {
  return (await read(text)).map(({ field, path }) => `${field}=${relative(workspace, path).split(sep).join('/')}`);
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

  test('that cannot be sent are all reported', async () => {
    expect(await wrong('no.txt\na.txt\ndist\nf=*.rar\nx/*')).toEqual([
      'files: no.txt does not exist. Relative paths start at the workspace.',
      'files: dist is not a file. For a folder: dist/**',
      'files: *.rar matches no file. Relative paths start at the workspace.',
      'files: x/* matches no file. Relative paths start at the workspace.',
    ]);
  });
});

describe('lines that match no file', () => {
  const LINES = 'no.txt\na.txt\nf=*.rar';

  test('are reported with if-no-files-found: warn, and the others are sent', async () => {
    expect(valueIn(await readFiles(LINES, workspace, 'warn'))).toMatchObject({
      files: [{ name: 'a.txt' }],
      missing: [
        'files: no.txt does not exist. Relative paths start at the workspace.',
        'files: *.rar matches no file. Relative paths start at the workspace.',
      ],
    });
  });

  test('are left out with if-no-files-found: ignore', async () => {
    expect(valueIn(await readFiles(LINES, workspace, 'ignore'))).toMatchObject({
      files: [{ name: 'a.txt' }],
      missing: [],
    });
    expect(valueIn(await readFiles('no.txt', workspace, 'ignore'))).toEqual({ files: [], missing: [] });
  });

  test.each(['warn', 'ignore'] as const)(
    'and a file that is there but cannot be sent is still an error (%s)',
    async (ifNone) => {
      expect(linesOf(await readFiles('dist', workspace, ifNone))).toEqual([expect.stringMatching(/is not a file/)]);
    },
  );
});

(process.platform === 'linux' ? describe : describe.skip)(
  'what is not a regular file is reported, whether named or matched by a glob',
  () => {
    const odd = join(workspace, 'odd-ones');
    mkdirSync(odd);
    symlinkSync('nowhere', join(odd, 'link.log'));
    execFileSync('mkfifo', [join(odd, 'pipe.log')]);
    writeFileSync(Buffer.concat([Buffer.from(`${odd}/bad`), Buffer.from([0xff]), Buffer.from('.txt')]), 'x');
    writeFileSync(join(odd, 'empty.dat'), '');

    test.each([
      ['odd-ones/link.log', 'files: odd-ones/link.log is a broken link.'],
      ['odd-ones/pipe.log', 'files: odd-ones/pipe.log is not a regular file.'],
      ['/proc/self/status', 'files: /proc/self/status has no known size, as under /proc: copy it first.'],
    ])('%s', async (text, line) => {
      expect(await wrong(text)).toEqual([line]);
    });

    test('of a glob, each', async () => {
      expect(await wrong('odd-ones/*.log\nodd-ones/*.txt')).toEqual([
        'files: odd-ones/*.log matches odd-ones/link.log, which is a broken link. Exclude it from the pattern.',
        'files: odd-ones/*.log matches odd-ones/pipe.log, which is not a regular file. Exclude it from the pattern.',
        'files: odd-ones/*.txt matches odd-ones/bad\ufffd.txt, which is gone, or has a name that is not UTF-8. Exclude it from the pattern.',
      ]);
    });

    test('and an empty file is still a file', async () => {
      expect(await found('odd-ones/empty.dat')).toEqual(['data=odd-ones/empty.dat']);
    });
  },
);

test('the search ends with the signal, wherever it has got to', async () => {
  const cancelled = new AbortController();
  const began = performance.now();
  setImmediate(() => cancelled.abort());
  expect(valueIn(await readFiles('/**/*.no-such-ending', workspace, 'error', cancelled.signal))).toEqual({
    files: [],
    missing: [],
  });
  expect(performance.now() - began).toBeLessThan(5000);
});

test('a job that is cancelled during the search ends as cancelled, not with wrong inputs', async () => {
  const inputs = { url: 'http://127.0.0.1:9/webhook/x', files: '/**/*.no-such-ending' };
  const host = { ...testHost({ inputs }), cancelled: AbortSignal.abort() };
  expect(await main(host)).toBe(1);
  expect(host.events.filter((line) => line.startsWith('error'))).toEqual([
    expect.stringMatching(/^error: \[The n8n step was cancelled\]/),
  ]);
});
