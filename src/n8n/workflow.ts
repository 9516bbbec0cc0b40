import { isMap, type Json, type JsonMap, mapOf, mapsOf, numberOf, textOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { join, NOTHING, type SafeText, type Show, say, word } from '../text/safe.ts';

/** The triggers that the action knows, by the names that n8n's editor gives them, and all others. */
export type TriggerKind = 'Webhook' | 'Form' | 'Chat' | 'MCP Server' | 'Schedule' | 'Manual' | 'Subworkflow' | 'other';

const KINDS: ReadonlyMap<string, TriggerKind> = new Map([
  ['n8n-nodes-base.webhook', 'Webhook'],
  ['n8n-nodes-base.formTrigger', 'Form'],
  ['@n8n/n8n-nodes-langchain.chatTrigger', 'Chat'],
  ['@n8n/n8n-nodes-langchain.mcpTrigger', 'MCP Server'],
  ['n8n-nodes-base.scheduleTrigger', 'Schedule'],
  ['n8n-nodes-base.manualTrigger', 'Manual'],
  ['n8n-nodes-base.executeWorkflowTrigger', 'Subworkflow'],
]);

/** A trigger node of a workflow, enabled or not. */
export interface TriggerNode {
  readonly kind: TriggerKind;
  readonly name: string;
  readonly typeVersion: number;
  readonly disabled: boolean;
  /** Undefined if the node was created without an editor, on an n8n that does not add one. */
  readonly webhookId: string | undefined;
  readonly parameters: JsonMap;
}

/** Why no trigger can be run, and what to do. */
export interface NoTrigger {
  readonly message: SafeText;
  readonly hint: SafeText;
  /** Set if an input is wrong or missing, and nothing has to change in n8n. */
  readonly wrongInput?: true;
}

/** What keeps one trigger from being run; `message` follows the trigger's name in a sentence. */
export type Obstacle = Omit<NoTrigger, 'wrongInput'>;

/** A workflow as n8n gives it. */
export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  /** The published version's triggers; undefined if there is none. */
  readonly published: readonly TriggerNode[] | undefined;
  /** The saved triggers, published or not. */
  readonly draft: readonly TriggerNode[];
}

/** Reads a workflow from the public API. n8n before 2.0 has no versions: the saved workflow runs if it is `active`. */
export function toWorkflow(data: JsonMap): Workflow {
  const version = data['activeVersion'];
  const saved = data['active'] === true && version === undefined ? data : undefined;
  const published = isMap(version) ? version : saved;
  return {
    id: textOf(data['id']),
    name: textOf(data['name']),
    archived: data['isArchived'] === true,
    published: published && triggersOf(published),
    draft: triggersOf(data),
  };
}

/**
 * The published trigger to run: the one of this name, or the only one that can be run.
 *
 * @param obstacleTo what keeps an enabled trigger from being run, if anything does
 */
export function chooseTrigger(
  workflow: Workflow,
  wanted: string | undefined,
  obstacleTo: (trigger: TriggerNode) => Obstacle | undefined,
  show: Show,
): Result<TriggerNode, NoTrigger> {
  const { published, draft } = workflow;
  const label = labelOf(workflow, show);
  if (workflow.archived) {
    return failed({ message: say`${label} is archived.`, hint: say`Unarchive and publish it in n8n.` });
  }
  if (!published) {
    const hint = say`Publish it in n8n (older n8n: activate it).`;
    return failed({ message: say`${label} has no published version.`, hint });
  }
  const obstacleOf = (trigger: TriggerNode) => (trigger.disabled ? DISABLED : obstacleTo(trigger));
  const isMeant = ({ name }: TriggerNode) => wanted === undefined || name === wanted;
  const meant = published.filter(isMeant);
  const usable = meant.filter((trigger) => !obstacleOf(trigger));
  const [one, another] = usable;
  if (one && !another) return ok(one);
  if (one) {
    return failed({
      message: say`${label} has several triggers: ${namesOf(usable, show)}.`,
      hint: say`Name the one to run in trigger-node.`,
      wrongInput: true,
    });
  }
  const inDraft = draft.find((trigger) => isMeant(trigger) && !obstacleOf(trigger));
  const publishing = inDraft && say`Its draft has ${namesOf([inDraft], show)}: publish it.`;
  if (published.length === 0) {
    const message = say`${label} has no trigger in its published version.`;
    return failed({ message, hint: publishing ?? say`Add a Webhook node and publish.` });
  }
  if (meant.length === 0) {
    const message = say`${label} has no trigger "${show(wanted ?? '', 80)}"; its triggers are ${namesOf(published, show)}.`;
    if (publishing) return failed({ message, hint: publishing });
    return failed({ message, hint: say`Correct trigger-node.`, wrongInput: true });
  }
  const reasonOf = (trigger: TriggerNode) =>
    say`${namesOf([trigger], show)} ${obstacleOf(trigger)?.message ?? NOTHING}`;
  const hints = new Set(meant.map((trigger) => obstacleOf(trigger)?.hint ?? NOTHING));
  return failed({
    message: say`${label} has no trigger that this route can run: ${join(someOf(meant, reasonOf), '; ')}.`,
    hint: publishing ?? join([...hints]),
  });
}

const DISABLED: Obstacle = { message: say`is disabled`, hint: say`Enable it and publish.` };

/** `The workflow "NAME"`. */
export function labelOf({ name }: Pick<Workflow, 'name'>, show: Show): SafeText {
  return say`The workflow "${show(name, 80)}"`;
}

export function namesOf(triggers: readonly TriggerNode[], show: Show): SafeText {
  const nameOf = ({ name, kind }: TriggerNode) =>
    kind === 'other' ? say`"${show(name, 60)}"` : say`"${show(name, 60)}" (${word<TriggerKind>(kind)})`;
  return join(someOf(triggers, nameOf), ', ');
}

/** The most things that a message names: n8n may give thousands. */
const MOST_NAMED = 10;

/** A text about each of the first things, and how many more there are. */
export function someOf<Thing>(things: readonly Thing[], textOfOne: (thing: Thing) => SafeText): SafeText[] {
  const texts = things.slice(0, MOST_NAMED).map(textOfOne);
  const more = things.length - texts.length;
  return more > 0 ? [...texts, say`and ${more} more`] : texts;
}

function triggersOf(version: JsonMap): TriggerNode[] {
  return mapsOf(version['nodes']).flatMap((node) => {
    const type = textOf(node['type']);
    const kind = KINDS.get(type) ?? (/trigger$/i.test(type) ? 'other' : undefined);
    return kind ? [toTrigger(node, kind)] : [];
  });
}

function toTrigger(node: JsonMap, kind: TriggerKind): TriggerNode {
  const { name, typeVersion, disabled, webhookId, parameters } = node;
  return {
    kind,
    name: textOf(name),
    typeVersion: numberOf(typeVersion ?? 1),
    disabled: disabled === true,
    webhookId: textOf(webhookId) || undefined,
    parameters: mapOf(parameters),
  };
}

/** A workflow's settings for saving its executions; undefined if n8n's environment decides. */
export function savingOf(workflow: JsonMap): { successes: Json | undefined; failures: Json | undefined } {
  const settings = mapOf(workflow['settings']);
  const given = (value: Json | undefined) => (value === 'DEFAULT' || value === null ? undefined : value);
  return {
    successes: given(settings['saveDataSuccessExecution']),
    failures: given(settings['saveDataErrorExecution']),
  };
}
