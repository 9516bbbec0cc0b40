import type { Clock } from '../host/host.ts';
import type { Exchange } from '../http/exchange.ts';
import { discard } from '../http/received-body.ts';
import { formatDuration } from '../text/format.ts';
import { say } from '../text/safe.ts';
import type { Verdict } from './verdict.ts';

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
  /** Ends the loop behind the attempt that it also ends, or in the pause. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every attempt; `pauseMs` is given if another follows after that time. */
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

/** A server that asks for a longer pause than this, in milliseconds, is told of and not waited for. */
const PATIENCE_MS = 300_000;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Sends until a verdict says that sending again has no effect or not safe. Pauses grow exponentially with full jitter, on
 * top of what the verdict or the server's `Retry-After` ask for at least. Gives the last attempt.
 */
export async function attempt(plan: Plan): Promise<Attempt> {
  for (let number = 1; ; number += 1) {
    const began = plan.clock.monotonic();
    const exchange = await plan.send();
    const verdict = plan.judge(exchange);
    const sent = { number, exchange, verdict, tookMs: plan.clock.monotonic() - began };
    const known = plan.lookInto && isLost(verdict) ? { ...sent, verdict: await plan.lookInto(sent) } : sent;
    const askedMs = exchange.kind === 'reply' ? retryAfterMs(exchange.headers['retry-after'], plan.clock.now()) : 0;
    const done = askedMs > PATIENCE_MS ? withLongPause(known, askedMs) : known;
    const pauseMs = number > plan.retries || plan.signal?.aborted ? undefined : pauseAfter(done, askedMs, plan);
    plan.onAttempt(done, pauseMs);
    if (pauseMs === undefined) return done;
    await plan.clock.sleep(pauseMs, plan.signal);
    if (plan.signal?.aborted) return done;
    if (exchange.kind === 'reply') await discard(exchange.body);
  }
}

/** A reply that came whole says what it says: only where one was lost is there something to find out. */
function isLost({ success, ran, retry }: Verdict): boolean {
  return !success && ran === 'maybe' && retry !== undefined;
}

/** More attempts would be of no use, so the verdict must not ask for them. */
function withLongPause(sent: Attempt, askedMs: number): Attempt {
  const { verdict } = sent;
  if (verdict.success || !verdict.retry || verdict.ran !== 'no') return sent;
  const hint = say`The server asks for a pause of ${askedMs > DAY_MS ? say`more than a day` : formatDuration(askedMs)} (Retry-After), which is longer than a step waits. Run it again after that.`;
  return { ...sent, verdict: { ...verdict, hint } };
}

function pauseAfter({ number, verdict }: Attempt, askedMs: number, plan: Plan): number | undefined {
  if (verdict.success || !verdict.retry) return undefined;
  if (verdict.ran === 'yes' || (verdict.ran === 'maybe' && !plan.retryAmbiguous)) return undefined;
  if (askedMs > PATIENCE_MS) return undefined;
  const bound = Math.min(FIRST_PAUSE_MS * 2 ** (number - 1), LONGEST_PAUSE_MS);
  return Math.max(verdict.retry.minDelayMs, askedMs) + Math.floor(plan.random() * bound);
}

/**
 * The pause that `Retry-After` asks for, in milliseconds: seconds or an HTTP date (RFC 9110, section 10.2.3). Zero where
 * it is absent, past or senseless.
 */
export function retryAfterMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = /^[A-Z][a-z]{2},? /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
