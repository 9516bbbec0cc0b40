import { type SafeText, say } from '../../text/safe.ts';
import type { Ability } from '../match/ability.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import { isChange, type Plan } from '../plan/planned.ts';
import { withWebhookIds } from '../plan/send.ts';
import type { Content } from '../read/workflow.ts';
import { createAll } from './create.ts';
import { putBack } from './put-back.ts';
import { type Setback, type Standing, standingOf } from './standing.ts';
import { type Tools, unlessCancelled } from './tools.ts';
import { verify } from './verify.ts';
import { holds, interference, lookFor, readAgain, writeOnce } from './write.ts';

/** The result of carrying out a plan. */
export interface Applied {
  /** In the order of the files. */
  readonly standings: readonly Standing[];
  readonly setback: Setback | undefined;
  /** What could not be verified. */
  readonly unverified: readonly SafeText[];
}

/**
 * Carries out a plan: creates missing workflows, saves all drafts, compares them with what was written, then publishes
 * one at a time and checks that they are live. If anything fails, everything that this run did is put back.
 */
export async function apply(plan: Plan, tools: Tools): Promise<Applied> {
  const standings = plan.workflows.map(standingOf);
  const ordered = plan.order.flatMap((place) => standings[place] ?? []).filter(({ planned }) => isChange(planned));
  const setback =
    (await saveAll(ordered, standings, tools)) ??
    (await compareAll(ordered, tools)) ??
    (await publishAll(ordered, tools));
  if (setback) return fail(setback, ordered, standings, tools);
  const live = await verify(ordered, tools);
  if (live.setback) return fail(live.setback, ordered, standings, tools);
  return { standings, setback: undefined, unverified: live.unverified };
}

async function fail(
  setback: Setback,
  ordered: readonly Standing[],
  standings: readonly Standing[],
  tools: Tools,
): Promise<Applied> {
  if (setback.at) setback.at.failed = true;
  await putBack(ordered, tools);
  return { standings, setback, unverified: [] };
}

/** Creates workflows first, because references need their ids; then saves the final content of all. */
async function saveAll(
  ordered: readonly Standing[],
  standings: readonly Standing[],
  tools: Tools,
): Promise<Setback | undefined> {
  const { api, ability, host } = tools;
  const content = ({ planned, now }: Standing): Content => {
    const ids = standings.map((each) => each.now?.id);
    return withWebhookIds(planned.contentWith(ids, now), ability, host.randomUUID);
  };
  const missing = ordered.filter(({ planned }) => planned.write === 'create');
  const setback = await createAll(missing, content, tools);
  if (setback) return setback;
  for (const standing of ordered.filter(({ planned }) => planned.write !== 'none')) {
    const wanted = content(standing);
    const { now } = standing;
    const isCreated = standing.planned.write === 'create';
    if (!now || (isCreated && holds(now, wanted) && wanted.description === undefined)) continue;
    const done = ability.drafts || !now.published ? say`saved` : say`saved and live`;
    const saved = await unlessCancelled(standing, done, tools, () => {
      standing.written = wanted;
      return writeOnce({
        clock: host.clock,
        send: () => api.update(now.id, wanted, ability),
        look: () => lookFor(api, now.id, (workflow) => holds(workflow, wanted)),
      });
    });
    if (!saved.ok) return { at: standing, doing: say`save it`, failure: saved.error };
    standing.now = saved.value;
  }
  return undefined;
}

/** Reads what was written again: a reply shows what was sent to n8n, and not what it has saved. */
async function compareAll(ordered: readonly Standing[], { api }: Tools): Promise<Setback | undefined> {
  const written = ordered.filter((standing) => standing.written !== undefined);
  const read = await readAgain(
    api,
    written.flatMap(({ now }) => now?.id ?? []),
  );
  if (!read.ok) return { at: undefined, doing: say`read back what was saved`, failure: read.error };
  for (const standing of written) {
    const now = read.value.get(standing.now?.id ?? '');
    if (!now || !standing.written || !holds(now, standing.written)) {
      const message = say`n8n accepted what was written, but now has something else: another deployment or a person changed it at the same time, or this n8n did not save it.`;
      return { at: standing, doing: say`compare it`, failure: interference(message) };
    }
    standing.now = now;
  }
  return undefined;
}

async function publishAll(ordered: readonly Standing[], tools: Tools): Promise<Setback | undefined> {
  const { api, ability, host, label } = tools;
  for (const standing of ordered.filter(({ planned }) => planned.publish)) {
    const { now } = standing;
    if (!now) continue;
    // Without versions, the saved workflow runs, if it was active.
    if (!ability.versions && now.published) continue;
    const { id, versionId } = now;
    const published = await unlessCancelled(standing, say`published`, tools, () =>
      writeOnce({
        clock: host.clock,
        send: () => api.publish(id, versionId, label, ability),
        look: () => lookFor(api, id, (workflow) => isLive(workflow, versionId, ability)),
      }),
    );
    // It may be live, even if the request failed.
    standing.publishedVersion = versionId;
    if (!published.ok) return { at: standing, doing: say`publish it`, failure: published.error };
    standing.now = published.value;
  }
  return undefined;
}

/** Whether this version is the published one. */
function isLive({ published }: StoredWorkflow, versionId: string, { versions }: Ability): boolean {
  return published !== undefined && (!versions || published.versionId === versionId);
}
