import type { Deadline } from '../host/deadline.ts';
import type { Host } from '../host/host.ts';
import { dateOf, type Execution, isFinal, isRedacted, receivedRequest } from '../n8n/execution.ts';
import type { FoundExecution } from '../n8n-api/executions.ts';
import type { Search } from '../n8n-api/find.ts';
import { hasOurHeaders, hasOurTrace, isOlder, mayHaveStartedFrom, type Saves } from '../n8n-api/proofs.ts';
import type { ExecutionSource } from '../n8n-api/source.ts';
import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import type { Outcome } from '../routes/outcome.ts';
import { say } from '../text/safe.ts';
import { isGone } from '../verdict/api-failure.ts';
import { executionIdIn } from './named-execution.ts';

/** How long to look for an execution that does not turn up, in milliseconds; after the first it is asked why. */
const FIRST_SEARCH_MS = 2_000;
export const SEARCH_MS = 15_000;

/** The pause before an execution that a reply names is asked for again, in milliseconds; and how often. */
const NAMED_PAUSE_MS = 1_000;
const MOST_NAMED_LOOKS = 10_000;

/** How often an execution is asked for again that does not show yet what it was started with. */
const MOST_UNTOLD_LOOKS = 3;

/** What is known of an execution that has not been looked at yet. */
const JUST_STARTED = {
  status: 'new',
  mode: undefined,
  traceparent: undefined,
  storesTraces: false,
  waitTill: undefined,
  stoppedAt: undefined,
} as const;

/** What came of looking; where the execution is not there, whether it should be. */
export type Located = Exclude<Search, { end: 'absent' }> | { readonly end: 'absent'; readonly saves: Saves };

/** What a call and its execution are looked for with. */
export interface Lookout {
  readonly executions: ExecutionSource;
  readonly call: TriggeredCall;
  /** The workflow that a gateway workflow runs, whose execution it may name. */
  readonly startedId: string | undefined;
  /** The ids of executions that were looked at and are not the call's; grows. */
  readonly ruledOut: Set<number>;
  readonly host: Host;
}

/**
 * The execution of a call: the one that was found already, that the URL resumes, or that the route is certain of; the
 * one that the reply names, if it proves to be the call's; else the one that is found by its trace.
 */
export async function locate(outcome: Outcome, lookout: Lookout, deadline: Deadline): Promise<Located> {
  const { executions, call, ruledOut, host } = lookout;
  const certain = certainExecution(outcome, call);
  if (certain) return { end: 'found', execution: certain, usualMs: undefined };
  const named = await readNamed(outcome, lookout, deadline);
  if (named) return { end: 'found', execution: named, usualMs: undefined };
  const look = (searchMs: number) => {
    const limits = { clock: host.clock, searchMs: Math.min(searchMs, deadline.leftMs()), deadline, ruledOut };
    return executions.find(call, limits);
  };
  // A failure stays one, wherever its execution is.
  const learnSaves = async (): Promise<Saves> =>
    outcome.verdict.success ? executions.savesSuccesses(call, deadline) : 'unknown';
  const first = await look(FIRST_SEARCH_MS);
  if (first.end !== 'absent') return first;
  const saves = await learnSaves();
  // What only seems so may be an execution that is late.
  if (saves === 'no' || deadline.leftMs() <= 0) return { end: 'absent', saves };
  const second = await look(SEARCH_MS - FIRST_SEARCH_MS);
  // n8n may not have answered when it was asked before, or just then have had a success that it was about to remove.
  return second.end === 'absent' ? { end: 'absent', saves: await learnSaves() } : second;
}

function certainExecution({ execution }: Outcome, call: TriggeredCall): Execution | undefined {
  const id = execution?.id ?? call.resumes;
  if (id === undefined) return undefined;
  const status = execution === undefined || execution.status === 'unknown' ? 'new' : execution.status;
  return { ...JUST_STARTED, id, status, workflowId: execution?.workflowId ?? call.workflowId };
}

/**
 * The execution that a reply names, if it is certainly the call's: a workflow may name one of another workflow, or
 * repeat what it was sent.
 */
async function readNamed(outcome: Outcome, lookout: Lookout, deadline: Deadline): Promise<Execution | undefined> {
  const id = executionIdIn(outcome);
  if (id === undefined) return undefined;
  const { executions, ruledOut, host } = lookout;
  let untold = 0;
  for (let look = 0; look < MOST_NAMED_LOOKS; look += 1) {
    const read = await executions.read(id, false, { retries: 0, deadline });
    if (read.ok) {
      const isOwn = await isOwnExecution(read.value, lookout, deadline);
      if (isOwn === 'yes') return read.value.execution;
      untold += 1;
      if (isOwn === 'no' || untold > MOST_UNTOLD_LOOKS) {
        const name = host.show(id, 20);
        ruledOut.add(Number(id));
        host.log.info(
          say`The reply names execution ${name}, which is not known to be this call's: looking for its own.`,
        );
        return undefined;
      }
    } else if (!read.error.transient) {
      // Of an id that n8n does not know, or does not show, nothing is known but what the workflow says.
      if (isGone(read.error)) ruledOut.add(Number(id));
      return undefined;
    }
    if (deadline.isCancelled() || deadline.leftMs() <= 0) return undefined;
    await deadline.sleep(NAMED_PAUSE_MS);
  }
  return undefined;
}

/** `untold`: n8n does not show yet what it was started with. */
async function isOwnExecution(
  { execution, data }: FoundExecution,
  { executions, call, startedId }: Lookout,
  deadline: Deadline,
): Promise<'yes' | 'no' | 'untold'> {
  if (hasOurTrace(execution, call)) return 'yes';
  const { id, workflowId, storesTraces, status } = execution;
  // A gateway workflow names the execution of the workflow that it ran: one that came after the call.
  if (startedId !== undefined && workflowId === startedId) {
    const listed = { id: Number(id), startedAt: dateOf(data['startedAt']) };
    return isOlder(listed, call, mayHaveStartedFrom(call, [])) ? 'no' : 'yes';
  }
  if (call.workflowId !== undefined && workflowId !== call.workflowId) return 'no';
  const read = await executions.read(id, true, { retries: 0, deadline });
  if (!read.ok) return 'untold';
  const received = receivedRequest(read.value.data);
  if (received) return hasOurHeaders(received, call) ? 'yes' : 'no';
  return storesTraces || isFinal(status) || isRedacted(read.value.data) ? 'no' : 'untold';
}
