// What the tests of the second action share: files, steps that deploy them, and a look at what n8n has then.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/n8n/api.ts';
import type { Workflow, WorkflowNode } from '../support/n8n/nodes.ts';
import { chain, set, webhook } from '../support/n8n/nodes.ts';
import { Owner } from '../support/n8n/owner.ts';
import { at, isRecord, listAt } from '../support/shapes.ts';
import { runStep, type StepOptions, type StepResult } from '../support/step.ts';
import { api, apiKey, isSince, url } from './suite.ts';

/** Whether this n8n can save a published workflow without publishing it. */
export const hasDrafts = isSince('2.40.0');
/** Whether this n8n has published versions in addition to the saved one. */
export const hasVersions = isSince('2.0.0');

/** A name that no other test has. */
export const newName = (words: string): string => `${words} ${randomUUID().slice(0, 8)}`;

/** A workflow with a webhook that replies with a number; published by default. */
export function answering(
  name: string,
  path: string,
  answer: number,
  more: Record<string, unknown> = {},
): WorkflowFile {
  const workflow = chain(
    name,
    { ...webhook(path, { responseMode: 'lastNode' }), id: `${name} webhook`, webhookId: `${path}-id` },
    { ...set('Answer', { answer }), id: `${name} answer` },
  );
  return { ...workflow, active: true, ...more };
}

export interface WorkflowFile extends Workflow {
  id?: string;
  active?: boolean;
  [member: string]: unknown;
}

/** Deploys workflows, each from a file of its own, `workflows/1.json` and so on. */
export const deployFiles = (
  workflows: readonly unknown[],
  inputs: Record<string, string> = {},
  more: Omit<StepOptions, 'with' | 'files' | 'action'> = {},
): Promise<StepResult> => runStep(deployment(workflows, inputs, more));

export const deployment = (
  workflows: readonly unknown[],
  inputs: Record<string, string> = {},
  more: Omit<StepOptions, 'with' | 'files' | 'action'> = {},
): StepOptions => ({
  ...more,
  action: 'deploy',
  with: { url, 'secret-key': apiKey, workflows: 'workflows/*.json', retries: '0', ...inputs },
  files: Object.fromEntries(
    workflows.map((workflow, index) => [`workflows/${index + 1}.json`, JSON.stringify(workflow)]),
  ),
});

/** The output `workflows`. */
export function deployed(step: StepResult): Record<string, unknown>[] {
  const list: unknown = JSON.parse(step.outputs['workflows'] ?? '');
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** What became of each workflow. */
export const changes = (step: StepResult): unknown[] => deployed(step).map(({ change }) => change);

/** A workflow as n8n has it. */
export async function stored(id: unknown): Promise<Record<string, unknown>> {
  const workflow = await api.request('GET', `/workflows/${String(id)}`);
  if (!isRecord(workflow)) throw new Error(`n8n gave no workflow ${String(id)}`);
  return workflow;
}

/** The workflows of exactly this name, archived ones too. */
export async function named(name: string): Promise<Record<string, unknown>[]> {
  const list = await api.request('GET', `/workflows?limit=250&name=${encodeURIComponent(name)}`);
  return listAt(list, 'data')
    .filter(isRecord)
    .filter((workflow) => workflow['name'] === name);
}

/** The only workflow of this name. */
export async function only(name: string): Promise<Record<string, unknown>> {
  const [first, ...others] = await named(name);
  if (first && others.length === 0) return first;
  throw new Error(`n8n has ${others.length + (first ? 1 : 0)} workflows named ${name}`);
}

/** Whether what is published is what is saved. */
export const isSettled = (workflow: Record<string, unknown>): boolean =>
  JSON.stringify(at(workflow, 'activeVersion', 'nodes')) === JSON.stringify(workflow['nodes']);

/** What a webhook of {@link answering} answers. */
export async function answerAt(path: string): Promise<unknown> {
  const response = await fetch(`${url}/webhook/${path}`, { method: 'POST' });
  const text = await response.text();
  return response.ok ? at(JSON.parse(text), 'answer') : `${response.status}`;
}

/**
 * Waits until a webhook replies with this. On a machine that is busy with other tests, n8n takes longer than the two seconds
 * that a deployment waits until the new version replies.
 */
export const answers = (path: string, answer: unknown): Promise<true> =>
  until(`${path} to answer ${answer}`, 20_000, async () => ((await answerAt(path)) === answer ? true : undefined));

/** What a webhook replies once n8n has had the time to register it. */
export async function settledAnswerAt(path: string): Promise<unknown> {
  await sleep(500);
  return answerAt(path);
}

let signedIn: Promise<Owner> | undefined;

/** The owner of the shared n8n. */
export function owner(): Promise<Owner> {
  signedIn ??= Owner.signIn(url);
  return signedIn;
}

/** What a person does in the editor: saves a workflow with other nodes, and publishes nothing. */
export async function editByHand(id: unknown, nodes: readonly unknown[]): Promise<void> {
  const { connections, settings, name, versionId } = await stored(id);
  await (await owner()).rest('PATCH', `/workflows/${String(id)}`, { name, nodes, connections, settings, versionId });
}

/** A node that calls another workflow. */
export const calls = (name: string, id: unknown, mode = 'id'): WorkflowNode => ({
  id: randomUUID(),
  name,
  type: 'n8n-nodes-base.executeWorkflow',
  typeVersion: 1.2,
  position: [200, 0],
  parameters: {
    source: 'database',
    workflowId: { __rl: true, mode, value: id },
    options: {},
  },
});

/** What an ended step says on failure. */
export const failure = (step: StepResult): string =>
  step.annotations.map(({ title, message }) => `${title}. ${message}`).join('\n');
