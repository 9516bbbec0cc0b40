import { type Execution, toExecution } from '../n8n/execution.ts';
import { isMap, type JsonMap, numberOf, scalarText } from '../text/json.ts';
import type { Subject } from '../verdict/api.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Api, RequestOptions, Resource } from './client.ts';

const EXECUTION: Subject = {
  thing: 'executions',
  scope: 'execution:read',
  ifMissing: 'The execution may have been deleted, or not be saved.',
};

const EXECUTIONS: Subject = {
  thing: 'the list of executions',
  scope: 'execution:list',
};

const STOP: Subject = {
  thing: 'stop executions',
  scope: 'execution:stop',
  ifMissing: 'The execution is not there any more.',
  ifTooOld: 'This n8n cannot stop executions over its API, which came with n8n 2.10.',
};

/** An execution that n8n gave, and all that it gave. */
export interface FoundExecution {
  readonly found: true;
  readonly execution: Execution;
  readonly data: JsonMap;
}

/** An execution as read once. */
export type ReadExecution =
  | FoundExecution
  /** `gone`: n8n says that there is none of this id. */
  | { readonly found: false; readonly gone: boolean; readonly verdict: Verdict };

/** Reads an execution, with its data if asked for. */
export async function readExecution(
  api: Api,
  id: string,
  withData: boolean,
  options?: RequestOptions,
): Promise<ReadExecution> {
  const read = await api.request('GET', `executions/${id}${withData ? '?includeData=true' : ''}`, EXECUTION, options);
  if (read.found) return { found: true, execution: toExecution(read.data), data: read.data };
  return { found: false, gone: read.verdict.row === 'api-not-found', verdict: read.verdict };
}

/** A row of the list of executions. */
export interface ListedExecution {
  readonly id: number;
  /** Milliseconds since 1970; undefined while it is queued. */
  readonly startedAt: number | undefined;
  /** Whether it is a success that n8n saved as its settings say. */
  readonly succeeded: boolean;
  readonly workflowId: string;
}

/**
 * Whether to ask for what n8n may leave out of its other lists, too: executions that wait, and those that are queued, which
 * it takes for running while its database does not. `try`: n8n before 2.13 need not know how.
 */
export type Thoroughness = 'quick' | 'try' | 'thorough';

/** The newest executions of a workflow, or of all, running ones too; newest first. */
export async function listExecutions(
  api: Api,
  workflowId: string,
  most: number,
  options?: RequestOptions,
  thoroughness: Thoroughness = 'quick',
): Promise<readonly ListedExecution[] | Verdict> {
  const query = `limit=${most}${workflowId === '' ? '' : `&workflowId=${encodeURIComponent(workflowId)}`}`;
  // Without a status, n8n leaves out what is running now.
  const statuses = ['&status=running', '', ...(thoroughness === 'quick' ? [] : ['&status=new', '&status=waiting'])];
  const lists = await Promise.all(
    statuses.map((status) => api.request('GET', `executions?${query}${status}`, EXECUTIONS, options)),
  );
  const listed = new Map<number, ListedExecution>();
  for (const [index, list] of lists.entries()) {
    if (!list.found && index > 1 && thoroughness === 'try') continue;
    if (!list.found) return list.verdict;
    for (const row of rowsOf(list)) listed.set(row.id, row);
  }
  return [...listed.values()].sort((a, b) => b.id - a.id);
}

/** Whether a key may do all that following takes; told before anything is triggered. Gives the newest execution's id. */
export async function checkAccess(api: Api, workflowId: string, options?: RequestOptions): Promise<number | Verdict> {
  // Reading needs a scope of its own: whether the first execution is still there does not matter.
  const [listed, read] = await Promise.all([
    listExecutions(api, workflowId, 1, options),
    readExecution(api, '1', false, options),
  ]);
  if (!isRows(listed)) return listed;
  if (!read.found && !read.gone) return read.verdict;
  return listed[0]?.id ?? 0;
}

/** Stops a running or waiting execution. Gives why it could not be stopped; undefined if it was. */
export async function stopExecution(api: Api, id: string, options: RequestOptions): Promise<Verdict | undefined> {
  const stopped = await api.request('POST', `executions/${id}/stop`, STOP, options);
  return stopped.found ? undefined : stopped.verdict;
}

/** Whether a list came back, and not the verdict on why it did not. */
export function isRows(listed: readonly ListedExecution[] | Verdict): listed is readonly ListedExecution[] {
  return Array.isArray(listed);
}

function rowsOf(list: Resource): ListedExecution[] {
  const rows = list.found && Array.isArray(list.data['data']) ? list.data['data'].filter(isMap) : [];
  return rows.map((row) => {
    const startedAt = Date.parse(scalarText(row['startedAt']));
    return {
      id: numberOf(row['id']),
      startedAt: Number.isNaN(startedAt) ? undefined : startedAt,
      // n8n keeps manual runs, whatever its environment says of saving.
      succeeded: row['status'] === 'success' && row['mode'] !== 'manual',
      workflowId: scalarText(row['workflowId']),
    };
  });
}

export const ROWS = 250;
