import { describe, expect, test } from '@jest/globals';
import { type Run, report, type Settings } from '../../src/report/report.ts';
import type { Outcome } from '../../src/routes/outcome.ts';
import { escapeHtml } from '../../src/text/format.ts';
import { say } from '../../src/text/safe.ts';
import type { Claim, Ran, Verdict } from '../../src/verdict/verdict.ts';
import { testHost } from '../../support/host.ts';
import { madeReply } from '../../support/recorded.ts';
import { accepted, madeOutcome } from '../../support/results.ts';

const settings: Settings = {
  failOnError: true,
  summary: true,
  successWhen: undefined,
  target: { resumes: undefined },
};
const run: Run = { began: -1200, traceId: '0af7651916cd43dd8448eb211c80319c' };

function failed(ran: Ran, given: Partial<Verdict> = {}): Outcome {
  const texts = { message: say`It broke.`, hint: say`Mend it.` };
  return madeOutcome({ verdict: { ...accepted, success: false, ran, ...texts, ...given } });
}

/** What people see: log lines and annotations. */
const saidIn = (events: readonly string[]) => events.filter((line) => !/^(?:output|debug)/.test(line));

describe('the report', () => {
  test('of a step that was to resume an execution says that it was not resumed', async () => {
    const host = testHost();
    await report(failed('no'), run, { ...settings, target: { resumes: '7' } }, host);
    expect(saidIn(host.events).join('\n')).toMatch(/It broke\. The execution was not resumed\. Mend it\./);
    expect(host.summary).toMatch(/The execution was not resumed\./);
  });

  test('of a success sets outputs, writes the summary and ends with 0', async () => {
    const host = testHost();
    expect(await report(madeOutcome(), run, settings, host)).toBe(0);
    expect(saidIn(host.events)).toEqual(['summary', 'info: Success in 1.2 s']);
    expect(host.outputs).toMatchObject({ success: 'true', 'response-body': '{"a":1}', duration: '1200' });
    expect(host.summary).toContain('Deploy');
  });

  test.each([
    ['yes', undefined, 'The n8n workflow failed', 'It broke. Mend it.'],
    ['no', undefined, 'The n8n workflow was not triggered', 'It broke. The workflow did not run. Mend it.'],
    ['maybe', undefined, 'The n8n workflow may have run', 'It broke. The workflow may have run. Mend it.'],
    ['yes', 'canceled', 'The n8n workflow was canceled', 'It broke. Mend it.'],
    ['yes', 'no success', 'The n8n workflow did not succeed', 'It broke. Mend it.'],
    ['yes', 'not accepted', 'The n8n workflow ran, but its result was not accepted', 'It broke. Mend it.'],
    ['yes', 'cancelled', 'The n8n step was cancelled', 'It broke. Mend it.'],
    ['yes', 'stopped waiting', 'The n8n step stopped waiting for the workflow', 'It broke. Mend it.'],
    ['yes', 'result unknown', 'The result of the n8n workflow is unknown', 'It broke. Mend it.'],
  ] as const)('of a failure that ran: %s (%s) is one error, and ends with 1', async (ran, claim, title, text) => {
    const host = testHost();
    expect(await report(failed(ran, claim && { claim }), run, settings, host)).toBe(1);
    expect(saidIn(host.events)).toEqual(['summary', `error: [${title}] ${text}`]);
    expect(host.outputs['success']).toBe('false');
  });

  test('of a failure that should not fail the step is one warning, and ends with 0', async () => {
    const host = testHost();
    expect(await report(failed('yes'), run, { ...settings, failOnError: false }, host)).toBe(0);
    expect(saidIn(host.events)).toEqual([
      'summary',
      'warning: [The n8n workflow failed] It broke. Mend it. The step continues, because fail-on-error is false.',
    ]);
    expect(host.outputs['success']).toBe('false');
  });

  test('of an input that is wrong fails, even if failures are not to fail', async () => {
    const claim: Claim = 'wrong inputs';
    for (const failOnError of [true, false]) {
      const host = testHost();
      expect(await report(failed('no', { claim }), run, { ...settings, failOnError }, host)).toBe(1);
      const why = failOnError ? '' : ' Invalid inputs always fail the step.';
      const text = `It broke. The workflow did not run. Mend it.${why}`;
      expect(saidIn(host.events)).toEqual(['summary', `error: [The inputs of the n8n step are wrong] ${text}`]);
    }
  });

  test('of a step that was cancelled fails, even if failures are not to fail', async () => {
    const host = { ...testHost(), cancelled: AbortSignal.abort() };
    expect(await report(failed('yes'), run, { ...settings, failOnError: false }, host)).toBe(1);
  });

  test('of a failure ends with where it is explained, in the annotation and in the summary', async () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_ACTION_REPOSITORY: 'octo/trigger',
      GITHUB_ACTION_REF: 'v1',
    };
    const host = testHost({ env });
    await report(failed('no', { row: 'basic-auth' }), run, settings, host);
    const place = 'https://github.example/octo/trigger/blob/v1/docs/troubleshooting.md#n8n-refused-the-call';
    expect(saidIn(host.events)[1]).toMatch(new RegExp(`Mend it\\.\nHelp: ${place}$`));
    expect(host.summary).toContain(`<a href="${escapeHtml(place)}">`);
  });

  test('warns of a success with something odd about it', async () => {
    const host = testHost();
    const verdict = { ...accepted, ran: 'no', message: say`Nothing ran.`, hint: say`Look.` } as const;
    expect(await report(madeOutcome({ verdict }), run, settings, host)).toBe(0);
    expect(saidIn(host.events)).toContain('warning: Nothing ran. The workflow did not run. Look.');
  });

  test('of a result that is unknown and no failure warns, and says nothing of a success', async () => {
    const host = testHost();
    const verdict = { ...accepted, claim: 'result unknown', message: say`It is gone.` } as const;
    expect(await report(madeOutcome({ verdict }), run, settings, host)).toBe(0);
    expect(saidIn(host.events)).toEqual([
      'summary',
      'warning: [The result of the n8n workflow is unknown] It is gone.',
      'info: Done in 1.2 s',
    ]);
  });

  test('warns of a reply that was cut', async () => {
    const host = testHost();
    const start = Buffer.alloc(1024 * 1024, 'a');
    const body = { start, size: 2_000_000, file: '/whole/body.txt' };
    await report(madeOutcome({ exchange: { ...madeReply(200), body } }), run, settings, host);
    expect(saidIn(host.events)).toContainEqual(expect.stringMatching(/^warning: The reply has 2000000 bytes: /));
    expect(host.outputs['response-file']).toBe('/whole/body.txt');
  });

  test('writes no summary if none is wanted', async () => {
    const host = testHost();
    await report(madeOutcome(), run, { ...settings, summary: false }, host);
    expect(host.summary).toBe('');
  });
});
