import { type Deadline, deadlineAfter } from '../host/deadline.ts';
import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { executionPage } from '../n8n/address.ts';
import { type Execution, type ExecutionResult, type ExecutionStatus, isRedacted, toResult } from '../n8n/execution.ts';
import { type Followed, followExecution } from '../n8n-api/poll.ts';
import type { ExecutionSource } from '../n8n-api/source.ts';
import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import type { Outcome } from '../routes/outcome.ts';
import { formatDuration } from '../text/format.ts';
import { NOTHING, say } from '../text/safe.ts';
import { whyNotAsked } from '../verdict/api-failure.ts';
import { type Ending, settle } from '../verdict/execution.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { cancelledUnseen, findLate, stop } from './cancel.ts';
import { type Following, type Located, locate } from './locate.ts';
import { executionIdIn, withNamedExecution } from './named-execution.ts';
import { notFound } from './not-found.ts';

/** How long to look at an execution without `wait`, in milliseconds. */
const GLANCE_MS = 5_000;

/** How long to wait for an outstanding reply from n8n when the time is over, in milliseconds. */
const LAST_ANSWER_MS = 2_000;

/** How long reading the data may take if an execution ended just in time, in milliseconds. */
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
  const followed =
    call && mayFollow(verdict, call) && (inputs.wait || verdict.inconclusive)
      ? await followCall(outcome, { executions, call, ruledOut: new Set(), inputs, host })
      : withNamedExecution(outcome);
  const { execution } = followed;
  if (!execution) return followed;
  return { ...followed, execution: { ...execution, url: executionPage(executions.base, execution) } };
}

/**
 * Whether there is an execution of the call to follow. A resume URL's execution may go on without the call: it counts
 * only if the call is known to have resumed it, or was cancelled.
 */
function mayFollow({ ran, row }: Verdict, { resumes }: TriggeredCall): boolean {
  return ran === 'yes' || (ran === 'maybe' && (resumes === undefined || row === 'aborted'));
}

async function followCall(outcome: Outcome, following: Following): Promise<Outcome> {
  const { inputs, host } = following;
  const deadline = deadlineAfter(waitMsOf(inputs), host.clock, host.cancelled, LAST_ANSWER_MS);
  const isAborted = outcome.verdict.row === 'aborted';
  const search = isAborted ? ({ end: 'cancelled' } as const) : await locate(outcome, following, deadline);
  switch (search.end) {
    case 'cancelled':
      return stopUnseen(outcome, following);
    case 'found': {
      const followed = await watch(search.execution, search.usualMs, following, deadline);
      if (!inputs.wait && followed.end !== 'ended') return { ...outcome, execution: followed.execution };
      return concluded(outcome, await endingOf(followed, following, deadline), following);
    }
    default:
      return unfound(outcome, search, following);
  }
}

function waitMsOf({ wait, waitTimeoutMs }: Inputs): number {
  return wait ? waitTimeoutMs : GLANCE_MS;
}

/** Follows the execution to its end, and logs its address and how it changes. */
function watch(
  execution: Execution,
  usualMs: number | undefined,
  { executions, call, host }: Following,
  deadline: Deadline,
): Promise<Followed> {
  const { clock, log, show } = host;
  const name = say`Execution ${show(execution.id, 20)}`;
  const page = executionPage(executions.base, execution);
  log.info(page === undefined ? name : say`${name}: ${show(page, 500)}`);
  return followExecution(executions, execution, {
    clock,
    since: call.since,
    deadline,
    usualMs,
    onStatus: ({ status }, elapsedMs, changed) =>
      log.info(say`${name}: ${changed ? NOTHING : say`still `}${show(status)} (${formatDuration(elapsedMs)})`),
    onReadFailure: (message) => log.info(say`${message} Still trying.`),
  });
}

async function endingOf(followed: Followed, following: Following, deadline: Deadline): Promise<Ending> {
  const { executions, host } = following;
  const { execution } = followed;
  const left = () => deadlineAfter(Math.max(deadline.leftMs(), RESULT_MS), host.clock, host.cancelled);
  switch (followed.end) {
    case 'cancelled':
      return stop(execution, following);
    case 'timeout':
      return followed;
    case 'gone':
      return { ...followed, saves: await executions.saving(execution, left()) };
    case 'ended':
      return { ...followed, result: await readResult(execution, following, left()) };
  }
}

/** The data of an ended execution; if it is not available, the log says why. */
async function readResult(
  { id }: Execution,
  { executions, host: { log, show } }: Following,
  deadline: Deadline,
): Promise<ExecutionResult | undefined> {
  const read = await executions.read(id, true, { retries: RESULT_RETRIES, deadline });
  const label = say`The data of execution ${show(id, 20)}`;
  if (!read.ok) {
    log.info(say`${label} could not be read: ${read.error.message}`);
    return undefined;
  }
  const { data } = read.value;
  // Over N8N_EXECUTIONS_DATA_MAX_DISPLAY_SIZE, n8n leaves the data out.
  if (data['dataTooLargeToDisplay'] === true) {
    log.info(say`${label} could not be read: n8n does not return it, because it is too large.`);
    return undefined;
  }
  if (isRedacted(data)) log.info(say`${label} is left out: n8n redacts it, because of this workflow's settings.`);
  return toResult(data, show);
}

/** The outcome if the execution was not found. */
function unfound(
  outcome: Outcome,
  search: Exclude<Located, { end: 'found' | 'cancelled' }>,
  { call, ruledOut, inputs, host }: Following,
): Outcome {
  const { verdict } = outcome;
  if (search.end === 'unreachable') host.log.info(say`The execution was not checked: ${whyNotAsked(search.failure)}.`);
  const named = ruledOut.has(Number(executionIdIn(outcome))) ? outcome : withNamedExecution(outcome);
  if (inputs.wait && verdict.success) return { ...named, verdict: notFound(verdict, search, call, waitMsOf(inputs)) };
  // A reply that an execution would overrule does not show how the run ended.
  const isOpen = verdict.ran === 'yes' && verdict.overruledByExecution;
  return isOpen ? { ...named, verdict: { ...verdict, claim: 'result unknown' } } : named;
}

/** The outcome of a step that was cancelled before its execution was found. */
async function stopUnseen(outcome: Outcome, following: Following): Promise<Outcome> {
  if (!following.inputs.wait) return outcome;
  const execution = await findLate(following);
  if (!execution) return { ...outcome, verdict: cancelledUnseen(outcome.verdict) };
  return concluded(outcome, await stop(execution, following), following);
}

function concluded(outcome: Outcome, ending: Ending, { executions, inputs, host }: Following): Outcome {
  const { id, workflowId } = ending.execution;
  const result = ending.end === 'ended' ? ending.result : undefined;
  const page = executionPage(executions.base, ending.execution);
  return {
    ...outcome,
    workflowName: outcome.workflowName ?? (result && host.show(result.workflowName, 80)),
    execution: { id, workflowId, status: statusOf(ending), result },
    verdict: settle(outcome.verdict, ending, page, waitMsOf(inputs), host.show),
  };
}

/** The status at the end. A failure that was not saved may have failed, crashed or been canceled. */
function statusOf(ending: Ending): ExecutionStatus {
  if (ending.end !== 'gone') return ending.execution.status;
  return ending.saves?.failures === 'yes' && ending.saves.successes === 'no' ? 'success' : 'unknown';
}
