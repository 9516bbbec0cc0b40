import { asItIs } from '../host/masks.ts';
import { isMap, type Json, type JsonMap, scalarText, textOf } from '../text/json.ts';
import { decode } from './address.ts';
import { type FormField, readFields } from './form.ts';
import {
  chooseTrigger,
  labelOf,
  type NoTrigger,
  namesOf,
  type Obstacle,
  type TriggerNode,
  toWorkflow,
} from './workflow.ts';

/** A trigger of a workflow's published version that has a URL, ready to be called. */
export type CallableTrigger = WebhookTrigger | FormTrigger | ChatTrigger;

interface Named {
  /** Names as they may be shown. */
  readonly workflowName: string;
  readonly nodeName: string;
  /** The node's parameter: `none`, `basicAuth`, `headerAuth`, `jwtAuth` and others; may be an expression. */
  readonly authentication: string;
}

export interface WebhookTrigger extends Named {
  readonly kind: 'Webhook';
  /** The production URL; a dynamic path has segments `:name` in it (see {@link fillPath}). */
  readonly address: string;
  /** The methods that the node takes, never none. */
  readonly methods: readonly [string, ...string[]];
}

export interface FormTrigger extends Named {
  readonly kind: 'Form';
  readonly url: URL;
  readonly fields: readonly FormField[];
}

export interface ChatTrigger extends Named {
  readonly kind: 'Chat';
  readonly url: URL;
}

/**
 * Finds the trigger to call in a workflow as the public API gives it.
 *
 * @param webhookBase where production webhooks live, without a slash at its end; forms live beside it
 * @param triggerNode the node's name, or empty if there is only one that can be called
 * @param redact takes what is secret out of names that are shown
 */
export function findTrigger(
  data: JsonMap,
  webhookBase: string,
  triggerNode: string,
  redact = asItIs,
): CallableTrigger | NoTrigger {
  const workflow = toWorkflow(data, redact);
  const trigger = chooseTrigger(workflow, { name: triggerNode, obstacle: obstacleToCalling });
  if (!('kind' in trigger)) return trigger;
  const authentication = textOf(trigger.parameters['authentication'] ?? 'none');
  const named = { workflowName: workflow.name, nodeName: trigger.label, authentication };
  const path = pathOf(trigger);
  const byExpression = [path, ...methodsOf(trigger)].some((text) => text.startsWith('='));
  if (byExpression) {
    return {
      message: `${labelOf(workflow)} has a path or method that is an expression, in ${namesOf([trigger])}.`,
      hint: 'Use mode: webhook with its Production URL.',
    };
  }
  if (isDynamic(path) && trigger.webhookId === undefined) {
    return {
      message: `${labelOf(workflow)} has a dynamic path in ${namesOf([trigger])} and no webhook id there, so n8n cannot serve it.`,
      hint: 'Open the workflow in the editor, save and publish it.',
    };
  }
  const address = `${webhookBase}/${productionPath(workflow.id, trigger, path)}`;
  switch (trigger.kind) {
    case 'Form': {
      const fields = readFields(trigger, redact);
      if (fields) return { ...named, kind: 'Form', url: new URL(formAddress(address, webhookBase, trigger)), fields };
      return {
        message: `${labelOf(workflow)} has form fields that an expression makes, in ${namesOf([trigger])}.`,
        hint: 'Define the fields in the node, or add a Webhook node.',
      };
    }
    case 'Chat':
      return { ...named, kind: 'Chat', url: new URL(address) };
    default: {
      const [first = 'GET', ...others] = methodsOf(trigger);
      return { ...named, kind: 'Webhook', address, methods: [first, ...others] };
    }
  }
}

/**
 * Whether a workflow's published version has a Webhook node that takes calls of this method at this URL, judged by the
 * URL's end: what stands before differs with proxies and settings.
 */
export function answersAt(data: JsonMap, { pathname }: URL, method: string): boolean {
  const workflow = toWorkflow(data);
  const segments = segmentsOf(pathname).map(decode);
  return (workflow.published ?? []).some((trigger) => {
    if (trigger.kind !== 'Webhook' || trigger.disabled) return false;
    const wanted = segmentsOf(productionPath(workflow.id, trigger, pathOf(trigger)));
    const last = segments.slice(-wanted.length);
    const fits = last.length === wanted.length && wanted.every((part, at) => part.startsWith(':') || part === last[at]);
    return wanted.length > 0 && fits && methodsOf(trigger).includes(method);
  });
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** The methods that a Webhook node takes; the editor leaves out what is the node's default. */
export function methodsOf({ kind, parameters }: TriggerNode): string[] {
  if (kind !== 'Webhook') return ['POST'];
  const several = parameters['multipleMethods'] === true;
  const given = [parameters['httpMethod'] ?? (several ? ['GET', 'POST'] : 'GET')].flat();
  return given.map((method) => textOf(method));
}

/**
 * Puts members of the payload into a dynamic path. n8n takes a path apart after decoding it, so a value cannot have a
 * slash in it; `.` and `..` would be taken for directions.
 */
export function fillPath(address: string, data: Json | undefined): URL | NoTrigger {
  const members = isMap(data) ? data : {};
  const segments = address.split('/');
  const names = segments.filter((segment) => /^:./.test(segment)).map((segment) => segment.slice(1));
  const missing = names.filter((name) => valueFor(name, members) === undefined);
  if (missing.length > 0) {
    return {
      message: `The webhook's path takes ${list(names)} from the payload, and ${list(missing)} ${missing.length > 1 ? 'are' : 'is'} not there.`,
      hint: 'Give each as a member of payload at its top: a text, number or boolean that is not empty.',
      wrongInput: true,
    };
  }
  const unfit = names.filter((name) => /\/|^\.{1,2}$/.test(valueFor(name, members) ?? ''));
  if (unfit.length > 0) {
    return {
      message: `The webhook's path cannot hold the payload's ${list(unfit)}: n8n takes a slash, "." or ".." apart.`,
      hint: 'Send another value, or let the Webhook node take it from the body.',
      wrongInput: true,
    };
  }
  const filled = segments.map((segment) =>
    /^:./.test(segment) ? encodeURIComponent(valueFor(segment.slice(1), members) ?? '') : segment,
  );
  return new URL(filled.join('/'));
}

function valueFor(name: string, members: JsonMap): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return scalarText(value) || undefined;
}

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** What keeps a trigger from being called by its URL. */
function obstacleToCalling({ kind, parameters }: TriggerNode): Obstacle | undefined {
  const isForPeople = parameters['authentication'] === 'n8nUserAuth';
  switch (kind) {
    case 'Webhook':
      return undefined;
    case 'Form':
    case 'Chat':
      if (isForPeople) {
        return { message: 'requires a person who is signed in to n8n', hint: 'Give it Basic Auth and publish.' };
      }
      if (kind === 'Form' || parameters['public'] === true) return undefined;
      return {
        message: 'is a chat that is not public',
        hint: 'Turn on "Make Chat Publicly Available" in it and publish, or use an MCP access token (route mcp) as secret-key.',
      };
    case 'Schedule':
    case 'Manual':
      return {
        message: 'has no URL',
        hint: 'Use an MCP access token (route mcp) as secret-key, or add a Webhook node and publish.',
      };
    case 'Subworkflow':
      return { message: 'has no URL', hint: 'Run it through the gateway workflow, or add a Webhook node and publish.' };
    default:
      return { message: 'has no URL that is known here', hint: 'Add a Webhook node and publish.' };
  }
}

function isDynamic(path: string): boolean {
  return /(?:^|\/):/.test(path);
}

/** The path that a node's parameters give, as its own description in n8n computes it; without slashes around it. */
function pathOf({ kind, typeVersion, parameters }: TriggerNode): string {
  const options = isMap(parameters['options']) ? parameters['options'] : {};
  const path = textOf(kind === 'Form' && typeVersion >= 2.2 ? options['path'] : parameters['path']);
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  if (kind === 'Chat') return 'chat';
  return kind === 'Form' && typeVersion < 2 ? `${trimmed}/n8n-form` : trimmed;
}

/** As `getNodeWebhookPath` and `getNodeWebhookUrl` of n8n's own package n8n-workflow. */
function productionPath(workflowId: string, { kind, name, webhookId }: TriggerNode, path: string): string {
  if (webhookId === undefined) return `${workflowId}/${encodeURIComponent(name.toLowerCase())}/${path}`;
  if (kind === 'Chat' || isDynamic(path)) return `${webhookId}/${path}`;
  return path || webhookId;
}

/** Forms live beside webhooks, except those of the node's first version. */
function formAddress(address: string, webhookBase: string, { typeVersion }: TriggerNode): string {
  if (typeVersion < 2) return address;
  const { origin, pathname } = new URL(webhookBase);
  const beside = pathname.replace(/\/[^/]*$/, '');
  return `${origin}${beside}/form${address.slice(webhookBase.length)}`;
}
