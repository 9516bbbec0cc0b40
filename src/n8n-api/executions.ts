import { dateOf, type Execution, isFinal, toExecution } from '../n8n/execution.ts';
import { isMap, type Json, type JsonMap, mapsOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { say } from '../text/safe.ts';
import { type Subject, unreadable } from '../verdict/api.ts';
import { type ApiFailure, isGone } from '../verdict/api-failure.ts';
import type { RequestOptions } from './ask.ts';
import type { Api, Resource } from './client.ts';

const EXECUTION: Subject = {
  thing: say`executions`,
  scope: say`execution:read`,
  ifMissing: say`The execution may have been deleted, or was not saved.`,
};

const EXECUTIONS: Subject = { thing: say`the list of executions`, scope: say`execution:list` };

const STOP: Subject = {
  thing: say`the execution`,
  deed: say`stop executions`,
  scope: say`execution:stop`,
  ifMissing: say`The execution no longer exists.`,
  ifTooOld: say`This n8n cannot stop executions over its API: that requires n8n 2.10 or later.`,
};

/** An execution, and all that n8n gave for it. */
export interface FoundExecution {
  readonly execution: Execution;
  readonly data: JsonMap;
}

/** An execution, or why it could not be read; see {@link isGone}. */
export type ReadExecution = Result<FoundExecution, ApiFailure>;

export async function readExecution(
  api: Api,
  id: string,
  withData: boolean,
  options?: RequestOptions,
): Promise<ReadExecution> {
  const path = `executions/${encodeURIComponent(id)}${withData ? '?includeData=true' : ''}`;
  const read = await api.request('GET', path, EXECUTION, options);
  // Some releases of n8n 2 fail to return single executions, but list them.
  if (!read.ok) return (read.error.status === 500 && (await readFromList(api, id, withData, options))) || read;
  const execution = toExecution(read.value);
  return execution?.id === id ? ok({ execution, data: read.value }) : failed(unreadable(EXECUTION.thing));
}

/** How many of the newest executions are searched for one that n8n does not return by its id. */
const NEWEST = 25;

/** The same from the lists of the newest executions; undefined if they do not have it. */
async function readFromList(
  api: Api,
  id: string,
  withData: boolean,
  options?: RequestOptions,
): Promise<ReadExecution | undefined> {
  const query = `executions?limit=${NEWEST}${withData ? '&includeData=true' : ''}`;
  const lists = await Promise.all(
    ['', '&status=running', '&status=waiting'].map((status) =>
      api.request('GET', `${query}${status}`, EXECUTIONS, options),
    ),
  );
  for (const data of lists.flatMap((list) => (list.ok ? mapsOf(list.value['data']) : []))) {
    const execution = toExecution(data);
    if (execution?.id === id && (!withData || isMap(data['data']))) return ok({ execution, data });
  }
  return undefined;
}

export interface ListedExecution extends Pick<Execution, 'status' | 'mode'> {
  readonly id: number;
  readonly workflowId: string;
  /** Milliseconds since 1970; undefined while it is queued. */
  readonly startedAt: number | undefined;
  /** How long it took, in milliseconds; undefined until it has ended. */
  readonly tookMs: number | undefined;
}

/**
 * Whether to also ask for waiting and queued executions, which n8n may leave out of its other lists. `try`: it does not
 * matter if n8n, before 2.13, cannot list them. `thorough`: the list proves that an execution is not there, so that
 * every row must be readable.
 */
type Thoroughness = 'quick' | 'try' | 'thorough';

/** The newest executions of a workflow, or of all workflows, including running ones; newest first. */
export async function listExecutions(
  api: Api,
  workflowId: string | undefined,
  most: number,
  options?: RequestOptions,
  thoroughness: Thoroughness = 'quick',
): Promise<Result<readonly ListedExecution[], ApiFailure>> {
  const query = `limit=${most}${workflowId === undefined ? '' : `&workflowId=${encodeURIComponent(workflowId)}`}`;
  // Without a status, n8n leaves out what is running now.
  const statuses = ['&status=running', '', ...(thoroughness === 'quick' ? [] : ['&status=new', '&status=waiting'])];
  const lists = await Promise.all(
    statuses.map((status) => api.request('GET', `executions?${query}${status}`, EXECUTIONS, options)),
  );
  const listed = new Map<number, ListedExecution>();
  for (const [index, list] of lists.entries()) {
    if (!list.ok && index > 1 && thoroughness === 'try') continue;
    if (!list.ok) return list;
    const { data } = list.value;
    const rows = rowsOf(data);
    const isWhole = Array.isArray(data) && (thoroughness !== 'thorough' || rows.length === data.length);
    if (!isWhole) return failed(unreadable(EXECUTIONS.thing));
    for (const row of rows) listed.set(row.id, row);
  }
  return ok([...listed.values()].sort((a, b) => b.id - a.id));
}

/** Checks that the key has the rights that following needs. Returns the newest execution's id; 0 if there is none. */
export async function checkAccess(
  api: Api,
  workflowId: string | undefined,
  options?: RequestOptions,
): Promise<Result<number | undefined, ApiFailure>> {
  // Reading needs its own scope; whether the first execution still exists, or can be read, does not matter.
  const [listed, read] = await Promise.all([
    listExecutions(api, workflowId, 1, options),
    readExecution(api, '1', false, { ...options, retries: 0 }),
  ]);
  if (!listed.ok) return listed;
  if (!read.ok && !isGone(read.error) && !read.error.transient) return failed(read.error);
  return ok(listed.value[0]?.id ?? 0);
}

export function stopExecution(api: Api, id: string, options: RequestOptions): Promise<Resource> {
  return api.request('POST', `executions/${encodeURIComponent(id)}/stop`, STOP, options);
}

function rowsOf(data: Json | undefined): ListedExecution[] {
  return mapsOf(data).flatMap((row) => {
    const execution = toExecution(row);
    if (!execution) return [];
    const { id, workflowId = '', status, mode } = execution;
    const startedAt = dateOf(row['startedAt']);
    const stoppedAt = isFinal(status) ? dateOf(row['stoppedAt']) : undefined;
    const tookMs = startedAt === undefined || stoppedAt === undefined ? undefined : stoppedAt - startedAt;
    return { id: Number(id), workflowId, status, mode, startedAt, tookMs };
  });
}

/** The most rows that n8n returns in a page. */
export const ROWS = 250;
