import { expect, test } from '@jest/globals';
import { CronTime } from 'cron';
import fc from 'fast-check';
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

/** Whether n8n's parser accepts an expression and finds a date for it. */
function isCronToN8n(expression: string): boolean {
  try {
    new CronTime(expression).sendAt();
    return true;
  } catch {
    return false;
  }
}

const number = fc.integer({ min: 0, max: 62 }).map(String);
const value = fc.oneof(fc.constant('*'), number, fc.constantFrom('jan', 'FEB', 'sun', 'Sat', 'L', '?', 'x'));
const part = fc.oneof(
  { weight: 3, arbitrary: value },
  fc.tuple(value, fc.constantFrom('-', '/', '#', ''), value).map((pieces) => pieces.join('')),
  fc.tuple(value, value, value).map(([from, to, step]) => `${from}-${to}/${step}`),
);
const field = fc.oneof(
  { weight: 4, arbitrary: fc.constant('*') },
  part,
  fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(',')),
);
const blank = fc.constantFrom(' ', ' ', '  ', '\t', '\n');
const expressions = fc
  .tuple(fc.array(fc.tuple(field, blank), { minLength: 4, maxLength: 7 }), fc.constantFrom('', '', ' '))
  .map(([fields, start]) => start + fields.flat().join(''));

test('n8n runs and refuses the same expressions', () => {
  fc.assert(
    fc.property(expressions, (expression) => {
      expect([expression, isCron(expression)]).toEqual([expression, isCronToN8n(expression)]);
    }),
    { numRuns: 1000 },
  );
});
