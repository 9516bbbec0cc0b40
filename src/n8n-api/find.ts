import type { Clock } from '../host/host.ts';
import { type Execution, isFinal, receivedHeaders } from '../n8n/execution.ts';
import { isGone } from '../verdict/api-failure.ts';
import { optionsWithin, type RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { type ListedExecution, listExecutions, ROWS, readExecution } from './executions.ts';
import { readUnlisted } from './unlisted.ts';

/** Which execution is looked for. */
export interface Wanted {
  readonly traceparent: string;
  /** Narrows the search; empty if it is not known. */
  readonly workflowId: string;
  /** When the trigger was sent, in milliseconds since 1970: executions that started about then are looked at first. */
  readonly sentAt: number;
  /** The newest execution's id before the trigger was sent; 0 if it is not known. */
  readonly afterId: number;
  /** The ids of executions that are certainly not the one; grows while it is looked for. */
  readonly others: Set<number>;
}

/** How long to look. */
export interface Patience {
  readonly clock: Clock;
  /** How long to look for an execution that does not turn up, in milliseconds. */
  readonly searchMs: number;
  /**
   * How long to look while the API does not answer, or there are executions that may be it and cannot be told apart yet,
   * in milliseconds.
   */
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came of looking. */
export type Search =
  | { readonly end: 'found'; readonly execution: Execution }
  /** The API answered throughout, and the execution was not there. */
  | { readonly end: 'absent' }
  /** The API could not be asked to the end. */
  | { readonly end: 'unreachable' }
  | { readonly end: 'cancelled' };

/** Executions that are read at the same time. */
const AT_ONCE = 6;

/** For so long, in milliseconds, the API must have answered without trouble before an execution counts as absent. */
const CALM_MS = 3000;

/** How far n8n's clock and this one may differ, in milliseconds. */
export const CLOCK_SLACK_MS = 60_000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;

/**
 * Finds an execution by the `traceparent` that its trigger carried. Each execution is read without its data and only
 * once; on n8n before 2.20, which stores no `traceparent`, with its data.
 */
export async function findExecution(api: Api, wanted: Wanted, patience: Patience): Promise<Search> {
  const { clock, signal } = patience;
  const began = clock.monotonic();
  const leftMs = () => began + patience.waitMs - clock.monotonic();
  const options = () => optionsWithin(leftMs(), signal);
  let troubledAt = Number.NEGATIVE_INFINITY;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    // Mostly the execution is there at the first look: what is listed apart is asked for from the second on.
    const thoroughness = pauseMs === FIRST_PAUSE_MS ? 'quick' : 'try';
    const listed = await listExecutions(api, wanted.workflowId, ROWS, options(), thoroughness);
    if (signal?.aborted) return { end: 'cancelled' };
    // A key that is refused now is refused later too: a gateway workflow's need not be one of n8n's API.
    if (!listed.ok && !listed.error.transient) return { end: 'unreachable' };
    const candidates = listed.ok
      ? sortByLikelihood(listed.value, wanted).filter(({ id }) => !wanted.others.has(id))
      : [];
    const isOver = () => signal?.aborted === true || leftMs() <= 0;
    const looked = await lookThrough(api, candidates, wanted, options, isOver);
    if (looked.found) return { end: 'found', execution: looked.found };
    if (signal?.aborted) return { end: 'cancelled' };
    const now = clock.monotonic();
    const isClear = listed.ok && !looked.undecided;
    if (!isClear) troubledAt = now;
    // In calm, an execution that does not turn up is given up early; after trouble, not before the API was calm for a while.
    const calmAt = Math.max(began + patience.searchMs, troubledAt + CALM_MS);
    const restMs = Math.min(isClear ? calmAt - now : Infinity, leftMs());
    if (restMs <= 0 && !isClear) return { end: 'unreachable' };
    if (restMs <= 0) return findUnlisted(api, wanted, leftMs(), signal);
    await clock.sleep(Math.min(pauseMs, restMs), signal);
  }
}

/** Last of all: what n8n before 2.39 lists nowhere while it waits. */
async function findUnlisted(
  api: Api,
  wanted: Wanted,
  withinMs: number,
  signal: AbortSignal | undefined,
): Promise<Search> {
  const { traceparent, workflowId, sentAt, afterId } = wanted;
  if (withinMs <= 0) return { end: 'absent' };
  const unlisted = await readUnlisted(api, sentAt - CLOCK_SLACK_MS, afterId, { retries: 0, signal }, withinMs);
  const found = unlisted?.find(
    ({ execution, data }) =>
      (workflowId === '' || data['workflowId'] === workflowId) &&
      (execution.storesTraces ? execution.traceparent : receivedHeaders(data)?.['traceparent']) === traceparent,
  );
  return found ? { end: 'found', execution: found.execution } : { end: signal?.aborted ? 'cancelled' : 'absent' };
}

/** Newer ones than before the trigger, those first that started when it was sent: clocks differ, so none is left out. */
function sortByLikelihood(listed: readonly ListedExecution[], { afterId, sentAt }: Wanted): ListedExecution[] {
  const distance = ({ startedAt }: ListedExecution) => Math.abs((startedAt ?? sentAt) - sentAt);
  return listed.filter(({ id }) => id > afterId).sort((a, b) => distance(a) - distance(b));
}

interface Looked {
  readonly found: Execution | undefined;
  /** Whether a candidate could not be told apart yet, or not be read. */
  readonly undecided: boolean;
}

async function lookThrough(
  api: Api,
  candidates: readonly ListedExecution[],
  { traceparent, others }: Wanted,
  options: () => RequestOptions,
  isOver: () => boolean,
): Promise<Looked> {
  let undecided = false;
  for (let first = 0; first < candidates.length; first += AT_ONCE) {
    if (isOver()) return { found: undefined, undecided: true };
    const batch = candidates.slice(first, first + AT_ONCE);
    const matches = await Promise.all(batch.map(({ id }) => matchOne(api, String(id), traceparent, options())));
    for (const [index, match] of matches.entries()) {
      if (typeof match === 'object') return { found: match, undecided };
      if (match === 'other') others.add(batch[index]?.id ?? 0);
      else undecided = true;
    }
  }
  return { found: undefined, undecided };
}

async function matchOne(
  api: Api,
  id: string,
  traceparent: string,
  options: RequestOptions,
): Promise<Execution | 'other' | 'undecided'> {
  const read = await readExecution(api, id, false, options);
  if (!read.ok) return isGone(read.error) ? 'other' : 'undecided';
  const { execution } = read.value;
  if (execution.storesTraces) return execution.traceparent === traceparent ? execution : 'other';
  const whole = await readExecution(api, id, true, options);
  if (!whole.ok) return isGone(whole.error) ? 'other' : 'undecided';
  const received = receivedHeaders(whole.value.data)?.['traceparent'];
  if (received === traceparent) return whole.value.execution;
  return received === undefined && !isFinal(execution.status) ? 'undecided' : 'other';
}
