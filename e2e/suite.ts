// What the test files share: the n8n that Jest's globalSetup has started, and how to look at what a step did to it.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Execution, N8nApi, until } from '../support/n8n/api.ts';
import type { Workflow } from '../support/n8n/workflows.ts';
import { ROOT } from '../support/paths.ts';
import { at, isRecord, listAt } from '../support/shapes.ts';
import { runStep, type StartedStep, type StepOptions, type StepResult, startStep } from '../support/step.ts';

/** For a test that waits for n8n; most take less than a second. */
jest.setTimeout(60_000);

const fromSetup = (name: string): string => {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is set by jest's globalSetup: run this with npm run test:e2e`);
};

/** The shared n8n. */
export const url = fromSetup('E2E_URL');
export const apiKey = fromSetup('E2E_API_KEY');
/** Where its production webhooks live: another process of it in queue mode. */
export const webhookUrl = process.env['E2E_WEBHOOK_URL'] ?? url;
export const api = new N8nApi(url, apiKey, webhookUrl);
/** Its version: the suite runs on older n8n too. */
const n8nVersion = fromSetup('E2E_VERSION');

/** The newest version of its Form trigger. */
export const newestForm = (): number => (isSince('2.17.0') ? 2.6 : isSince('2.0.0') ? 2.5 : 2.3);

/** Whether this n8n is of a version or a later one: for expectations that differ. */
export const isSince = (version: string): boolean => n8nVersion.localeCompare(version, 'en', { numeric: true }) >= 0;

/**
 * Declares what holds since a version of n8n: `since('2.33.0', 'publishing over the API').test('…', …)`. On an older one
 * the tests are skipped, and their names say why.
 */
export function since(version: string, message: string): Conditional {
  const reason = ` (needs n8n ${version}: ${message})`;
  return {
    describe: (name, block) => (isSince(version) ? describe(name, block) : describe.skip(name + reason, block)),
    test: (name, body, timeoutMs) =>
      isSince(version) ? test(name, body, timeoutMs) : test.skip(name + reason, body, timeoutMs),
  };
}

interface Conditional {
  describe(name: string, block: () => void): void;
  test(name: string, body: () => Promise<void>, timeoutMs?: number): void;
}

export interface Deployed {
  id: string;
  /** Of its webhook. */
  path: string;
  /** Its production URL. */
  url: string;
}

/** What action.yml promises: every run sets all of them. */
export const outputNames: string[] = Object.keys(
  Object(at(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')), 'outputs')),
).sort();

/** A webhook's path that no other test has. */
export const newPath = (): string => `hook-${randomUUID()}`;

/** Publishes a fixture at a path of its own, and waits until it replies there. */
export async function deploy(fixture: (path: string) => Workflow): Promise<Deployed> {
  const path = newPath();
  return { id: await api.deploy(fixture(path)), path, url: `${webhookUrl}/webhook/${path}` };
}

/** Publishes several at the same time. */
export async function deployAll<Name extends string>(
  fixtures: Record<Name, (path: string) => Workflow>,
): Promise<Record<Name, Deployed>> {
  const deployed: Partial<Record<Name, Deployed>> = {};
  await Promise.all(
    namesOf(fixtures).map(async (name) => {
      deployed[name] = await deploy(fixtures[name]);
    }),
  );
  if (isComplete(deployed, fixtures)) return deployed;
  throw new Error('Not all fixtures were deployed');
}

const namesOf = <Name extends string>(record: Record<Name, unknown>): Name[] =>
  Object.keys(record).filter((name): name is Name => Object.hasOwn(record, name));

const isComplete = <Name extends string, Value>(
  record: Partial<Record<Name, Value>>,
  names: Record<Name, unknown>,
): record is Record<Name, Value> => namesOf(names).every((name) => record[name] !== undefined);

/** Publishes a workflow and waits until its pages reply: with anything but 404. */
export async function deployPages(workflow: Workflow, ...pages: string[]): Promise<{ id: string }> {
  const id = await api.deploy(workflow);
  for (const page of pages) {
    await until(`${page} to answer`, 30_000, async () => {
      const response = await fetch(`${url}${page}`, { redirect: 'manual' });
      await response.arrayBuffer();
      return response.status === 404 ? undefined : true;
    });
  }
  return { id };
}

/** Calls a webhook in webhook mode. Further attempts take seconds, so there are none unless a test asks for them. */
export const call = (hook: { url: string }, inputs: Inputs = {}, more: Surroundings = {}): Promise<StepResult> =>
  startCall(hook, inputs, more).finished;

/** As `call`, for tests that do something meanwhile. */
export const startCall = (hook: { url: string }, inputs: Inputs = {}, more: Surroundings = {}): StartedStep =>
  startStep({ ...more, with: { url: hook.url, ...(apart && { 'api-url': url }), retries: '0', ...inputs } });

const apart = webhookUrl !== url;

type Inputs = Record<string, string>;
type Surroundings = Omit<StepOptions, 'with'>;

/** Runs a workflow by its id. */
export const run = (workflow: { id: string }, inputs: Inputs = {}, more: Surroundings = {}): Promise<StepResult> =>
  runStep({
    ...more,
    with: {
      mode: 'api',
      url,
      ...(apart && { 'webhook-base': `${webhookUrl}/webhook` }),
      'workflow-id': workflow.id,
      'secret-key': apiKey,
      retries: '0',
      ...inputs,
    },
  });

/** What n8n says about an execution now. */
export const statusOf = async (id = ''): Promise<string | undefined> => (await api.execution(id))?.status;

/** n8n can stop an execution over its API. */
export const canStop = isSince('2.10.0');

/** Stops what a test leaves running. Where n8n cannot, the server that it waits for ends it with the last test. */
export const stop = async (id = ''): Promise<unknown> => canStop && api.request('POST', `/executions/${id}/stop`);

/** All executions of a workflow, newest first, once none is running any more. n8n has a row for each before it replies. */
export async function executionsOf({ id }: { id: string }, of: N8nApi = api): Promise<Execution[]> {
  // n8n before 2.8 replies before it has saved the execution, and nothing shows when it has.
  if (!isSince('2.8.0')) await sleep(1000);
  // n8n before 2.13 cannot be asked for `new` ones; 2.16 can, and gives all. Both list them without being asked.
  const asked = isSince('2.17.0') ? ['new', 'running', 'waiting', undefined] : ['running', 'waiting', undefined];
  return until(`the executions of workflow ${id} to end`, 30_000, async () => {
    let listed: Execution[] = [];
    for (const status of asked) {
      listed = await of.executions(id, status);
      if (listed.some((execution) => unfinished.test(execution.status))) return undefined;
    }
    return listed;
  });
}

const unfinished = /^(?:new|running|waiting)$/;

/** How the executions of a workflow ended, newest first: `[]` says that it never ran. */
export const endings = async (workflow: { id: string }, of: N8nApi = api): Promise<string[]> =>
  (await executionsOf(workflow, of)).map(({ status }) => status);

/** The items that a node of the workflow's only execution gave. */
export async function itemsOf(workflow: { id: string }, node: string): Promise<unknown[]> {
  const executions = await executionsOf(workflow);
  const [only] = executions;
  if (!only || executions.length > 1) throw new Error(`Workflow ${workflow.id} ran ${executions.length} times`);
  const runs = listAt((await api.execution(only.id, true))?.raw, 'data', 'resultData', 'runData', node);
  // A node that takes several methods has an output for each.
  const items = listAt(runs[0], 'data', 'main').flat();
  return items.map((item) => at(item, 'json'));
}

/** What the workflow's only execution got from its Webhook node: `{ headers, params, query, body }`. */
export async function received(workflow: { id: string }, node = 'Webhook'): Promise<Record<string, unknown>> {
  const [json] = await itemsOf(workflow, node);
  if (!isRecord(json)) throw new Error(`The execution of workflow ${workflow.id} has no item of the node ${node}`);
  return json;
}

/** The data that the workflow's only execution got, and where it was. */
export async function carried(workflow: { id: string }): Promise<{ query: unknown; body: unknown }> {
  const { query, body } = await received(workflow);
  return { query, body };
}

/** The step, which has succeeded and written nothing but the log. */
export function succeeded(step: StepResult): StepResult {
  if (step.exitCode === 0 && step.outputs['success'] === 'true' && step.annotations.length === 0) return step;
  throw new Error(`The step did not simply succeed, exit code ${step.exitCode}:\n${step.visibleLog}`);
}

/** The only annotation of a step that is known to have failed. */
export function failureOf(step: StepResult): string {
  const [only, ...others] = step.annotations;
  if (step.exitCode === 1 && step.outputs['success'] === 'false' && only?.level === 'error' && others.length === 0) {
    return `${only.title}. ${only.message}`;
  }
  throw new Error(`The step did not simply fail, exit code ${step.exitCode}:\n${step.visibleLog}`);
}

/** The only annotation of a step that is known to have succeeded with a warning. */
export function warningOf(step: StepResult): string {
  const [only, ...others] = step.annotations;
  if (step.exitCode === 0 && only?.level === 'warning' && others.length === 0) return `${only.title}. ${only.message}`;
  throw new Error(`The step did not simply warn, exit code ${step.exitCode}:\n${step.visibleLog}`);
}

/** The reply's body as JSON. */
export const replyOf = (step: StepResult): unknown => JSON.parse(step.outputs['response-body'] ?? '');
