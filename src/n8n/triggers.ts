import { type Method, methodOf } from '../http/method.ts';
import { type Json, type JsonMap, mapOf, scalarText, textOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type Show, say } from '../text/safe.ts';
import { decode } from './address.ts';
import { quoted, readFields } from './form.ts';
import { chooseTrigger, type NoTrigger, type Obstacle, type TriggerNode, toWorkflow } from './workflow.ts';

/** A Webhook node, form or chat of a workflow's published version. */
export interface CallableTrigger {
  readonly workflowName: string;
  readonly node: TriggerNode;
  /** The production URL; a dynamic path has segments `:name` in it (see {@link fillPath}). */
  readonly address: string;
}

/**
 * Finds the trigger to call in a workflow as the public API gives it.
 *
 * @param webhookBase where production webhooks live, without a trailing slash; forms live next to it
 * @param triggerNode the node's name; undefined if only one node should be callable
 */
export function findTrigger(
  data: JsonMap,
  webhookBase: string,
  triggerNode: string | undefined,
  show: Show,
): Result<CallableTrigger, NoTrigger> {
  const workflow = toWorkflow(data);
  const obstacle = (candidate: TriggerNode) => obstacleOfKind(candidate) ?? obstacleOfAddress(candidate, workflow.id);
  const chosen = chooseTrigger(workflow, triggerNode, obstacle, show);
  if (!chosen.ok) return chosen;
  const node = chosen.value;
  return ok({ workflowName: workflow.name, node, address: productionUrl(workflow.id, node, webhookBase) });
}

/**
 * Whether a workflow's published version has a Webhook node for this method and URL. The whole path after `/webhook/`
 * counts: its end alone may be the path of another workflow.
 */
export function answersAt(data: JsonMap, { pathname }: URL, method: string): boolean {
  const workflow = toWorkflow(data);
  const path = segmentsOf(pathAfterEndpoint(pathname));
  return (workflow.published ?? []).some((trigger) => {
    if (trigger.kind !== 'Webhook' || trigger.disabled) return false;
    const wanted = segmentsOf(productionPath(workflow.id, trigger));
    const fits = path.length === wanted.length && wanted.every((part, at) => part.startsWith(':') || part === path[at]);
    return wanted.length > 0 && fits && methodsOf(trigger).some((taken) => taken === method);
  });
}

/** A renamed endpoint (N8N_ENDPOINT_WEBHOOK) is assumed to be one segment. */
function pathAfterEndpoint(pathname: string): string {
  return /\/webhook(?:-test)?\/(.*)$/.exec(pathname)?.[1] ?? pathname.replace(/^\/[^/]*/, '');
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean).map(decode);
}

/** The valid methods that a Webhook node takes; the editor leaves out the node's default. */
export function methodsOf({ parameters }: Pick<TriggerNode, 'parameters'>): Method[] {
  return givenMethods(parameters).flatMap((text) => methodOf(text) ?? []);
}

/** The wanted method if a Webhook node takes it, else one that it takes. */
export function methodFor(node: Pick<TriggerNode, 'parameters'>, wanted: Method): Method {
  const methods = methodsOf(node);
  return methods.find((method) => method === wanted) ?? methods[0] ?? wanted;
}

function givenMethods(parameters: JsonMap): string[] {
  const usual = parameters['multipleMethods'] === true ? ['GET', 'POST'] : 'GET';
  return [parameters['httpMethod'] ?? usual].flat().map(textOf);
}

/** Puts members of the payload into a dynamic path. */
export function fillPath(address: string, data: Json | undefined, show: Show): Result<URL, NoTrigger> {
  const members = mapOf(data);
  const valueFor = (name: string) => (Object.hasOwn(members, name) ? scalarText(members[name]) : '');
  const names = address.split('/').flatMap((segment) => (/^:./.test(segment) ? [segment.slice(1)] : []));
  const missing = names.filter((name) => valueFor(name) === '');
  if (missing.length > 0) {
    return failed({
      message: say`The webhook's path takes ${quoted(names, show)} from the payload, which lacks ${quoted(missing, show)}.`,
      hint: say`Give each as a top-level member of payload: text, a number or a boolean, and not empty.`,
      wrongInput: true,
    });
  }
  const unfit = names.filter((name) => !fitsIntoPath(valueFor(name)));
  if (unfit.length > 0) {
    return failed({
      message: say`The webhook's path cannot hold the payload's ${quoted(unfit, show)}: n8n accepts no slash, "." or ".." there, and broken Unicode cannot be sent.`,
      hint: say`Send another value, or let the Webhook node take it from the body.`,
      wrongInput: true,
    });
  }
  return ok(new URL(address.replace(/(?<=\/):([^/]+)/g, (_, name) => encodeURIComponent(valueFor(name)))));
}

/** n8n splits the path after decoding it; `.` and `..` would be resolved; half a surrogate pair has no encoding. */
function fitsIntoPath(value: string): boolean {
  return value.isWellFormed() && !/\/|^\.{1,2}$/.test(value);
}

function obstacleOfKind({ kind, parameters }: TriggerNode): Obstacle | undefined {
  const isForPeople = parameters['authentication'] === 'n8nUserAuth';
  switch (kind) {
    case 'Webhook':
      return undefined;
    case 'Form':
    case 'Chat':
      if (isForPeople) {
        return { message: say`requires a person who is signed in to n8n`, hint: say`Give it Basic Auth and publish.` };
      }
      if (kind === 'Form' || parameters['public'] === true) return undefined;
      return {
        message: say`is a chat that is not public`,
        hint: say`Turn on "Make Chat Publicly Available" in it and publish, or use an MCP access token (route mcp) as secret-key.`,
      };
    case 'Schedule':
    case 'Manual':
      return {
        message: say`has no URL`,
        hint: say`Use an MCP access token (route mcp) as secret-key, or add a Webhook node and publish.`,
      };
    case 'Subworkflow':
      return {
        message: say`has no URL`,
        hint: say`Run it through the gateway workflow, or add a Webhook node and publish.`,
      };
    default:
      return { message: say`has no URL that the action knows`, hint: say`Add a Webhook node and publish.` };
  }
}

/** Segments that a URL resolves, as they are or decoded. */
const LEADS_AWAY = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\?#]|$)/i;

/** The node's parameters come from outside, too, and n8n publishes them unchecked. */
function obstacleOfAddress(trigger: TriggerNode, workflowId: string): Obstacle | undefined {
  const { kind, parameters, webhookId } = trigger;
  const methods = kind === 'Webhook' ? givenMethods(parameters) : [];
  const path = pathOf(trigger);
  if ([path, ...methods].some((text) => text.startsWith('='))) {
    return {
      message: say`has a path or method that is an expression`,
      hint: say`Use mode: webhook with its Production URL.`,
    };
  }
  if (kind === 'Webhook' && methodsOf(trigger).length === 0) {
    return {
      message: say`has no HTTP method that can be called`,
      hint: say`Set its HTTP Method to GET, HEAD, POST, PUT, PATCH or DELETE and publish.`,
    };
  }
  if (isDynamic(path) && webhookId === undefined) {
    return {
      message: say`has a dynamic path and no webhook id, so n8n cannot serve it`,
      hint: say`Open the workflow in the editor, save and publish it.`,
    };
  }
  if ([path, productionPath(workflowId, trigger)].some((text) => LEADS_AWAY.test(text))) {
    return {
      message: say`has a path with "." or ".." in it, which leads away from n8n's webhooks`,
      hint: say`Give it another path and publish.`,
    };
  }
  if (kind === 'Form' && !readFields(trigger)) {
    return {
      message: say`has form fields that come from an expression`,
      hint: say`Define the fields in the node, or add a Webhook node.`,
    };
  }
  return undefined;
}

function isDynamic(path: string): boolean {
  return /(?:^|\/):/.test(path);
}

/** The path from a node's parameters, computed as in the node's description in n8n, without slashes around it. */
export function pathOf({ kind, typeVersion, parameters }: TriggerNode): string {
  const holder = kind === 'Form' && typeVersion >= 2.2 ? mapOf(parameters['options']) : parameters;
  const path = textOf(holder['path']);
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  if (kind === 'Chat') return 'chat';
  if (kind === 'MCP Server' && typeVersion < 2) return `${trimmed}/sse`;
  return kind === 'Form' && typeVersion < 2 ? `${trimmed}/n8n-form` : trimmed;
}

/** As in `getNodeWebhookPath` and `getNodeWebhookUrl` of n8n's package n8n-workflow. */
export function productionPath(workflowId: string, trigger: TriggerNode): string {
  const { kind, name, webhookId } = trigger;
  const path = encoded(pathOf(trigger));
  if (webhookId === undefined)
    return `${encodeURIComponent(workflowId)}/${encodeURIComponent(name.toLowerCase())}/${path}`;
  if (kind === 'Chat' || isDynamic(path)) return `${webhookId}/${path}`;
  return path || webhookId;
}

/** A path with what a URL would read as something else: n8n decodes it again. Names of segments stay as they are. */
function encoded(path: string): string {
  const segments = path.toWellFormed().split('/');
  return segments
    .map((segment) => (/^:./.test(segment) ? segment : encodeURIComponent(segment).replaceAll('%3A', ':')))
    .join('/');
}

/** A trigger's production URL, under the base of webhooks or, with newer forms and MCP servers, next to it. */
export function productionUrl(workflowId: string, trigger: TriggerNode, webhookBase: string): string {
  const path = productionPath(workflowId, trigger);
  const isNewForm = trigger.kind === 'Form' && trigger.typeVersion >= 2;
  if (!isNewForm && trigger.kind !== 'MCP Server') return `${webhookBase}/${path}`;
  const { origin, pathname } = new URL(webhookBase);
  return `${origin}${pathname.replace(/\/[^/]*$/, '')}/${isNewForm ? 'form' : 'mcp'}/${path}`;
}
