import { isTestUrl } from '../n8n/address.ts';
import { savingOf } from '../n8n/workflow.ts';
import { type Json, type JsonMap, scalarText } from '../text/json.ts';
import type { Saves, Saving } from '../verdict/execution.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { type ListedExecution, listExecutions, ROWS } from './executions.ts';
import type { TriggeredCall } from './triggered-call.ts';
import { readWorkflow, workflowAt } from './workflows.ts';

const UNKNOWN: Saving = { successes: 'unknown', failures: 'unknown' };

/** Whether n8n saves the execution of a call if it succeeds. */
export async function findSaving(api: Api, call: TriggeredCall, options: RequestOptions): Promise<Saves> {
  // Other settings apply to executions from a test URL.
  if (isTestUrl(call.url)) return 'unknown';
  const workflow = await calledWorkflow(api, call, options);
  if (!workflow) return 'unknown';
  const { successes } = savingOf(workflow);
  if (successes !== undefined) return fromSettings(successes);
  const listed = await listExecutions(api, scalarText(workflow['id']), ROWS, options, 'try');
  // An execution since then may be this call's, with a trace from a proxy.
  if (!listed.ok || listed.value.some(({ id }) => id > (call.afterId ?? 0))) return 'unknown';
  return (await learnSaving(api, workflow, listed.value, options)).successes;
}

async function calledWorkflow(
  api: Api,
  { url, method, workflowId }: TriggeredCall,
  options: RequestOptions,
): Promise<JsonMap | undefined> {
  if (workflowId === undefined) return workflowAt(api, { url, method }, undefined, options);
  const read = await readWorkflow(api, workflowId, options);
  return read.ok ? read.value : undefined;
}

/** Whether n8n saves a workflow's successes and its failures. */
export async function savingOfWorkflow(api: Api, workflowId: string, options: RequestOptions): Promise<Saving> {
  const [read, listed] = await Promise.all([
    readWorkflow(api, workflowId, options),
    listExecutions(api, workflowId, ROWS, options),
  ]);
  return read.ok && listed.ok ? learnSaving(api, read.value, listed.value, options) : UNKNOWN;
}

/** Whether an execution shows that n8n saves this kind of ending. Other settings apply to manual runs. */
function showsSaving({ status, mode }: ListedExecution, kind: keyof Saving): boolean {
  return mode !== 'manual' && status === (kind === 'successes' ? 'success' : 'error');
}

/** How many other workflows are read to find out n8n's default. */
const MOST_OTHER_WORKFLOWS = 5;

/**
 * Whether n8n saves a workflow's successes and its failures. For what its settings leave to n8n's environment, which
 * the API does not show, a saved execution is proof: its own, or one of another workflow with the same settings.
 *
 * @param listed the workflow's own executions
 */
export async function learnSaving(
  api: Api,
  workflow: JsonMap,
  listed: readonly ListedExecution[],
  options: RequestOptions,
): Promise<Saving> {
  const settings = savingOf(workflow);
  const isOpen = (kind: keyof Saving) => settings[kind] === undefined && !listed.some((row) => showsSaving(row, kind));
  const others =
    isOpen('successes') || isOpen('failures') ? await listExecutions(api, undefined, ROWS, options) : undefined;
  const learn = async (kind: keyof Saving): Promise<Saves> => {
    if (settings[kind] !== undefined) return fromSettings(settings[kind]);
    if (!isOpen(kind)) return 'yes';
    return others?.ok ? learnFromOthers(api, others.value, kind, options) : 'unknown';
  };
  return { successes: await learn('successes'), failures: await learn('failures') };
}

async function learnFromOthers(
  api: Api,
  listed: readonly ListedExecution[],
  kind: keyof Saving,
  options: RequestOptions,
): Promise<Saves> {
  const ids = [...new Set(listed.filter((row) => showsSaving(row, kind)).map(({ workflowId }) => workflowId))];
  let isClear = ids.length <= MOST_OTHER_WORKFLOWS;
  for (const id of ids.slice(0, MOST_OTHER_WORKFLOWS)) {
    const read = await readWorkflow(api, id, options);
    if (read.ok && savingOf(read.value)[kind] === undefined) return 'yes';
    isClear &&= read.ok;
  }
  return isClear ? 'seemingly-not' : 'unknown';
}

function fromSettings(value: Json): Saves {
  if (value === 'none') return 'no';
  return value === 'all' ? 'yes' : 'unknown';
}
