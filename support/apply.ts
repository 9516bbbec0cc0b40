// A deployment carried out against an n8n in memory.
import { apply } from '../src/deploy/apply/apply.ts';
import type { Ability } from '../src/deploy/match/ability.ts';
import type { StoredWorkflow } from '../src/deploy/match/stored.ts';
import type { FileWorkflow } from '../src/deploy/read/workflow.ts';
import { changeOf } from '../src/deploy/report/rows.ts';
import { freshConnections } from '../src/http/connections.ts';
import { fileWorkflow, newest, node, planOf } from './deployment.ts';
import { testHost } from './host.ts';
import { type MemoryN8n, memoryN8n, type Trouble } from './memory-n8n.ts';

/** What the files of these tests have, and n8n does not have yet. */
export const changed = { nodes: [node('First', { parameters: { a: 1 } })] };
export const file = (name: string, more = {}) => fileWorkflow(name, { ...changed, active: true, ...more });

/** Plans and carries out a deployment to an n8n in memory. */
export async function deploy(
  pairs: readonly (readonly [FileWorkflow, StoredWorkflow?])[],
  trouble: (request: string, nth: number, n8n: MemoryN8n) => Trouble | undefined = () => undefined,
  ability: Ability = newest,
  cancelled = new AbortController().signal,
) {
  const stored = pairs.flatMap(([, each]) => each ?? []);
  const n8n = memoryN8n(stored, ability);
  const counts = new Map<string, number>();
  n8n.trouble = (request) => {
    counts.set(request, (counts.get(request) ?? 0) + 1);
    return trouble(request, counts.get(request) ?? 0, n8n);
  };
  const host = Object.assign(testHost(), { cancelled });
  const plan = planOf(pairs, { ability });
  const { states, interruption, unverified } = await apply(plan, {
    api: n8n,
    ability,
    host,
    label: { name: 'octo/demo@abc', description: 'Deployed' },
    known: new Set(stored.map(({ id }) => id)),
    verification: {
      webhookBase: 'http://127.0.0.1:9/webhook',
      publishTimeoutMs: 100,
      connections: freshConnections(),
    },
  });
  const failedAt = interruption?.at && states.indexOf(interruption.at);
  return {
    n8n,
    writes: n8n.writes,
    interruption,
    failedAt,
    unverified,
    states,
    changes: states.map((state) => changeOf(state, 'done')),
    log: host.events,
  };
}

/** Makes trouble for the first requests that match. */
export const atRequest =
  (pattern: RegExp, what: Trouble, times = 1) =>
  (request: string, nth: number) =>
    pattern.test(request) && nth <= times ? what : undefined;
