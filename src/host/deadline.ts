import type { Clock } from './host.ts';

/** A time limit. There is one object per limit, passed to everything that has to keep it. */
export interface Deadline {
  /** How many milliseconds are left; never below zero. */
  leftMs(): number;
  /** Aborted when the step is cancelled, or when the time and the grace period for a last reply are over. */
  readonly signal: AbortSignal;
  /** Whether the step was cancelled, which ends everything early. */
  isCancelled(): boolean;
  /** A shorter limit within this one: it ends after this many milliseconds, and never later than this one. */
  within(ms: number): Deadline;
  /** Pauses for this many milliseconds, but not beyond the limit or a cancellation. */
  sleep(ms: number): Promise<void>;
}

/** The longest that Node's timers can wait, in milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A deadline this many milliseconds from now.
 *
 * @param graceMs how long to wait for an outstanding reply when the time is over; no new work begins then
 */
export function deadlineAfter(ms: number, clock: Clock, cancelled: AbortSignal, graceMs = 0): Deadline {
  const end = clock.monotonic() + ms;
  const leftMs = () => Math.max(0, end - clock.monotonic());
  const timeUp = clock.timeout(Math.min(Math.ceil(ms + graceMs), LONGEST_TIMER_MS));
  const signal = AbortSignal.any([cancelled, timeUp]);
  return {
    leftMs,
    signal,
    isCancelled: () => cancelled.aborted,
    within: (innerMs) => {
      const left = leftMs();
      return innerMs >= left
        ? deadlineAfter(left, clock, cancelled, graceMs)
        : deadlineAfter(innerMs, clock, cancelled);
    },
    sleep: (pauseMs) => clock.sleep(Math.min(pauseMs, leftMs()), cancelled),
  };
}
