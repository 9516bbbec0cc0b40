import { expect, test } from '@jest/globals';
import { logLines } from '../../../src/deploy/report/log.ts';
import { say } from '../../../src/text/safe.ts';
import { show } from '../../../support/deployment.ts';

test('rows are aligned, with their details and notes below', () => {
  const base = { link: undefined, details: [], notes: [] };
  expect(
    logLines([
      { ...base, file: show('a.json'), name: show('Shop'), change: 'created', live: say`publish`, nodes: say`+2` },
      {
        ...base,
        file: show('b.json'),
        name: show('A longer name'),
        change: 'unchanged',
        live: say`draft`,
        nodes: say``,
        details: [say`~ A: url`],
        notes: [say`drift`],
      },
    ]),
  ).toEqual([
    'CHANGE     NODES  IN N8N   WORKFLOW       FILE',
    'created    +2     publish  Shop           a.json',
    'unchanged         draft    A longer name  b.json',
    '    ~ A: url',
    '    ! drift',
  ]);
});
