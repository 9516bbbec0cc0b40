import type { Method } from '../http/method.ts';
import type { WebhookTarget } from '../inputs/target.ts';
import type { AddressInput } from '../n8n/address.ts';
import { basicAuthorization } from '../request/auth.ts';
import { type Encoded, encodePayload } from '../request/payload.ts';
import { shownLine } from '../text/problem.ts';
import { say } from '../text/safe.ts';
import { hideWebhook } from './hide-webhook.ts';
import { notSent, type Outcome, unfit } from './outcome.ts';
import { sendTrigger } from './send.ts';
import type { Step } from './step.ts';

export async function callWebhookUrl(step: Step, { url, credentials }: WebhookTarget): Promise<Outcome> {
  const { payload, method, contentType } = step.inputs;
  const encoded = await encodePayload(payload, method, contentType);
  if (!encoded.ok) return notSent('webhook', unfit([shownLine(encoded.error, step.host.show)]));
  return callWebhook(step, { url, method, encoded: encoded.value }, credentials, 'url');
}

export interface WebhookRequest {
  readonly url: URL;
  readonly method: Method;
  readonly encoded: Encoded;
}

/**
 * Calls a webhook with the credentials that the inputs give.
 *
 * @param urlCredentials `user:password` from the URL, which the input `basic-auth` overrides
 */
export async function callWebhook(
  step: Step,
  { url, method, encoded }: WebhookRequest,
  urlCredentials: string | undefined,
  addressInput: AddressInput,
): Promise<Outcome> {
  const { headers, basicAuth, jwt, payload } = step.inputs;
  if (payload.source === 'files' && payload.files.some(({ size }) => size === 0)) {
    step.host.log.info(say`A file is empty. n8n before 2.37 drops empty files, and may drop the others with them.`);
  }
  const user = basicAuth ?? urlCredentials;
  const called = withQuery(url, encoded.query);
  hideWebhook(step, called);
  return sendTrigger(step, {
    route: 'webhook',
    request: {
      method,
      url: called,
      headers: { ...Object.fromEntries(headers), ...(user ? { authorization: basicAuthorization(user) } : {}) },
      body: encoded.body,
    },
    jwt,
    credentials: [
      ...(user ? ['basic-auth'] : []),
      ...(jwt ? ['jwt-secret'] : []),
      ...(headers.length > 0 ? ['headers'] : []),
    ],
    addressInput,
  });
}

/** Adds members to a URL's query, and leaves the existing query exactly as it was written. */
function withQuery(url: URL, query: URLSearchParams): URL {
  const added = new URL(url);
  if (query.size > 0) added.search = added.search === '' ? `?${query}` : `${added.search}&${query}`;
  return added;
}
