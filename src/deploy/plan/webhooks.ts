import { type Webhook, webhooksOf } from '../../n8n/webhooks.ts';
import { type JsonMap, textOf } from '../../text/json.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';
import { finding, LONGEST_NAME, listed, placeOf } from '../finding.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import { type FileWorkflow, nameOf } from '../read/workflow.ts';

/** The node that has a webhook's path. */
interface Holder {
  readonly file: FileWorkflow | undefined;
  readonly name: string;
  readonly id: string;
  readonly webhook: Webhook;
}

/** A workflow of the files that will be published, as n8n should have it. */
interface Live {
  readonly file: FileWorkflow;
  readonly id: string;
}

/**
 * Finds webhooks with the same path and method: n8n refuses the second without naming the first, or publishes both at
 * once, and one of them answers 404. The message does not name the path, which is half a secret.
 */
export function webhookConflicts(live: readonly Live[], others: readonly StoredWorkflow[], show: Show): SafeText[] {
  const holders = new Map<string, Holder>();
  const hold = (holder: Holder): Holder[] =>
    keysOf([holder.webhook]).flatMap((key) => {
      const other = holders.get(key);
      holders.set(key, other ?? holder);
      return other ? [other] : [];
    });
  for (const { id, draft, published } of others) {
    for (const webhook of webhooksOf(published?.nodes ?? [], id))
      hold({ file: undefined, name: draft.name, id, webhook });
  }
  return live.flatMap(({ file, id }) =>
    knownWebhooks(file.nodes, id).flatMap((webhook) => {
      const [other] = hold({ file, name: file.name, id, webhook });
      if (!other) return [];
      const place = placeOf(
        file,
        file.nodes.findIndex((node) => nameOf(node) === webhook.node),
      );
      const holder = nameHolder(other, file, show);
      const message = say`uses the same path and method (${listed(webhook.methods, show)}) as ${holder}. Give one of them another path.`;
      return [finding(show, place, message)];
    }),
  );
}

/** The keys under which n8n registers webhooks: no two webhooks may share one. */
export function keysOf(webhooks: readonly Webhook[]): string[] {
  return webhooks.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`));
}

/** Stands for an id that n8n will choose. */
const TO_BE_CHOSEN = 'to-be-chosen';

/** The webhooks whose paths are certain before n8n has the workflow: some paths contain an id that is still missing. */
export function knownWebhooks(nodes: readonly JsonMap[], workflowId: string): Webhook[] {
  const complete = nodes.map((node) => ({ ...node, webhookId: textOf(node['webhookId']) || TO_BE_CHOSEN }));
  return webhooksOf(complete, workflowId).filter(({ path }) => !path.includes(TO_BE_CHOSEN));
}

function nameHolder({ file, name, id, webhook }: Holder, own: FileWorkflow, show: Show): SafeText {
  const node = say`the node "${show(webhook.node, LONGEST_NAME)}"`;
  if (file === own) return node;
  const workflow = say`${node} of the workflow "${show(name, LONGEST_NAME)}"`;
  return file ? say`${workflow} in ${show(file.file)}` : say`${workflow} (${show(id, 40)}), which is live in n8n`;
}
