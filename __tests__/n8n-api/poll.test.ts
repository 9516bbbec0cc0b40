import { describe, expect, test } from '@jest/globals';
import { deadlineAfter } from '../../src/host/deadline.ts';
import { type Followed, followExecution } from '../../src/n8n-api/poll.ts';
import { apiExecutions, type ExecutionSource } from '../../src/n8n-api/source.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { ok } from '../../src/text/result.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { type Play, playApi, row } from '../../support/n8n-api.ts';
import { answer, reset } from '../../support/server.ts';
import { madeExecution } from '../../support/triggered.ts';

const HOUR = 3_600_000;
const running = madeExecution();

/** So many milliseconds after the test's clock starts, as n8n writes times. */
const timeIn = (ms: number): string => new Date(testClock().now() + ms).toISOString();

interface Run {
  followed: Followed;
  clock: TestClock;
  asked: string[];
  /** What was logged: changes, signs of life and failed reads. */
  reported: string[];
}

interface Given {
  since?: number;
  waitMs?: number;
  usualMs?: number;
  signal?: AbortSignal;
  minPauseMs?: number;
}

/** Follows execution 7 as it is played, by a clock that only pauses move. */
async function follow(play: (elapsedMs: number, path: string) => ReturnType<Play>, given: Given = {}): Promise<Run> {
  const { since = 0, waitMs = 2 * HOUR, usualMs, signal = new AbortController().signal, minPauseMs = 0 } = given;
  const clock = testClock();
  const reported: string[] = [];
  const played = await playApi((path) => play(clock.monotonic(), path), clock);
  const followed = await followExecution({ ...apiExecutions(played.api), minPauseMs }, running, {
    clock,
    since,
    deadline: deadlineAfter(waitMs, clock, signal, 2000),
    usualMs,
    onStatus: ({ status }, elapsedMs, changed) =>
      reported.push(`${changed ? '' : 'still '}${status} ${Math.round(elapsedMs)}`),
    onReadFailure: (message) => reported.push(message),
  });
  return { followed, clock, asked: played.asked(), reported };
}

const until =
  (endMs: number, status = 'success') =>
  (elapsedMs: number) =>
    row(7, { status: elapsedMs < endMs ? 'running' : status });

/** Follows one without a server, which is as fast as hours of it need. */
async function followQuickly(endMs: number, usualMs?: number) {
  const clock = testClock();
  let requests = 0;
  const read: ExecutionSource['read'] = async () => {
    requests += 1;
    return ok({ execution: madeExecution({ status: clock.monotonic() < endMs ? 'running' : 'success' }), data: {} });
  };
  await followExecution({ read, listed: async () => ok(undefined), minPauseMs: 0 }, running, {
    clock,
    since: 0,
    deadline: deadlineAfter(endMs * 2, clock, new AbortController().signal),
    usualMs,
    onStatus: () => undefined,
    onReadFailure: () => undefined,
  });
  return { requests, lateMs: clock.monotonic() - endMs };
}

const MINUTE = 60_000;

describe('an execution', () => {
  test.each(['success', 'error', 'canceled', 'crashed'])('is followed to its end: %s', async (status) => {
    const { followed } = await follow(until(5000, status));
    expect(followed).toMatchObject({ end: 'ended', execution: { status } });
  });

  test.each(['new', 'running', 'waiting', 'unknown', 'a-status-to-come'])(
    'is followed on while it is %s',
    async (status) => {
      const { followed } = await follow((elapsedMs) => row(7, { status: elapsedMs < 5000 ? status : 'success' }));
      expect(followed.execution.status).toBe('success');
    },
  );

  test.each([100, 400, 1500, 5000, 30_000, MINUTE, 5 * MINUTE, 10 * MINUTE - 1])(
    'that takes %d ms is known to have ended within a second',
    async (endMs) => {
      expect((await followQuickly(endMs)).lateMs).toBeLessThanOrEqual(Math.min(Math.max(endMs / 20, 120), 800));
    },
  );

  test.each([10 * MINUTE + 1, HOUR, 5 * HOUR])(
    'that takes %d ms is known to have ended within five seconds',
    async (endMs) => {
      expect((await followQuickly(endMs)).lateMs).toBeLessThanOrEqual(4500);
    },
  );

  test.each([
    [MINUTE, 115],
    [10 * MINUTE, 800],
    [HOUR, 1460],
  ])('of %d ms takes %d requests at most', async (endMs, most) => {
    expect((await followQuickly(endMs)).requests).toBeLessThanOrEqual(most);
  });

  test.each([
    [10 * MINUTE, 260],
    [HOUR, 800],
  ])('of %d ms takes %d requests at most if its past runs are known', async (endMs, most) => {
    const { requests, lateMs } = await followQuickly(endMs, endMs);
    expect(requests).toBeLessThanOrEqual(most);
    expect(lateMs).toBeLessThanOrEqual(endMs <= 10 * MINUTE ? 800 : 4500);
  });

  test('that ends sooner than ever before is noticed within five seconds', async () => {
    expect((await followQuickly(5 * MINUTE, HOUR)).lateMs).toBeLessThanOrEqual(5000);
  });

  test('is looked at no more often than the source allows', async () => {
    const { clock } = await follow(until(MINUTE), { minPauseMs: 3450 });
    expect(Math.min(...clock.slept)).toBe(3450);
    expect((5 * MINUTE) / 3450).toBeLessThan(87);
  });

  test('is read without its data', async () => {
    const { asked } = await follow(until(1000));
    expect(new Set(asked)).toEqual(new Set(['executions/7']));
  });

  test('that was there and no longer is counts as gone, after a second and third look and the list', async () => {
    const { followed, asked, clock } = await follow((elapsedMs, path) => {
      if (path.startsWith('executions?')) return { data: [] };
      return elapsedMs < 1000 ? row(7, { status: 'running' }) : undefined;
    });
    expect(followed).toMatchObject({ end: 'gone', execution: { id: '7', status: 'running' } });
    expect(clock.slept.filter((ms) => ms === 1000)).toHaveLength(2);
    expect(asked.filter((path) => path.startsWith('executions?')).length).toBeGreaterThan(0);
  });

  test.each([1, 2, 3])('that is not found %d times in between is not gone', async (times) => {
    let looks = 0;
    const { followed, reported } = await follow((_, path) => {
      if (path.startsWith('executions?')) return { data: [row(7, { status: 'running' })] };
      looks += 1;
      if (looks > 2 && looks <= 2 + times) return answer(404, '{"message":"Route not found"}');
      return row(7, { status: looks < 9 ? 'running' : 'error' });
    });
    expect(followed).toMatchObject({ end: 'ended', execution: { status: 'error' } });
    expect(reported.filter((line) => /API/.test(line))).toEqual([]);
  });

  test('is not gone while a proxy has no route to it, which is reported', async () => {
    const { followed, reported } = await follow(
      (elapsedMs) => (elapsedMs < 20_000 ? answer(404, '{"message":"Route not found"}') : row(7)),
      {},
    );
    expect(followed).toMatchObject({ end: 'ended' });
    expect(reported.filter((line) => /API/.test(line))).toHaveLength(1);
  });

  test('that n8n cannot give by its id is read from the list', async () => {
    const { followed } = await follow((elapsedMs, path) => {
      if (!path.startsWith('executions?')) return answer(500, '{"message":"Cannot read properties of undefined"}');
      const isListed = path.includes('status=running') === elapsedMs < 5000;
      return { data: isListed ? [row(7, { status: elapsedMs < 5000 ? 'running' : 'error' })] : [] };
    });
    expect(followed).toMatchObject({ end: 'ended', execution: { status: 'error' } });
  });

  test('that waits for a time is looked at when that has come, and seldom before', async () => {
    const waitTill = new Date(Date.UTC(2026, 0, 1) + HOUR).toISOString();
    const { followed, asked, clock } = await follow((elapsedMs) =>
      row(7, { status: elapsedMs < HOUR ? 'waiting' : 'success', waitTill }),
    );
    expect(followed.end).toBe('ended');
    expect(asked.length).toBeLessThanOrEqual(180);
    expect(clock.monotonic() - HOUR).toBeLessThanOrEqual(1000);
  });

  test.each<[string, JsonMap, readonly number[]]>([
    ['waits ten seconds', { status: 'waiting', waitTill: timeIn(10_000) }, [120, 9880]],
    ['has waited, and runs', { status: 'running', waitTill: timeIn(10_000) }, [120, 120, 120]],
    ['should have gone on', { status: 'waiting', waitTill: timeIn(-1) }, [120, 120, 120]],
  ])('that %s is looked at in time', async (_, now, pauses) => {
    const { clock } = await follow((elapsedMs) =>
      row(7, { ...now, ...(elapsedMs >= 10_000 && { status: 'success' }) }),
    );
    expect(clock.slept.slice(0, pauses.length)).toEqual(pauses);
    expect(clock.monotonic()).toBeLessThan(10_600);
    if (pauses.length > 2) expect(clock.slept.length).toBeLessThan(60);
  });

  test('whose usual length is known is looked at after a tenth of the time that has passed, and after five seconds at most', async () => {
    const { clock } = await follow(until(100_000), { usualMs: 200_000 });
    const ends = clock.slept.map((_, place) => clock.slept.slice(0, place).reduce((sum, ms) => sum + ms, 0));
    const expected = ends.map((ms) => Math.min(Math.max(ms / 10, 120), 5000));
    expect(clock.slept.map(Math.round)).toEqual(expected.map(Math.round));
  });

  test('that waits for a call is looked at as often as one that runs', async () => {
    const { clock } = await follow((elapsedMs) =>
      row(7, { status: elapsedMs < 300_000 ? 'waiting' : 'success', waitTill: '3000-01-01T00:00:00.000Z' }),
    );
    expect(clock.monotonic() - 300_000).toBeLessThanOrEqual(1000);
  });

  test('is followed no longer than the step waits', async () => {
    const { followed, clock } = await follow(until(HOUR), { waitMs: 10_000 });
    expect(followed).toMatchObject({ end: 'timeout', readFailure: undefined, execution: { status: 'running' } });
    expect(clock.monotonic()).toBe(10_000);
  });

  test('is looked at as often as a new one, however long its trigger took', async () => {
    const { clock } = await follow(until(1000), { since: -600_000 });
    expect(clock.slept[0]).toBe(120);
  });
});

describe('an API that fails', () => {
  test('is retried, and reported once each time', async () => {
    const failures = [answer(503, '{}'), answer(429, 'slow'), reset, answer(200, 'n8n is starting up. Please wait')];
    let asked = 0;
    const { followed, reported } = await follow((elapsedMs) => {
      asked += 1;
      return [undefined, ...failures, undefined, reset][asked - 1] ?? until(3000)(elapsedMs);
    });
    expect(followed.end).toBe('ended');
    expect(reported.filter((line) => /API/.test(line))).toHaveLength(2);
  });

  test('that is still failing when the time is over is reported', async () => {
    const { followed } = await follow((elapsedMs) => (elapsedMs < 1000 ? until(HOUR)(0) : answer(502, 'bad gateway')), {
      waitMs: 20_000,
    });
    expect(followed).toMatchObject({ end: 'timeout', execution: { status: 'running' } });
    expect(followed).toHaveProperty('readFailure', expect.stringContaining('HTTP 502'));
  });
});

describe('the log', () => {
  test('has each change of the status, with the time since the trigger', async () => {
    const { reported } = await follow(
      (elapsedMs) => row(7, { status: elapsedMs < 1000 ? 'running' : elapsedMs < 2000 ? 'waiting' : 'success' }),
      { since: -500 },
    );
    expect(reported.map((line) => line.replace(/\d+$/, ''))).toEqual(['running ', 'waiting ', 'success ']);
    expect(reported[0]).toBe('running 500');
  });

  test.each<[string, (elapsedMs: number) => ReturnType<Play>]>([
    ['it runs', until(3 * MINUTE)],
    [
      'it waits',
      (elapsedMs) => row(7, { status: elapsedMs < 3 * MINUTE ? 'waiting' : 'success', waitTill: '2027-01-01' }),
    ],
    ['the API does not answer', (elapsedMs) => (elapsedMs < 3 * MINUTE ? answer(502, 'bad gateway') : row(7))],
  ])('has a sign of life at least every half minute while %s', async (_, play) => {
    const { reported } = await follow(play);
    const times = reported.flatMap((line) => (/ (\d+)$/.exec(line)?.[1] ? [Number(/ (\d+)$/.exec(line)?.[1])] : []));
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
    expect(reported.length).toBeLessThanOrEqual(30);
  });
});

test('a cancellation during a request ends the wait, and what was read is not reported', async () => {
  const controller = new AbortController();
  const { followed, reported } = await follow(
    () => {
      controller.abort();
      return row(7);
    },
    { signal: controller.signal },
  );
  expect(followed).toMatchObject({ end: 'cancelled', execution: { status: 'running' } });
  expect(reported).toEqual(['running 0']);
});

test('a cancellation ends the wait at once, with the execution as it was last seen', async () => {
  const { followed, asked } = await follow(until(HOUR), { signal: AbortSignal.abort() });
  expect(followed).toMatchObject({ end: 'cancelled', execution: { id: '7', status: 'running' } });
  expect(asked).toEqual([]);
});
