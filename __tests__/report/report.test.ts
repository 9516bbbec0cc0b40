import { describe, expect, test } from '@jest/globals';
import { report, reportWrongInputs } from '../../src/report/report.ts';
import { say } from '../../src/text/safe.ts';
import type { Ran } from '../../src/verdict/verdict.ts';
import { testHost } from '../../support/host.ts';
import { accepted, madeResult } from '../../support/results.ts';

const settings = { failOnError: true, summary: true };

function failed(ran: Ran) {
  return madeResult({ verdict: { ...accepted, success: false, ran, message: say`It broke.`, hint: say`Mend it.` } });
}

/** What people see: log lines and annotations. */
const saidIn = (told: readonly string[]) => told.filter((line) => !/^(?:output|debug)/.test(line));

describe('the report', () => {
  test('of a success sets outputs, writes the summary and ends with 0', async () => {
    const host = testHost();
    expect(await report(madeResult(), settings, host)).toBe(0);
    expect(saidIn(host.told)).toEqual(['summary', 'info: Success in 1.2 s']);
    expect(host.outputs['success']).toBe('true');
    expect(host.summary).toContain('n8n workflow');
  });

  test.each([
    ['yes', 'The n8n workflow failed', 'It broke. Mend it.'],
    ['no', 'The n8n workflow was not triggered', 'It broke. The workflow did not run. Mend it.'],
    ['maybe', 'The n8n workflow may have run', 'It broke. The workflow may have run. Mend it.'],
  ] as const)('of a failure that ran: %s is one error, and ends with 1', async (ran, title, text) => {
    const host = testHost();
    expect(await report(failed(ran), settings, host)).toBe(1);
    expect(saidIn(host.told)).toEqual(['summary', `error: [${title}] ${text}`]);
    expect(host.outputs['success']).toBe('false');
  });

  test('of a failure that is not to fail is one warning, and ends with 0', async () => {
    const host = testHost();
    expect(await report(failed('yes'), { ...settings, failOnError: false }, host)).toBe(0);
    expect(saidIn(host.told)).toEqual([
      'summary',
      'warning: [The n8n workflow failed] It broke. Mend it. The step goes on, because fail-on-error is false.',
    ]);
    expect(host.outputs['success']).toBe('false');
  });

  test('of an input that is wrong fails, whatever is not to fail', async () => {
    const verdict = { ...failed('no').outcome.verdict, claim: 'wrong inputs' } as const;
    for (const failOnError of [true, false]) {
      const host = testHost();
      expect(await report(madeResult({ verdict }), { ...settings, failOnError }, host)).toBe(1);
      const why = failOnError ? '' : ' Invalid inputs always fail the step.';
      const text = `It broke. The workflow did not run. Mend it.${why}`;
      expect(saidIn(host.told)).toEqual(['summary', `error: [The inputs of the n8n step are wrong] ${text}`]);
    }
  });

  test('without a summary that can be written is the same, and a warning', async () => {
    const host = testHost();
    const writeSummary = () => Promise.reject(new Error("EACCES: permission denied, open '/a'"));
    expect(await report(madeResult(), settings, { ...host, writeSummary })).toBe(0);
    expect(saidIn(host.told)).toEqual([
      "warning: The job summary could not be written: EACCES: permission denied, open '/a'",
      'info: Success in 1.2 s',
    ]);
    expect(host.outputs['success']).toBe('true');
  });

  test('warns of a success that has something odd about it', async () => {
    const host = testHost();
    const verdict = { ...accepted, ran: 'no', message: say`Nothing ran.`, hint: say`Look.` } as const;
    expect(await report(madeResult({ verdict }), settings, host)).toBe(0);
    expect(saidIn(host.told)).toContain('warning: Nothing ran. The workflow did not run. Look.');
  });

  test('warns of a reply that was cut', async () => {
    const host = testHost();
    await report(madeResult({}, { reply: { text: 'a', file: '/b', warning: 'It was cut.' } }), settings, host);
    expect(saidIn(host.told)).toContain('warning: It was cut.');
  });

  test('writes no summary where none is wanted', async () => {
    const host = testHost();
    await report(madeResult(), { ...settings, summary: false }, host);
    expect(host.summary).toBe('');
  });
});

test('wrong inputs are one error with a line for each, and fail whatever fail-on-error says', () => {
  const host = testHost();
  expect(reportWrongInputs(['a: one', 'b: two'], failed('no'), host)).toBe(1);
  expect(saidIn(host.told)).toEqual([
    'error: [The inputs of the n8n step are wrong] a: one\nb: two\nNothing was sent.',
  ]);
  expect(host.outputs['success']).toBe('false');
});
