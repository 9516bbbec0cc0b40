import type { Deadline } from '../host/deadline.ts';
import type { Clock } from '../host/host.ts';
import { type Execution, isFinal } from '../n8n/execution.ts';
import { failed, ok, type Result } from '../text/result.ts';
import type { SafeText } from '../text/safe.ts';
import { type ApiFailure, isGone } from '../verdict/api-failure.ts';
import type { ExecutionSource } from './source.ts';

interface Pursuit {
  readonly clock: Clock;
  /** When the call was made, by the monotonic clock: logged times count from here. */
  readonly since: number;
  readonly deadline: Deadline;
  /** The shortest of the workflow's past runs, if some are known. */
  readonly usualMs: number | undefined;
  /** Called when the status has changed, and from time to time when it has not. */
  readonly onStatus: (execution: Execution, elapsedMs: number, changed: boolean) => void;
  /** Called once each time the API stops replying. */
  readonly onReadFailure: (message: SafeText) => void;
}

export type Followed =
  | { readonly end: 'ended'; readonly execution: Execution }
  | { readonly end: 'cancelled'; readonly execution: Execution }
  /** `readFailure`: why the status could not be read at the end; undefined if it was read. */
  | { readonly end: 'timeout'; readonly execution: Execution; readonly readFailure: SafeText | undefined }
  /** It existed and is gone. */
  | { readonly end: 'gone'; readonly execution: Execution };

/** How often to log that a long wait continues: with the longest pause, every half minute. */
const SIGN_OF_LIFE_MS = 25_000;

const SHORTEST_PAUSE_MS = 120;

/** The longest pause while an execution is young, and after that. */
const YOUNG = { untilMs: 600_000, pauseMs: 800 } as const;
const OLD_PAUSE_MS = 4500;

/** The longest pause during the first nine tenths of a workflow's shortest past run. */
const USUAL = { share: 0.9, pauseMs: 5000 } as const;

/** The longest pause while an execution waits for a time. */
const WAITING_PAUSE_MS = 25_000;

/** n8n's date for executions that wait for a call, and not for a time. */
const FAR_FUTURE = Date.UTC(2999, 0, 1);

/** How often to ask for a missing execution: a proxy, too, may say "not found" for a while. */
const GONE = { looks: 3, pauseMs: 1000 } as const;

/**
 * The pause before the next look at an execution. Pauses grow, so that short executions are quick and long ones cheap:
 * an end is noticed within a second during the first ten minutes, and within five seconds afterwards.
 *
 * @param followedMs how long it has been followed
 * @param elapsedMs how long ago it was started
 * @param untilMs how long it will still wait, if it waits for a time
 */
function pauseAfter(followedMs: number, elapsedMs: number, usualMs: number | undefined, untilMs?: number): number {
  if (untilMs !== undefined && untilMs > 0) return Math.min(Math.max(untilMs, SHORTEST_PAUSE_MS), WAITING_PAUSE_MS);
  const quietMs = usualMs === undefined ? 0 : usualMs * USUAL.share - elapsedMs;
  if (quietMs > 0) {
    const pauseMs = Math.min(Math.max(followedMs / 10, SHORTEST_PAUSE_MS), USUAL.pauseMs);
    return Math.min(pauseMs, Math.max(quietMs, SHORTEST_PAUSE_MS));
  }
  if (followedMs >= YOUNG.untilMs) return OLD_PAUSE_MS;
  return Math.min(Math.max(followedMs / 20, SHORTEST_PAUSE_MS), YOUNG.pauseMs);
}

/** Follows an execution by its id until it ends, through all failures of the API and restarts of n8n. */
export async function followExecution(
  executions: Pick<ExecutionSource, 'read' | 'listed' | 'minPauseMs'>,
  start: Execution,
  { clock, since, deadline, usualMs, onStatus, onReadFailure }: Pursuit,
): Promise<Followed> {
  const began = clock.monotonic();
  let execution = start;
  let loggedAt = Number.NEGATIVE_INFINITY;
  let readFailure: SafeText | undefined;
  let missing = 0;
  const log = (changed: boolean) => {
    const elapsedMs = clock.monotonic() - since;
    if (!changed && elapsedMs - loggedAt < SIGN_OF_LIFE_MS) return;
    loggedAt = elapsedMs;
    onStatus(execution, elapsedMs, changed);
  };
  log(true);
  while (!isFinal(execution.status)) {
    if (deadline.leftMs() <= 0) return { end: 'timeout', execution, readFailure };
    const now = clock.monotonic();
    const pauseMs = pauseAfter(now - began, now - since, usualMs, waitsFor(execution, clock));
    await deadline.sleep(Math.max(missing > 0 ? GONE.pauseMs : pauseMs, executions.minPauseMs));
    if (deadline.isCancelled()) return { end: 'cancelled', execution };
    const read = await readStatus(executions, execution, missing + 1 >= GONE.looks, deadline);
    if (deadline.isCancelled()) return { end: 'cancelled', execution };
    if (read === 'gone') return { end: 'gone', execution };
    if (!read.ok) {
      missing = isGone(read.error) ? missing + 1 : 0;
      if (missing === 0) {
        if (readFailure === undefined) onReadFailure(read.error.message);
        readFailure = read.error.message;
      }
      log(false);
      continue;
    }
    readFailure = undefined;
    missing = 0;
    const changed = read.value.status !== execution.status;
    execution = read.value;
    log(changed);
  }
  return { end: 'ended', execution };
}

/** The execution now: by its id, or from the list if n8n cannot give it by its id or seems to have lost it. */
async function readStatus(
  executions: Pick<ExecutionSource, 'read' | 'listed'>,
  execution: Execution,
  isLastLook: boolean,
  deadline: Deadline,
): Promise<Result<Execution, ApiFailure> | 'gone'> {
  const options = { retries: 0, deadline };
  const read = await executions.read(execution.id, false, options);
  if (read.ok) return ok(read.value.execution);
  const isMissing = isGone(read.error);
  // n8n 2.x replies 500 for some executions that it lists.
  if (!(isMissing && isLastLook) && read.error.status !== 500) return failed(read.error);
  const listed = await executions.listed(execution, options);
  // If the list is missing, too, a proxy replied, and the failure is transient.
  if (!listed.ok) return failed({ ...listed.error, code: isMissing ? 'api-not-there' : listed.error.code });
  if (listed.value) return ok(listed.value);
  return isMissing ? 'gone' : failed(read.error);
}

/** How long an execution will still wait, if it waits for a time. */
function waitsFor({ status, waitTill }: Execution, clock: Clock): number | undefined {
  return status === 'waiting' && waitTill !== undefined && waitTill < FAR_FUTURE ? waitTill - clock.now() : undefined;
}
