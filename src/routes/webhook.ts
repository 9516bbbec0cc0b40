import { type Body, jsonBody } from '../http/body.ts';
import { type ApiTarget, inputOfWebhooks } from '../inputs/target.ts';
import { instanceOf, underInstance } from '../n8n/address.ts';
import { chatMessage } from '../n8n/chat.ts';
import { attachFiles, fillForm, formBody, readFields } from '../n8n/form.ts';
import { type CallableTrigger, fillPath, findTrigger, methodFor } from '../n8n/triggers.ts';
import type { TriggerKind } from '../n8n/workflow.ts';
import type { Resource } from '../n8n-api/client.ts';
import { findMissingCredentials } from '../request/missing-credentials.ts';
import { encodePayload, isContext } from '../request/payload.ts';
import { textOf } from '../text/json.ts';
import { shownLine } from '../text/problem.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { say, word } from '../text/safe.ts';
import { verdictOfFailure } from '../verdict/api.ts';
import { warnOfDroppedContext } from './dropped-context.ts';
import { hideWebhook } from './hide-webhook.ts';
import { endedBefore, notSent, type Outcome, type Unsendable, unfit } from './outcome.ts';
import type { Step } from './step.ts';
import { callWebhook, type WebhookRequest } from './webhook-url.ts';

/**
 * Calls a workflow's published trigger in the way that it expects: a Webhook node with its own method, a form with its
 * fields, a chat with a message. The key is not sent along.
 */
export async function callWorkflowTrigger(step: Step, target: ApiTarget, read: Resource): Promise<Outcome> {
  if (!read.ok) return endedBefore('webhook', verdictOfFailure(read.error));
  const webhooks = underInstance(target.webhookBase, instanceOf(new URL(target.base)) ?? target.base);
  const { inputs, host } = step;
  const found = findTrigger(read.value, webhooks, target.triggerNode, host.show);
  if (!found.ok) return notSent('webhook', { row: 'no-trigger', ...found.error });
  const { workflowName: name, node } = found.value;
  const prepared = await requestFor(found.value, step);
  if (!prepared.ok) return notSent('webhook', prepared.error, host.show(name, 80));
  const request = prepared.value;
  // Must come before a name that may contain the path is shown.
  hideWebhook(step, request.url);
  const workflowName = host.show(name, 80);
  const kind = node.kind === 'Webhook' ? say`Webhook node` : say`${word<TriggerKind>(node.kind)} trigger`;
  const label = say`${kind} "${host.show(node.name, 60)}"`;
  host.log.info(say`Workflow "${workflowName}": ${label}`);
  const credentials = request.url.origin === new URL(target.base).origin ? target.credentials : undefined;
  const missing = findMissingCredentials(textOf(node.parameters['authentication']), inputs, credentials);
  if (missing) {
    const message = say`The ${label} requires ${missing.wants}, and no credentials were given for it.`;
    return notSent('webhook', { row: 'no-credentials', message, hint: missing.hint }, workflowName);
  }
  warnOfDroppedContext(step, request.method, say`The ${label}`);
  const outcome = await callWebhook(step, request, credentials, inputOfWebhooks(target));
  return { ...outcome, workflowName };
}

async function requestFor(
  { node, address }: CallableTrigger,
  { inputs, host }: Step,
): Promise<Result<WebhookRequest, Unsendable>> {
  const { payload, contentType } = inputs;
  const data = 'data' in payload ? payload.data : null;
  const files = payload.source === 'files' ? payload.files : [];
  switch (node.kind) {
    case 'Form': {
      const fields = readFields(node) ?? [];
      const filled = fillForm(fields, data, !isContext(payload), host.show);
      const attached = attachFiles(fields, files, host.show);
      if (filled.ok && attached.ok) return ok(posted(address, formBody(filled.value, attached.value)));
      return failed(unfit([filled, attached].flatMap((part) => (part.ok ? [] : part.error))));
    }
    case 'Chat': {
      if (files.length > 0) {
        return failed(unfit([say`files: the action cannot send files to a Chat trigger. Use a Webhook node.`]));
      }
      const message = chatMessage(data, host.randomUUID);
      return message.ok ? ok(posted(address, jsonBody(message.value))) : failed(unfit(message.error));
    }
    default: {
      const url = fillPath(address, data, host.show);
      if (!url.ok) return failed({ row: 'no-trigger', ...url.error });
      const method = methodFor(node, inputs.method);
      const encoded = await encodePayload(payload, method, contentType);
      if (!encoded.ok) return failed(unfit([shownLine(encoded.error, host.show)]));
      return ok({ url: url.value, method, encoded: encoded.value });
    }
  }
}

function posted(address: string, body: Body): WebhookRequest {
  return { url: new URL(address), method: 'POST', encoded: { query: new URLSearchParams(), body } };
}
