import { basicAuthorization, findMissingProof } from '../auth.ts';
import { type Body, jsonBody } from '../body.ts';
import type { Inputs } from '../inputs.ts';
import { instanceOf, underInstance } from '../n8n/address.ts';
import { chatMessage } from '../n8n/chat.ts';
import type { Resource } from '../n8n/client.ts';
import { attachFiles, fillForm, formBody } from '../n8n/form.ts';
import { type CallableTrigger, fillPath, findTrigger } from '../n8n/triggers.ts';
import type { NoTrigger } from '../n8n/workflow.ts';
import { type Encoded, encodePayload, isContext } from '../payload.ts';
import { gather, Problem } from '../problem.ts';
import type { ApiTarget, WebhookTarget } from '../target.ts';
import { excerpt } from '../text.ts';
import { findUnusedMethod, UNUSED_TITLE } from '../unused.ts';
import { notSent, type Outcome } from './outcome.ts';
import { type Step, sendTrigger } from './send.ts';

/** Calls a Webhook node by its URL. */
export async function callWebhookUrl(step: Step, { url, credentials }: WebhookTarget): Promise<Outcome> {
  const { payload, method, contentType } = step.inputs;
  const encoded = encodePayload(payload, method, contentType);
  if (encoded instanceof Problem) return notSent('webhook', 'payload', encoded.lines.join(' '), '');
  return callWebhook(step, { url, method, encoded }, credentials);
}

/**
 * Calls the trigger of a workflow's published version as it wants to be called: a Webhook node with its own method, a
 * form with its fields, a chat with a message. The key is not sent along.
 */
export async function callWorkflowTrigger(step: Step, target: ApiTarget, read: Resource): Promise<Outcome> {
  if (!read.found) return { ...notSent('webhook', '', '', ''), verdict: read.verdict };
  const webhooks = underInstance(target.webhookBase, instanceOf(new URL(target.base)) ?? target.base);
  const trigger = findTrigger(read.data, webhooks, target.triggerNode);
  if (!('kind' in trigger)) return notSent('webhook', 'no-trigger', trigger.what, trigger.advice);
  const { inputs, host } = step;
  const request = requestFor(trigger, inputs, host.randomUUID);
  if (request instanceof Problem) return notSent('webhook', 'payload', request.lines.join(' '), '');
  if ('what' in request) return notSent('webhook', 'no-trigger', request.what, request.advice);
  host.log.info(`Workflow ${excerpt(trigger.workflowName)}: ${trigger.kind} trigger ${excerpt(trigger.nodeName)}`);
  const node = trigger.kind === 'Webhook' ? 'Webhook node' : `${trigger.kind} trigger`;
  const label = `${node} "${excerpt(trigger.nodeName, 60)}"`;
  const credentials = request.url.origin === new URL(target.base).origin ? target.credentials : undefined;
  const missing = findMissingProof(trigger.authentication, inputs, credentials);
  if (missing) {
    const what = `The ${label} wants ${missing.wants}, and nothing was given for it.`;
    return { ...notSent('webhook', 'no-proof', what, missing.advice), workflowName: trigger.workflowName };
  }
  for (const line of findUnusedMethod(inputs.method, request.method, `the ${label}`))
    host.log.warning(line, UNUSED_TITLE);
  const outcome = await callWebhook(step, request, credentials);
  return { ...outcome, workflowName: trigger.workflowName };
}

/** How to call a webhook. */
interface WebhookRequest {
  readonly url: URL;
  readonly method: string;
  readonly encoded: Encoded;
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

/** @param urlCredentials `user:password` for the place itself, which the input `basic-auth` overrides */
async function callWebhook(
  step: Step,
  { url, method, encoded }: WebhookRequest,
  urlCredentials: string | undefined,
): Promise<Outcome> {
  const { headers, basicAuth, jwt } = step.inputs;
  const user = basicAuth || urlCredentials;
  return sendTrigger(step, {
    route: 'webhook',
    request: {
      method,
      url: withQuery(url, encoded.query),
      headers: { ...Object.fromEntries(headers), ...(user ? { authorization: basicAuthorization(user) } : {}) },
      body: encoded.body,
    },
    jwt,
    credentials: [
      ...(user ? ['basic-auth'] : []),
      ...(jwt ? ['jwt-secret'] : []),
      ...(headers.length > 0 ? ['headers'] : []),
    ],
  });
}

/** Adds members to a URL's query, which itself stays as it was written. */
function withQuery(url: URL, query: URLSearchParams): URL {
  const added = new URL(url);
  if (query.size > 0) added.search = added.search === '' ? `?${query}` : `${added.search}&${query}`;
  return added;
}
