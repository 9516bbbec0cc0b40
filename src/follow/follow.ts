import { deadlineAfter } from '../host/deadline.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type Execution, type ExecutionResult, type ExecutionStatus, isRedacted, toResult } from '../n8n/execution.ts';
import { followExecution } from '../n8n-api/poll.ts';
import type { ExecutionSource } from '../n8n-api/source.ts';
import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import type { Outcome } from '../routes/outcome.ts';
import { formatDuration } from '../text/format.ts';
import { say } from '../text/safe.ts';
import { type Ending, type SavedEndings, settle } from '../verdict/execution.ts';
import { NOTHING } from '../verdict/verdict.ts';
import { cancelledUnseen, LAST_SEARCH_MS, lastDeadline, stop } from './cancel.ts';
import { type Lookout, locate } from './locate.ts';
import { executionIdIn, withNamedExecution } from './named-execution.ts';
import { notFound } from './not-found.ts';

/** How long to look at an execution without `wait`, in milliseconds. */
const GLANCE_MS = 5_000;

/** How long to still wait for an answer of n8n that is due when the time is over, in milliseconds. */
const LAST_ANSWER_MS = 2_000;

/** How long reading the data may take where an execution ended just in time, in milliseconds. */
const RESULT_MS = 5_000;

/** How often to retry reading the data of an ended execution, whatever the step's `retries` are. */
const RESULT_RETRIES = 3;

/** Follows the execution if the inputs ask for it or the reply is inconclusive. The outcome then has its result. */
export async function follow(
  outcome: Outcome,
  executions: ExecutionSource,
  inputs: Inputs,
  host: Host,
): Promise<Outcome> {
  const { verdict, call } = outcome;
  const pageOfNamed = (id: string) => call?.workflowId && pageOf({ id, workflowId: call.workflowId }, executions);
  if (!call || verdict.ran === 'no' || !(inputs.wait || verdict.inconclusive)) {
    return withNamedExecution(outcome, pageOfNamed);
  }
  const { clock } = host;
  const waitMs = inputs.wait ? inputs.waitTimeoutMs : GLANCE_MS;
  const deadline = deadlineAfter(waitMs, clock, host.cancelled, LAST_ANSWER_MS);
  const lookout = lookoutFor(call, executions, inputs, host);
  if (verdict.row === 'aborted') return stopUnseen(outcome, lookout, inputs);
  const search = await locate(outcome, lookout, deadline);
  if (search.end === 'cancelled') return stopUnseen(outcome, lookout, inputs);
  if (search.end !== 'found') {
    const isOthers = lookout.ruledOut.has(Number(executionIdIn(outcome)));
    const named = isOthers ? outcome : withNamedExecution(outcome, pageOfNamed);
    if (inputs.wait && verdict.success) return { ...named, verdict: notFound(verdict, search, call, waitMs) };
    // A reply that an execution would overrule says nothing certain about the run.
    return verdict.overruledByExecution ? { ...named, verdict: { ...verdict, claim: 'result unknown' } } : named;
  }

  const { execution: start, usualMs } = search;
  const name = say`Execution ${host.show(start.id, 20)}`;
  const link = pageOf(start, executions);
  host.log.info(link === undefined ? name : say`${name}: ${host.show(link, 500)}`);
  const followed = await followExecution(executions, start, {
    clock,
    since: call.since,
    deadline,
    usualMs,
    onStatus: ({ status }, elapsedMs, changed) =>
      host.log.info(
        say`${name}: ${changed ? NOTHING : say`still `}${host.show(status)} (${formatDuration(elapsedMs)})`,
      ),
    onTrouble: (message) => host.log.info(say`${message} Still trying.`),
  });
  const { execution } = followed;
  const url = pageOf(execution, executions) ?? '';
  if (!inputs.wait && followed.end !== 'ended')
    return { ...outcome, execution: { ...execution, url, result: undefined } };
  const conclude = (ending: Ending) => concluded(outcome, ending, waitMs, host);
  switch (followed.end) {
    case 'cancelled':
      return stopSeen(outcome, execution, lookout, inputs, waitMs);
    case 'timeout':
      return conclude({ ...followed, url, trouble: followed.trouble ?? NOTHING });
    case 'gone': {
      const left = deadlineAfter(Math.max(deadline.leftMs(), RESULT_MS), clock, host.cancelled);
      const saves = await executions.savedEndings(execution, left);
      return conclude({ ...followed, url, ...(saves && { saves }) });
    }
    case 'ended': {
      const left = deadlineAfter(Math.max(deadline.leftMs(), RESULT_MS), clock, host.cancelled);
      const read = await executions.read(execution.id, true, { retries: RESULT_RETRIES, deadline: left });
      const result = resultOf(read, execution, host);
      return conclude({ end: 'ended', execution, url, result });
    }
  }
}

function lookoutFor(call: TriggeredCall, executions: ExecutionSource, { target }: Inputs, host: Host): Lookout {
  const startedId = call.route === 'start' && target.mode === 'api' ? target.workflowId : undefined;
  return { executions, call, startedId, ruledOut: new Set(), host };
}

/** The data of an ended execution; where it is not available, the log says why. */
function resultOf(
  read: Awaited<ReturnType<ExecutionSource['read']>>,
  { id }: Execution,
  { log, show }: Host,
): ExecutionResult | undefined {
  const label = say`The data of execution ${show(id, 20)}`;
  if (!read.ok) {
    log.info(say`${label} could not be read: ${read.error.message}`);
    return undefined;
  }
  const { data } = read.value;
  // Over N8N_EXECUTIONS_DATA_MAX_DISPLAY_SIZE, n8n leaves the data out.
  if (data['dataTooLargeToDisplay'] === true) {
    log.info(say`${label} could not be read: n8n does not give it, because it is too large.`);
    return undefined;
  }
  if (isRedacted(data)) log.info(say`${label} is left out: n8n redacts it, as this workflow's settings say.`);
  return toResult(data, show);
}

/** After a cancellation before the execution was found: looks for it and stops it, in the time that is left. */
async function stopUnseen(outcome: Outcome, lookout: Lookout, inputs: Inputs): Promise<Outcome> {
  if (!inputs.wait) return outcome;
  const { executions, call, ruledOut, host } = lookout;
  const deadline = lastDeadline(LAST_SEARCH_MS, host.clock);
  const limits = { clock: host.clock, searchMs: LAST_SEARCH_MS, deadline, ruledOut };
  // A resume URL's execution may still be waiting, and this call did not start it: it is not stopped.
  if (call.resumes !== undefined) return { ...outcome, verdict: cancelledUnseen(outcome.verdict) };
  const search = await executions.find(call, limits);
  if (search.end !== 'found') return { ...outcome, verdict: cancelledUnseen(outcome.verdict) };
  return stopSeen(outcome, search.execution, lookout, inputs, 0);
}

async function stopSeen(
  outcome: Outcome,
  execution: Execution,
  { executions, host }: Lookout,
  { stopOnCancel }: Inputs,
  waitMs: number,
): Promise<Outcome> {
  const stopped = stopOnCancel
    ? await stop(execution, executions, host.clock)
    : ({ execution, fate: 'unwanted' } as const);
  const url = pageOf(stopped.execution, executions) ?? '';
  return concluded(outcome, { end: 'cancelled', url, ...stopped }, waitMs, host);
}

function concluded(outcome: Outcome, ending: Ending, waitMs: number, host: Host): Outcome {
  const { id, workflowId, status } = ending.execution;
  const result = ending.end === 'ended' ? ending.result : undefined;
  const known = ending.end === 'gone' ? statusOfGone(ending.saves) : status;
  const execution = { id, workflowId, status: known, url: ending.url || undefined, result };
  const workflowName = outcome.workflowName ?? (result && host.show(result.workflowName, 80));
  return { ...outcome, workflowName, execution, verdict: settle(outcome.verdict, ending, waitMs, host.show) };
}

/** The status of an execution that is gone. A failure that was not saved may have failed, crashed or been canceled. */
function statusOfGone(saves: SavedEndings | undefined): ExecutionStatus {
  return saves?.failures === true && saves.successes === false ? 'success' : 'unknown';
}

/** The page of an execution in the editor, where its workflow is known. */
function pageOf(
  { id, workflowId }: Pick<Execution, 'id' | 'workflowId'>,
  { base }: ExecutionSource,
): string | undefined {
  return workflowId === undefined ? undefined : `${base}/workflow/${workflowId}/executions/${id}`;
}
