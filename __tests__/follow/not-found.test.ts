import { expect, test } from '@jest/globals';
import { notFound } from '../../src/follow/not-found.ts';
import type { Saves } from '../../src/verdict/execution.ts';
import { accepted } from '../../support/results.ts';
import { triggered } from '../../support/triggered.ts';

const absent = (saves: Saves, workflowId?: string, waitMs = 60_000) =>
  notFound(accepted, { end: 'absent', saves }, triggered({ workflowId }), waitMs);

test.each([{ end: 'unreachable', failure: undefined }, { end: 'undecided' }] as const)(
  'a search that is $end leaves the result unknown',
  (search) => {
    const verdict = notFound(accepted, search, triggered(), 60_000);
    expect(verdict).toMatchObject({ success: false, ran: 'yes', claim: 'result unknown' });
    expect(verdict.row).toBe(search.end === 'unreachable' ? 'execution-unreachable' : 'execution-absent');
  },
);

test.each([
  ['no', 'the settings of its workflow do not save it: its result is unknown.'],
  ['seemingly-not', '(EXECUTIONS_DATA_SAVE_ON_SUCCESS): its result is unknown.'],
] as const)('an execution that is not saved (%s) is a success with a warning', (saves, words) => {
  expect(absent(saves)).toMatchObject({
    row: 'execution-not-saved',
    success: true,
    message: expect.stringContaining(words),
  });
});

test.each([
  ['yes', undefined, false],
  ['unknown', 'wf1', false],
  ['unknown', undefined, true],
] as const)(
  'one that should be there (saves: %s, workflow-id: %s) is a failure, and asks for workflow-id: %s',
  (saves, workflowId, asks) => {
    const { row, success, hint } = absent(saves, workflowId);
    expect({ row, success, asks: hint.includes('With workflow-id') }).toEqual({
      row: 'execution-absent',
      success: false,
      asks,
    });
  },
);

test.each([
  [4000, '4.0 s'],
  [60_000, '15.0 s'],
])('with %i ms to wait, the search is said to have taken %s', (waitMs, duration) => {
  expect(absent('yes', undefined, waitMs).message).toContain(`within ${duration}`);
});
