import { describe, expect, test } from '@jest/globals';
import type { Run } from '../../src/report/report.ts';
import { reportUnconfigured, reportWrongInputs } from '../../src/report/wrong-inputs.ts';
import { testHost } from '../../support/host.ts';

const run: Run = { began: -1200, traceId: '0af7651916cd43dd8448eb211c80319c' };

/** What people see: log lines and annotations. */
const saidIn = (events: readonly string[]) => events.filter((line) => !/^(?:output|debug)/.test(line));

describe('wrong inputs', () => {
  test('are one error with a line for each, and a summary', async () => {
    const host = testHost({ inputs: { summary: 'true' } });
    expect(await reportWrongInputs(['a: one', 'b: two\n::error::x'], run, host)).toBe(1);
    expect(saidIn(host.events)).toEqual([
      'summary',
      'error: [The inputs of the n8n step are wrong] a: one\nb: two : :error: :x\nNothing was sent.',
    ]);
    expect(host.outputs['success']).toBe('false');
    expect(host.summary).toMatch(/<li>a&#58; one<\/li>.*Nothing was sent\./s);
  });

  test.each(['false', ' FALSE'])('have no summary with summary: %s', async (summary) => {
    const host = testHost({ inputs: { summary } });
    await reportWrongInputs(['a: one'], run, host);
    expect(host.summary).toBe('');
  });
});

describe('a step that is not configured', () => {
  test.each([
    [
      'warn',
      [
        'warning: [The n8n step is not configured] url: is required.\nNothing was sent: the step is not configured here, which if-unconfigured allows.',
      ],
    ],
    [
      'ignore',
      [
        'info: url: is required.',
        'info: Nothing was sent: the step is not configured here, which if-unconfigured allows.',
      ],
    ],
  ] as const)('with if-unconfigured: %s ends well and says so', async (how, said) => {
    const host = testHost();
    expect(await reportUnconfigured(['url: is required.'], how, run, host)).toBe(0);
    expect(saidIn(host.events)).toEqual(said);
    expect(host.outputs['success']).toBe('false');
  });
});
