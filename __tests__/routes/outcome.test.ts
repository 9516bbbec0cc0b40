import { expect, test } from '@jest/globals';
import { notSent, unfit } from '../../src/routes/outcome.ts';
import { say } from '../../src/text/safe.ts';

test('what was not sent did not run, and does not count as an attempt', () => {
  const outcome = notSent('webhook', { row: 'no-trigger', message: say`None.`, hint: say`Add one.` }, say`Deploy`);
  expect(outcome).toMatchObject({ route: 'webhook', attempts: 0, exchange: undefined, workflowName: 'Deploy' });
  expect(outcome.verdict).toMatchObject({ row: 'no-trigger', success: false, ran: 'no', claim: 'not triggered' });
});

test('a payload that does not fit is a wrong input, with all that is wrong in one message', () => {
  const { verdict } = notSent('start', unfit([say`payload: one.`, say`files: two.`]));
  expect(verdict).toMatchObject({ row: 'payload', claim: 'wrong inputs', message: 'payload: one. files: two.' });
  expect(verdict).not.toHaveProperty('wrongInput');
});
