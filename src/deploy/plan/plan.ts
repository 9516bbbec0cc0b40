import { type SafeText, type Show, say } from '../../text/safe.ts';
import { LONGEST_NAME, listed } from '../finding.ts';
import type { Ability } from '../match/ability.ts';
import type { IsOurs, Match } from '../match/match.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import { type ResolvedReference, resolveReferences } from '../match/targets.ts';
import { withCallers, withReferences } from '../read/references.ts';
import type { Content, FileWorkflow } from '../read/workflow.ts';
import { difference, doesTheSame, isSame, sameGraph } from './compare.ts';
import { driftOf, type OnDrift } from './drift.ts';
import { isChange, type Plan, type PlannedWorkflow } from './planned.ts';
import { type PublishMode, publicationOrder, toBePublished, unpublishedCalls } from './publication.ts';
import { contentFor, settingsKept, settingsLeftOut } from './send.ts';
import { triggerProblems } from './triggers.ts';
import { webhookConflicts } from './webhooks.ts';

/** What is known when the plan is made. */
export interface Situation {
  readonly matches: readonly Match[];
  readonly stored: readonly StoredWorkflow[];
  readonly ability: Ability;
  readonly publish: PublishMode;
  readonly onDrift: OnDrift;
  readonly isOurs: IsOurs;
  /** The ids of workflows whose saved version was published from this repository, while an older one is live. */
  readonly rolledBack: ReadonlySet<string>;
  readonly show: Show;
}

/** Decides what to do with every workflow, and what is wrong with that. Sends no requests. */
export function planFor(situation: Situation): Plan {
  const { matches, stored, ability, show } = situation;
  const references = matches.map(({ file }) => resolveReferences(file, matches, stored, show));
  const resolved = references.map((reference) => reference.resolved);
  const published = toBePublished(matches, resolved, situation.publish, ability);
  const workflows = matches.map((match, place) =>
    planOne(match, resolved[place] ?? [], published.has(place), situation),
  );
  const { order, wrong: unordered } = publicationOrder(workflows, resolved, ability, show);
  const live = workflows
    .filter((workflow) => workflow.published)
    .map(({ file, stored: { id } = { id: '' }, contentWith }) => ({
      file: { ...file, nodes: contentWith([]).nodes },
      id,
    }));
  const others = stored.filter(({ id }) => !matches.some((match) => match.stored?.id === id));
  const wrong = [
    ...references.flatMap((reference) => reference.wrong),
    ...unpublishedCalls(workflows, resolved, ability, show),
    ...triggerProblems(workflows, show),
    ...webhookConflicts(live, others, show),
    ...unordered,
  ];
  return { workflows, order, wrong };
}

/** Stands for the id of a workflow to be created. */
const TO_BE_CREATED = 'to be created';

function planOne(
  match: Match,
  references: readonly ResolvedReference[],
  isPublished: boolean,
  situation: Situation,
): PlannedWorkflow {
  const { file, stored, note } = match;
  const { matches, ability, publish: mode, onDrift, isOurs, rolledBack, show } = situation;
  const contentWith = (ids: readonly (string | undefined)[], now = stored) => {
    const content = withReferences(contentFor(file, now, ability), (reference) => {
      const target = references.find((each) => each.reference.id === reference.id)?.target;
      return target && ('place' in target ? (ids[target.place] ?? TO_BE_CREATED) : target.stored.id);
    });
    return withCallers(content, (id) => {
      const place = matches.findIndex((other) => other.file.id === id);
      return place < 0 ? undefined : (ids[place] ?? TO_BE_CREATED);
    });
  };
  const wanted = contentWith(matches.map((other) => other.stored?.id));
  const change = changeOf(stored, wanted, isPublished, mode);
  const { published } = stored ?? {};
  const hasForeignDraft =
    mode !== 'none' &&
    stored !== undefined &&
    published !== undefined &&
    !isChange(change) &&
    !doesTheSame(stored.draft, published);
  return {
    file,
    stored,
    ...change,
    published: isPublished,
    contentWith,
    drift:
      isChange(change) && ability.versions
        ? driftOf(stored, wanted, isOurs, rolledBack.has(stored?.id ?? ''), onDrift, show)
        : undefined,
    hasForeignDraft,
    notes: [
      note,
      stored ? undefined : twinNote(file, (other) => contentWith([], other), situation),
      hasForeignDraft ? say`somebody saved changes in n8n that are not published. They are kept` : undefined,
      ...deadReferences(references, situation),
      ...liveNotes(match, change, situation),
      ...settingsNotes(match, situation),
    ].filter((each) => each !== undefined),
  };
}

/** Remarks about what saving changes apart from the draft. */
function liveNotes(
  { stored }: Match,
  { write, difference: differs }: Pick<PlannedWorkflow, 'write' | 'difference'>,
  { ability, publish: mode }: Situation,
): SafeText[] {
  if (write !== 'update' || !ability.versions) return [];
  if (!stored?.published) {
    return [say`it is not published: the file replaces the draft in n8n, whoever saved it`];
  }
  const isUnversioned = differs.renamed || differs.settings.length > 0;
  return mode === 'none' && isUnversioned
    ? [say`n8n keeps no drafts of names and settings: these change immediately, even if nothing is published`]
    : [];
}

/** Remarks about settings that will not be as the file says. */
function settingsNotes({ file, stored }: Match, { ability, show }: Situation): SafeText[] {
  const leftOut = settingsLeftOut(file, ability, stored);
  const kept = stored ? settingsKept(file, stored) : [];
  return [
    ...(leftOut.length > 0
      ? [say`settings that this n8n's API does not accept are left out: ${listed(leftOut, show)}`]
      : []),
    ...(kept.length > 0
      ? [
          say`n8n keeps settings that the file does not have: ${listed(kept, show)}. Set them in the file to change them`,
        ]
      : []),
  ];
}

/** A remark about a published workflow, deployed from this repository and in none of its files, that does the same as a new one. */
function twinNote(
  file: FileWorkflow,
  contentAs: (stored: StoredWorkflow) => Content,
  { matches, stored, isOurs, show }: Situation,
): SafeText | undefined {
  const twin = stored.find(
    (each) =>
      each.published?.nodes.length === file.nodes.length &&
      isOurs(each.published.description) &&
      !matches.some((match) => match.stored?.id === each.id) &&
      doesTheSame(each.published, contentAs(each)),
  );
  return (
    twin &&
    say`"${show(twin.draft.name, LONGEST_NAME)}" (${show(twin.id)}) was deployed from this repository and does the same: if somebody renamed it in n8n, both will run. Rename it back, or put its id into the file`
  );
}

/** Remarks about error and tool workflows that are only in n8n and never run, because they are not published: n8n accepts them. */
function deadReferences(references: readonly ResolvedReference[], { ability, show }: Situation): SafeText[] {
  return references.flatMap(({ reference: { kind, enabled }, target }) => {
    const isDead = kind !== 'call' && enabled && ability.versions && 'stored' in target && !target.stored.published;
    if (!isDead) return [];
    const what = kind === 'error' ? say`error workflow` : say`tool workflow`;
    const name = show(target.stored.draft.name, LONGEST_NAME);
    return [say`its ${what} "${name}" is not published, so n8n does not run it`];
  });
}

/** What to write and publish, so that n8n has what it should have. */
function changeOf(
  stored: StoredWorkflow | undefined,
  wanted: Content,
  isPublished: boolean,
  mode: PublishMode,
): Pick<PlannedWorkflow, 'write' | 'publish' | 'difference'> {
  if (!stored) return { write: 'create', publish: isPublished, difference: difference(undefined, wanted) };
  const { draft, published } = stored;
  const isDraftRight = isSame(difference(draft, wanted)) && sameDescription(draft, wanted);
  if (!isPublished || mode === 'none') {
    return { write: isDraftRight ? 'none' : 'update', publish: false, difference: difference(draft, wanted) };
  }
  const live = published && { ...draft, ...published, description: draft.description };
  const differs = difference(live ?? draft, wanted);
  if (live && isSame(differs) && sameDescription(draft, wanted))
    return { write: 'none', publish: false, difference: differs };
  return {
    write: isDraftRight ? 'none' : 'update',
    // Name and settings have no versions.
    publish: !published || !sameGraph(published, wanted),
    difference: differs,
  };
}

function sameDescription(draft: Content, wanted: Content): boolean {
  return wanted.description === undefined || draft.description === wanted.description;
}
