import { webhooksOf } from '../../n8n/webhooks.ts';
import { join, type SafeText, type Show, say } from '../../text/safe.ts';
import { finding, LONGEST_NAME, placeOf } from '../finding.ts';
import type { Ability } from '../match/ability.ts';
import type { Match } from '../match/match.ts';
import type { ResolvedReference } from '../match/targets.ts';
import { type Dependent, orderOf } from './order.ts';
import type { PlannedWorkflow } from './planned.ts';
import { isRunByOthers } from './triggers.ts';
import { keysOf, knownWebhooks } from './webhooks.ts';

export type PublishMode = 'auto' | 'all' | 'none';

/**
 * Which workflows should be published at the end, by their places. With `auto`, published workflows stay published, and
 * those that their file calls active are published. Workflows that a published one needs are published along with it:
 * n8n refuses to publish a workflow whose sub-workflow is not, and never runs an error workflow that is not.
 */
export function toBePublished(
  matches: readonly Match[],
  references: readonly (readonly ResolvedReference[])[],
  mode: PublishMode,
  { versions }: Ability,
): ReadonlySet<number> {
  // n8n before 2.0 runs sub-workflows and error workflows as they are saved, and cannot activate them.
  const isMeant = ({ file, stored }: Match) =>
    stored?.published !== undefined ||
    ((mode === 'all' || (mode === 'auto' && file.active)) && (versions || !isRunByOthers(file)));
  const published = new Set(matches.flatMap((match, place) => (isMeant(match) ? [place] : [])));
  if (mode === 'none' || !versions) return published;
  for (const place of published) {
    for (const { reference, target } of references[place] ?? []) {
      if (reference.enabled && 'place' in target) published.add(target.place);
    }
  }
  return published;
}

/**
 * The order in which to write and publish: a workflow comes before those that call it, and before those that take over
 * the path of a webhook from it.
 */
export function publicationOrder(
  workflows: readonly PlannedWorkflow[],
  references: readonly (readonly ResolvedReference[])[],
  ability: Ability,
  show: Show,
): { readonly order: readonly number[]; readonly wrong: readonly SafeText[] } {
  const calls = workflows.map((_, place) => dependentOf(place, references[place] ?? [], workflows, ability));
  const named = (places: readonly number[]) =>
    join(
      places
        .flatMap((place) => workflows[place] ?? [])
        .map(({ file }) => say`"${show(file.name, LONGEST_NAME)}" (${show(file.file)})`),
      ', ',
    );
  const circle = orderOf(calls).stuck;
  if (circle.length > 0) {
    const message = say`The workflows ${named(circle)} call each other in a circle, and none of them is published: n8n would refuse whichever comes first. Break the circle, publish, and close it again.`;
    return { order: [], wrong: [message] };
  }
  const holders = holdersOf(workflows);
  const { order, stuck } = orderOf(
    calls.map(({ needs, prefers }, place) => ({ needs: [...needs, ...(holders[place] ?? [])], prefers })),
  );
  if (stuck.length === 0) return { order, wrong: [] };
  const message = say`The workflows ${named(stuck)} take over webhook paths from each other: n8n would refuse whichever comes first. Give one of them another path for now, and deploy twice.`;
  return { order: [], wrong: [message] };
}

function dependentOf(
  place: number,
  references: readonly ResolvedReference[],
  workflows: readonly PlannedWorkflow[],
  { versions }: Ability,
): Dependent {
  const isPublished = workflows[place]?.published === true;
  const places = (only: (resolved: ResolvedReference) => boolean) =>
    references.flatMap((resolved) => ('place' in resolved.target && only(resolved) ? [resolved.target.place] : []));
  const isCall = ({ reference }: ResolvedReference) => reference.kind === 'call' && reference.enabled;
  return {
    needs: places((resolved) => {
      if (!isPublished || !versions || !isCall(resolved) || !('place' in resolved.target)) return false;
      return workflows[resolved.target.place]?.stored?.published === undefined;
    }),
    prefers: places(() => true),
  };
}

/** For each workflow, the places of others whose published version has a path that it takes over. */
function holdersOf(workflows: readonly PlannedWorkflow[]): number[][] {
  const holders = new Map(
    workflows.flatMap(({ stored, publish }, place) =>
      keysOf(publish ? webhooksOf(stored?.published?.nodes ?? [], stored?.id ?? '') : []).map((key) => [key, place]),
    ),
  );
  return workflows.map(({ stored, publish, contentWith }, place) =>
    keysOf(publish ? knownWebhooks(contentWith([]).nodes, stored?.id ?? '') : [])
      .flatMap((key) => holders.get(key) ?? [])
      .filter((holder) => holder !== place),
  );
}

/** Calls of workflows that are not published and will not be: n8n would refuse to publish the caller. */
export function unpublishedCalls(
  workflows: readonly PlannedWorkflow[],
  references: readonly (readonly ResolvedReference[])[],
  { versions }: Ability,
  show: Show,
): SafeText[] {
  return workflows.flatMap(({ file, publish }, index) =>
    (references[index] ?? []).flatMap(({ reference, target }) => {
      if (!publish || !versions || !reference.enabled || reference.kind !== 'call') return [];
      const isPublished =
        'place' in target ? workflows[target.place]?.published : target.stored.published !== undefined;
      if (isPublished) return [];
      const name = 'place' in target ? workflows[target.place]?.file.name : target.stored.draft.name;
      const message = say`calls the workflow "${show(name ?? '', LONGEST_NAME)}", which is not published: n8n would refuse to publish this one. Publish it in n8n, or add its file.`;
      return [finding(show, placeOf(file, reference.node), message)];
    }),
  );
}
