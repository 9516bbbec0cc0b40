import { describe, expect, test } from '@jest/globals';
import { scheduleProblems } from '../../../src/deploy/check/schedule.ts';
import { fileWorkflow, node, show } from '../../../support/deployment.ts';

const schedule = (...expressions: string[]) =>
  node('Schedule', {
    type: 'n8n-nodes-base.scheduleTrigger',
    parameters: { rule: { interval: expressions.map((expression) => ({ field: 'cronExpression', expression })) } },
  });
const problemsOf = (...nodes: ReturnType<typeof node>[]) => scheduleProblems(fileWorkflow('Shop', { nodes }), show);

describe('a schedule', () => {
  // What n8n's own parser takes and refuses.
  test.each([
    '* * * * *',
    '*/5 * * * *',
    '0 */90 * * * *',
    '0/15 * * * *',
    '0 9 * * 7',
    '0 9 * * MON-FRI',
    '@daily',
    ' 0 9 * jan 1 ',
    '0 0 30 2 *',
  ])('may be %j', async (expression) => {
    expect(await problemsOf(schedule(expression))).toEqual([]);
  });

  test.each([
    'not a cron',
    '',
    '60 * * * *',
    '* * 32 * *',
    '* * * 13 *',
    '* * * * 8',
    '0 0 L * *',
    '0 9 * * 1#2',
    '0 0 1W * *',
    '@midnight',
    '? ? * * *',
    '* * * * * * *',
  ])('cannot be %j', async (expression) => {
    expect(await problemsOf(schedule(expression))).toEqual([
      `workflows/Shop.json: workflow "Shop", node "Schedule": "${expression}" is not a cron expression: n8n would publish it and never run it.`,
    ]);
  });

  test('is not checked if an expression computes it, or if it is disabled', async () => {
    expect(await problemsOf(schedule('={{ $json.cron }}'), { ...schedule('not a cron'), disabled: true })).toEqual([]);
  });

  test('of the old Cron node is checked, too', async () => {
    const cron = node('Cron', {
      type: 'n8n-nodes-base.cron',
      parameters: { triggerTimes: { item: [{ mode: 'custom', cronExpression: 'bad' }, { mode: 'everyHour' }] } },
    });
    expect(await problemsOf(cron)).toHaveLength(1);
  });
});
