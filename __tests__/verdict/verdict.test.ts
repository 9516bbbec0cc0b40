import { expect, test } from '@jest/globals';
import { declareSafe, say } from '../../src/text/safe.ts';
import { claimOf, explain, type Verdict } from '../../src/verdict/verdict.ts';
import { accepted } from '../../support/results.ts';

const made = (given: Partial<Verdict>): Verdict => ({
  ...accepted,
  success: false,
  message: say`It broke`,
  hint: say`Mend it`,
  ...given,
});

test.each([
  ['yes', 'failed'],
  ['no', 'not triggered'],
  ['maybe', 'may have run'],
] as const)('what is certain of a failure that ran: %s, is that it %s, unless it says so itself', (ran, claim) => {
  expect(claimOf(made({ ran }))).toBe(claim);
  expect(claimOf(made({ ran, claim: 'cancelled' }))).toBe('cancelled');
});

test.each([
  [{ ran: 'yes' }, false, 'It broke. Mend it.'],
  [{ ran: 'no' }, false, 'It broke. The workflow did not run. Mend it.'],
  [{ ran: 'maybe' }, false, 'It broke. The workflow may have run. Mend it.'],
  [{ ran: 'no' }, true, 'It broke. The execution was not resumed. Mend it.'],
  [{ ran: 'maybe' }, true, 'It broke. The workflow may have run. Mend it.'],
  [{ ran: 'yes', hint: say`` }, false, 'It broke.'],
] as const)('%j is explained in whole sentences; it was to resume an execution: %s', (given, resumes, text) => {
  expect(explain(made(given), resumes)).toBe(text);
});

test.each([
  'Is it up?',
  'It broke!',
  'It broke…',
  'It said "no."',
  'It broke (again!)',
  '在庫がありません。',
  'See https://n8n.example.com/workflow/1',
])('%s needs no full stop', (text) => {
  expect(explain(made({ ran: 'yes', message: declareSafe(text), hint: say`` }))).toBe(text);
});
