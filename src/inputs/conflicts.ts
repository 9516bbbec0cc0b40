import type { FilePart } from '../http/body.ts';
import type { AddressInput } from '../n8n/address.ts';
import { inputOf, underInstance } from '../n8n/address.ts';
import { hasHeader, type Proofs, SIGNATURE_HEADER } from '../request/auth.ts';
import { findUnencodable, isJson, type Payload } from '../request/payload.ts';
import { Problem } from '../text/problem.ts';
import { type ApiAddress, apiAddress } from './instance.ts';
import { exposesSecret } from './plain-http.ts';
import { inputOfWebhooks, type Target } from './target.ts';

/** The inputs that can be at odds with one another, as they were read. */
export interface Comparable extends Proofs {
  readonly target: Target;
  readonly apiUrl: string | undefined;
  readonly secretKey: string;
  readonly method: string;
  readonly payload: Payload;
  readonly files: readonly FilePart[];
  readonly contentType: string;
  readonly wait: boolean;
  readonly allowHttp: boolean;
}

/** The same, where any may be a Problem. */
export type Read<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | Problem };

const NO_PAYLOAD: Payload = { source: 'context', data: {} };

/**
 * What is wrong between inputs that are sound each by itself, a line each. What is not sound is told elsewhere, and is
 * taken for what is at odds with nothing.
 */
export function findConflicts(read: Read<Comparable>): string[] {
  const target = or(read.target, undefined);
  const proofs = {
    headers: or(read.headers, []),
    basicAuth: or(read.basicAuth, ''),
    jwt: or(read.jwt, undefined),
    signingSecret: or(read.signingSecret, ''),
  };
  const conflicts = findProofConflicts(proofs, target?.credentials);
  if (!target) return conflicts;
  const api = read.apiUrl instanceof Problem ? undefined : apiAddress(target, read.apiUrl);
  if (or(read.wait, false) && api && api.base === undefined) {
    conflicts.push("api-url: is required with wait: true, because url has no /webhook/ in it. Give n8n's address.");
  }
  conflicts.push(...payloadConflicts(read, target));
  if (target.byMcp && target.credentials) {
    conflicts.push('url: carries a password, which cannot go along with an MCP access token: both are Authorization.');
  }
  const keyGoesTo = or(read.secretKey, '') === '' ? undefined : api;
  const places = or(read.allowHttp, true) ? [] : placesOfSecrets(target, keyGoesTo, proofs);
  const exposing = places.filter(([, place]) => exposesSecret(new URL(place))).map(([input]) => input);
  for (const name of new Set(exposing)) {
    conflicts.push(`${name}: would send a secret over plain http to a public host. Use https, or allow-http: true.`);
  }
  return conflicts;
}

function or<Value, Other>(read: Value | Problem, harmless: Other): Value | Other {
  return read instanceof Problem ? harmless : read;
}

function payloadConflicts(read: Read<Comparable>, target: Target): readonly string[] {
  const contentType = or(read.contentType, 'application/json');
  const files = or(read.files, []);
  if (target.mode === 'webhook') {
    const onlyFiles: Payload = { source: 'files', data: {}, files, isContext: true };
    const payload = or(read.payload, files.length > 0 ? onlyFiles : NO_PAYLOAD);
    return findUnencodable(payload, or(read.method, 'POST'), contentType)?.lines ?? [];
  }
  if ((target.route !== 'start' && target.route !== 'mcp') || isJson(contentType)) return [];
  const name = read.files instanceof Problem || files.length > 0 ? 'files' : 'content-type';
  return [`${name}: route ${target.route} sends the payload as JSON. Leave it out, or use route webhook.`];
}

/**
 * The URLs that secrets would be sent to, each with the input that gives its host.
 *
 * @param keyGoesTo the address of the API that gets a key
 */
function placesOfSecrets(
  target: Target,
  keyGoesTo: ApiAddress | undefined,
  { headers, basicAuth, jwt }: Proofs,
): [AddressInput, string][] {
  const api: [AddressInput, string][] =
    keyGoesTo?.base === undefined ? [] : [[inputOf(keyGoesTo.from), keyGoesTo.base]];
  if (target.mode === 'api') {
    const webhooks = underInstance(target.webhookBase, target.base);
    return [...api, ['url', target.base], [inputOfWebhooks(target), webhooks]];
  }
  return headers.length > 0 || basicAuth || jwt || target.credentials ? [...api, ['url', target.url.href]] : api;
}

/**
 * What is wrong between proofs that are sound each by itself: only one can fill the Authorization header.
 *
 * @param urlCredentials `user:password` inside the URL
 */

export function findProofConflicts(proofs: Proofs, urlCredentials: string | undefined): string[] {
  const { headers, basicAuth, jwt, signingSecret } = proofs;
  const conflicts: string[] = [];
  if (hasHeader(headers, 'authorization') && (basicAuth || urlCredentials)) {
    conflicts.push('headers: Authorization is given together with basic-auth or a password in url. Keep one of them.');
  }
  if (basicAuth && urlCredentials) conflicts.push('basic-auth: url carries a password too. Keep one of them.');
  if (jwt) {
    const other = basicAuth ? 'basic-auth' : urlCredentials ? 'a password in url' : 'Authorization in headers';
    if (basicAuth || urlCredentials || hasHeader(headers, 'authorization')) {
      conflicts.push(
        `jwt-secret: is given together with ${other}, and a request has one Authorization. Keep one of them.`,
      );
    }
  }
  if (signingSecret && hasHeader(headers, SIGNATURE_HEADER)) {
    conflicts.push(`signing-secret: ${SIGNATURE_HEADER} is given in headers too. Keep one of them.`);
  }
  return conflicts;
}
