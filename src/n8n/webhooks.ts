import type { JsonMap } from '../text/json.ts';
import { formAddress, methodsOf, pathOf, productionPath } from './triggers.ts';
import { toWorkflow } from './workflow.ts';

/** An address at which n8n takes calls for a workflow while it is published. */
export interface Webhook {
  /** The node's name. */
  readonly node: string;
  readonly methods: readonly string[];
  /** As n8n registers it, unique for each method, forms included. */
  readonly path: string;
  /** Its production URL under a webhook base; a dynamic path has segments `:name` in it. */
  readonly urlAt: (webhookBase: string) => string;
}

/** The webhooks, forms and chats of a workflow's enabled nodes, as far as their parameters give the address. */
export function webhooksOf(nodes: readonly JsonMap[], workflowId: string): Webhook[] {
  const { draft } = toWorkflow({ id: workflowId, nodes: [...nodes] });
  return draft.flatMap((trigger) => {
    const { name, disabled, kind } = trigger;
    if (disabled || !(kind === 'Webhook' || kind === 'Form' || kind === 'Chat')) return [];
    if (kind === 'Chat' && trigger.parameters['public'] !== true) return [];
    const path = productionPath(workflowId, trigger);
    const methods = kind === 'Webhook' ? methodsOf(trigger) : kind === 'Form' ? ['GET', 'POST'] : ['POST'];
    // Only n8n can evaluate an expression.
    if (pathOf(trigger).startsWith('=') || methods.length === 0) return [];
    const urlAt = (base: string) => {
      const address = `${base}/${path}`;
      return kind === 'Form' ? formAddress(address, base, trigger) : address;
    };
    return [{ node: name, methods, path, urlAt }];
  });
}
