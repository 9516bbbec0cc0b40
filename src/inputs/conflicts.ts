import type { Tls } from '../http/connections.ts';
import { type AddressInput, inputOf, underInstance } from '../n8n/address.ts';
import { type Credentials, type HeaderList, hasHeader, SIGNATURE_HEADER } from '../request/auth.ts';
import { findUnencodable, isJson, type Payload } from '../request/payload.ts';
import type { FoundFiles } from './files.ts';
import { type ApiAddress, apiAddress } from './instance.ts';
import { exposesSecret } from './plain-http.ts';
import { inputOfWebhooks, type Target } from './target.ts';

/** The inputs that can conflict with one another. One that is invalid is left out: it conflicts with nothing. */
export interface Comparable extends Partial<Credentials> {
  readonly target?: Target;
  readonly apiUrl?: string | undefined;
  readonly secretKey?: string | undefined;
  readonly method?: string;
  readonly payload?: Payload;
  readonly found?: FoundFiles;
  readonly contentType?: string;
  readonly wait?: boolean;
  readonly apiHeaders?: HeaderList;
  readonly tls?: Tls | undefined;
  readonly allowHttp?: boolean;
}

/** Conflicts between inputs that are each valid on their own, one line each. */
export function findConflicts(given: Comparable): readonly string[] {
  const { target } = given;
  if (!target) return credentialConflicts(given);
  // Without a valid api-url, the address is unknown.
  const api = 'apiUrl' in given ? apiAddress(target, given.apiUrl) : undefined;
  return [
    ...credentialConflicts(given),
    ...(api ? addressConflicts(given, target, api) : []),
    ...payloadConflicts(given, target),
    ...plainHttpConflicts(given, target, api),
  ];
}

/** Conflicts over headers: a request has one Authorization, and one signature. */
function credentialConflicts(given: Comparable): string[] {
  const { target, headers = [], apiHeaders = [], basicAuth, jwt, signingSecret } = given;
  const inUrl = target?.credentials;
  const hasAuthorization = hasHeader(headers, 'authorization');
  const conflicts: string[] = [];
  if (hasAuthorization && (basicAuth || inUrl)) {
    conflicts.push('headers: Authorization is given together with basic-auth or a password in url. Keep one of them.');
  }
  if (basicAuth && inUrl) conflicts.push('basic-auth: url contains a password, too. Keep one of them.');
  const other =
    (basicAuth && 'basic-auth') || (inUrl && 'a password in url') || (hasAuthorization && 'Authorization in headers');
  if (jwt && other) {
    conflicts.push(
      `jwt-secret: is given together with ${other}, and a request has one Authorization. Keep one of them.`,
    );
  }
  if (target?.byMcp && inUrl) {
    conflicts.push(
      'url: contains a password, which cannot be sent together with an MCP access token: both need the Authorization header.',
    );
  }
  const otherOfApi = (target?.byMcp && 'an MCP access token') || (inUrl && 'a password in url');
  if (hasHeader(apiHeaders, 'authorization') && otherOfApi) {
    conflicts.push(`api-headers: Authorization is given together with ${otherOfApi}. Keep one of them.`);
  }
  if (signingSecret && hasHeader(headers, SIGNATURE_HEADER)) {
    conflicts.push(`signing-secret: ${SIGNATURE_HEADER} is given in headers too. Keep one of them.`);
  }
  return conflicts;
}

function addressConflicts({ apiUrl, secretKey, wait }: Comparable, target: Target, { base }: ApiAddress): string[] {
  // A resume URL usually comes from outside, as an input of the run: it must not decide where the key is sent.
  if (secretKey !== undefined && target.resumes !== undefined) {
    if (apiUrl === undefined) {
      return ["api-url: is required with secret-key, because url is a resume URL. Give n8n's address."];
    }
    if (new URL(apiUrl).origin !== target.url.origin) {
      return [
        'api-url: has a different origin than url, which is a resume URL. Check where the resume URL comes from.',
      ];
    }
  }
  if (!wait || base !== undefined) return [];
  return ["api-url: is required with wait: true, because url has no /webhook/ in it. Give n8n's address."];
}

function payloadConflicts(given: Comparable, target: Target): string[] {
  const { method = 'POST', contentType = 'application/json', found } = given;
  const files = found?.files ?? [];
  const presumed: Payload =
    files.length > 0 ? { source: 'files', data: {}, files, isContext: true } : { source: 'context', data: {} };
  // An invalid content type cannot say what the payload must be.
  const payload = (given.contentType === undefined ? undefined : given.payload) ?? presumed;
  const unencodable = findUnencodable(payload, method, contentType);
  // In api mode, the trigger decides how the payload is sent; but GET never has a body.
  if (unencodable !== undefined && (target.mode === 'webhook' || 'hasContext' in payload)) return [unencodable];
  const takesJson = target.mode === 'api' && (target.route === 'start' || target.route === 'mcp');
  if (!takesJson || isJson(contentType)) return [];
  const name = found?.files.length === 0 ? 'content-type' : 'files';
  return [`${name}: route ${target.route} sends the payload as JSON. Leave it out, or use route webhook.`];
}

function plainHttpConflicts(given: Comparable, target: Target, api: ApiAddress | undefined): string[] {
  const conflicts: string[] = [];
  const plain = placesOf(given, target, api).filter(({ url }) => url.startsWith('http:'));
  if (given.tls?.cert !== undefined && plain[0]) {
    conflicts.push(`client-cert: cannot be used over plain http. Use https in ${plain[0].input}.`);
  }
  if (given.allowHttp !== false) return conflicts;
  const exposed = plain.filter(({ getsSecret, url }) => getsSecret && exposesSecret(new URL(url)));
  for (const name of new Set(exposed.map(({ input }) => input))) {
    conflicts.push(`${name}: would send a secret over plain http to a public host. Use https, or allow-http: true.`);
  }
  return conflicts;
}

/** A URL that the step calls, and the input that gives its host. */
interface CalledUrl {
  readonly input: AddressInput;
  readonly url: string;
  readonly getsSecret: boolean;
}

function placesOf(given: Comparable, target: Target, api: ApiAddress | undefined): CalledUrl[] {
  const { headers = [], basicAuth, jwt, secretKey } = given;
  const places: CalledUrl[] = [];
  if (secretKey !== undefined && api?.base !== undefined) {
    places.push({ input: inputOf(api.from), url: api.base, getsSecret: true });
  }
  if (target.mode === 'webhook') {
    const getsSecret = headers.length > 0 || Boolean(basicAuth || jwt || target.credentials);
    return [...places, { input: 'url', url: target.url.href, getsSecret }];
  }
  const webhooks = underInstance(target.webhookBase, target.base);
  return [
    ...places,
    { input: 'url', url: target.base, getsSecret: true },
    { input: inputOfWebhooks(target), url: webhooks, getsSecret: true },
  ];
}
