// Workflows of files and of n8n, made up for tests of the second action.

import type { Ability } from '../src/deploy/match/ability.ts';
import type { Match } from '../src/deploy/match/match.ts';
import { type StoredWorkflow, toStored } from '../src/deploy/match/stored.ts';
import { isDeployedFrom } from '../src/deploy/plan/drift.ts';
import { planFor, type Situation } from '../src/deploy/plan/plan.ts';
import type { Plan } from '../src/deploy/plan/planned.ts';
import type { FileWorkflow } from '../src/deploy/read/workflow.ts';
import type { JsonMap } from '../src/text/json.ts';
import { showing } from './call.ts';

/** Shows as the step does, with nothing to hide. */
export const show = showing();

/** What the newest n8n can do, with a key that may do everything. */
export const newest: Ability = {
  described: true,
  versions: true,
  drafts: true,
  publish: 'publish',
  unpublish: 'unpublish',
  takes: () => true,
  takesSetting: () => true,
  scopes: undefined,
};

export function node(name: string, more: JsonMap = {}): JsonMap {
  return {
    id: `id of ${name}`,
    name,
    type: 'n8n-nodes-base.set',
    typeVersion: 3.4,
    position: [0, 0],
    parameters: {},
    ...more,
  };
}

export function webhookNode(path: string, more: JsonMap = {}): JsonMap {
  const own = { type: 'n8n-nodes-base.webhook', webhookId: `id at ${path}`, parameters: { path, httpMethod: 'POST' } };
  return node('Webhook', { ...own, ...more });
}

export function fileWorkflow(name: string, more: Partial<FileWorkflow> = {}): FileWorkflow {
  return {
    file: `workflows/${name}.json`,
    id: undefined,
    active: false,
    name,
    nodes: [node('First')],
    connections: {},
    settings: {},
    lineOf: () => undefined,
    ...more,
  };
}

/** A workflow as n8n gives it, by default with the same draft and published version. */
export function storedWorkflow(name: string, more: JsonMap = {}): StoredWorkflow {
  return toStored({
    id: `stored ${name}`,
    name,
    active: false,
    versionId: 'v1',
    nodes: [node('First')],
    connections: {},
    settings: {},
    ...more,
  });
}

export const DEPLOYED =
  'Deployed from https://github.com/octo/demo/commit/abc by https://github.com/octo/demo/actions/runs/1';

/** The same, published from this repository. */
export function publishedWorkflow(name: string, more: JsonMap = {}, version: JsonMap = {}): StoredWorkflow {
  const nodes = more['nodes'] ?? [node('First')];
  const connections = more['connections'] ?? {};
  const activeVersion = { versionId: 'v1', description: DEPLOYED, nodes, connections, ...version };
  return storedWorkflow(name, { active: true, activeVersion, ...more });
}

export const matchOf = (file: FileWorkflow, stored?: StoredWorkflow): Match => ({ file, stored, note: undefined });

/** A plan for files and what n8n has of them, on the newest n8n; what differs is given. */
export const planOf = (
  pairs: readonly (readonly [FileWorkflow, (StoredWorkflow | undefined)?])[],
  more: Partial<Situation> = {},
): Plan =>
  planFor({
    matches: pairs.map(([file, stored]) => matchOf(file, stored)),
    stored: pairs.flatMap(([, stored]) => stored ?? []),
    ability: newest,
    publish: 'auto',
    onDrift: 'fail',
    isOurs: isDeployedFrom('https://github.com/octo/demo'),
    rolledBack: new Set(),
    show,
    ...more,
  });
