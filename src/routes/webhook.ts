import { underInstance } from '../n8n/address.ts';
import { type Api, basicAuthorization, type Resource } from '../n8n/client.ts';
import { findWebhook } from '../n8n/workflow.ts';
import { encodePayload } from '../payload.ts';
import { Problem } from '../problem.ts';
import type { ApiTarget, WebhookTarget } from '../target.ts';
import { excerpt } from '../text.ts';
import { notSent, type Outcome } from './outcome.ts';
import { type Step, sendTrigger } from './send.ts';

/** Calls a Webhook node by its URL. */
export function callWebhookUrl(step: Step, { url, credentials }: WebhookTarget): Promise<Outcome> {
  return callWebhook(step, url, step.inputs.method, credentials);
}

/** Reads the workflow from the public API, for {@link callWorkflowWebhook}. */
export function readWorkflow(api: Api, workflowId: string, signal?: AbortSignal): Promise<Resource> {
  const subject = {
    thing: `the workflow ${workflowId}`,
    scope: 'workflow:read',
    ifMissing: "Compare workflow-id with the editor's address, …/workflow/ID.",
  };
  return api.request('GET', `workflows/${workflowId}?excludePinnedData=true`, subject, { signal });
}

/** Calls the Webhook node of a workflow's published version, with the node's own method. The key is not sent along. */
export async function callWorkflowWebhook(
  step: Step,
  target: ApiTarget,
  base: string,
  read: Resource,
): Promise<Outcome> {
  if (!read.found) return { ...notSent('webhook', '', '', ''), verdict: read.verdict };
  const trigger = findWebhook(read.data, underInstance(target.webhookBase, base), target.triggerNode);
  if (!('url' in trigger)) return notSent('webhook', 'no-trigger', trigger.what, trigger.advice);
  const { inputs, host } = step;
  const method = trigger.methods.find((candidate) => candidate === inputs.method) ?? trigger.methods[0];
  host.log.info(`Workflow ${excerpt(trigger.workflowName, 80)}: Webhook node ${excerpt(trigger.nodeName, 80)}`);
  const sameOrigin = trigger.url.origin === new URL(base).origin;
  const outcome = await callWebhook(step, trigger.url, method, sameOrigin ? target.credentials : undefined);
  return { ...outcome, workflowName: trigger.workflowName };
}

/** @param urlCredentials `user:password` for the place itself, which the input `basic-auth` overrides */
async function callWebhook(step: Step, url: URL, method: string, urlCredentials: string | undefined): Promise<Outcome> {
  const { payload, contentType, headers, basicAuth } = step.inputs;
  const encoded = encodePayload(payload, method, contentType);
  if (encoded instanceof Problem) return notSent('webhook', 'payload', encoded.lines.join(' '), '');
  const user = basicAuth || urlCredentials;
  return sendTrigger(step, {
    route: 'webhook',
    request: {
      method,
      url: withQuery(url, encoded.query),
      headers: { ...Object.fromEntries(headers), ...(user ? { authorization: basicAuthorization(user) } : {}) },
      body: encoded.body,
    },
    credentials: [...(user ? ['basic-auth'] : []), ...(headers.length > 0 ? ['headers'] : [])],
  });
}

/** Adds members to a URL's query, which itself stays as it was written. */
function withQuery(url: URL, query: URLSearchParams): URL {
  const added = new URL(url);
  if (query.size > 0) added.search = added.search === '' ? `?${query}` : `${added.search}&${query}`;
  return added;
}
