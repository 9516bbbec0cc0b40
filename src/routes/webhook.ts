import { type Body, jsonBody } from '../http/body.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type ApiTarget, inputOfWebhooks } from '../inputs/target.ts';
import { instanceOf, underInstance } from '../n8n/address.ts';
import { chatMessage } from '../n8n/chat.ts';
import { attachFiles, fillForm, formBody } from '../n8n/form.ts';
import { type CallableTrigger, fillPath, findTrigger } from '../n8n/triggers.ts';
import type { NoTrigger } from '../n8n/workflow.ts';
import type { Resource } from '../n8n-api/client.ts';
import { findMissingProof } from '../request/auth.ts';
import { encodePayload, isContext } from '../request/payload.ts';
import { excerpt } from '../text/format.ts';
import { gather, Problem } from '../text/problem.ts';
import { endedBefore, noTrigger, notSent, type Outcome, unfitPayload } from './outcome.ts';
import type { Step } from './send.ts';
import { callWebhook, type WebhookRequest } from './webhook-url.ts';

/**
 * Calls the trigger of a workflow's published version as it wants to be called: a Webhook node with its own method, a
 * form with its fields, a chat with a message. The key is not sent along.
 */
export async function callWorkflowTrigger(step: Step, target: ApiTarget, read: Resource): Promise<Outcome> {
  if (!read.found) return endedBefore('webhook', read.verdict);
  const webhooks = underInstance(target.webhookBase, instanceOf(new URL(target.base)) ?? target.base);
  const { inputs, host } = step;
  const trigger = findTrigger(read.data, webhooks, target.triggerNode, host.redact);
  if (!('kind' in trigger)) return noTrigger('webhook', trigger);
  const request = requestFor(trigger, inputs, host.randomUUID);
  if (request instanceof Problem) return unfitPayload('webhook', request);
  if ('message' in request) return noTrigger('webhook', request);
  host.log.info(`Workflow ${excerpt(trigger.workflowName)}: ${trigger.kind} trigger ${excerpt(trigger.nodeName)}`);
  const node = trigger.kind === 'Webhook' ? 'Webhook node' : `${trigger.kind} trigger`;
  const label = `${node} "${excerpt(trigger.nodeName, 60)}"`;
  const credentials = request.url.origin === new URL(target.base).origin ? target.credentials : undefined;
  const missing = findMissingProof(trigger.authentication, inputs, credentials);
  if (missing) {
    const message = `The ${label} requires ${missing.wants}, and nothing was given for it.`;
    return { ...notSent('webhook', 'no-proof', message, missing.hint), workflowName: trigger.workflowName };
  }
  const outcome = await callWebhook(step, request, credentials, inputOfWebhooks(target));
  return { ...outcome, workflowName: trigger.workflowName };
}

function requestFor(
  trigger: CallableTrigger,
  inputs: Inputs,
  newId: () => string,
): WebhookRequest | NoTrigger | Problem {
  const { payload, contentType } = inputs;
  const data = 'data' in payload ? payload.data : null;
  const files = payload.source === 'files' ? payload.files : [];
  switch (trigger.kind) {
    case 'Webhook': {
      const url = fillPath(trigger.address, data);
      if (!(url instanceof URL)) return url;
      const method = trigger.methods.find((candidate) => candidate === inputs.method) ?? trigger.methods[0];
      const encoded = encodePayload(payload, method, contentType);
      return encoded instanceof Problem ? encoded : { url, method, encoded };
    }
    case 'Form': {
      const form = gather({
        filled: fillForm(trigger.fields, data, !isContext(payload)),
        attached: attachFiles(trigger.fields, files),
      });
      return form instanceof Problem ? form : posted(trigger.url, formBody(form.filled, form.attached));
    }
    case 'Chat': {
      if (files.length > 0) return new Problem('files: a Chat trigger takes none of them here. Use a Webhook node.');
      const message = chatMessage(data, newId);
      return message instanceof Problem ? message : posted(trigger.url, jsonBody(message));
    }
  }
}

function posted(url: URL, body: Body): WebhookRequest {
  return { url, method: 'POST', encoded: { query: new URLSearchParams(), body } };
}
