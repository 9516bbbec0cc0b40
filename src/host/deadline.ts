import type { Clock } from './host.ts';

/** A promise on time. One object for each promise, handed through everything that works under it. */
export interface Deadline {
  /** How many milliseconds are left until the promised time; never below zero. */
  leftMs(): number;
  /** Aborted when the step is cancelled, or when the time and the grace for a last answer are over. */
  readonly signal: AbortSignal;
  /** Whether the step was cancelled, which ends everything before its time. */
  isCancelled(): boolean;
  /** A shorter promise under this one: it ends after so many milliseconds, and never later than this one. */
  within(ms: number): Deadline;
  /** Pauses, but not beyond the promised time or a cancel. */
  sleep(ms: number): Promise<void>;
}

/** The longest that Node's timers can wait, in milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A deadline so many milliseconds from now.
 *
 * @param graceMs how long an answer that is due when the time is over is still waited for; no work begins in it
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
