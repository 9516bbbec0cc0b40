import { type Deadline, deadlineAfter } from '../host/deadline.ts';
import type { Clock } from '../host/host.ts';
import type { Execution } from '../n8n/execution.ts';
import type { ExecutionSource } from '../n8n-api/source.ts';
import { say } from '../text/safe.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** When the job is cancelled, the second signal comes after 7.5 s: everything left to do takes less than 5 s. */
export const LAST_SEARCH_MS = 1_500;
const LAST_REQUEST_MS = 2_000;
const LAST_LOOK_MS = 800;

/** The execution of a cancelled step: `stopped`, or why it could not be stopped. */
export interface Stopped {
  readonly execution: Execution;
  readonly fate: 'stopped' | ApiFailure;
}

/** A deadline for the work that is left after a cancellation, which must not abort it. */
export function lastDeadline(ms: number, clock: Clock): Deadline {
  return deadlineAfter(ms, clock, new AbortController().signal);
}

/** Stops an execution in n8n, in the time that is left after a cancellation. */
export async function stop(execution: Execution, executions: ExecutionSource, clock: Clock): Promise<Stopped> {
  const stopped = await executions.stop(execution.id, { retries: 0, deadline: lastDeadline(LAST_REQUEST_MS, clock) });
  if (stopped.ok) return { execution: { ...execution, status: 'canceled' }, fate: 'stopped' };
  const deadline = lastDeadline(LAST_LOOK_MS, clock);
  const read = await executions.read(execution.id, false, { retries: 0, deadline });
  return { execution: read.ok ? read.value.execution : execution, fate: stopped.error };
}

/** The verdict of a step that was cancelled before its execution was known. */
export function cancelledUnseen({ ran }: Verdict): Verdict {
  return {
    row: 'cancelled',
    success: false,
    ran,
    claim: 'cancelled',
    message: say`The step was cancelled, and the execution was not found in the time that was left.`,
    hint: say`Look at the executions in n8n: it may still be running.`,
  };
}
