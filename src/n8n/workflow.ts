import { isMap, type Json, type JsonMap } from '../json-text.ts';
import { excerpt } from '../text.ts';

/** A Webhook node of a workflow's published version, ready to be called. */
export interface WebhookTrigger {
  readonly workflowName: string;
  readonly nodeName: string;
  readonly url: URL;
  /** The methods that the node takes, never none. */
  readonly methods: readonly [string, ...string[]];
}

/** Why no trigger can be called, and what to do. */
export interface NoTrigger {
  readonly what: string;
  readonly advice: string;
}

const WEBHOOK = 'n8n-nodes-base.webhook';

/**
 * Finds the Webhook node to call in a workflow as the public API gives it: in the published version, not in the draft
 * (n8n before 2.0 has no versions: there, `active` says that what is saved is what runs).
 *
 * @param webhookBase where production webhooks live, without a slash at its end
 * @param triggerNode the node's name, or empty if there is only one
 */
export function findWebhook(workflow: JsonMap, webhookBase: string, triggerNode: string): WebhookTrigger | NoTrigger {
  const workflowName = textOf(workflow['name']);
  const label = `The workflow "${excerpt(workflowName, 80)}"`;
  if (workflow['isArchived'] === true) {
    return { what: `${label} is archived.`, advice: 'Unarchive and publish it in n8n.' };
  }
  const nodes = publishedNodes(workflow);
  if (!nodes)
    return { what: `${label} has no published version.`, advice: 'Publish it in n8n (older n8n: activate it).' };
  const webhooks = nodes.filter((node) => node['type'] === WEBHOOK);
  const named = triggerNode === '' ? webhooks : webhooks.filter((node) => node['name'] === triggerNode);
  const enabled = named.filter((node) => node['disabled'] !== true);
  const [node, another] = enabled;
  if (node && !another) return describe(workflow, node, webhookBase);
  if (node) {
    return {
      what: `${label} has several Webhook nodes: ${namesOf(enabled)}.`,
      advice: 'Name the one to call in trigger-node.',
    };
  }
  if (named.length > 0) {
    return { what: `${label} has only a disabled Webhook node: ${namesOf(named)}.`, advice: 'Enable it and publish.' };
  }
  if (webhooks.length > 0) {
    return {
      what: `${label} has no Webhook node "${excerpt(triggerNode, 80)}", but ${namesOf(webhooks)}.`,
      advice: 'Correct trigger-node.',
    };
  }
  const triggers = nodes.filter((candidate) => /trigger$/i.test(textOf(candidate['type'])));
  return {
    what: `${label} has no Webhook node in its published version${triggers.length > 0 ? `, but ${namesOf(triggers)}` : ''}.`,
    advice:
      'Add a Webhook node and publish, or give it a "When Executed by Another Workflow" trigger and run it through the gateway workflow.',
  };
}

function publishedNodes(workflow: JsonMap): JsonMap[] | undefined {
  const published = workflow['activeVersion'];
  if (isMap(published)) return nodesOf(published);
  return workflow['active'] === true && published === undefined ? nodesOf(workflow) : undefined;
}

function nodesOf(version: JsonMap): JsonMap[] {
  return Array.isArray(version['nodes']) ? version['nodes'].filter(isMap) : [];
}

function describe(workflow: JsonMap, node: JsonMap, webhookBase: string): WebhookTrigger | NoTrigger {
  const nodeName = textOf(node['name']);
  const parameters = isMap(node['parameters']) ? node['parameters'] : {};
  const path = textOf(parameters['path']);
  const given = [parameters['httpMethod'] ?? 'GET'].flat().map(textOf);
  const [first = 'GET', ...others] = given;
  const byUrl = 'Use mode: webhook with its Production URL.';
  if ([path, ...given].some((parameter) => parameter.startsWith('='))) {
    return { what: `The Webhook node ${namesOf([node])} has a path or method that is an expression.`, advice: byUrl };
  }
  if (/(?:^|\/):/.test(path)) {
    return { what: `The path of the Webhook node ${namesOf([node])} has parameters (":name").`, advice: byUrl };
  }
  const url = new URL(`${webhookBase}/${fullPath(textOf(workflow['id']), node, path)}`);
  return { workflowName: textOf(workflow['name']), nodeName, url, methods: [first, ...others] };
}

/** As `getNodeWebhookPath` of n8n's own package n8n-workflow: nodes made without an editor may have no webhook id. */
function fullPath(workflowId: string, node: JsonMap, path: string): string {
  const webhookId = textOf(node['webhookId']);
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  if (webhookId !== '') return trimmed || webhookId;
  return `${workflowId}/${encodeURIComponent(textOf(node['name']).toLowerCase())}/${trimmed}`;
}

function namesOf(nodes: readonly JsonMap[]): string {
  return nodes.map((node) => `"${excerpt(textOf(node['name']), 60)}"`).join(', ');
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
