import { type SafeText, say } from '../../text/safe.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import { isChange, type Plan } from '../plan/planned.ts';
import { withWebhookIds } from '../plan/send.ts';
import type { Content } from '../read/workflow.ts';
import { createAll } from './create.ts';
import { publish } from './publish.ts';
import { putBack } from './put-back.ts';
import { type Interruption, stateOf, type WorkflowState } from './state.ts';
import { type Tools, unlessCancelled } from './tools.ts';
import { verify } from './verify.ts';
import { holds, interference, isAsBefore, lookFor, mayHaveChanged, readAgain, writeOnce } from './write.ts';

export interface Applied {
  /** In the order of the files. */
  readonly states: readonly WorkflowState[];
  readonly interruption: Interruption | undefined;
  readonly unverified: readonly SafeText[];
}

/**
 * Carries out a plan: creates missing workflows, saves all drafts, compares them with what was written, then publishes
 * one at a time and checks that they are live. If anything fails, everything that this run did is put back.
 */
export async function apply(plan: Plan, tools: Tools): Promise<Applied> {
  const states = plan.workflows.map(stateOf);
  const ordered = plan.order.flatMap((place) => states[place] ?? []).filter(({ planned }) => isChange(planned));
  const interruption =
    (await saveAll(ordered, states, tools)) ?? (await compareAll(ordered, tools)) ?? (await publishAll(ordered, tools));
  if (interruption) return fail(interruption, ordered, states, tools);
  const live = await verify(ordered, tools);
  if (!live.ok) return fail(live.error, ordered, states, tools);
  return { states, interruption: undefined, unverified: live.value };
}

async function fail(
  interruption: Interruption,
  ordered: readonly WorkflowState[],
  states: readonly WorkflowState[],
  tools: Tools,
): Promise<Applied> {
  if (interruption.at) interruption.at.failed = true;
  await putBack(ordered, tools);
  return { states, interruption, unverified: [] };
}

/** Creates workflows first, because references need their ids; then saves the final content of all. */
async function saveAll(
  ordered: readonly WorkflowState[],
  states: readonly WorkflowState[],
  tools: Tools,
): Promise<Interruption | undefined> {
  const { api, ability, host } = tools;
  const content = ({ planned, now }: WorkflowState): Content => {
    const ids = states.map((each) => each.now?.id);
    return withWebhookIds(planned.contentWith(ids, now), ability, host.randomUUID);
  };
  const missing = ordered.filter(({ planned }) => planned.write === 'create');
  const interruption = await createAll(missing, content, tools);
  if (interruption) return interruption;
  for (const state of ordered.filter(({ planned }) => planned.write !== 'none')) {
    const wanted = content(state);
    const { now } = state;
    const isCreated = state.planned.write === 'create';
    if (!now || (isCreated && holds(now, wanted) && wanted.description === undefined)) continue;
    const changed = isCreated ? undefined : await changedSince(state, now, tools);
    if (changed) return changed;
    const done = ability.drafts || !now.published ? say`saved` : say`saved and live`;
    const saved = await unlessCancelled(state, done, tools, () =>
      writeOnce({
        clock: host.clock,
        send: () => api.update(now.id, wanted, ability),
        look: () => lookFor(api, now.id, (workflow) => holds(workflow, wanted)),
      }),
    );
    if (saved.ok || mayHaveChanged(saved.error)) {
      state.written = wanted;
      // Without drafts, what is saved over a published version runs.
      state.mayBeLive = now.published !== undefined && !ability.drafts;
    }
    if (!saved.ok) return { at: state, doing: say`save it`, failure: saved.error };
    state.now = saved.value;
  }
  return undefined;
}

/** Reads a workflow again before it is overwritten: n8n has no locks, and somebody may have changed it since it was read. */
async function changedSince(
  state: WorkflowState,
  before: StoredWorkflow,
  { api }: Tools,
): Promise<Interruption | undefined> {
  const read = await api.workflow(before.id);
  if (read.ok && isAsBefore(read.value, before)) return undefined;
  if (read.ok) state.now = read.value;
  const message = say`Another deployment or a person changed it in n8n after the plan was made.`;
  return { at: state, doing: say`save it`, failure: read.ok ? interference(message) : read.error };
}

/** Reads what was written again: a reply shows what was sent to n8n, and not what it has saved. */
async function compareAll(ordered: readonly WorkflowState[], { api }: Tools): Promise<Interruption | undefined> {
  const written = ordered.filter((state) => state.written !== undefined);
  const read = await readAgain(api, written);
  if (!read.ok) return { at: undefined, doing: say`read back what was saved`, failure: read.error };
  for (const state of written) {
    const now = read.value(state);
    const isUnpublished = state.planned.stored?.published !== undefined && !now?.published;
    if (!now || !state.written || !holds(now, state.written) || isUnpublished) {
      const message = say`n8n accepted the changes, but now has different content: another deployment or a person changed it at the same time, or this n8n did not save it.`;
      return { at: state, doing: say`compare it`, failure: interference(message) };
    }
    state.now = now;
  }
  return undefined;
}

async function publishAll(ordered: readonly WorkflowState[], tools: Tools): Promise<Interruption | undefined> {
  const { ability, label } = tools;
  for (const state of ordered.filter(({ planned }) => planned.publish)) {
    const { now } = state;
    if (!now) continue;
    // Without versions, the saved workflow runs, if it was active.
    if (!ability.versions && now.published) continue;
    const published = await unlessCancelled(state, say`published`, tools, () => publish(now, label, tools));
    if (published.ok || mayHaveChanged(published.error)) {
      state.publishedVersion = now.versionId;
      state.mayBeLive = true;
    }
    if (!published.ok) return { at: state, doing: say`publish it`, failure: published.error };
    state.now = published.value;
    state.wentLive = true;
  }
  return undefined;
}
