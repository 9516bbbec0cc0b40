import { describe, expect, test } from '@jest/globals';
import type { Execution } from '../../src/n8n/execution.ts';
import { type Followed, followExecution, type Pursuit, pauseAfter } from '../../src/n8n-api/poll.ts';
import { apiExecutions, type ExecutionSource } from '../../src/n8n-api/source.ts';
import { ok } from '../../src/text/result.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { type Play, playApi, row } from '../../support/n8n-api.ts';
import { answer, reset } from '../../support/server.ts';

const HOUR = 3_600_000;
const running: Execution = {
  id: '7',
  workflowId: 'wf1',
  status: 'running',
  traceparent: undefined,
  storesTraces: true,
};

interface Run {
  followed: Followed;
  clock: TestClock;
  asked: string[];
  /** What was told: changes, signs of life and troubles. */
  told: string[];
}

/** Follows execution 7 as it is played, by a clock that only pauses move. */
async function follow(play: (elapsedMs: number) => ReturnType<Play>, pursuit: Partial<Pursuit> = {}): Promise<Run> {
  const clock = testClock();
  const told: string[] = [];
  const played = await playApi(() => play(clock.monotonic()), clock);
  const followed = await followExecution(apiExecutions(played.api), running, {
    clock,
    since: 0,
    waitMs: 2 * HOUR,
    signal: new AbortController().signal,
    onStatus: ({ status }, elapsedMs, changed) =>
      told.push(`${changed ? '' : 'still '}${status} ${Math.round(elapsedMs)}`),
    onTrouble: (message) => told.push(message),
    ...pursuit,
  });
  return { followed, clock, asked: played.asked(), told };
}

const until =
  (endMs: number, status = 'success') =>
  (elapsedMs: number) =>
    row(7, { status: elapsedMs < endMs ? 'running' : status });

test('no request takes longer than there is time, but for two seconds in which an answer may be due', async () => {
  const clock = testClock();
  const timeouts: (number | undefined)[] = [];
  const read: ExecutionSource['read'] = async (_id, _withData, options) => {
    timeouts.push(options?.timeoutMs);
    return ok({ execution: running, data: {} });
  };
  const silent = { onStatus: () => undefined, onTrouble: () => undefined };
  const { signal } = new AbortController();
  await followExecution({ read }, running, { clock, since: 0, waitMs: 10_000, signal, ...silent });
  expect(timeouts[0]).toBe(10_000 - 120);
  expect(timeouts.at(-1)).toBe(2000);
  expect(timeouts).toEqual([...timeouts].sort((a, b) => Number(b) - Number(a)));
});

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

  test.each([100, 400, 1500, 5000, 30_000, 60_000, 300_000, 440_000])(
    'that takes %d ms is known to have ended soon after',
    async (endMs) => {
      const { clock } = await follow(until(endMs));
      expect(clock.monotonic() - endMs).toBeLessThanOrEqual(Math.max(endMs / 10, 250));
    },
  );

  test('of an hour takes fewer than 150 requests', async () => {
    const { asked } = await follow(until(HOUR));
    expect(asked.length).toBeLessThan(150);
  });

  test('of a minute takes fewer than 55 requests', async () => {
    const { asked } = await follow(until(60_000));
    expect(asked.length).toBeLessThan(55);
  });

  test('is read without its data', async () => {
    const { asked } = await follow(until(1000));
    expect(new Set(asked)).toEqual(new Set(['executions/7']));
  });

  test('that was there and is not any more is gone', async () => {
    const { followed } = await follow((elapsedMs) => (elapsedMs < 1000 ? row(7, { status: 'running' }) : undefined));
    expect(followed).toMatchObject({ end: 'gone', execution: { id: '7', status: 'running' } });
  });

  test('is followed no longer than the step waits', async () => {
    const { followed, clock } = await follow(until(HOUR), { waitMs: 10_000 });
    expect(followed).toMatchObject({ end: 'timeout', trouble: '', execution: { status: 'running' } });
    expect(clock.monotonic()).toBe(10_000);
  });

  test('is looked at as often as a young one, however long its trigger took', async () => {
    const { clock } = await follow(until(1000), { since: -600_000 });
    expect(clock.slept[0]).toBe(pauseAfter(0));
  });
});

describe('trouble with the API', () => {
  test('is ridden out and told once each time', async () => {
    const troubles = [answer(500, '{}'), answer(429, 'slow'), reset, answer(200, 'n8n is starting up. Please wait')];
    let asked = 0;
    const { followed, told } = await follow((elapsedMs) => {
      asked += 1;
      return [undefined, ...troubles, undefined, reset][asked - 1] ?? until(3000)(elapsedMs);
    });
    expect(followed.end).toBe('ended');
    expect(told.filter((line) => /API/.test(line))).toHaveLength(2);
  });

  test('that lasts to the end of the time is told with it', async () => {
    const { followed } = await follow((elapsedMs) => (elapsedMs < 1000 ? until(HOUR)(0) : answer(502, 'bad gateway')), {
      waitMs: 20_000,
    });
    expect(followed).toMatchObject({ end: 'timeout', execution: { status: 'running' } });
    expect(followed).toHaveProperty('trouble', expect.stringContaining('HTTP 502'));
  });
});

test('the pause is a tenth of the time, neither shorter than 120 ms nor longer than a minute', () => {
  expect([0, 1199, 1200, 5000, 600_000, 600_001, HOUR].map(pauseAfter)).toEqual([
    120, 120, 120, 500, 60_000, 60_000, 60_000,
  ]);
});

describe('what is told', () => {
  test('is each change of the status with the time since the trigger', async () => {
    const { told } = await follow(
      (elapsedMs) => row(7, { status: elapsedMs < 1000 ? 'running' : elapsedMs < 2000 ? 'waiting' : 'success' }),
      { since: -500 },
    );
    expect(told.map((line) => line.replace(/\d+$/, ''))).toEqual(['running ', 'waiting ', 'success ']);
    expect(told[0]).toBe('running 500');
  });

  test('is a sign of life each minute or so', async () => {
    const { told } = await follow(until(10 * 60_000));
    const still = told.filter((line) => line.startsWith('still running'));
    expect(still.length).toBeGreaterThanOrEqual(6);
    expect(still.length).toBeLessThanOrEqual(10);
  });
});

test('a cancel while the API is asked ends it, and what was read is not told', async () => {
  const controller = new AbortController();
  const { followed, told } = await follow(
    () => {
      controller.abort();
      return row(7);
    },
    { signal: controller.signal },
  );
  expect(followed).toMatchObject({ end: 'cancelled', execution: { status: 'running' } });
  expect(told).toEqual(['running 0']);
});

test('a cancel ends it at once, with the execution as it was last seen', async () => {
  const { followed, asked } = await follow(until(HOUR), { signal: AbortSignal.abort() });
  expect(followed).toMatchObject({ end: 'cancelled', execution: { id: '7', status: 'running' } });
  expect(asked).toEqual([]);
});
