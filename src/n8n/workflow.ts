import { asItIs, type Redact } from '../host/masks.ts';
import { excerpt } from '../text/format.ts';
import { isMap, type Json, type JsonMap, numberOf, textOf } from '../text/json.ts';

/** The triggers that the action can run, by the names that n8n's editor gives them, and all others. */
export type TriggerKind = 'Webhook' | 'Form' | 'Chat' | 'Schedule' | 'Manual' | 'Subworkflow' | 'other';

const KINDS: Readonly<Record<string, TriggerKind>> = {
  'n8n-nodes-base.webhook': 'Webhook',
  'n8n-nodes-base.formTrigger': 'Form',
  '@n8n/n8n-nodes-langchain.chatTrigger': 'Chat',
  'n8n-nodes-base.scheduleTrigger': 'Schedule',
  'n8n-nodes-base.manualTrigger': 'Manual',
  'n8n-nodes-base.executeWorkflowTrigger': 'Subworkflow',
};

/** A trigger node of a workflow, enabled or not. */
export interface TriggerNode {
  readonly kind: TriggerKind;
  readonly name: string;
  /** The name as it may be shown. */
  readonly label: string;
  readonly typeVersion: number;
  readonly disabled: boolean;
  /** Undefined where the node was made without an editor, on an n8n that gives it none. */
  readonly webhookId: string | undefined;
  readonly parameters: JsonMap;
}

/** Why no trigger can be run, and what to do. */
export interface NoTrigger {
  readonly message: string;
  readonly hint: string;
  /** Given where it is an input that is wrong or missing, and nothing in n8n. */
  readonly wrongInput?: true;
}

/** What keeps one trigger from being run; `what` follows its name in a sentence. */
export type Obstacle = Omit<NoTrigger, 'wrongInput'>;

/** A workflow as n8n gives it. */
export interface Workflow {
  readonly id: string;
  /** As it may be shown. */
  readonly name: string;
  readonly archived: boolean;
  /** The published version's triggers; undefined if there is none. */
  readonly published: readonly TriggerNode[] | undefined;
  /** What is saved, published or not. */
  readonly draft: readonly TriggerNode[];
}

/**
 * Reads a workflow as the public API gives it. The published version is what runs, not the draft; n8n before 2.0 has no
 * versions: there, `active` says that what is saved is what runs.
 *
 * @param redact takes what is secret out of names that are shown
 */
export function toWorkflow(data: JsonMap, redact = asItIs): Workflow {
  const version = data['activeVersion'];
  const saved = data['active'] === true && version === undefined ? data : undefined;
  const published = isMap(version) ? version : saved;
  return {
    id: textOf(data['id']),
    name: redact(textOf(data['name'])),
    archived: data['isArchived'] === true,
    published: published && triggersOf(published, redact),
    draft: triggersOf(data, redact),
  };
}

/** How to choose among a workflow's triggers. */
export interface Choice {
  /** The trigger's name, or empty if there is only one that can be run. */
  readonly name: string;
  /** What keeps a trigger from being run, if anything does; that it is disabled is known without asking. */
  readonly obstacle: (trigger: TriggerNode) => Obstacle | undefined;
}

/** The trigger of the published version to run: the one that is named, or the only one that can be. */
export function chooseTrigger(workflow: Workflow, choice: Choice): TriggerNode | NoTrigger {
  const { published, draft } = workflow;
  const label = labelOf(workflow);
  if (workflow.archived) return { message: `${label} is archived.`, hint: 'Unarchive and publish it in n8n.' };
  if (!published) {
    return { message: `${label} has no published version.`, hint: 'Publish it in n8n (older n8n: activate it).' };
  }
  const obstacleOf = (trigger: TriggerNode) => (trigger.disabled ? DISABLED : choice.obstacle(trigger));
  const isMeant = ({ name }: TriggerNode) => choice.name === '' || name === choice.name;
  const meant = published.filter(isMeant);
  const usable = meant.filter((trigger) => !obstacleOf(trigger));
  const [one, another] = usable;
  if (one && !another) return one;
  if (one) {
    return {
      message: `${label} has several triggers: ${namesOf(usable)}.`,
      hint: 'Name the one to run in trigger-node.',
      wrongInput: true,
    };
  }
  const inDraft = draft.find((trigger) => isMeant(trigger) && !obstacleOf(trigger));
  const publishing = inDraft && `Its draft has ${namesOf([inDraft])}: publish it.`;
  if (published.length === 0) {
    const message = `${label} has no trigger in its published version.`;
    return { message, hint: publishing ?? 'Add a Webhook node and publish.' };
  }
  if (meant.length === 0) {
    const message = `${label} has no trigger "${excerpt(choice.name, 80)}", but ${namesOf(published)}.`;
    return publishing ? { message, hint: publishing } : { message, hint: 'Correct trigger-node.', wrongInput: true };
  }
  const reasons = meant.map((trigger) => `${namesOf([trigger])} ${obstacleOf(trigger)?.message}`);
  const hint = [...new Set(meant.map((trigger) => obstacleOf(trigger)?.hint ?? ''))].join(' ');
  return {
    message: `${label} has no trigger that this route can run: ${reasons.join('; ')}.`,
    hint: publishing ?? hint,
  };
}

const DISABLED: Obstacle = { message: 'is disabled', hint: 'Enable it and publish.' };

/** `The workflow "NAME"`, safe to print. */
export function labelOf({ name }: Pick<Workflow, 'name'>): string {
  return `The workflow "${excerpt(name, 80)}"`;
}

/** Names with their kinds, safe to print. */
export function namesOf(triggers: readonly TriggerNode[]): string {
  return triggers.map(({ label, kind }) => `"${excerpt(label, 60)}"${kind === 'other' ? '' : ` (${kind})`}`).join(', ');
}

function triggersOf(version: JsonMap, redact: Redact): TriggerNode[] {
  const nodes = Array.isArray(version['nodes']) ? version['nodes'].filter(isMap) : [];
  return nodes.flatMap((node) => {
    const type = textOf(node['type']);
    const kind = KINDS[type] ?? (/trigger$/i.test(type) ? 'other' : undefined);
    return kind ? [toTrigger(node, kind, redact)] : [];
  });
}

function toTrigger(node: JsonMap, kind: TriggerKind, redact: Redact): TriggerNode {
  const { name, typeVersion, disabled, webhookId, parameters } = node;
  return {
    kind,
    name: textOf(name),
    label: redact(textOf(name)),
    typeVersion: numberOf(typeVersion ?? 1),
    disabled: disabled === true,
    webhookId: textOf(webhookId) || undefined,
    parameters: isMap(parameters) ? parameters : {},
  };
}

/** What a workflow's settings say of saving its executions; undefined where n8n's environment decides. */

export function savingOf(workflow: JsonMap): { successes: Json | undefined; failures: Json | undefined } {
  const settings = isMap(workflow['settings']) ? workflow['settings'] : {};
  const given = (value: Json | undefined) => (value === 'DEFAULT' || value === null ? undefined : value);
  return {
    successes: given(settings['saveDataSuccessExecution']),
    failures: given(settings['saveDataErrorExecution']),
  };
}
