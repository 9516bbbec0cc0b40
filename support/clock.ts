import type { Clock } from '../src/host/host.ts';

/** A clock that stands still, except that a sleep moves it at once. */
export interface TestClock extends Clock {
  /** Every sleep that was asked for, in milliseconds. */
  readonly slept: readonly number[];
  /** Moves the clock as time passing would. */
  pass(ms: number): void;
}

/** @param start the time in milliseconds since 1970 */
export function testClock(start = Date.UTC(2026, 0, 1)): TestClock {
  const slept: number[] = [];
  let passed = 0;
  return {
    slept,
    pass: (ms) => {
      passed += ms;
    },
    monotonic: () => passed,
    now: () => start + passed,
    sleep: async (ms, signal) => {
      slept.push(ms);
      if (!signal?.aborted) passed += ms;
    },
  };
}
