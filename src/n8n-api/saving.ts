import { savingOf } from '../n8n/workflow.ts';
import { type Json, type JsonMap, scalarText } from '../text/json.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { type ListedExecution, listExecutions, ROWS } from './executions.ts';
import type { Saves, Saving } from './proofs.ts';
import { isTestUrl, type TriggeredCall } from './triggered-call.ts';
import { readWorkflow, workflowAt } from './workflows.ts';

const UNKNOWN: Saving = { successes: 'unknown', failures: 'unknown' };

/** Whether the execution of a call that succeeded can be expected to be there. */
export async function findSaving(api: Api, call: TriggeredCall, options: RequestOptions): Promise<Saves> {
  // Other settings decide about what a test URL runs.
  if (isTestUrl(call.url)) return 'unknown';
  const workflow = await workflowOf(api, call, options);
  if (!workflow) return 'unknown';
  const { successes } = savingOf(workflow);
  if (successes !== undefined) return fromSettings(successes);
  const listed = await listExecutions(api, idIn(workflow), ROWS, options, 'try');
  // One that started since may be of this call, under a trace that a proxy gave it.
  if (!listed.ok || listed.value.some(({ id }) => id > (call.afterId ?? 0))) return 'unknown';
  return (await learnSaving(api, workflow, listed.value, options)).successes;
}

async function workflowOf(
  api: Api,
  { url, method, workflowId }: TriggeredCall,
  options: RequestOptions,
): Promise<JsonMap | undefined> {
  if (workflowId === undefined) return workflowAt(api, { url, method }, undefined, options);
  const read = await readWorkflow(api, workflowId, options);
  return read.ok ? read.value : undefined;
}

/** Which endings of a workflow's executions n8n saves. */
export async function savingOfWorkflow(api: Api, workflowId: string, options: RequestOptions): Promise<Saving> {
  const [read, listed] = await Promise.all([
    readWorkflow(api, workflowId, options),
    listExecutions(api, workflowId, ROWS, options),
  ]);
  return read.ok && listed.ok ? learnSaving(api, read.value, listed.value, options) : UNKNOWN;
}

/** The two ways to end that n8n has settings for. */
type Kind = keyof Saving;

/** Executions that n8n saved as its settings say. What runs by hand it keeps by other settings. */
function showsSaving({ status, mode }: ListedExecution, kind: Kind): boolean {
  return mode !== 'manual' && status === (kind === 'successes' ? 'success' : 'error');
}

/** As many other workflows are read to learn what n8n's environment says. */
export const MOST_OTHER_WORKFLOWS = 5;

/**
 * Which endings n8n saves, by a workflow's settings. What they leave to n8n's environment, which the API does not show,
 * a saved execution shows that ended in this way: one of the workflow, or of another that leaves it to the environment,
 * too.
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
  const isOpen = (kind: Kind) => settings[kind] === undefined && !listed.some((row) => showsSaving(row, kind));
  const others =
    isOpen('successes') || isOpen('failures') ? await listExecutions(api, undefined, ROWS, options) : undefined;
  const learn = async (kind: Kind): Promise<Saves> => {
    if (settings[kind] !== undefined) return fromSettings(settings[kind]);
    if (!isOpen(kind)) return 'yes';
    return others?.ok ? learnFromOthers(api, others.value, kind, options) : 'unknown';
  };
  return { successes: await learn('successes'), failures: await learn('failures') };
}

async function learnFromOthers(
  api: Api,
  listed: readonly ListedExecution[],
  kind: Kind,
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

function idIn(workflow: JsonMap): string | undefined {
  return scalarText(workflow['id']) || undefined;
}
