import { type Json, type JsonMap, textOf } from '../../text/json.ts';
import { MEMBERS } from '../check/structure.ts';
import type { Ability } from '../match/ability.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import { type Content, type FileWorkflow, nameOf, typeOf } from '../read/workflow.ts';

/** All members of a node that n8n's API accepts: with any other, such as `color` from old editors, it refuses all. */
const NODE_MEMBERS = [
  ...['id', 'name', 'type', 'position', 'parameters', 'credentials', 'customTelemetryTags'],
  ...Object.keys(MEMBERS),
];

/** Settings that n8n's API accepts but drops without a license, so that they never read back as written. */
const DROPPED_SETTINGS = ['binaryMode', 'credentialResolverId', 'redactionPolicy'];

/** Settings that a value resets, and that value; all others can only be replaced. */
const UNSET: Readonly<Record<string, Json>> = { errorWorkflow: 'DEFAULT', timezone: 'DEFAULT', executionTimeout: -1 };

/** What n8n should have: the file's content in the form that this n8n takes, with the ids that n8n has filled in. */
export function contentFor(file: FileWorkflow, stored: StoredWorkflow | undefined, ability: Ability): Content {
  const nodes = file.nodes.map((node) => nodeFor(node, stored, ability));
  return {
    name: file.name,
    nodes,
    connections: file.connections,
    settings: settingsFor(file.settings, stored, ability),
    ...(file.nodeGroups !== undefined && ability.takes('nodeGroups') && { nodeGroups: file.nodeGroups }),
    ...(file.description !== undefined && ability.versions && { description: file.description }),
  };
}

/** The names of settings in the file that are left out, because this n8n's API does not take them. */
export function settingsLeftOut(
  { settings }: FileWorkflow,
  ability: Ability,
  stored: StoredWorkflow | undefined,
): string[] {
  // n8n derives `binaryMode` itself.
  const isMissed = (name: string) => name !== 'binaryMode' && stored?.draft.settings[name] !== settings[name];
  return Object.keys(settings).filter(
    (name) => !ability.takesSetting(name) || (DROPPED_SETTINGS.includes(name) && isMissed(name)),
  );
}

/** The names of important settings that n8n has and the file does not. n8n never removes a setting. */
export function settingsKept({ settings }: FileWorkflow, stored: StoredWorkflow): string[] {
  const telling = /^(?:errorWorkflow|timezone|executionTimeout|saveExecutionProgress|save(?:Manual|Data).*)$/;
  return Object.entries(stored.draft.settings)
    .filter(([name, value]) => telling.test(name) && !isUnset(name, value) && !Object.hasOwn(settings, name))
    .map(([name]) => name);
}

/** The value that resets a setting; undefined if there is none. */
export function unsetValue(name: string): Json | undefined {
  return Object.hasOwn(UNSET, name) ? UNSET[name] : undefined;
}

/** Whether a setting with this value is the same as an absent one. */
export function isUnset(name: string, value: Json | undefined): boolean {
  return value === undefined || value === null || value === 'DEFAULT' || value === UNSET[name];
}

/**
 * Ids are filled in from the stored node of the same name. Without them every deployment would make new ones: a new
 * version, a short outage of the webhook, and another address for paths with parameters.
 */
function nodeFor(node: JsonMap, stored: StoredWorkflow | undefined, ability: Ability): JsonMap {
  const same = (of: readonly JsonMap[]) =>
    of.find((each) => nameOf(each) === nameOf(node) && typeOf(each) === typeOf(node));
  const before = stored && (same(stored.draft.nodes) ?? same(stored.published?.nodes ?? []));
  const given = NODE_MEMBERS.flatMap((name): [string, Json][] => {
    if (name === 'customTelemetryTags' && !ability.takes(name)) return [];
    const isMissingId = (name === 'id' || name === 'webhookId') && (node[name] ?? '') === '';
    const value = isMissingId ? textOf(before?.[name]) || null : (node[name] ?? null);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(given);
}

function settingsFor(settings: JsonMap, stored: StoredWorkflow | undefined, ability: Ability): JsonMap {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]): [string, Json][] => {
      if (value === null || DROPPED_SETTINGS.includes(name) || !ability.takesSetting(name)) return [];
      if (value !== 'DEFAULT') return [[name, value]];
      // A new workflow would keep the word, and n8n cannot reset other settings.
      return Object.hasOwn(UNSET, name) && !isUnset(name, stored?.draft.settings[name])
        ? [[name, UNSET[name] ?? value]]
        : [];
    }),
  );
}

/** Nodes whose addresses contain the webhook id. */
const WITH_WEBHOOK = /\.(?:webhook|formTrigger|form|chatTrigger|chat|wait)$/;

/**
 * Gives webhooks the ids that n8n before 2.0 leaves out, and without which their addresses would hold the workflow's id
 * and the node's name. Newer n8n chooses them itself. Ids are random, because the addresses are half a secret.
 */
export function withWebhookIds(content: Content, { versions }: Ability, newId: () => string): Content {
  if (versions) return content;
  const isWithout = (node: JsonMap) => WITH_WEBHOOK.test(typeOf(node)) && node['webhookId'] === undefined;
  return { ...content, nodes: content.nodes.map((node) => (isWithout(node) ? { ...node, webhookId: newId() } : node)) };
}
