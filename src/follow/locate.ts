import type { Deadline } from '../host/deadline.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { isTriggerUrl } from '../n8n/address.ts';
import { dateOf, type Execution, isFinal, isRedacted, receivedRequest } from '../n8n/execution.ts';
import type { FoundExecution } from '../n8n-api/executions.ts';
import type { Search } from '../n8n-api/find.ts';
import { hasOurHeaders, hasOurTrace, isOlder, mayHaveStartedFrom } from '../n8n-api/proofs.ts';
import type { ExecutionSource } from '../n8n-api/source.ts';
import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import type { Outcome } from '../routes/outcome.ts';
import { say } from '../text/safe.ts';
import { isGone } from '../verdict/api-failure.ts';
import type { Saves } from '../verdict/execution.ts';
import { executionIdIn } from './named-execution.ts';

/** How long to search before asking whether the execution is saved at all, and how long in total. */
const FIRST_SEARCH_MS = 2_000;
export const SEARCH_MS = 15_000;

/** The pause before rereading the execution that a reply names. */
const NAMED_PAUSE_MS = 1_000;

/** How often to reread an execution that does not yet show what it was started with. */
const MOST_UNCLEAR_LOOKS = 3;

/** The result of a search; if the execution is not there, whether it should be. */
export type Located = Exclude<Search, { end: 'absent' }> | { readonly end: 'absent'; readonly saves: Saves };

/** What following a call's execution needs. */
export interface Following {
  readonly executions: ExecutionSource;
  readonly call: TriggeredCall;
  /** The ids of executions that were read and are not the call's; grows. */
  readonly ruledOut: Set<number>;
  readonly inputs: Inputs;
  readonly host: Host;
}

/**
 * Finds the execution of a call: the one that the route or a resume URL gives; or the one that the reply names, if it
 * is proven to be the call's; or else by its trace.
 */
export async function locate(outcome: Outcome, following: Following, deadline: Deadline): Promise<Located> {
  const { executions, call, ruledOut, host } = following;
  const look = (searchMs: number, within = deadline) =>
    executions.find(call, { clock: host.clock, searchMs, deadline: within, ruledOut });
  const certain = certainExecution(outcome, call);
  if (certain) {
    const isSure = outcome.execution !== undefined || !isTriggerUrl(call.url);
    const own = isSure ? undefined : await look(FIRST_SEARCH_MS, deadline.within(FIRST_SEARCH_MS));
    return own?.end === 'found' || own?.end === 'cancelled' ? own : { end: 'found', execution: certain };
  }
  const named = await readNamed(outcome, following, deadline);
  if (named) {
    // If it is not known which workflow was called, it may have passed the call's headers on to another one, whose
    // execution starts later.
    const isSure = call.workflowId !== undefined || call.route === 'start';
    const first = isSure ? undefined : await look(FIRST_SEARCH_MS, deadline.within(FIRST_SEARCH_MS));
    const isEarlier = first?.end === 'found' && Number(first.execution.id) < Number(named.id);
    return { end: 'found', execution: isEarlier ? first.execution : named };
  }
  // After a failure, this makes no difference.
  const learnSaves = async (): Promise<Saves> =>
    outcome.verdict.success ? executions.savesSuccesses(call, deadline) : 'unknown';
  const first = await look(FIRST_SEARCH_MS);
  if (first.end !== 'absent') return first;
  const saves = await learnSaves();
  // Unless that is certain, the execution may just be late.
  if (saves === 'no' || deadline.leftMs() <= 0) return { end: 'absent', saves };
  const second = await look(SEARCH_MS - FIRST_SEARCH_MS);
  // n8n may not have replied the first time, or still had a success that it was about to remove.
  return second.end === 'absent' ? { end: 'absent', saves: await learnSaves() } : second;
}

function certainExecution({ execution }: Outcome, call: TriggeredCall): Execution | undefined {
  const id = execution?.id ?? call.resumes;
  if (id === undefined) return undefined;
  const status = execution === undefined || execution.status === 'unknown' ? 'new' : execution.status;
  return { id, status, storesTraces: false, workflowId: execution?.workflowId ?? call.workflowId };
}

/**
 * The execution that a reply names, if it is certainly the call's: a workflow may name another workflow's execution, or
 * echo what it was sent.
 */
async function readNamed(outcome: Outcome, following: Following, deadline: Deadline): Promise<Execution | undefined> {
  const id = executionIdIn(outcome);
  if (id === undefined) return undefined;
  const { executions, ruledOut, host } = following;
  let unclear = 0;
  for (;;) {
    const read = await executions.read(id, false, { retries: 0, deadline });
    if (read.ok) {
      const isOwn = await isOwnExecution(read.value, following, deadline);
      if (isOwn === 'yes') return read.value.execution;
      unclear += 1;
      if (isOwn === 'no' || unclear > MOST_UNCLEAR_LOOKS) {
        const name = host.show(id, 20);
        ruledOut.add(Number(id));
        host.log.info(say`The reply names execution ${name}, which may not be this call's: looking for the right one.`);
        return undefined;
      }
    } else if (!read.error.transient) {
      // n8n does not have this id, or does not show it: only the workflow vouches for it.
      if (isGone(read.error)) ruledOut.add(Number(id));
      return undefined;
    }
    if (deadline.isCancelled() || deadline.leftMs() <= 0) return undefined;
    await deadline.sleep(NAMED_PAUSE_MS);
  }
}

/** `unclear`: n8n does not show yet what the execution was started with. */
async function isOwnExecution(
  { execution, data }: FoundExecution,
  { executions, call, inputs }: Following,
  deadline: Deadline,
): Promise<'yes' | 'no' | 'unclear'> {
  const { id, workflowId, storesTraces, status } = execution;
  // A gateway workflow may name the execution of the workflow that it ran, which started after the call.
  if (call.route === 'start' && workflowId === inputs.workflowId) {
    const listed = { id: Number(id), startedAt: dateOf(data['startedAt']) };
    return isOlder(listed, call, mayHaveStartedFrom(call, [])) ? 'no' : 'yes';
  }
  // A workflow that calls another one may pass our headers on to it.
  if (call.workflowId !== undefined && workflowId !== call.workflowId) return 'no';
  if (hasOurTrace(execution, call)) return 'yes';
  const read = await executions.read(id, true, { retries: 0, deadline });
  if (!read.ok) return 'unclear';
  const received = receivedRequest(read.value.data);
  if (received) return hasOurHeaders(received, call) ? 'yes' : 'no';
  return storesTraces || isFinal(status) || isRedacted(read.value.data) ? 'no' : 'unclear';
}
