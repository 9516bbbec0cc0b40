import { describe, expect, test } from '@jest/globals';
import { scheduleProblems } from '../../../src/deploy/check/schedule.ts';
import type { JsonMap } from '../../../src/text/json.ts';
import { fileWorkflow, node, show } from '../../../support/deployment.ts';

const schedule = (...expressions: string[]) =>
  node('Schedule', {
    type: 'n8n-nodes-base.scheduleTrigger',
    parameters: { rule: { interval: expressions.map((expression) => ({ field: 'cronExpression', expression })) } },
  });
const withRule = (rule: JsonMap, more: JsonMap = {}) =>
  node('Schedule', {
    type: 'n8n-nodes-base.scheduleTrigger',
    typeVersion: 1.3,
    parameters: { rule: { interval: [rule] } },
    ...more,
  });
const problemsOf = (...nodes: ReturnType<typeof node>[]) => scheduleProblems(fileWorkflow('Shop', { nodes }), show);

describe('a schedule', () => {
  test('that n8n cannot run is reported with its node', () => {
    expect(problemsOf(schedule('0 9 * * 1', 'not a cron', '60 * * * *'))).toEqual([
      'workflows/Shop.json: workflow "Shop", node "Schedule": "not a cron" is not a cron expression: n8n would publish it and never run it.',
      'workflows/Shop.json: workflow "Shop", node "Schedule": "60 * * * *" is not a cron expression: n8n would publish it and never run it.',
    ]);
  });

  test('is not checked if an expression computes it, or if it is disabled', () => {
    expect(problemsOf(schedule('={{ $json.cron }}'), { ...schedule('not a cron'), disabled: true })).toEqual([]);
  });

  test('of the old Cron node is checked, too', () => {
    const cron = node('Cron', {
      type: 'n8n-nodes-base.cron',
      parameters: { triggerTimes: { item: [{ mode: 'custom', cronExpression: 'bad' }, { mode: 'everyHour' }] } },
    });
    expect(problemsOf(cron)).toHaveLength(1);
  });

  // n8n publishes them all, and its triggers fail afterwards.
  test.each([
    ['triggerAtHour is not a whole number from 0 to 23', { triggerAtHour: 24 }],
    ['triggerAtMinute is not a whole number from 0 to 59', { field: 'hours', triggerAtMinute: '60' }],
    ['triggerAtDay is not a whole number from 0 to 7', { field: 'weeks', triggerAtDay: [1, 8] }],
    ['triggerAtDayOfMonth is not a whole number from 1 to 31', { field: 'months', triggerAtDayOfMonth: 0 }],
    ['secondsInterval is not a whole number from 1 to 59', { field: 'seconds', secondsInterval: 0 }],
    ['minutesInterval is not a whole number from 1 to 59', { field: 'minutes', minutesInterval: 90 }],
    ['hoursInterval is not a whole number from 1 to 23', { field: 'hours', hoursInterval: 0.5 }],
    ['daysInterval is not a whole number from 1 to 31', { field: 'days', daysInterval: 40 }],
  ])('is out of range if %s', (message, rule) => {
    expect(problemsOf(withRule(rule))).toEqual([
      `workflows/Shop.json: workflow "Shop", node "Schedule": ${message}: n8n would publish it and never run it.`,
    ]);
  });

  test.each([
    {},
    { triggerAtHour: '9', triggerAtMinute: 0 },
    { triggerAtHour: '={{ $vars.hour }}' },
    { field: 'weeks', triggerAtDay: [] },
    { field: 'minutes', minutesInterval: 30, triggerAtHour: 24 },
    { field: 'constructor' },
  ])('is in range: %j', (rule) => {
    expect(problemsOf(withRule(rule))).toEqual([]);
  });

  test('of an older version, or of none, has no longest interval', () => {
    const odd = { typeVersion: { toString: 1 } };
    expect(problemsOf(withRule({ field: 'minutes', minutesInterval: 90 }, odd))).toEqual([]);
    expect(problemsOf(withRule({ field: 'minutes', minutesInterval: 90 }, { typeVersion: 1.2 }))).toEqual([]);
  });

  test.each(['Mars/Olympus', 'Europe/Berlin '])('never starts in a timezone that does not exist: %j', (timezone) => {
    expect(scheduleProblems(fileWorkflow('Shop', { settings: { timezone } }), show)).toEqual([
      `workflows/Shop.json: workflow "Shop": "${timezone.trim()}" is not a timezone: n8n would publish its schedules and never run them.`,
    ]);
  });

  test.each(['Europe/Berlin', 'US/Pacific', 'UTC', 'DEFAULT', ''])('may be in the timezone %j', (timezone) => {
    expect(scheduleProblems(fileWorkflow('Shop', { settings: { timezone } }), show)).toEqual([]);
  });

  test('of a trigger that polls is checked, too', () => {
    const poll = (...item: JsonMap[]) =>
      node('Mail', { type: 'n8n-nodes-base.gmailTrigger', parameters: { pollTimes: { item } } });
    expect(problemsOf(poll({ mode: 'custom', cronExpression: 'bad' }, { mode: 'everyDay', hour: 24 }))).toHaveLength(2);
    expect(problemsOf(poll({ mode: 'custom', cronExpression: ' @daily ' }))).toEqual([]);
  });
});
