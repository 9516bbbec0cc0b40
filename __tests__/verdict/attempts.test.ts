import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Exchange } from '../../src/http/exchange.ts';
import { NOTHING, say } from '../../src/text/safe.ts';
import { type Attempt, attempt, retryAfterMs, type Sending } from '../../src/verdict/attempts.ts';
import type { Ran, Verdict } from '../../src/verdict/verdict.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { madeReply } from '../../support/recorded.ts';
import { madeExecution } from '../../support/triggered.ts';

const NOW = Date.UTC(2026, 0, 1, 12);

const done: Verdict = { row: 'accepted', success: true, ran: 'yes', message: NOTHING, hint: NOTHING };

function failure(ran: Ran, minDelayMs?: number): Verdict {
  const retry = minDelayMs === undefined ? {} : { retry: { minDelayMs } };
  return { row: 'not-accepted', success: false, ran, message: NOTHING, hint: NOTHING, ...retry };
}

interface Run {
  last: Attempt;
  clock: TestClock;
  /** The pauses that were announced, one for each attempt. */
  pauses: (number | undefined)[];
}

/** Runs the loop over verdicts; the last one repeats. */
async function run(
  verdicts: readonly Verdict[],
  plan: Partial<Sending> = {},
  headers?: Record<string, string>,
): Promise<Run> {
  const clock = testClock(NOW);
  // What a machine's clock shows has no meaning: only what passes counts.
  clock.pass(5);
  const pauses: (number | undefined)[] = [];
  let sent = 0;
  const last = await attempt({
    send: async (): Promise<Exchange> => {
      sent += 1;
      clock.pass(10);
      return madeReply(500, '', headers);
    },
    judge: async () => verdicts[Math.min(sent, verdicts.length) - 1] ?? done,
    retries: 3,
    retryAmbiguous: false,
    clock,
    random: () => 0,
    signal: new AbortController().signal,
    onAttempt: (_, pauseMs) => pauses.push(pauseMs),
    ...plan,
  });
  expect(last.number).toBe(plan.send ? last.number : sent);
  return { last, clock, pauses };
}

describe('the loop', () => {
  test('sends once if that succeeds', async () => {
    const { last, pauses } = await run([done]);
    expect(last).toEqual({ number: 1, exchange: madeReply(500), verdict: done, tookMs: 10 });
    expect(pauses).toEqual([undefined]);
  });

  test('sends again what did not run, until it succeeds', async () => {
    const { last, pauses } = await run([failure('no', 0), failure('no', 0), done]);
    expect(last.number).toBe(3);
    expect(last.verdict).toBe(done);
    expect(pauses).toEqual([500, 1000, undefined]);
  });

  test.each([0, 1, 3])('with retries: %i gives up after them, and returns the last attempt', async (retries) => {
    const { last } = await run([failure('no', 0)], { retries });
    expect(last.number).toBe(retries + 1);
    expect(last.verdict.success).toBe(false);
  });

  test('does not send again if that has no effect', async () => {
    expect((await run([failure('no')])).last.number).toBe(1);
  });

  test.each([
    ['no', false, 4],
    ['no', true, 4],
    ['maybe', false, 1],
    ['maybe', true, 4],
    ['yes', false, 1],
    ['yes', true, 1],
  ] as const)('what ran: %s, with retryAmbiguous: %s, is sent %i times', async (ran, retryAmbiguous, times) => {
    expect((await run([failure(ran, 0)], { retryAmbiguous })).last.number).toBe(times);
  });

  test('stops at the first attempt that may have run', async () => {
    expect((await run([failure('no', 0), failure('maybe', 0), done])).last.number).toBe(2);
  });
});

test('a large reply is removed from the disk if another attempt follows, and the last one stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attempts-'));
  let sent = 0;
  const send = async (): Promise<Exchange> => {
    sent += 1;
    const file = join(folder, String(sent));
    writeFileSync(file, 'large');
    const reply = madeReply(503);
    return { ...reply, body: { ...reply.body, file } };
  };
  await run([failure('no', 0)], { send, judge: async () => failure('no', 0), retries: 2 });
  expect(readdirSync(folder)).toEqual(['3']);
  rmSync(folder, { recursive: true });
});

describe('a lost reply', () => {
  const lost = failure('maybe', 0);

  test('that turns out to have run ends the loop with what was found out', async () => {
    const execution = madeExecution();
    const { last, pauses } = await run([lost, done], {
      lookInto: async () => ({ verdict: { ...done, row: 'reply-lost' }, execution }),
    });
    expect(last).toMatchObject({ number: 1, verdict: { row: 'reply-lost', success: true }, execution });
    expect(pauses).toEqual([undefined]);
  });

  test('that turns out not to have run is sent again', async () => {
    const { last } = await run([lost, done], {
      lookInto: async ({ verdict }) => ({ verdict: { ...verdict, ran: 'no' } }),
    });
    expect(last).toMatchObject({ number: 2, verdict: done });
  });

  test('that stays in doubt is not sent again, unless that is allowed', async () => {
    const lookInto = async (looked: Attempt) => looked;
    expect((await run([lost, done], { lookInto })).last).toMatchObject({ number: 1, verdict: lost });
    expect((await run([lost, done], { lookInto, retryAmbiguous: true })).last.number).toBe(2);
  });

  test('is looked into after the last attempt too', async () => {
    const { last } = await run([lost], { retries: 0, lookInto: async () => ({ verdict: done }) });
    expect(last).toMatchObject({ number: 1, verdict: done });
  });

  test.each([
    ['that ran', failure('yes', 0)],
    ['that did not run', failure('no', 0)],
    ['whose reply came whole', failure('maybe')],
    ['that succeeded', done],
  ])('is looked into, and nothing %s', async (_, verdict) => {
    const lookInto = async (): Promise<Attempt> => {
      throw new Error('looked into');
    };
    expect((await run([verdict], { retries: 0, lookInto })).last.verdict).toBe(verdict);
  });
});

describe('the pause', () => {
  test('grows twofold up to a minute; half of it is drawn at random', async () => {
    const most = await run([failure('no', 0)], { retries: 8, random: () => 0.9999999 });
    expect(most.clock.slept).toEqual([999, 1999, 3999, 7999, 15999, 31999, 59999, 59999]);
    const half = await run([failure('no', 0)], { retries: 3, random: () => 0.5 });
    expect(half.clock.slept).toEqual([750, 1500, 3000]);
    const least = await run([failure('no', 0)], { retries: 3, random: () => 0 });
    expect(least.clock.slept).toEqual([500, 1000, 2000]);
  });

  test('is added to what the verdict asks for', async () => {
    const { clock } = await run([failure('no', 2000)], { retries: 2, random: () => 0.5 });
    expect(clock.slept).toEqual([2750, 3500]);
  });

  test('is added to what Retry-After asks for', async () => {
    const { clock } = await run([failure('no', 0)], { retries: 2, random: () => 0.5 }, { 'retry-after': '7' });
    expect(clock.slept).toEqual([7750, 8500]);
  });

  test('is the longer of what the verdict and Retry-After ask for', async () => {
    expect((await run([failure('no', 2000)], { retries: 1 }, { 'retry-after': '1' })).clock.slept).toEqual([2500]);
    expect((await run([failure('no', 2000)], { retries: 1 }, { 'retry-after': '3' })).clock.slept).toEqual([3500]);
  });

  test('of five minutes is waited for, with nothing added, and a longer one is not', async () => {
    const nearly = await run([failure('no', 0)], { retries: 1 }, { 'retry-after': '299' });
    expect(nearly.clock.slept).toEqual([299_500]);
    expect((await run([failure('no', 0)], { retries: 1 }, { 'retry-after': '300' })).clock.slept).toEqual([300_000]);
    const tooLong = await run([failure('no', 0)], {}, { 'retry-after': '301' });
    expect(tooLong.clock.slept).toEqual([]);
    expect(tooLong.pauses).toEqual([undefined]);
  });

  test.each([
    ['301', 'no', 'a pause of 5 min 1 s (Retry-After)'],
    ['86400', 'no', 'a pause of 24 h (Retry-After)'],
    ['99999999999', 'no', 'a pause of more than a day (Retry-After)'],
    ['301', 'maybe', undefined],
    ['300', 'no', undefined],
  ] as const)(
    'of %s s after a call that ran: %s asks for no more attempts if it is too long',
    async (seconds, ran, hint) => {
      const { last } = await run([failure(ran, 0)], { retries: 0 }, { 'retry-after': seconds });
      expect(last.verdict.hint).toEqual(hint === undefined ? failure(ran, 0).hint : expect.stringContaining(hint));
    },
  );

  test('that is too long says nothing about a call that is not sent again anyway', async () => {
    const { last } = await run([failure('no')], {}, { 'retry-after': '301' });
    expect(last.verdict.hint).toBe(NOTHING);
  });

  test('that is too long ends a call that may have run, too', async () => {
    const tooLong = await run([failure('maybe', 0)], { retryAmbiguous: true }, { 'retry-after': '301' });
    expect(tooLong.clock.slept).toEqual([]);
  });

  test('is that of the verdict if no reply came', async () => {
    const send = async (): Promise<Exchange> => ({ kind: 'breakdown', stage: 'connect', code: 'E', status: undefined });
    const { clock } = await run([failure('no', 0)], { send, judge: async () => failure('no', 5), retries: 1 });
    expect(clock.slept).toEqual([505]);
  });
});

describe('when the step is cancelled', () => {
  test('during an attempt, no other follows', async () => {
    const stop = new AbortController();
    const { last, clock, pauses } = await run([failure('no', 0)], {
      signal: stop.signal,
      judge: async () => {
        stop.abort();
        return failure('no', 0);
      },
    });
    expect(last.number).toBe(1);
    expect(clock.slept).toEqual([]);
    expect(pauses).toEqual([undefined]);
  });

  test('in a pause, no other follows', async () => {
    const stop = new AbortController();
    const clock: TestClock = {
      ...testClock(),
      sleep: async (_, signal) => {
        expect(signal).toBe(stop.signal);
        stop.abort();
      },
    };
    const { last } = await run([failure('no', 0)], { signal: stop.signal, clock });
    expect(last.number).toBe(1);
    expect(last.verdict).toMatchObject({ row: 'aborted', claim: 'cancelled', ran: 'no', success: false });
    expect(last.verdict.message).toMatch(/^The step was cancelled before another attempt\./);
  });

  test('a success stays one, and a failure that would be final is reported as it is', async () => {
    const signal = AbortSignal.abort();
    expect((await run([done], { signal })).last.verdict).toBe(done);
    expect((await run([failure('no')], { signal })).last.verdict.claim).toBeUndefined();
    expect((await run([failure('no', 0)], { signal, retries: 0 })).last.verdict.claim).toBeUndefined();
  });

  test('an earlier attempt that may have run is not forgotten', async () => {
    const stop = new AbortController();
    let sent = 0;
    const { last } = await run([failure('maybe', 0), failure('no', 0)], {
      retryAmbiguous: true,
      signal: stop.signal,
      onAttempt: () => {
        sent += 1;
        if (sent === 2) stop.abort();
      },
    });
    expect(last.verdict).toMatchObject({ row: 'aborted', claim: 'cancelled', ran: 'maybe' });
  });
});

describe('what is claimed after several attempts', () => {
  const doubtful: Verdict = { ...failure('maybe', 0), row: 'gateway-failure', message: say`A proxy gave up.` };
  const refused: Verdict = { ...failure('no'), row: 'unauthorized', message: say`It was refused.`, hint: say`Look.` };
  const busy: Verdict = { ...failure('no', 0), row: 'overloaded', message: say`It is busy.` };
  const nothingRan: Verdict = { ...done, ran: 'no', row: 'only-run-if', message: say`Nothing ran.` };

  test.each([refused, busy, nothingRan])('is no more than after an attempt that may have run: $row', async (last) => {
    const ended = (await run([doubtful, last], { retryAmbiguous: true })).last.verdict;
    expect(ended).toMatchObject({ row: 'gateway-failure', success: false, ran: 'maybe' });
    expect(ended.message).toBe(`A proxy gave up. A later attempt got no further: ${last.message}`);
  });

  test('is stated for each attempt as it is made', async () => {
    const claims: string[] = [];
    await run([doubtful, busy, busy, refused], {
      retryAmbiguous: true,
      onAttempt: ({ verdict }) => claims.push(`${verdict.row}, ${verdict.ran}`),
    });
    expect(claims).toEqual(Array(4).fill('gateway-failure, maybe'));
  });

  test.each([done, failure('yes'), failure('maybe')])('is what the last attempt that ran shows', async (last) => {
    expect((await run([doubtful, last], { retryAmbiguous: true })).last.verdict).toBe(last);
  });

  test('is that it did not run if n8n has shown that', async () => {
    const lookInto = async (looked: Attempt): Promise<Attempt> => ({
      ...looked,
      verdict: { ...looked.verdict, ran: 'no' },
    });
    expect((await run([doubtful, refused], { lookInto })).last.verdict).toBe(refused);
  });

  test('may be followed by more attempts, as the last one allows', async () => {
    expect((await run([doubtful, busy, done], { retryAmbiguous: true })).last).toMatchObject({
      number: 3,
      verdict: done,
    });
    expect((await run([doubtful, refused, done], { retryAmbiguous: true })).last.number).toBe(2);
  });
});

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['120', 120_000],
    ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2026 11:59:30 GMT', 0],
    ['Thu Jan  1 12:00:30 2026 GMT', 30_000],
    ['Thu Jan  1 12:00:30 2026', 30_000],
    ['Thursday, 01-Jan-26 12:00:30 GMT', 30_000],
    ['9'.repeat(400), Number.POSITIVE_INFINITY],
  ])('"%s" is a pause of %d ms', (header, ms) => {
    expect(retryAfterMs(madeReply(503, '', { 'retry-after': header }), NOW)).toBe(ms);
  });

  test.each([
    '',
    '-5',
    '1.5',
    'soon',
    '1e3',
    '2027-01-01',
    'Mon',
    'x Thu, 01 Jan 2026 12:00:30 GMT',
    'Thu, 99 Foo 2026 12:00:30 GMT',
    '10 s',
  ])('"%s" is invalid and asks for nothing', (header) => {
    expect(retryAfterMs(madeReply(503, '', { 'retry-after': header }), NOW)).toBe(0);
  });

  test('asks for nothing if it is absent, or no reply came', () => {
    expect(retryAfterMs(madeReply(503), NOW)).toBe(0);
    expect(retryAfterMs({ kind: 'breakdown', stage: 'connect', code: 'E', status: undefined }, NOW)).toBe(0);
  });
});
