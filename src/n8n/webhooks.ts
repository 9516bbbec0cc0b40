import type { JsonMap } from '../text/json.ts';
import { methodsOf, pathOf, productionPath, productionUrl } from './triggers.ts';
import { type TriggerKind, type TriggerNode, toWorkflow } from './workflow.ts';

/** An address at which n8n accepts calls for a workflow while it is published. */
export interface Webhook {
  readonly node: string;
  readonly methods: readonly string[];
  /** As n8n registers it, unique for each method, forms included. */
  readonly path: string;
  /** Its production URL under a webhook base; a dynamic path has segments `:name` in it. */
  readonly urlAt: (webhookBase: string) => string;
}

/** The methods that n8n registers for a trigger. The first MCP servers have another path for POST. */
const METHODS: Readonly<Partial<Record<TriggerKind, (trigger: TriggerNode) => readonly string[]>>> = {
  Webhook: methodsOf,
  Form: () => ['GET', 'POST'],
  Chat: ({ parameters }) => (parameters['public'] === true ? ['POST'] : []),
  'MCP Server': ({ typeVersion }) => (typeVersion < 2 ? ['GET'] : ['GET', 'POST', 'DELETE']),
};

/** The webhooks, forms, chats and MCP servers of a workflow's enabled nodes, as far as their parameters give the address. */
export function webhooksOf(nodes: readonly JsonMap[], workflowId: string): Webhook[] {
  const { draft } = toWorkflow({ id: workflowId, nodes: [...nodes] });
  return draft.flatMap((trigger) => {
    const { name, disabled, kind } = trigger;
    const methods = disabled ? [] : (METHODS[kind]?.(trigger) ?? []);
    // Only n8n can evaluate an expression.
    if (pathOf(trigger).startsWith('=') || methods.length === 0) return [];
    const path = productionPath(workflowId, trigger);
    return [{ node: name, methods, path, urlAt: (base) => productionUrl(workflowId, trigger, base) }];
  });
}
