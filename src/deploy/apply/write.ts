import type { Clock } from '../../host/host.ts';
import type { JsonMap } from '../../text/json.ts';
import { failed, ok, type Result } from '../../text/result.ts';
import { type SafeText, say } from '../../text/safe.ts';
import { type ApiFailure, lasting } from '../../verdict/api-failure.ts';
import type { Ability } from '../match/ability.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import type { DeployApi, Written } from '../n8n.ts';
import { difference, isSame, sameGraph } from '../plan/compare.ts';
import type { Content } from '../read/workflow.ts';
import type { WorkflowState } from './state.ts';

/** The pauses before each check for a write whose reply was lost, in milliseconds: it may still be on its way. */
const LOOKS_MS = [0, 1_000];

/** The same for a write that must not be sent again: the checks go on until it is unlikely to arrive. */
const LONG_LOOKS_MS = [0, 1_000, 2_000, 4_000];

/** How often a write that may be repeated is sent in total. */
const MOST_SENT = 3;

/** A write, and how to see whether it was done. */
interface CheckedWrite {
  readonly send: () => Promise<Written>;
  /** Returns the workflow if the write was done, else undefined. */
  readonly look: () => Promise<StoredWorkflow | undefined>;
  /** Set if sending it twice would do it twice. */
  readonly once?: true;
  readonly clock: Clock;
}

/** Writes. If the reply was lost, checks whether the write was done before sending it again. */
export async function writeOnce({ send, look, once, clock }: CheckedWrite): Promise<Written> {
  let mayHaveArrived = false;
  for (let sent = 1; ; sent += 1) {
    const written = await send();
    if (written.ok) return written;
    mayHaveArrived ||= written.error.mayHaveArrived;
    if (!written.error.mayHaveArrived) return failed({ ...written.error, mayHaveArrived });
    for (const pauseMs of once ? LONG_LOOKS_MS : LOOKS_MS) {
      if (pauseMs > 0) await clock.sleep(pauseMs);
      const done = await look();
      if (done) return ok(done);
    }
    if (once || sent >= MOST_SENT || written.error.code === 'aborted') return written;
  }
}

/**
 * Whether a failed write may have changed something: its reply was lost, or n8n refused it, which some versions do after
 * they have saved it.
 */
export function mayHaveChanged({ code, mayHaveArrived }: ApiFailure): boolean {
  return mayHaveArrived || code === 'api-refused' || code === 'api-forbidden';
}

/** Reads a workflow, and returns it if it is as expected. */
export async function lookFor(
  api: DeployApi,
  id: string,
  isIt: (workflow: StoredWorkflow) => boolean,
): Promise<StoredWorkflow | undefined> {
  const read = await api.workflow(id);
  return read.ok && isIt(read.value) ? read.value : undefined;
}

/** From this many on, one list of all workflows is faster than a request for each. */
export const MANY = 4;

/** Reads again what n8n has of workflows; undefined for one that is not there. */
export async function readAgain(
  api: DeployApi,
  states: readonly WorkflowState[],
): Promise<Result<(state: WorkflowState) => StoredWorkflow | undefined, ApiFailure>> {
  const ids = states.flatMap(({ now }) => now?.id ?? []);
  const found: StoredWorkflow[] = [];
  if (ids.length >= MANY) {
    const list = await api.workflows();
    if (!list.ok) return list;
    found.push(...list.value);
  } else {
    for (const id of ids) {
      const read = await api.workflow(id);
      if (!read.ok) return read;
      found.push(read.value);
    }
  }
  return ok(({ now }) => found.find(({ id }) => id === now?.id));
}

/** Whether n8n has saved this content. Ids that were not sent are chosen by n8n. */
export function holds({ draft }: StoredWorkflow, content: Content): boolean {
  const nodes = content.nodes.map((node, index) => ({ ...idsOf(draft.nodes[index]), ...node }));
  const expected = { ...content, nodes };
  return isSame(difference(draft, expected)) && sameGraph(draft, expected);
}

/** Whether n8n still has what it had: nobody else has changed the workflow meanwhile. */
export function isAsBefore(now: StoredWorkflow, before: StoredWorkflow): boolean {
  return (
    now.archived === before.archived &&
    now.published?.versionId === before.published?.versionId &&
    isSame(difference(before.draft, { ...now.draft, description: before.draft.description })) &&
    sameGraph(before.draft, now.draft)
  );
}

/** Whether a workflow is published, and in this version if one is given. */
export function isLive({ published }: StoredWorkflow, versionId: string | undefined, { versions }: Ability): boolean {
  if (!versions || versionId === undefined) return published !== undefined;
  return published?.versionId === versionId;
}

function idsOf(node: JsonMap = {}): JsonMap {
  return { id: node['id'] ?? null, webhookId: node['webhookId'] ?? null };
}

/** The failure if somebody else, usually another deployment, writes at the same time. */
export function interference(message: SafeText): ApiFailure {
  const hint = say`Give all jobs that deploy to this n8n the same concurrency group, and run the step again.`;
  return lasting('api-refused', message, hint);
}
