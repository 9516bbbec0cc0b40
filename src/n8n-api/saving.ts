import { savingOf } from '../n8n/workflow.ts';
import { type JsonMap, scalarText } from '../text/json.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { type ListedExecution, listExecutions, ROWS } from './executions.ts';
import { readWorkflow, workflowBehind } from './workflows.ts';

/** A call that ran a workflow. */
export interface Called {
  /** Absent where it is not known. */
  readonly url: URL | undefined;
  readonly method: string;
  /** Empty where it is not known: then the workflow is found by the URL. */
  readonly workflowId: string;
  /** The newest execution's id before the call; 0 if there was none. */
  readonly afterId: number;
}

/**
 * Whether n8n saves the executions of a workflow that succeed. `seemingly-not`: its settings leave that to n8n's
 * environment, which the API does not tell, and n8n has no success of any workflow that does so.
 */
export type Saving = 'yes' | 'no' | 'seemingly-not' | 'unknown';

/** Whether the execution of a call that succeeded can be expected to be there. */
export async function findSaving(api: Api, called: Called, options: RequestOptions): Promise<Saving> {
  // Of what a test URL runs, other settings decide.
  if (called.url && /\/webhook-test\//.test(called.url.pathname)) return 'unknown';
  const workflow = await workflowOf(api, called, options);
  if (!workflow) return 'unknown';
  const { successes } = savingOf(workflow);
  if (successes !== undefined) return successes === 'none' ? 'no' : 'yes';
  const listed = await listExecutions(api, scalarText(workflow['id']), ROWS, options, 'try');
  // One that started since may be of this call, under a trace that a proxy gave it.
  if (!listed.ok || listed.value.some(({ id }) => id > called.afterId)) return 'unknown';
  const saved = await hasSavedSuccess(api, listed.value, options);
  return saved === undefined ? 'unknown' : saved ? 'yes' : 'seemingly-not';
}

async function workflowOf(
  api: Api,
  { url, method, workflowId }: Called,
  options: RequestOptions,
): Promise<JsonMap | undefined> {
  if (workflowId === '') return url && workflowBehind(api, { url, method }, '', options);
  const read = await readWorkflow(api, workflowId, options);
  return read.ok ? read.value : undefined;
}

/** Whether a workflow certainly saves what it does. */
export async function savesExecutions(
  api: Api,
  workflow: JsonMap,
  listed: readonly ListedExecution[],
  options: RequestOptions,
): Promise<boolean> {
  const { successes, failures } = savingOf(workflow);
  if (successes === 'none' || failures === 'none') return false;
  return successes === 'all' || (await hasSavedSuccess(api, listed, options)) === true;
}

/** As many other workflows are read to learn what the environment says. */
export const MOST_WITNESSES = 5;

/**
 * Where a workflow leaves it to n8n's environment what is saved, a success that was saved tells: one of its own, or of
 * another workflow that leaves it to the environment too. Undefined where n8n cannot be asked.
 *
 * @param listed the workflow's own executions
 */
export async function hasSavedSuccess(
  api: Api,
  listed: readonly ListedExecution[],
  options: RequestOptions,
): Promise<boolean | undefined> {
  if (listed.some(({ succeeded }) => succeeded)) return true;
  const all = await listExecutions(api, '', ROWS, options);
  if (!all.ok) return undefined;
  const others = [...new Set(all.value.filter(({ succeeded }) => succeeded).map(({ workflowId }) => workflowId))];
  let isClear = others.length <= MOST_WITNESSES;
  for (const id of others.slice(0, MOST_WITNESSES)) {
    const read = await readWorkflow(api, id, options);
    if (read.ok && savingOf(read.value).successes === undefined) return true;
    isClear &&= read.ok;
  }
  return isClear ? false : undefined;
}
