import type { Deadline } from '../host/deadline.ts';
import type { Clock } from '../host/host.ts';
import { type Execution, isFinal, isRedacted, receivedRequest } from '../n8n/execution.ts';
import { isGone } from '../verdict/api-failure.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { type ListedExecution, listExecutions, ROWS, readExecution } from './executions.ts';
import { hasOurHeaders, hasOurTrace, isNotByCall } from './proofs.ts';
import type { TriggeredCall } from './triggered-call.ts';
import { readUnlisted } from './unlisted.ts';

/** How long to look. */
export interface SearchLimits {
  readonly clock: Clock;
  /** How long to look for an execution that does not turn up, in milliseconds. */
  readonly searchMs: number;
  /**
   * How long to look while the API does not answer, or there are executions that may be it and cannot be told apart
   * yet.
   */
  readonly deadline: Deadline;
  /**
   * The ids of executions that were looked at and are not it; grows, so that a later search need not read them again.
   */
  readonly ruledOut: Set<number>;
}

/** What came of looking. */
export type Search =
  /** `usualMs`: the shortest of the workflow's past runs, where the list had some. */
  | { readonly end: 'found'; readonly execution: Execution; readonly usualMs: number | undefined }
  /** The API answered throughout, and the execution was not there. */
  | { readonly end: 'absent' }
  /** The API could not be asked to the end. */
  | { readonly end: 'unreachable' }
  /** An execution may be it: n8n does not show what it was started with. */
  | { readonly end: 'undecided' }
  | { readonly end: 'cancelled' };

/** Executions that are read at the same time. */
const AT_ONCE = 6;

/** As many executions with another trace, or none, are read with their data in a search: those that started nearest. */
const MOST_WITH_DATA = 30;

/** For so long, in milliseconds, the API must have answered without trouble before an execution counts as absent. */
const CALM_MS = 3000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;

/** So many looks are more than any time allows for. */
const MOST_LOOKS = 10_000;

/** As many past runs show how long a workflow usually takes. */
const FEWEST_RUNS = 3;

/**
 * Finds the execution of a call: by the trace that n8n stored, for which it is read without its data and only once;
 * else, where a proxy has changed the trace and on n8n before 2.20, by the headers that its Webhook node received.
 */
export async function findExecution(api: Api, call: TriggeredCall, limits: SearchLimits): Promise<Search> {
  const { clock, deadline, ruledOut } = limits;
  const began = clock.monotonic();
  const options = { retries: 0, deadline };
  const looks: Looks = { api, call, options, ruledOut, withoutOurTrace: new Map(), withData: new Set() };
  let troubledAt = Number.NEGATIVE_INFINITY;
  let wasOpen = false;
  let pauseMs = FIRST_PAUSE_MS;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    // Mostly the execution is there at the first look: what is listed apart is asked for from the second on.
    const listed = await listExecutions(api, call.workflowId, ROWS, options, look === 0 ? 'quick' : 'try');
    if (deadline.isCancelled()) return { end: 'cancelled' };
    // A key that is refused now is refused later too: a gateway workflow's need not be one of n8n's API.
    if (!listed.ok && !listed.error.transient) return { end: 'unreachable' };
    const rows = listed.ok ? listed.value : [];
    const { found, isUndecided, isOpen } = await lookThrough(looks, sortByLikelihood(rows, call), look > 0);
    if (found) return { end: 'found', execution: found, usualMs: usualMsOf(found, rows) };
    if (deadline.isCancelled()) return { end: 'cancelled' };
    const now = clock.monotonic();
    const isClear = listed.ok && !isUndecided;
    if (!isClear) troubledAt = now;
    // In calm, an execution that does not turn up is given up early; after trouble, not before the API was calm for a
    // while.
    const calmAt = Math.max(began + limits.searchMs, troubledAt + CALM_MS);
    const restMs = Math.min(isClear ? calmAt - now : Infinity, deadline.leftMs());
    if (restMs <= 0) {
      if (isClear) return findUnlisted(api, call, deadline);
      return { end: isOpen || wasOpen ? 'undecided' : 'unreachable' };
    }
    wasOpen = isOpen;
    await deadline.sleep(Math.min(pauseMs, restMs));
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
  return { end: 'unreachable' };
}

/** Last of all: what n8n before 2.39 lists nowhere while it waits. */
async function findUnlisted(api: Api, call: TriggeredCall, deadline: Deadline): Promise<Search> {
  const unlisted = deadline.leftMs() > 0 ? await readUnlisted(api, call, { retries: 0, deadline }) : undefined;
  const found = unlisted?.find(({ execution, data }) => {
    if (call.workflowId !== undefined && execution.workflowId !== call.workflowId) return false;
    const received = receivedRequest(data);
    return hasOurTrace(execution, call) || (received !== undefined && hasOurHeaders(received, call));
  });
  if (found) return { end: 'found', execution: found.execution, usualMs: undefined };
  return { end: deadline.isCancelled() ? 'cancelled' : 'absent' };
}

/** Newer ones than before the call, those first that started when it was made: clocks differ, so none is left out. */
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
interface Looks {
  readonly api: Api;
  readonly call: TriggeredCall;
  readonly options: RequestOptions & { readonly deadline: Deadline };
  readonly ruledOut: Set<number>;
  /** Those that n8n stored without our trace, which only their data can tell; whether a proxy may be the reason. */
  readonly withoutOurTrace: Map<number, boolean>;
  /** Those that were read with their data. */
  readonly withData: Set<number>;
}

interface Looked {
  readonly found: Execution | undefined;
  /** Whether a candidate could not be told apart yet, or not be read. */
  readonly isUndecided: boolean;
  /** Whether it was read, and could not be told apart. */
  readonly isOpen: boolean;
}

/** What one execution is, as far as it was looked at. */
type Match = Execution | 'other' | 'unread' | 'open' | 'without-our-trace';

/** @param isThorough whether to read those with their data, too, that do not have our trace */
async function lookThrough(looks: Looks, candidates: readonly ListedExecution[], isThorough: boolean): Promise<Looked> {
  const { ruledOut, withoutOurTrace } = looks;
  const fresh = candidates.filter(({ id }) => !ruledOut.has(id) && !withoutOurTrace.has(id));
  const byTrace = await lookAtEach(looks, fresh, matchByTrace);
  if (byTrace.found || !isThorough) return byTrace;
  const rest = candidates.filter(({ id }) => !ruledOut.has(id) && withoutOurTrace.has(id));
  let room = MOST_WITH_DATA - looks.withData.size;
  const readable = rest.filter(({ id }) => looks.withData.has(id) || room-- > 0);
  const byHeaders = await lookAtEach(looks, readable, matchByHeaders);
  return {
    found: byHeaders.found,
    isUndecided: byTrace.isUndecided || byHeaders.isUndecided,
    isOpen: byTrace.isOpen || byHeaders.isOpen,
  };
}

async function lookAtEach(
  looks: Looks,
  candidates: readonly ListedExecution[],
  matchOne: (id: number, looks: Looks) => Promise<Match>,
): Promise<Looked> {
  const { deadline } = looks.options;
  const seen = new Set<Match>();
  const looked = (found?: Execution, isCut = false) => {
    const isOpen = seen.has('open');
    return { found, isUndecided: isOpen || isCut || seen.has('unread'), isOpen };
  };
  for (let first = 0; first < candidates.length; first += AT_ONCE) {
    if (deadline.leftMs() <= 0 || deadline.isCancelled()) return looked(undefined, true);
    const batch = candidates.slice(first, first + AT_ONCE);
    const matches = await Promise.all(batch.map(({ id }) => matchOne(id, looks)));
    // A workflow may pass our headers on to another one, which then starts later.
    const [found] = matches.filter((match) => typeof match === 'object').sort((a, b) => Number(a.id) - Number(b.id));
    if (found) return looked(found);
    for (const [index, { id }] of batch.entries()) if (matches[index] === 'other') looks.ruledOut.add(id);
    for (const match of matches) seen.add(match);
  }
  return looked();
}

async function matchByTrace(id: number, looks: Looks): Promise<Match> {
  const { api, call, options, withoutOurTrace } = looks;
  const read = await readExecution(api, String(id), false, options);
  if (!read.ok) return isGone(read.error) ? 'other' : 'unread';
  const { execution } = read.value;
  if (isNotByCall(execution, call)) return 'other';
  if (hasOurTrace(execution, call)) return execution;
  withoutOurTrace.set(id, isOfOurTrace(execution, call));
  return execution.storesTraces ? 'without-our-trace' : matchByHeaders(id, looks);
}

async function matchByHeaders(id: number, looks: Looks): Promise<Match> {
  const { api, call, options, withoutOurTrace } = looks;
  looks.withData.add(id);
  const read = await readExecution(api, String(id), true, options);
  if (!read.ok) return isGone(read.error) ? 'other' : 'unread';
  const { execution, data } = read.value;
  const received = receivedRequest(data);
  if (received) return hasOurHeaders(received, call) ? execution : 'other';
  // It may have stored nothing yet.
  const mayStillTell = withoutOurTrace.get(id) === true && !isFinal(execution.status) && !isRedacted(data);
  return mayStillTell ? 'open' : 'other';
}

/** Whether n8n stored no trace at all, or another span of ours: what a proxy between makes of it. */
function isOfOurTrace({ storesTraces, traceparent = '' }: Execution, { trace }: TriggeredCall): boolean {
  return !storesTraces || traceparent === '' || traceparent.split('-')[1] === trace.value.split('-')[1];
}
