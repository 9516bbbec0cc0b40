import type { Clock } from '../host/host.ts';
import type { Exchange } from '../http/exchange.ts';
import { discard } from '../http/received-body.ts';
import { formatDuration } from '../text/format.ts';
import { say } from '../text/safe.ts';
import { NOTHING, type Verdict } from './verdict.ts';

/** How to send, judge and wait; the loop itself knows nothing of n8n. */
export interface Plan {
  readonly send: () => Promise<Exchange>;
  readonly judge: (exchange: Exchange) => Verdict;
  /**
   * Looks into an attempt that may have run though its reply was lost, and gives a verdict that knows better, or the
   * same one.
   */
  readonly lookInto?: ((attempt: Attempt) => Promise<Verdict>) | undefined;
  /** Attempts after the first. */
  readonly retries: number;
  /** Whether to send again when the workflow may have run. */
  readonly retryAmbiguous: boolean;
  readonly clock: Clock;
  /** A number from 0 to under 1. */
  readonly random: () => number;
  /** Ends the loop after the attempt that it also ends, or in the pause. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called after every attempt, with what is certain after all attempts so far; `pauseMs` is given if another follows after
   * that time.
   */
  readonly onAttempt: (attempt: Attempt, pauseMs: number | undefined) => void;
}

/** One attempt and what it came to. */
export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  readonly tookMs: number;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** No pause is longer, in milliseconds; a server that asks for more is not waited for. */
const PATIENCE_MS = 300_000;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Sends until a verdict says that sending again is of no use, or not safe. Pauses grow exponentially; half of each is drawn
 * at random, on top of what the verdict or the server's `Retry-After` asks for at least. Gives the last attempt, with a
 * verdict on all of them.
 */
export async function attempt(plan: Plan): Promise<Attempt> {
  let doubtful: Verdict | undefined;
  for (let number = 1; ; number += 1) {
    const began = plan.clock.monotonic();
    const exchange = await plan.send();
    const verdict = plan.judge(exchange);
    const sent = { number, exchange, verdict, tookMs: plan.clock.monotonic() - began };
    const known = plan.lookInto && isLost(verdict) ? await plan.lookInto(sent) : verdict;
    const askedMs = exchange.kind === 'reply' ? retryAfterMs(exchange.headers['retry-after'], plan.clock.now()) : 0;
    const last = askedMs > PATIENCE_MS ? withLongPause(known, askedMs) : known;
    const done = { ...sent, verdict: doubtful ? afterDoubt(last, doubtful) : last };
    // Whether to send again depends on this attempt: those before it were allowed to be followed by another.
    const pauseMs = number > plan.retries ? undefined : pauseBefore(number + 1, last, askedMs, plan);
    const isCancelled = plan.signal?.aborted === true;
    plan.onAttempt(done, isCancelled ? undefined : pauseMs);
    if (pauseMs === undefined) return done;
    if (!isCancelled) await plan.clock.sleep(pauseMs, plan.signal);
    if (plan.signal?.aborted) return { ...done, verdict: cancelled(done.verdict) };
    if (last.ran !== 'no') doubtful ??= last;
    if (exchange.kind === 'reply') await discard(exchange.body);
  }
}

/** What is certain after an attempt that did not run, where an earlier one may have: no more than after that one. */
function afterDoubt(last: Verdict, doubtful: Verdict): Verdict {
  if (last.ran !== 'no') return last;
  return {
    ...doubtful,
    ...(last.retry ? { retry: last.retry } : {}),
    message: say`${doubtful.message} A later attempt got no further: ${last.message}`,
  };
}

function cancelled({ ran, message }: Verdict): Verdict {
  return {
    row: 'aborted',
    success: false,
    ran,
    claim: 'cancelled',
    message: say`The step was cancelled before another attempt. ${message}`,
    hint: NOTHING,
  };
}

/** A reply that came whole says what it says: only where one was lost is there something to find out. */
function isLost({ success, ran, retry }: Verdict): boolean {
  return !success && ran === 'maybe' && retry !== undefined;
}

/** More attempts would be of no use, so the verdict must not ask for them. */
function withLongPause(verdict: Verdict, askedMs: number): Verdict {
  if (verdict.success || !verdict.retry || verdict.ran !== 'no') return verdict;
  const asked = askedMs > DAY_MS ? say`more than a day` : formatDuration(askedMs);
  const hint = say`The server asks for a pause of ${asked} (Retry-After), which is longer than a step waits. Run it again after that.`;
  return { ...verdict, hint };
}

/** The pause before an attempt, in milliseconds; undefined where there must not be another. */
function pauseBefore(number: number, verdict: Verdict, askedMs: number, plan: Plan): number | undefined {
  if (verdict.success || !verdict.retry) return undefined;
  if (verdict.ran === 'yes' || (verdict.ran === 'maybe' && !plan.retryAmbiguous)) return undefined;
  if (askedMs > PATIENCE_MS) return undefined;
  const bound = Math.min(FIRST_PAUSE_MS * 2 ** (number - 2), LONGEST_PAUSE_MS);
  const drawn = Math.floor((bound * (1 + plan.random())) / 2);
  return Math.min(Math.max(verdict.retry.minDelayMs, askedMs) + drawn, PATIENCE_MS);
}

/**
 * The pause that `Retry-After` asks for, in milliseconds: seconds or an HTTP date (RFC 9110, section 10.2.3). Zero where
 * it is absent, past or invalid.
 */
export function retryAfterMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = /^[A-Z][a-z]{2},? /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
