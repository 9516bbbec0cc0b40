import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { findFiles } from '../../../src/deploy/read/files.ts';
import { show } from '../../../support/deployment.ts';

const workspace = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));
mkdirSync(join(workspace, 'flows', 'old'), { recursive: true });
for (const name of ['flows/b.json', 'flows/a.json', 'flows/old/c.json', 'flows/[x].json'])
  writeFileSync(join(workspace, name), '{}');

const { signal } = new AbortController();
const find = async (text: string): Promise<readonly string[]> => {
  const found = await findFiles(text, workspace, show, signal);
  return found.ok ? found.value.files : found.error;
};

describe('the files of a deployment', () => {
  test.each([
    ['flows/b.json\nflows/a.json', ['flows/b.json', 'flows/a.json']],
    ['flows/[ab].json', ['flows/a.json', 'flows/b.json']],
    ['flows/**/*.json', ['flows/[x].json', 'flows/a.json', 'flows/b.json', 'flows/old/c.json']],
    ['flows/**/*.json\n!flows/old/**', ['flows/[x].json', 'flows/a.json', 'flows/b.json']],
    ['flows/**/*.json\n!flows/old\n! flows/[ab].json', ['flows/[x].json']],
    ['flows/[x].json', ['flows/[x].json']],
    ['# all of them\n\n  flows/a.json  \nflows/a.json', ['flows/a.json']],
    ['./flows/a.json', ['flows/a.json']],
  ])('of %j', async (text, files) => {
    expect(await find(text)).toEqual(files);
  });

  test('are all there if an exclusion fits none of them, which is reported', async () => {
    const notesOf = async (text: string) => {
      const found = await findFiles(text, workspace, show, signal);
      return found.ok && found.value.notes;
    };
    expect(await notesOf('!flows/a.json\nflows/*.json\n!b.json\n!flows/b.json')).toEqual([
      'workflows: !flows/a.json excludes none of the files selected before it.',
      'workflows: !b.json excludes none of the files selected before it.',
    ]);
  });

  test('include what a glob matches and nobody can read, but no folders', async () => {
    mkdirSync(join(workspace, 'links', 'folder.json'), { recursive: true });
    symlinkSync('nowhere', join(workspace, 'links', 'broken.json'), 'file');
    expect(await find('links/*.json')).toEqual(['links/broken.json']);
  });

  test.each([
    [
      'flows/none.json',
      'workflows: flows/none.json does not exist. Paths start at the workspace, which actions/checkout fills.',
    ],
    [
      'flow/*.json',
      'workflows: flow/*.json matches no file. Paths start at the workspace, which actions/checkout fills.',
    ],
    ['flows', 'workflows: flows is a folder. Write flows/**/*.json'],
    ['flows/', 'workflows: flows is a folder. Write flows/**/*.json'],
    [
      'flows/a.json\n!flows/a.json',
      'workflows: selects no file. Write one path or glob per line, like workflows/**/*.json',
    ],
  ])('%j is refused', async (text, message) => {
    expect(await find(text)).toEqual([message]);
  });
});

test('a search ends when the job is cancelled', async () => {
  const found = await findFiles('flows/**/*.json', workspace, show, AbortSignal.abort());
  expect(found.ok && found.value.files).toBe(false);
});
