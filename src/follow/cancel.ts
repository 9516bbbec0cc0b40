import { type Deadline, deadlineAfter } from '../host/deadline.ts';
import type { Clock } from '../host/host.ts';
import type { Execution } from '../n8n/execution.ts';
import { say } from '../text/safe.ts';
import type { Ending } from '../verdict/execution.ts';
import { cancelledVerdict, type Verdict } from '../verdict/verdict.ts';
import type { Following } from './locate.ts';

/** When the job is cancelled, the second signal comes after 7.5 s: everything left to do takes less than 5 s. */
const LAST_SEARCH_MS = 1_500;
const LAST_REQUEST_MS = 2_000;
const LAST_READ_MS = 800;

/** Looks for the execution of a step that was cancelled before it was found. */
export async function findLate({ executions, call, ruledOut, host }: Following): Promise<Execution | undefined> {
  // A resume URL's execution may still be waiting, and this call did not start it: it is not stopped.
  if (call.resumes !== undefined) return undefined;
  const { clock } = host;
  const deadline = lastDeadline(LAST_SEARCH_MS, clock);
  const search = await executions.find(call, { clock, searchMs: LAST_SEARCH_MS, deadline, ruledOut });
  return search.end === 'found' ? search.execution : undefined;
}

/** Ends following after a cancellation: stops the execution in n8n, unless it should continue. */
export async function stop(
  execution: Execution,
  { executions, inputs, host: { clock } }: Following,
): Promise<Ending & { end: 'cancelled' }> {
  const end = 'cancelled';
  if (!inputs.stopOnCancel) return { end, execution, stopped: 'unwanted' };
  const stopped = await executions.stop(execution.id, { retries: 0, deadline: lastDeadline(LAST_REQUEST_MS, clock) });
  if (stopped.ok) return { end, execution: { ...execution, status: 'canceled' }, stopped: 'yes' };
  const read = await executions.read(execution.id, false, { retries: 0, deadline: lastDeadline(LAST_READ_MS, clock) });
  return { end, execution: read.ok ? read.value.execution : execution, stopped: stopped.error };
}

/** A deadline for the work that is left after a cancellation, which must not abort it. */
function lastDeadline(ms: number, clock: Clock): Deadline {
  return deadlineAfter(ms, clock, new AbortController().signal);
}

/** The verdict of a step that was cancelled before its execution was known. */
export function cancelledUnseen({ ran }: Verdict): Verdict {
  const message = say`The step was cancelled, and the execution was not found in the time left.`;
  return cancelledVerdict('cancelled', ran, message, say`Look at the executions in n8n: it may still be running.`);
}
