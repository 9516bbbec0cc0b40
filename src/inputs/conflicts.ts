import type { FilePart } from '../http/body.ts';
import type { Tls } from '../http/tls.ts';
import type { AddressInput } from '../n8n/address.ts';
import { inputOf, underInstance } from '../n8n/address.ts';
import { type Credentials, type HeaderList, hasHeader, SIGNATURE_HEADER } from '../request/auth.ts';
import { findUnencodable, isJson, type Payload } from '../request/payload.ts';
import { Problem } from '../text/problem.ts';
import { type ApiAddress, apiAddress } from './instance.ts';
import { exposesSecret } from './plain-http.ts';
import { inputOfWebhooks, type Target, type WebhookTarget } from './target.ts';
import { UNSET } from './values.ts';

/** The inputs that can conflict with one another, as they were read. */
export interface Comparable extends Credentials {
  readonly target: Target;
  readonly apiUrl: string | undefined;
  readonly secretKey: string;
  readonly method: string;
  readonly payload: Payload;
  readonly files: readonly FilePart[];
  readonly contentType: string;
  readonly wait: boolean;
  readonly apiHeaders: HeaderList;
  readonly tls: Tls | undefined;
  readonly allowHttp: boolean;
}

/** The same, where each may be a Problem. */
export type Read<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | Problem };

const NO_PAYLOAD: Payload = { source: 'context', data: {} };

/**
 * Conflicts between inputs that are each valid on their own, one line each. An invalid input is reported elsewhere, and
 * conflicts with nothing.
 */
export function findConflicts(read: Read<Comparable>): Problem {
  const target = or(read.target, undefined);
  const credentials = {
    headers: or(read.headers, []),
    basicAuth: or(read.basicAuth, ''),
    jwt: or(read.jwt, undefined),
    signingSecret: or(read.signingSecret, ''),
  };
  const conflicts = findCredentialConflicts(credentials, target?.credentials);
  if (!target) return new Problem(...conflicts);
  const api = read.apiUrl instanceof Problem ? undefined : apiAddress(target, read.apiUrl);
  const key = or(read.secretKey, '');
  const resume = target.mode === 'webhook' && key !== '' && api ? resumeConflicts(target, api) : [];
  conflicts.push(...resume);
  if (or(read.wait, false) && api && api.base === undefined && resume.length === 0) {
    conflicts.push("api-url: is required with wait: true, because url has no /webhook/ in it. Give n8n's address.");
  }
  conflicts.push(...payloadConflicts(read, target));
  if (target.byMcp && target.credentials) {
    conflicts.push('url: carries a password, which cannot go along with an MCP access token: both are Authorization.');
  }
  const isKeyless = read.secretKey === '' && or(read.apiHeaders, []).length > 0;
  if (hasHeader(or(read.apiHeaders, []), 'authorization') && (target.byMcp || target.credentials)) {
    const other = target.byMcp ? 'an MCP access token' : 'a password in url';
    conflicts.push(`api-headers: Authorization is given together with ${other}. Keep one of them.`);
  }
  const plain = placesOf(target, key === '' ? undefined : api).filter(([, place]) => /^http:/.test(place));
  if (or(read.tls, undefined)?.cert !== undefined && plain[0]) {
    conflicts.push(`client-cert: cannot be used over plain http. Use https in ${plain[0][0]}.`);
  }
  // Without api-url, the key goes to the instance in front of the webhook's path, which url names.
  const carriesKey = key !== '' && api?.base !== undefined && api.from !== 'api-url';
  const isSecret =
    target.mode === 'api' || isAuthenticated(credentials) || target.credentials !== undefined || carriesKey;
  const exposing = plain.filter(([name, place]) => (isSecret || name !== 'url') && exposesSecret(new URL(place)));
  const names = or(read.allowHttp, true) ? [] : exposing.map(([name]) => name);
  for (const name of new Set(names)) {
    conflicts.push(`${name}: would send a secret over plain http to a public host. Use https, or allow-http: true.`);
  }
  return isKeyless ? Problem.all([new Problem(...conflicts), Problem.unset(KEYLESS)]) : new Problem(...conflicts);
}

const KEYLESS = `api-headers: are for n8n's API, which needs secret-key. ${UNSET}`;

/** A resume URL mostly comes from outside, as an input of the run: it must not decide where the key is sent. */
function resumeConflicts({ url, resumes }: WebhookTarget, { base, from }: ApiAddress): string[] {
  if (resumes === undefined) return [];
  if (from !== 'api-url' || base === undefined) {
    return ["api-url: is required with secret-key, because url is a resume URL. Give n8n's address."];
  }
  if (new URL(base).origin === url.origin) return [];
  return ['api-url: is of another origin than url, which is a resume URL. Check where the resume URL comes from.'];
}

function isAuthenticated({ headers, basicAuth, jwt }: Credentials): boolean {
  return headers.length > 0 || basicAuth !== '' || jwt !== undefined;
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
  const payload = or(read.payload, NO_PAYLOAD);
  if ('hasContext' in payload && /^(?:GET|HEAD)$/.test(or(read.method, ''))) {
    return findUnencodable(payload, or(read.method, ''), contentType)?.lines ?? [];
  }
  if ((target.route !== 'start' && target.route !== 'mcp') || isJson(contentType)) return [];
  const name = read.files instanceof Problem || files.length > 0 ? 'files' : 'content-type';
  return [`${name}: route ${target.route} sends the payload as JSON. Leave it out, or use route webhook.`];
}

/**
 * The URLs that the step calls, each with the input that gives its host.
 *
 * @param api the address of the API; undefined where it is not called
 */
function placesOf(target: Target, api: ApiAddress | undefined): [AddressInput, string][] {
  const places: [AddressInput, string][] = api?.base === undefined ? [] : [[inputOf(api.from), api.base]];
  if (target.mode === 'webhook') return [...places, ['url', target.url.href]];
  return [...places, ['url', target.base], [inputOfWebhooks(target), underInstance(target.webhookBase, target.base)]];
}

/**
 * Conflicts between credentials that are each valid on their own: a request has one Authorization header.
 *
 * @param urlCredentials `user:password` inside the URL
 */
function findCredentialConflicts(credentials: Credentials, urlCredentials: string | undefined): string[] {
  const { headers, basicAuth, jwt, signingSecret } = credentials;
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
