import type { Clock } from '../host/host.ts';
import type { Exchange } from '../http/exchange.ts';
import { discard } from '../http/received-body.ts';
import type { Execution } from '../n8n/execution.ts';
import { formatDuration } from '../text/format.ts';
import { say } from '../text/safe.ts';
import { cancelledVerdict, type Verdict } from './verdict.ts';

/** How to send, judge and wait; the loop itself is independent of n8n. */
export interface Sending {
  readonly send: () => Promise<Exchange>;
  readonly judge: (exchange: Exchange) => Promise<Verdict>;
  /** Finds out whether an attempt with a lost reply ran. */
  readonly lookInto?: ((lost: Attempt) => Promise<Resolved>) | undefined;
  /** Attempts after the first. */
  readonly retries: number;
  /** Whether to send again when the workflow may have run. */
  readonly retryAmbiguous: boolean;
  readonly clock: Clock;
  /** A number from 0 to under 1. */
  readonly random: () => number;
  /** Ends the loop after the current attempt, which it aborts as well, or during a pause. */
  readonly signal: AbortSignal;
  /**
   * Called after every attempt, with the verdict on all attempts so far; `pauseMs` is set if another attempt follows
   * after this many milliseconds.
   */
  readonly onAttempt: (attempt: Attempt, pauseMs: number | undefined) => void;
}

/** What was found out about an attempt: a more certain verdict, or the same one; and its execution, if there is one. */
export interface Resolved {
  readonly verdict: Verdict;
  readonly execution?: Execution | undefined;
}

export interface Attempt extends Resolved {
  /** From 1. */
  readonly number: number;
  readonly exchange: Exchange;
  readonly tookMs: number;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** The longest pause that a server may ask for, in milliseconds: a longer one is not waited for. */
export const PATIENCE_MS = 300_000;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Sends until sending again would not help or would not be safe. Pauses grow exponentially, and half of each is random;
 * the minimum that the verdict or `Retry-After` asks for is added. Returns the last attempt, with a verdict on all of
 * them.
 */
export async function attempt(sending: Sending): Promise<Attempt> {
  const { send, judge, lookInto, retries, clock, signal, onAttempt } = sending;
  let doubtful: Verdict | undefined;
  for (let number = 1; ; number += 1) {
    const began = clock.monotonic();
    const exchange = await send();
    const tookMs = clock.monotonic() - began;
    const verdict = await judge(exchange);
    const sent: Attempt = { number, exchange, verdict, tookMs };
    const { verdict: known, execution } = lookInto && isLost(verdict) ? await lookInto(sent) : sent;
    const askedMs = retryAfterMs(exchange, clock.now());
    const last = askedMs > PATIENCE_MS ? withLongPause(known, askedMs) : known;
    const done = { ...sent, execution, verdict: doubtful ? afterDoubt(last, doubtful) : last };
    // Whether to send again depends on this attempt alone: the earlier ones already allowed another.
    const pauseMs = number > retries ? undefined : pauseBefore(number + 1, last, askedMs, sending);
    const isCancelled = signal.aborted;
    onAttempt(done, isCancelled ? undefined : pauseMs);
    if (pauseMs === undefined) return done;
    if (!isCancelled) await clock.sleep(pauseMs, signal);
    if (signal.aborted) return { ...done, verdict: cancelled(done.verdict) };
    if (last.ran !== 'no') doubtful ??= last;
    if (exchange.kind === 'reply') await discard(exchange.body);
  }
}

/** The verdict after an attempt, if an earlier one may have run: no more certain than after that one. */
function afterDoubt(last: Verdict, doubtful: Verdict): Verdict {
  if (last.ran !== 'no') return last;
  return { ...doubtful, message: say`${doubtful.message} A later attempt got no further: ${last.message}` };
}

function cancelled({ ran, message }: Verdict): Verdict {
  return cancelledVerdict('aborted', ran, say`The step was cancelled before another attempt. ${message}`);
}

/** Whether the reply was lost, and there is something to find out: a complete reply is taken as it is. */
function isLost({ success, ran, retry }: Verdict): boolean {
  return !success && ran === 'maybe' && retry !== undefined;
}

/** More attempts would not help, so the hint must not suggest them. */
function withLongPause(verdict: Verdict, askedMs: number): Verdict {
  if (!verdict.retry || verdict.ran !== 'no') return verdict;
  const asked = askedMs > DAY_MS ? say`more than a day` : formatDuration(askedMs);
  const hint = say`The server asks for a pause of ${asked} (Retry-After), which is longer than a step waits. Run it again after that.`;
  return { ...verdict, hint };
}

/** The pause before an attempt, in milliseconds; undefined if there must not be another. */
function pauseBefore(number: number, verdict: Verdict, askedMs: number, sending: Sending): number | undefined {
  if (verdict.success || !verdict.retry) return undefined;
  if (verdict.ran === 'yes' || (verdict.ran === 'maybe' && !sending.retryAmbiguous)) return undefined;
  if (askedMs > PATIENCE_MS) return undefined;
  const ownMs = growingPause(number - 1, LONGEST_PAUSE_MS, sending.random);
  return Math.min(Math.max(verdict.retry.minDelayMs, askedMs) + ownMs, PATIENCE_MS);
}

/** The pause after this many attempts, in milliseconds: it doubles with each, and half of it is random. */
export function growingPause(attempts: number, longestMs: number, random: () => number): number {
  const bound = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), longestMs);
  return Math.floor((bound * (1 + random())) / 2);
}

/**
 * The pause that a reply's `Retry-After` asks for, in milliseconds: seconds or an HTTP date (RFC 9110, sections 10.2.3
 * and 5.6.7). Zero if it is absent, past or invalid.
 */
export function retryAfterMs(exchange: Exchange, now: number): number {
  const header = (exchange.kind === 'reply' && exchange.headers['retry-after']) || '';
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // Two obsolete forms are valid, too: one has the whole name of the day, the other no zone, and all are in GMT.
  const isDate = /^[A-Z][a-z]{2,8},? /.test(header);
  const date = isDate ? Date.parse(/ \d{4}$/.test(header) ? `${header} GMT` : header) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
