import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readWorkflows } from '../../../src/deploy/read/read.ts';
import { fileWorkflow, show } from '../../../support/deployment.ts';

test('all files are read, in order, and an error in one does not keep the others from being read', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'read-'));
  try {
    writeFileSync(join(workspace, 'b.json'), JSON.stringify(fileWorkflow('B')));
    writeFileSync(join(workspace, 'a.json'), JSON.stringify([fileWorkflow('A1'), fileWorkflow('A2')]));
    writeFileSync(join(workspace, 'c.json'), '{');
    writeFileSync(join(workspace, 'd.json'), Buffer.from(JSON.stringify(fileWorkflow('Größe')), 'latin1'));
    const { workflows, wrong } = await readWorkflows('b.json\n*.json', workspace, show, new AbortController().signal);
    expect(workflows.map(({ file, name }) => [file, name])).toEqual([
      ['b.json', 'B'],
      ['a.json', 'A1'],
      ['a.json', 'A2'],
    ]);
    expect(wrong).toEqual([
      expect.stringMatching(/^c\.json:1: is not valid JSON/),
      'd.json: is not UTF-8. Save it as UTF-8.',
    ]);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
});

(process.platform === 'linux' ? test : test.skip)('what cannot be read as a file is reported', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'read-'));
  try {
    symlinkSync('nowhere', join(workspace, 'a.json'));
    symlinkSync('/dev/null', join(workspace, 'b.json'));
    symlinkSync('c.json', join(workspace, 'c.json'));
    const { wrong } = await readWorkflows('*.json', workspace, show, new AbortController().signal);
    expect(wrong).toEqual([
      'a.json: is a broken link, or has a name that is not UTF-8.',
      'b.json: is not a regular file.',
      'c.json: cannot be read (ELOOP).',
    ]);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
});
