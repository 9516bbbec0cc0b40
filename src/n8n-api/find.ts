import type { Deadline } from '../host/deadline.ts';
import type { Clock } from '../host/host.ts';
import { type Execution, isFinal, isRedacted, receivedRequest } from '../n8n/execution.ts';
import { type ApiFailure, isGone } from '../verdict/api-failure.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { type ListedExecution, listExecutions, ROWS, readExecution } from './executions.ts';
import { hasOurHeaders, hasOurTrace, isNotByCall } from './proofs.ts';
import type { TriggeredCall } from './triggered-call.ts';
import { readUnlisted } from './unlisted.ts';

export interface SearchLimits {
  readonly clock: Clock;
  /** How long to search for an execution that is not there. */
  readonly searchMs: number;
  /** How long to search while the API does not reply, or a candidate cannot be decided on yet. */
  readonly deadline: Deadline;
  /** The ids of executions that were read and are not it; grows, so that a later search need not read them again. */
  readonly ruledOut: Set<number>;
}

export type Search =
  /** `usualMs`: the shortest of the workflow's past runs, if the list had some. */
  | { readonly end: 'found'; readonly execution: Execution; readonly usualMs?: number | undefined }
  /** The API replied throughout, and the execution was not there. */
  | { readonly end: 'absent' }
  /** The API failed before the search was complete. */
  | { readonly end: 'unreachable'; readonly failure: ApiFailure | undefined }
  /** There is a candidate, but n8n does not show what it was started with. */
  | { readonly end: 'undecided' }
  | { readonly end: 'cancelled' };

/** How many executions are read at the same time. */
const AT_ONCE = 6;

/** How many executions with another trace, or none, a search reads with their data: those nearest to the call. */
const MOST_WITH_DATA = 30;

/** How long the API must have replied without failure before an execution counts as absent. */
const CALM_MS = 3000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;

/** How many past runs it takes to know how long a workflow usually runs. */
const FEWEST_RUNS = 3;

/**
 * Finds the execution of a call: by the trace that n8n stored; or, if a proxy has changed the trace and on n8n
 * before 2.20, by the headers that the Webhook node received.
 */
export async function findExecution(api: Api, call: TriggeredCall, limits: SearchLimits): Promise<Search> {
  const { clock, deadline, ruledOut } = limits;
  const began = clock.monotonic();
  const options = { retries: 0, deadline };
  const state: SearchState = { api, call, options, ruledOut, withoutOurTrace: new Map(), withData: new Set() };
  let unclearAt = Number.NEGATIVE_INFINITY;
  let wasOpen = false;
  let pauseMs = FIRST_PAUSE_MS;
  for (let look = 0; ; look += 1) {
    // The first look usually finds the execution: the separate lists are read only from the second look on.
    const listed = await listExecutions(api, call.workflowId, ROWS, options, look === 0 ? 'quick' : 'try');
    if (deadline.isCancelled()) return { end: 'cancelled' };
    // A key that is refused now will be refused later: a gateway workflow's key need not be an API key.
    if (!listed.ok && !listed.error.transient) return { end: 'unreachable', failure: listed.error };
    const rows = listed.ok ? listed.value : [];
    const seen = new Set<NoMatch>();
    const found = await lookThrough(state, sortByLikelihood(rows, call), look > 0, seen);
    if (found) return { end: 'found', execution: found, usualMs: usualMsOf(found, rows) };
    if (deadline.isCancelled()) return { end: 'cancelled' };
    const now = clock.monotonic();
    const isOpen = seen.has('open');
    const isClear = listed.ok && !isOpen && !seen.has('unread');
    if (!isClear) unclearAt = now;
    // After a failure, an execution counts as absent only once the API has replied for a while.
    const calmAt = Math.max(began + limits.searchMs, unclearAt + CALM_MS);
    const restMs = Math.min(isClear ? calmAt - now : Infinity, deadline.leftMs());
    if (restMs <= 0) {
      if (isClear) return findUnlisted(api, call, deadline);
      if (isOpen || wasOpen) return { end: 'undecided' };
      return { end: 'unreachable', failure: listed.ok ? undefined : listed.error };
    }
    wasOpen = isOpen;
    await deadline.sleep(Math.min(pauseMs, restMs));
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** As a last resort, looks for waiting executions, which n8n before 2.39 does not list. */
async function findUnlisted(api: Api, call: TriggeredCall, deadline: Deadline): Promise<Search> {
  const unlisted = deadline.leftMs() > 0 ? await readUnlisted(api, call, { retries: 0, deadline }) : undefined;
  const found = unlisted?.find(({ execution, data }) => {
    if (call.workflowId !== undefined && execution.workflowId !== call.workflowId) return false;
    const received = receivedRequest(data);
    return hasOurTrace(execution, call) || (received !== undefined && hasOurHeaders(received, call));
  });
  if (found) return { end: 'found', execution: found.execution };
  return { end: deadline.isCancelled() ? 'cancelled' : 'absent' };
}

/** Executions newer than the call, those that started nearest to it first: clocks differ, so none is left out. */
function sortByLikelihood(listed: readonly ListedExecution[], call: TriggeredCall): ListedExecution[] {
  const { afterId = 0, sentAt } = call;
  const distance = ({ startedAt }: ListedExecution) => Math.abs((startedAt ?? sentAt) - sentAt);
  return listed
    .filter((row) => row.id > afterId && !isNotByCall(row, call))
    .sort((a, b) => distance(a) - distance(b) || a.id - b.id);
}

function usualMsOf({ workflowId, id }: Execution, listed: readonly ListedExecution[]): number | undefined {
  const past = listed.filter((row) => row.workflowId === workflowId && String(row.id) !== id);
  const lengths = past.flatMap(({ tookMs }) => (tookMs !== undefined && tookMs >= 0 ? [tookMs] : []));
  return lengths.length < FEWEST_RUNS ? undefined : Math.min(...lengths);
}

/** What a search has learned so far. */
interface SearchState {
  readonly api: Api;
  readonly call: TriggeredCall;
  readonly options: RequestOptions & { readonly deadline: Deadline };
  readonly ruledOut: Set<number>;
  /** Executions without our trace, which need their data to decide; and whether a proxy may be the reason. */
  readonly withoutOurTrace: Map<number, boolean>;
  /** Executions that were read with their data. */
  readonly withData: Set<number>;
}

/** What is known about a candidate: that it is another call's, or cannot be read or decided on yet. */
type NoMatch = 'other' | 'unread' | 'open' | 'without-our-trace';

/**
 * The call's execution, if it is among the candidates; adds what the others are to `seen`.
 *
 * @param isThorough whether to also read executions without our trace, with their data
 */
async function lookThrough(
  state: SearchState,
  candidates: readonly ListedExecution[],
  isThorough: boolean,
  seen: Set<NoMatch>,
): Promise<Execution | undefined> {
  const { ruledOut, withoutOurTrace } = state;
  const fresh = candidates.filter(({ id }) => !ruledOut.has(id) && !withoutOurTrace.has(id));
  const found = await lookAtEach(state, fresh, matchByTrace, seen);
  if (found || !isThorough) return found;
  const rest = candidates.filter(({ id }) => !ruledOut.has(id) && withoutOurTrace.has(id));
  let room = MOST_WITH_DATA - state.withData.size;
  const readable = rest.filter(({ id }) => state.withData.has(id) || room-- > 0);
  return lookAtEach(state, readable, matchByHeaders, seen);
}

async function lookAtEach(
  state: SearchState,
  candidates: readonly ListedExecution[],
  matchOne: (id: number, state: SearchState) => Promise<Execution | NoMatch>,
  seen: Set<NoMatch>,
): Promise<Execution | undefined> {
  const { deadline } = state.options;
  for (let first = 0; first < candidates.length; first += AT_ONCE) {
    if (deadline.leftMs() <= 0 || deadline.isCancelled()) {
      seen.add('unread');
      return undefined;
    }
    const batch = candidates.slice(first, first + AT_ONCE);
    const matches = await Promise.all(batch.map(async ({ id }) => ({ id, match: await matchOne(id, state) })));
    // A workflow may pass our headers on to another one, which starts later.
    const own = matches.flatMap(({ match }) => (typeof match === 'object' ? [match] : []));
    if (own.length > 0) return own.sort((a, b) => Number(a.id) - Number(b.id))[0];
    for (const { id, match } of matches) {
      if (match === 'other') state.ruledOut.add(id);
      if (typeof match === 'string') seen.add(match);
    }
  }
  return undefined;
}

async function matchByTrace(id: number, state: SearchState): Promise<Execution | NoMatch> {
  const { api, call, options, withoutOurTrace } = state;
  const read = await readExecution(api, String(id), false, options);
  if (!read.ok) return isGone(read.error) ? 'other' : 'unread';
  const { execution } = read.value;
  if (isNotByCall(execution, call)) return 'other';
  if (hasOurTrace(execution, call)) return execution;
  withoutOurTrace.set(id, isOfOurTrace(execution, call));
  return execution.storesTraces ? 'without-our-trace' : matchByHeaders(id, state);
}

async function matchByHeaders(id: number, state: SearchState): Promise<Execution | NoMatch> {
  const { api, call, options, withoutOurTrace } = state;
  state.withData.add(id);
  const read = await readExecution(api, String(id), true, options);
  if (!read.ok) return isGone(read.error) ? 'other' : 'unread';
  const { execution, data } = read.value;
  const received = receivedRequest(data);
  if (received) return hasOurHeaders(received, call) ? execution : 'other';
  // n8n may not have stored it yet.
  const mayStillShow = withoutOurTrace.get(id) === true && !isFinal(execution.status) && !isRedacted(data);
  return mayStillShow ? 'open' : 'other';
}

/** Whether n8n stored no trace, or another span in our trace, as happens with a proxy in between. */
function isOfOurTrace({ storesTraces, traceparent = '' }: Execution, { trace }: TriggeredCall): boolean {
  return !storesTraces || traceparent === '' || traceparent.split('-')[1] === trace.value.split('-')[1];
}
