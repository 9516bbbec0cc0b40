import type { JsonMap } from '../../text/json.ts';
import type { Ability } from '../match/ability.ts';
import { type Content, typeOf } from '../read/workflow.ts';

/** Nodes whose addresses contain the webhook id. */
const WITH_WEBHOOK = /\.(?:webhook|formTrigger|form|chatTrigger|chat|wait)$/;

/**
 * Gives webhooks the ids that n8n before 2.0 leaves out, and without which their addresses would hold the workflow's id
 * and the node's name. Newer n8n chooses them itself. Ids are random, because the addresses are half a secret.
 */
export function completed(content: Content, { versions }: Ability, newId: () => string): Content {
  if (versions) return content;
  const isWithout = (node: JsonMap) => WITH_WEBHOOK.test(typeOf(node)) && node['webhookId'] === undefined;
  return { ...content, nodes: content.nodes.map((node) => (isWithout(node) ? { ...node, webhookId: newId() } : node)) };
}
