import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type Execution, type ExecutionResult, toResult } from '../n8n/execution.ts';
import { optionsWithin } from '../n8n-api/ask.ts';
import type { FoundExecution } from '../n8n-api/executions.ts';
import { CLOCK_SLACK_MS, type Search } from '../n8n-api/find.ts';
import { followExecution } from '../n8n-api/poll.ts';
import type { Saving } from '../n8n-api/saving.ts';
import type { ExecutionSource } from '../n8n-api/source.ts';
import type { KnownExecution, Outcome } from '../routes/outcome.ts';
import { formatDuration } from '../text/format.ts';
import { textOf } from '../text/json.ts';
import { say } from '../text/safe.ts';
import { verdictOf } from '../verdict/api.ts';
import { isGone } from '../verdict/api-failure.ts';
import { type Ending, notSaved, settle } from '../verdict/execution.ts';
import { NOTHING, type Verdict } from '../verdict/verdict.ts';
import { executionIdIn, withNamedExecution } from './named-execution.ts';

/** What the inputs tell of the execution that is to be. */
export interface Clue {
  readonly executions: ExecutionSource;
  readonly traceparent: string;
  /** The id of the workflow that is called, where it is known; else empty. */
  readonly workflowId: string;
}

/** What is known when the trigger is sent, to find the execution by afterwards. */
export interface Trail extends Clue {
  /** The newest execution's id; 0 if it was not asked for. */
  readonly afterId: number;
  /** The ids of executions that are certainly not it; grows while it is looked for. */
  readonly others: Set<number>;
  /** When the trigger was sent, in milliseconds since 1970. */
  readonly sentAt: number;
  /** The same by the monotonic clock. */
  readonly since: number;
}

/** How long to look for an execution that does not turn up, in milliseconds; after the first it is asked why. */
const FIRST_SEARCH_MS = 2_000;
const SEARCH_MS = 15_000;

/** The pause before an execution that a reply names is asked for again, in milliseconds. */
const NAMED_PAUSE_MS = 1_000;

/** How long to look at an execution that was not to be waited for, in milliseconds. */
const GLANCE_MS = 5_000;

/** What is known of an execution that has not been looked at yet. */
const JUST_STARTED = { status: 'new', traceparent: undefined, storesTraces: false } as const;

/** How often to ask again for the data of an ended execution, whatever the step's retries are: it is not worth hours. */
const RESULT_RETRIES = 3;

/** When the job is cancelled, the runner gives 7.5 s until its second signal: all that is left to do takes less than 5. */
const LAST_SEARCH_MS = 1_500;
const LAST_REQUEST_MS = 2_000;
const LAST_LOOK_MS = 800;

/** Makes sure, before anything is triggered, that the key may do what following takes. Gives the trail, or why not. */
export async function prepare(inputs: Inputs, clue: Clue, host: Host): Promise<Trail | Verdict> {
  const { clock, cancelled } = host;
  const begin = (afterId: number) => ({
    ...clue,
    afterId,
    others: new Set<number>(),
    sentAt: clock.now(),
    since: clock.monotonic(),
  });
  if (!inputs.wait) return begin(0);
  const newest = await clue.executions.checkAccess(clue.workflowId, { signal: cancelled });
  if (newest.ok) return begin(newest.value ?? 0);
  const message = say`The step was cancelled before the workflow was triggered.`;
  return cancelled.aborted
    ? { row: 'cancelled', success: false, ran: 'no', claim: 'cancelled', message, hint: NOTHING }
    : verdictOf(newest.error);
}

/** Follows what was triggered, as far as the inputs ask for it or the reply leaves questions; the step takes its result. */
export async function follow(outcome: Outcome, trail: Trail, inputs: Inputs, host: Host): Promise<Outcome> {
  const { verdict } = outcome;
  const waitMs = inputs.wait ? inputs.waitTimeoutMs : GLANCE_MS;
  const end = host.clock.monotonic() + waitMs;
  const leftMs = () => end - host.clock.monotonic();
  if (verdict.row === 'aborted') return stopUnseen(outcome, trail, inputs, host);
  if (verdict.ran === 'no' || !(inputs.wait || verdict.inconclusive)) {
    return withNamedExecution(outcome, pageIn(trail));
  }
  const search = await locate(outcome, trail, leftMs, host);
  if (search.end === 'cancelled') return stopUnseen(outcome, trail, inputs, host);
  if (search.end !== 'found') {
    const named = withNamedExecution(outcome, pageIn(trail));
    return inputs.wait && verdict.success ? notFound(named, search, trail, waitMs) : named;
  }

  const url = pageOf(search.execution, trail.executions);
  host.log.info(`Execution ${search.execution.id}: ${url}`);
  const followed = await followExecution(trail.executions, search.execution, {
    clock: host.clock,
    since: trail.since,
    waitMs: leftMs(),
    signal: host.cancelled,
    onStatus: ({ id, status }, elapsedMs, changed) =>
      host.log.info(`Execution ${id}: ${changed ? '' : 'still '}${status} (${formatDuration(elapsedMs)})`),
    onTrouble: (message) => host.log.info(`${message} Still trying.`),
  });
  const { execution } = followed;
  const known = { ...outcome, execution: { ...execution, url, result: undefined } };
  if (!inputs.wait && followed.end !== 'ended') return known;
  if (followed.end === 'cancelled')
    return concluded(outcome, await stop(execution, trail.executions, inputs), waitMs, host);
  if (followed.end !== 'ended') return concluded(outcome, { ...followed, url }, waitMs, host);
  const result = await readResult(trail.executions, execution.id, host);
  return concluded(outcome, { end: 'ended', execution, url, result }, waitMs, host);
}

/** The data of an ended execution; where it cannot be had, the log says why. */
async function readResult(executions: ExecutionSource, id: string, host: Host): Promise<ExecutionResult | undefined> {
  const read = await executions.read(id, true, { retries: RESULT_RETRIES, signal: host.cancelled });
  // Over N8N_EXECUTIONS_DATA_MAX_DISPLAY_SIZE, n8n leaves the data out.
  if (read.ok && read.value.data['dataTooLargeToDisplay'] !== true) return toResult(read.value.data, host.redact);
  const why = read.ok ? 'n8n does not give it, because it is too large.' : read.error.message;
  host.log.info(`The data of execution ${id} could not be read: ${why}`);
  return undefined;
}

/** What came of looking; where the execution is not there, whether it should be. */
type Located = Exclude<Search, { end: 'absent' }> | { readonly end: 'absent'; readonly saving: Saving };

/** As it was found already, by the id that the route knows for certain or that the reply carries, else by the trace. */
async function locate(outcome: Outcome, trail: Trail, leftMs: () => number, host: Host): Promise<Located> {
  const { executions, workflowId } = trail;
  if (outcome.execution) {
    const { id, status } = outcome.execution;
    const known = status === 'unknown' ? {} : { status };
    return {
      end: 'found',
      execution: { ...JUST_STARTED, ...known, id, workflowId: outcome.execution.workflowId ?? workflowId },
    };
  }
  const { clock, cancelled: signal } = host;
  const told = executionIdIn(outcome);
  const named = told === undefined ? undefined : await readNamed(trail, told, leftMs, host);
  if (named) return { end: 'found', execution: named };
  const wanted = wantedOf(outcome, trail);
  const look = (searchMs: number) =>
    executions.find(wanted, { clock, searchMs: Math.min(searchMs, leftMs()), waitMs: leftMs(), signal });
  const called = {
    url: outcome.url,
    method: outcome.method ?? '',
    workflowId: wanted.workflowId,
    afterId: trail.afterId,
  };
  // A failure stays one, wherever its execution is.
  const findSaving = async (): Promise<Saving> =>
    outcome.verdict.success ? executions.saving(called, optionsWithin(leftMs(), signal)) : 'unknown';
  const first = await look(FIRST_SEARCH_MS);
  if (first.end !== 'absent') return first;
  const saving = await findSaving();
  // What only seems so may be an execution that is late.
  if (saving === 'no' || leftMs() <= 0) return { end: 'absent', saving };
  const second = await look(SEARCH_MS - FIRST_SEARCH_MS);
  // n8n may not have answered when it was asked before, or just then have had a success that it was about to remove.
  return second.end === 'absent' ? { end: 'absent', saving: await findSaving() } : second;
}

/**
 * The execution that a reply names; undefined if n8n has none of this id, or does not let it be read, or if it is older
 * than the call, as where a reply repeats what it was sent.
 */
async function readNamed(
  trail: Trail,
  id: string,
  leftMs: () => number,
  { clock, cancelled, log }: Host,
): Promise<Execution | undefined> {
  for (;;) {
    const read = await trail.executions.read(id, false, optionsWithin(leftMs(), cancelled));
    if (read.ok) {
      if (!isOlder(read.value, trail)) return read.value.execution;
      log.info(`The reply names execution ${id}, which is older than this call: looking for the call's own.`);
      return undefined;
    }
    if (isGone(read.error) || !read.error.transient || cancelled.aborted || leftMs() <= 0) return undefined;
    await clock.sleep(Math.min(NAMED_PAUSE_MS, leftMs()), cancelled);
  }
}

/** Whether an execution was there before the call, by its id, which counts up, or by its start. */
function isOlder({ execution, data }: FoundExecution, { afterId, sentAt }: Trail): boolean {
  const startedAt = Date.parse(textOf(data['startedAt']));
  return Number(execution.id) <= afterId || startedAt < sentAt - CLOCK_SLACK_MS;
}

/** A gateway workflow runs the other one: the trace is the gateway's. */
function wantedOf({ route }: Outcome, trail: Trail): Trail {
  return route === 'start' ? { ...trail, workflowId: '' } : trail;
}

function notFound(
  outcome: Outcome,
  search: Exclude<Located, { end: 'found' | 'cancelled' }>,
  { workflowId }: Trail,
  waitMs: number,
): Outcome {
  const { end } = search;
  const saving = end === 'absent' ? search.saving : 'unknown';
  if (saving === 'no' || saving === 'seemingly-not') {
    const why =
      saving === 'no'
        ? say`The execution was not found, because the settings of its workflow do not save it`
        : say`The execution was not found: n8n does not appear to save successful executions (EXECUTIONS_DATA_SAVE_ON_SUCCESS)`;
    return { ...outcome, verdict: notSaved(outcome.verdict, why) };
  }
  const message =
    end === 'absent'
      ? say`The execution was not found within ${formatDuration(Math.min(SEARCH_MS, waitMs))}: its result is unknown.`
      : say`n8n's API could not be asked for the execution: its result is unknown.`;
  const narrow =
    workflowId === '' && saving === 'unknown'
      ? say` With workflow-id, the action can tell which of these it is.`
      : NOTHING;
  const hint =
    end === 'absent'
      ? say`Check that the key's owner may see the workflow, that its settings save executions, and that no proxy removes the header traceparent.${narrow} n8n before 2.39 does not list an execution while it waits (a Wait node, an approval): let the reply name it, in a member executionId.`
      : say`Look at the executions in n8n.`;
  return {
    ...outcome,
    verdict: { row: `execution-${end}`, success: false, ran: 'yes', claim: 'result unknown', message, hint },
  };
}

/** After a cancel before the execution was known: it may be there, so it is looked for and stopped, in the time that is left. */
async function stopUnseen(outcome: Outcome, trail: Trail, inputs: Inputs, host: Host): Promise<Outcome> {
  if (outcome.verdict.ran === 'no' || !inputs.wait) return outcome;
  const search = await trail.executions.find(wantedOf(outcome, trail), {
    clock: host.clock,
    searchMs: LAST_SEARCH_MS,
    waitMs: LAST_SEARCH_MS,
    signal: AbortSignal.timeout(LAST_SEARCH_MS),
  });
  if (search.end === 'found')
    return concluded(outcome, await stop(search.execution, trail.executions, inputs), 0, host);
  const message = say`The step was cancelled, and the execution was not found in the time that was left.`;
  const hint = say`Look at the executions in n8n: it may still be running.`;
  const { ran } = outcome.verdict;
  return { ...outcome, verdict: { row: 'cancelled', success: false, ran, claim: 'cancelled', message, hint } };
}

async function stop(execution: Execution, executions: ExecutionSource, { stopOnCancel }: Inputs): Promise<Ending> {
  const ending = { end: 'cancelled', url: pageOf(execution, executions) } as const;
  if (!stopOnCancel) return { ...ending, execution, fate: 'unwanted' };
  const stopped = await executions.stop(execution.id, { retries: 0, timeoutMs: LAST_REQUEST_MS });
  if (stopped.ok) return { ...ending, execution: { ...execution, status: 'canceled' }, fate: 'stopped' };
  const read = await executions.read(execution.id, false, { retries: 0, timeoutMs: LAST_LOOK_MS });
  return { ...ending, execution: read.ok ? read.value.execution : execution, fate: stopped.error };
}

function concluded(outcome: Outcome, ending: Ending, waitMs: number, host: Host): Outcome {
  const { id, workflowId, status } = ending.execution;
  const result = ending.end === 'ended' ? ending.result : undefined;
  const execution: KnownExecution = {
    id,
    workflowId,
    status: ending.end === 'gone' ? 'unknown' : status,
    url: ending.url,
    result,
  };
  const workflowName = outcome.workflowName ?? (result && host.show(result.workflowName, 80));
  return { ...outcome, workflowName, execution, verdict: settle(outcome.verdict, ending, waitMs, host.show) };
}

/** Gives the page of an execution, where its workflow is known. */
function pageIn({ executions, workflowId }: Trail): ((id: string) => string) | undefined {
  return workflowId === '' ? undefined : (id) => pageOf({ id, workflowId }, executions);
}

function pageOf({ id, workflowId }: Pick<Execution, 'id' | 'workflowId'>, { base }: ExecutionSource): string {
  return `${base}/workflow/${workflowId}/executions/${id}`;
}
