// An n8n in memory, as far as a deployment knows it: for tests of what happens when requests fail, are lost or meet others.
import type { Ability } from '../src/deploy/match/ability.ts';
import { type StoredWorkflow, toStored } from '../src/deploy/match/stored.ts';
import type { DeployApi, Written } from '../src/deploy/n8n.ts';
import type { Content } from '../src/deploy/read/workflow.ts';
import { failed, ok } from '../src/text/result.ts';
import { say } from '../src/text/safe.ts';
import type { ApiFailure } from '../src/verdict/api-failure.ts';
import { newest } from './deployment.ts';

/**
 * What to do to a request: refuse it, because of the key or because a path is taken too, lose it on its way there, or lose
 * the reply.
 */
export type Trouble = 'refused' | 'unauthorized' | 'taken' | 'lost' | 'reply lost';

export const refusal: ApiFailure = {
  code: 'api-refused',
  message: say`n8n said no.`,
  transient: false,
  mayHaveArrived: false,
};
const FAILURES = {
  refused: refusal,
  unauthorized: { ...refusal, code: 'api-unauthorized', status: 401 },
  taken: { ...refusal, status: 409 },
} as const;
const loss: ApiFailure = { code: 'api-unreachable', message: say`No reply.`, transient: true, mayHaveArrived: true };

export interface MemoryN8n extends DeployApi {
  /** The writes that arrived, as `update stored A`. */
  readonly writes: string[];
  readonly store: Map<string, StoredWorkflow>;
  /** Called before each request; gives the trouble that it meets. */
  trouble: (request: string) => Trouble | undefined;
}

export function memoryN8n(workflows: readonly StoredWorkflow[], ability: Ability = newest): MemoryN8n {
  const store = new Map(workflows.map((workflow) => [workflow.id, workflow]));
  const writes: string[] = [];
  let versions = 1;
  const write = async (request: string, change: () => StoredWorkflow): Promise<Written> => {
    const trouble = n8n.trouble(request);
    if (trouble === 'lost') return failed(loss);
    if (trouble !== undefined && trouble !== 'reply lost') return failed(FAILURES[trouble]);
    writes.push(request);
    const changed = change();
    store.set(changed.id, changed);
    return trouble === 'reply lost' ? failed(loss) : ok(changed);
  };
  const saved = (id: string, content: Content, before: StoredWorkflow | undefined): StoredWorkflow => {
    const { row } = before ?? toStored({ id, active: false, createdAt: '2026-01-01T00:00:00.000Z' });
    versions += 1;
    const live = { versionId: `v${versions}`, nodes: [...content.nodes], connections: content.connections };
    const changesLive = before?.published !== undefined && !ability.drafts;
    const nodes = content.nodes.map((node) => ({ id: `made for ${String(node['name'])}`, ...node }));
    return toStored({
      ...row,
      name: content.name,
      nodes,
      connections: content.connections,
      settings: { ...before?.draft.settings, ...content.settings },
      ...(content.description !== undefined && { description: content.description }),
      versionId: `v${versions}`,
      ...(changesLive && { activeVersion: { ...live, nodes } }),
    });
  };
  const existing = (id: string): StoredWorkflow => {
    const found = store.get(id);
    if (!found) throw new Error(`There is no workflow ${id}`);
    return found;
  };
  const n8n: MemoryN8n = {
    writes,
    store,
    trouble: () => undefined,
    ability: async () => ok(ability),
    workflows: async () => (n8n.trouble('list') ? failed(refusal) : ok([...store.values()])),
    credentials: async () => ok([]),
    workflow: async (id) => (n8n.trouble(`read ${id}`) ? failed(refusal) : ok(existing(id))),
    versionDescription: async () => undefined,
    create: (content) => write(`create ${content.name}`, () => saved(`new ${content.name}`, content, undefined)),
    update: (id, content) => write(`update ${id}`, () => saved(id, content, existing(id))),
    publish: (id, versionId, label) =>
      write(`publish ${id} ${versionId}`, () => {
        const { row, published, draft } = existing(id);
        // What an older version held is not kept here: it is what was published before.
        const graph =
          published?.versionId === versionId || row['versionId'] !== versionId ? (published ?? draft) : draft;
        const activeVersion = {
          versionId,
          nodes: [...graph.nodes],
          connections: graph.connections,
          name: label?.name ?? null,
          description: label?.description ?? null,
        };
        return toStored({ ...row, active: true, activeVersion });
      }),
    unpublish: (id) =>
      write(`unpublish ${id}`, () => toStored({ ...existing(id).row, active: false, activeVersion: null })),
  };
  return n8n;
}
