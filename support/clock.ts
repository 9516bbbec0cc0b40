import type { Clock } from '../src/host/host.ts';

/** A clock that stands still, except that a sleep advances it at once. */
export interface TestClock extends Clock {
  /** Every sleep that was asked for, in milliseconds. */
  readonly slept: readonly number[];
  /** Moves the clock as time passing would: timeouts that are due fire in their order. */
  pass(ms: number): void;
}

/** @param start the time in milliseconds since 1970 */
export function testClock(start = Date.UTC(2026, 0, 1)): TestClock {
  const slept: number[] = [];
  const timers = new Map<AbortController, number>();
  let passed = 0;
  const fireUntil = (end: number, signal?: AbortSignal): void => {
    while (!signal?.aborted) {
      const [next] = [...timers].filter(([, at]) => at <= end).sort(([, a], [, b]) => a - b);
      if (!next) break;
      passed = Math.max(passed, next[1]);
      timers.delete(next[0]);
      next[0].abort();
    }
    if (!signal?.aborted) passed = Math.max(passed, end);
  };
  return {
    slept,
    pass: (ms) => fireUntil(passed + ms),
    monotonic: () => passed,
    now: () => start + passed,
    sleep: async (ms, signal) => {
      slept.push(ms);
      fireUntil(passed + ms, signal);
    },
    timeout: (ms) => {
      const controller = new AbortController();
      timers.set(controller, passed + ms);
      return controller.signal;
    },
  };
}
