import type { Clock } from '../host/host.ts';
import { type Execution, isFinal } from '../n8n/execution.ts';
import type { SafeText } from '../text/safe.ts';
import { isGone } from '../verdict/api-failure.ts';
import { NOTHING } from '../verdict/verdict.ts';
import { optionsWithin } from './ask.ts';
import type { ExecutionSource } from './source.ts';

/** How to follow. */
export interface Pursuit {
  readonly clock: Clock;
  /** When the trigger was sent, by the monotonic clock: all times that are told count from there. */
  readonly since: number;
  /** How long to follow, in milliseconds. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  /** Told when the status changed, and from time to time when it did not. */
  readonly onStatus: (execution: Execution, elapsedMs: number, changed: boolean) => void;
  /** Told once for each time that the API stops answering. */
  readonly onTrouble: (message: string) => void;
}

/** How following ended. */
export type Followed =
  | { readonly end: 'ended'; readonly execution: Execution }
  | { readonly end: 'cancelled'; readonly execution: Execution }
  /** `trouble`: what the API said last, if it could not tell how the execution stands; else empty. */
  | { readonly end: 'timeout'; readonly execution: Execution; readonly trouble: SafeText }
  /** It was there and is not any more: n8n does not save it, so nothing is known of its result. */
  | { readonly end: 'gone'; readonly execution: Execution };

/** A line now and then tells that a long wait is alive, in milliseconds. */
const SIGN_OF_LIFE_MS = 60_000;

const SHORTEST_PAUSE_MS = 120;
const LONGEST_PAUSE_MS = 60_000;

/**
 * The pause before the next look at an execution that has been followed for so long, in milliseconds: a tenth of that
 * time, so that the end is noticed at most a tenth late, and an hour takes fewer than 150 requests.
 */
export function pauseAfter(elapsedMs: number): number {
  return Math.min(Math.max(elapsedMs / 10, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
}

/**
 * Follows an execution by its id until it ends. Rides out all trouble with the API, restarts of n8n too, for as long as
 * there is time.
 */
export async function followExecution(
  executions: Pick<ExecutionSource, 'read'>,
  start: Execution,
  pursuit: Pursuit,
): Promise<Followed> {
  const { clock, signal } = pursuit;
  const began = clock.monotonic();
  const elapsed = () => clock.monotonic() - pursuit.since;
  const followedMs = () => clock.monotonic() - began;
  let execution = start;
  let told = -SIGN_OF_LIFE_MS;
  let trouble = NOTHING;
  const tell = (changed: boolean) => {
    const elapsedMs = elapsed();
    if (!changed && elapsedMs - told < SIGN_OF_LIFE_MS) return;
    told = elapsedMs;
    pursuit.onStatus(execution, elapsedMs, changed);
  };
  tell(true);
  const leftMs = () => pursuit.waitMs - followedMs();
  while (!isFinal(execution.status)) {
    if (leftMs() <= 0) return { end: 'timeout', execution, trouble };
    await clock.sleep(Math.min(pauseAfter(followedMs()), leftMs()), signal);
    if (signal.aborted) return { end: 'cancelled', execution };
    const read = await executions.read(execution.id, false, optionsWithin(leftMs(), signal));
    if (signal.aborted) return { end: 'cancelled', execution };
    if (!read.ok && isGone(read.error)) return { end: 'gone', execution };
    if (!read.ok) {
      if (trouble === '') pursuit.onTrouble(read.error.message);
      trouble = read.error.message;
      continue;
    }
    trouble = NOTHING;
    const changed = read.value.execution.status !== execution.status;
    execution = read.value.execution;
    tell(changed);
  }
  return { end: 'ended', execution };
}
