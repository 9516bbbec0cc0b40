import type { Ability } from '../match/ability.ts';
import type { Match } from '../match/match.ts';
import type { Resolved } from '../match/targets.ts';

/** What the input `publish` asks for. */
export type PublishMode = 'auto' | 'all' | 'none';

/**
 * Which workflows should be published at the end, by their places. With `auto`, published workflows stay published, and
 * those that their file calls active are published. Workflows that a published one needs are published along with it:
 * n8n refuses to publish a workflow whose sub-workflow is not, and never runs an error workflow that is not.
 */
export function toBePublished(
  matches: readonly Match[],
  references: readonly (readonly Resolved[])[],
  mode: PublishMode,
  { versions }: Ability,
): ReadonlySet<number> {
  const isMeant = ({ file, stored }: Match) =>
    mode === 'all' || stored?.published !== undefined || (mode === 'auto' && file.active);
  const wanted = [...matches.keys()].filter((place) => matches.slice(place, place + 1).some(isMeant));
  const published = new Set(wanted);
  // n8n before 2.0 runs sub-workflows and error workflows as they are saved, and cannot activate them.
  if (mode === 'none' || !versions) return published;
  for (const place of published) {
    for (const { reference, target } of references[place] ?? []) {
      if (reference.enabled && 'place' in target) published.add(target.place);
    }
  }
  return published;
}
