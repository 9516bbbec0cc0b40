import type { SafeText, Show } from '../../text/safe.ts';
import { join, say } from '../../text/safe.ts';
import { finding, LONGEST_NAME, placeOf } from '../finding.ts';
import type { Ability } from '../match/ability.ts';
import type { Match } from '../match/match.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import { type Resolved, resolveReferences } from '../match/targets.ts';
import { withReferences } from '../read/references.ts';
import type { Content, FileWorkflow } from '../read/workflow.ts';
import { type Difference, difference, doesTheSame, isSame, sameGraph } from './compare.ts';
import { driftOf, type IsOurs, type OnDrift } from './drift.ts';
import { type Dependent, orderOf } from './order.ts';
import { type PublishMode, toBePublished } from './publication.ts';
import { contentFor, settingsKept, settingsLeftOut } from './send.ts';
import { triggerProblems } from './triggers.ts';
import { webhookConflicts } from './webhooks.ts';

/** What to do with one workflow of the files. */
export interface PlannedWorkflow {
  readonly file: FileWorkflow;
  readonly stored: StoredWorkflow | undefined;
  /** What to write; `none` also for a version that only has to be published. */
  readonly write: 'create' | 'update' | 'none';
  /** Whether to publish it in this run. */
  readonly publish: boolean;
  /** Whether it is published at the end. */
  readonly published: boolean;
  /** How the published version, or the saved one if none is published, differs from what n8n should have. */
  readonly difference: Difference;
  /**
   * What n8n should have, from the ids of all workflows of the files by their places, and from n8n's own version of
   * this one, if that is newer than the plan.
   */
  readonly contentWith: (ids: readonly (string | undefined)[], now?: StoredWorkflow) => Content;
  readonly drift: SafeText | undefined;
  /** Whether somebody saved changes in n8n that are not published, and that this run does not overwrite. */
  readonly hasForeignDraft: boolean;
  /** Remarks that do not stop the plan. */
  readonly notes: readonly SafeText[];
}

export interface Plan {
  /** In the order of the files. */
  readonly workflows: readonly PlannedWorkflow[];
  /** Places in `workflows`, in the order of writing and publishing: what others need comes first. */
  readonly order: readonly number[];
  /** Everything that keeps the plan from being carried out. */
  readonly wrong: readonly SafeText[];
}

/** What is known when the plan is made. */
export interface Situation {
  readonly matches: readonly Match[];
  readonly stored: readonly StoredWorkflow[];
  readonly ability: Ability;
  readonly publish: PublishMode;
  readonly onDrift: OnDrift;
  readonly isOurs: IsOurs;
  /** Whether the saved version was published from this repository, and another one is published now. */
  readonly wasRolledBack: (workflow: StoredWorkflow) => boolean;
  readonly show: Show;
}

/** Decides what to do with every workflow, and what is wrong with that. Sends no requests. */
export function planFor(situation: Situation): Plan {
  const { matches, stored, ability, show } = situation;
  const references = matches.map(({ file }) => resolveReferences(file, matches, stored, show));
  const published = toBePublished(
    matches,
    references.map(({ resolved }) => resolved),
    situation.publish,
    ability,
  );
  const workflows = matches.map((match, place) =>
    planOne(match, references[place]?.resolved ?? [], published.has(place), situation),
  );
  const dependents = workflows.map((_, place) =>
    dependentOf(place, references[place]?.resolved ?? [], workflows, ability),
  );
  const { order, stuck } = orderOf(dependents);
  const live = workflows.filter((workflow) => workflow.published);
  const others = stored.filter(({ id }) => !matches.some((match) => match.stored?.id === id));
  const wrong = [
    ...references.flatMap((reference) => reference.wrong),
    ...unpublishedCalls(
      workflows,
      references.map(({ resolved }) => resolved),
      ability,
      show,
    ),
    ...triggerProblems(workflows, show),
    ...webhookConflicts(live.map(liveOf), others, show),
    ...(stuck.length > 0
      ? [
          circle(
            stuck.flatMap((place) => workflows[place] ?? []),
            show,
          ),
        ]
      : []),
  ];
  return { workflows, order, wrong };
}

/** Whether anything is to be written. */
export function isChange({ write, publish }: Pick<PlannedWorkflow, 'write' | 'publish'>): boolean {
  return write !== 'none' || publish;
}

/** Stands for the id of a workflow to be created. */
const TO_BE_CREATED = 'to be created';

function planOne(
  { file, stored, note }: Match,
  references: readonly Resolved[],
  isPublished: boolean,
  situation: Situation,
): PlannedWorkflow {
  const { matches, ability, publish: mode, onDrift, isOurs, wasRolledBack, show } = situation;
  const contentWith = (ids: readonly (string | undefined)[], now = stored) =>
    withReferences(contentFor(file, now, ability), (reference) => {
      const target = references.find((each) => each.reference.id === reference.id)?.target;
      return target && ('place' in target ? (ids[target.place] ?? TO_BE_CREATED) : target.stored.id);
    });
  const wanted = contentWith(matches.map((match) => match.stored?.id));
  const change = changeOf(stored, wanted, isPublished, mode);
  const drift =
    isChange(change) && ability.versions
      ? driftOf(stored, wanted, isOurs, stored !== undefined && wasRolledBack(stored), onDrift, show)
      : undefined;
  const { published } = stored ?? {};
  const hasForeignDraft =
    mode !== 'none' &&
    stored !== undefined &&
    published !== undefined &&
    !isChange(change) &&
    !doesTheSame(stored.draft, published);
  const leftOut = settingsLeftOut(file, ability).map((name) => show(name, 40));
  const kept = stored ? settingsKept(file, stored).map((name) => show(name, 40)) : [];
  return {
    file,
    stored,
    ...change,
    published: isPublished,
    contentWith,
    drift,
    hasForeignDraft,
    notes: [
      note,
      change.write === 'update' && !published && ability.versions
        ? say`it is not published: the file replaces what is saved in n8n, whoever saved it`
        : undefined,
      hasForeignDraft ? say`n8n holds changes of somebody that are not published. They stay` : undefined,
      ...deadErrorWorkflows(references, ability).map(
        (name) => say`its error workflow "${show(name, LONGEST_NAME)}" is not published: n8n does not run it`,
      ),
      leftOut.length > 0
        ? say`settings that this n8n's API does not take are left out: ${join(leftOut, ', ')}`
        : undefined,
      kept.length > 0
        ? say`n8n keeps settings that the file does not have: ${join(kept, ', ')}. Set them in the file to change them`
        : undefined,
    ].filter((each) => each !== undefined),
  };
}

/** Names of error workflows that are only in n8n and never run, because they are not published. */
function deadErrorWorkflows(references: readonly Resolved[], { versions }: Ability): string[] {
  return references.flatMap(({ reference, target }) => {
    const isDead = reference.kind === 'error' && versions && 'stored' in target && !target.stored.published;
    return isDead ? [target.stored.draft.name] : [];
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

function dependentOf(
  place: number,
  references: readonly Resolved[],
  workflows: readonly PlannedWorkflow[],
  { versions }: Ability,
): Dependent {
  const isPublished = workflows[place]?.published === true;
  const places = (only: (resolved: Resolved) => boolean) =>
    references.flatMap((resolved) => ('place' in resolved.target && only(resolved) ? [resolved.target.place] : []));
  const isCall = ({ reference }: Resolved) => reference.kind === 'call' && reference.enabled;
  return {
    needs: places((resolved) => {
      if (!isPublished || !versions || !isCall(resolved) || !('place' in resolved.target)) return false;
      return workflows[resolved.target.place]?.stored?.published === undefined;
    }),
    prefers: places(() => true),
  };
}

/** Calls of workflows outside of the files that are not published: n8n would refuse to publish the caller. */
function unpublishedCalls(
  workflows: readonly PlannedWorkflow[],
  references: readonly (readonly Resolved[])[],
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

function circle(workflows: readonly PlannedWorkflow[], show: Show): SafeText {
  const names = join(
    workflows.map(({ file }) => say`"${show(file.name, LONGEST_NAME)}" (${show(file.file)})`),
    ', ',
  );
  return say`The workflows ${names} call each other in a circle, and none of them is published: n8n refuses whichever comes first. Break the circle, publish, and close it again.`;
}

function liveOf({ file, stored, contentWith }: PlannedWorkflow) {
  return { file: { ...file, nodes: contentWith([]).nodes }, id: stored?.id ?? '' };
}
