import { type Body, jsonBody } from '../http/body.ts';
import { type ApiTarget, inputOfWebhooks } from '../inputs/target.ts';
import { instanceOf, underInstance } from '../n8n/address.ts';
import { chatMessage } from '../n8n/chat.ts';
import { attachFiles, fillForm, formBody } from '../n8n/form.ts';
import { type CallableTrigger, fillPath, findTrigger } from '../n8n/triggers.ts';
import type { Resource } from '../n8n-api/client.ts';
import { findMissingCredentials } from '../request/auth.ts';
import { encodePayload, isContext } from '../request/payload.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type SafeText, say } from '../text/safe.ts';
import { verdictOf } from '../verdict/api.ts';
import { warnOfDroppedContext } from './dropped-context.ts';
import { hideWebhook } from './hide-webhook.ts';
import { endedBefore, notSent, type Outcome, shownLine, type Unsendable, unfit } from './outcome.ts';
import type { Step } from './step.ts';
import { callWebhook, type WebhookRequest } from './webhook-url.ts';

/**
 * Calls a workflow's published trigger in the way that it expects: a Webhook node with its own method, a form with its
 * fields, a chat with a message. The key is not sent along.
 */
export async function callWorkflowTrigger(step: Step, target: ApiTarget, read: Resource): Promise<Outcome> {
  if (!read.ok) return endedBefore('webhook', verdictOf(read.error));
  const webhooks = underInstance(target.webhookBase, instanceOf(new URL(target.base)) ?? target.base);
  const { inputs, host } = step;
  const found = findTrigger(read.value, webhooks, target.triggerNode, host.show);
  if (!found.ok) return notSent('webhook', { row: 'no-trigger', ...found.error });
  const trigger = found.value;
  const prepared = requestFor(trigger, step);
  if (!prepared.ok) return notSent('webhook', prepared.error, host.show(trigger.workflowName, 80));
  const request = prepared.value;
  // Before a name is shown that may contain the path.
  hideWebhook(step, request.url);
  const workflowName = host.show(trigger.workflowName, 80);
  const label = say`${KINDS[trigger.kind]} "${host.show(trigger.nodeName, 60)}"`;
  host.log.info(say`Workflow "${workflowName}": ${label}`);
  const credentials = request.url.origin === new URL(target.base).origin ? target.credentials : undefined;
  const missing = findMissingCredentials(trigger.authentication, inputs, credentials);
  if (missing) {
    const message = say`The ${label} requires ${missing.wants}, and no credentials were given for it.`;
    return notSent('webhook', { row: 'no-credentials', message, hint: missing.hint }, workflowName);
  }
  warnOfDroppedContext(step, request.method, say`The ${label}`);
  const outcome = await callWebhook(step, request, credentials, inputOfWebhooks(target));
  return { ...outcome, workflowName };
}

const KINDS: Readonly<Record<CallableTrigger['kind'], SafeText>> = {
  Webhook: say`Webhook node`,
  Form: say`Form trigger`,
  Chat: say`Chat trigger`,
};

function requestFor(trigger: CallableTrigger, { inputs, host }: Step): Result<WebhookRequest, Unsendable> {
  const { payload, contentType } = inputs;
  const data = 'data' in payload ? payload.data : null;
  const files = payload.source === 'files' ? payload.files : [];
  switch (trigger.kind) {
    case 'Webhook': {
      const url = fillPath(trigger.address, data, host.show);
      if (!url.ok) return failed({ row: 'no-trigger', ...url.error });
      const method = trigger.methods.find((candidate) => candidate === inputs.method) ?? trigger.methods[0];
      const encoded = encodePayload(payload, method, contentType);
      return encoded.ok
        ? ok({ url: url.value, method, encoded: encoded.value })
        : failed(unfit([shownLine(encoded.error, host.show)]));
    }
    case 'Form': {
      const filled = fillForm(trigger.fields, data, !isContext(payload), host.show);
      const attached = attachFiles(trigger.fields, files, host.show);
      if (filled.ok && attached.ok) return ok(posted(trigger.url, formBody(filled.value, attached.value)));
      return failed(unfit([filled, attached].flatMap((part) => (part.ok ? [] : part.error))));
    }
    case 'Chat': {
      if (files.length > 0) {
        return failed(unfit([say`files: the action cannot send files to a Chat trigger. Use a Webhook node.`]));
      }
      const message = chatMessage(data, host.randomUUID);
      return message.ok ? ok(posted(trigger.url, jsonBody(message.value))) : failed(unfit(message.error));
    }
  }
}

function posted(url: URL, body: Body): WebhookRequest {
  return { url, method: 'POST', encoded: { query: new URLSearchParams(), body } };
}
