import { expect, test } from '@jest/globals';
import { isCron } from '../../../src/deploy/check/cron.ts';

// What the package `cron`, n8n's parser, does with them.
test.each([
  '* * * * *',
  '*/5 * * * *',
  '0 */90 * * * *',
  '0/15 * * * *',
  '0 9 * * 7',
  '0 9 * * MON-FRI',
  '0 9 * * 1,wed,5-6/1',
  '1\tfeb * * * *',
  '@daily',
  '@Weekdays',
  ' 0 9 * jan 1 ',
  '0 0 29 2 *',
  '0 0 31 4,5 *',
  '0 0 31 2 1',
])('n8n runs %j', (expression) => {
  expect(isCron(expression)).toBe(true);
});

test.each([
  'not a cron',
  '',
  '* * * *',
  '* * * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * 32 * *',
  '* * 1-32 * *',
  '* * 32/9 * *',
  '* * * 13 *',
  '* * * * 8',
  '*/0 * * * *',
  '5-1 * * * *',
  '0 9 * * sat-sun',
  '1,,2 * * * *',
  '1* * * * *',
  '*/* * * * *',
  '1-5x * * * *',
  '0 0 L * *',
  '0 9 * * 1#2',
  '0 0 1W * *',
  '? ? * * *',
  '@midnight',
  ' @daily',
  '0 0 30 2 *',
  '0 0 31 4,6 0-6',
])('n8n never runs %j', (expression) => {
  expect(isCron(expression)).toBe(false);
});
