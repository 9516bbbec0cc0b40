import { type HeaderList, parseHeaders } from './headers.ts';
import type { JsonMap } from './json-text.ts';
import { credentialsOf, parseApiUrl, parseWebhookBase } from './n8n/address.ts';
import { isMcpToken } from './n8n/key.ts';
import { exposesSecret } from './network.ts';
import { encodePayload, isJson, type Payload, readPayload } from './payload.ts';
import { gather, Problem } from './problem.ts';
import {
  parseBoolean,
  parseCount,
  parseDuration,
  parseStatusRanges,
  parseUrl,
  parseWord,
  type StatusRange,
} from './values.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const ROUTES = ['auto', 'start', 'webhook'] as const;

/** What an input means that is absent, or empty because an expression gave nothing; as in action.yml. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  mode: 'webhook',
  method: 'POST',
  'content-type': 'application/json',
  route: 'auto',
  'webhook-base': 'webhook',
  timeout: '5m',
  retries: '3',
  'retry-ambiguous': 'false',
  'accept-status': '200-299',
  'fail-on-error': 'true',
  'allow-http': 'false',
  summary: 'true',
};

export type Method = (typeof METHODS)[number];

/** A Webhook node by its URL. */
export interface WebhookTarget {
  readonly mode: 'webhook';
  /** The whole URL, query included, credentials taken out. */
  readonly url: URL;
  /** `user:password` that the URL carried: meant for whatever stands at that origin. */
  readonly credentials: string | undefined;
}

/** A workflow by its id, with a key. */
export interface ApiTarget {
  readonly mode: 'api';
  /** The instance's base URL, without a slash at its end. */
  readonly base: string;
  readonly credentials: string | undefined;
  readonly workflowId: string;
  readonly secretKey: string;
  readonly route: (typeof ROUTES)[number];
  /** Where production webhooks live, without a slash at its end. */
  readonly webhookBase: string;
  /** The trigger's name, where the workflow has several; else empty. */
  readonly triggerNode: string;
}

/** The step's settings, checked. Durations are in milliseconds. */
export interface Inputs {
  readonly target: WebhookTarget | ApiTarget;
  readonly method: Method;
  readonly payload: Payload;
  readonly contentType: string;
  readonly headers: HeaderList;
  /** `user:password` for the Webhook node; else empty. */
  readonly basicAuth: string;
  readonly timeoutMs: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** Whether to send again when the workflow may have run. */
  readonly retryAmbiguous: boolean;
  readonly acceptStatus: readonly StatusRange[];
  readonly failOnError: boolean;
  readonly summary: boolean;
}

/** What was read: the settings, or all that is wrong with them; and in either case what must never be shown. */
export interface Reading {
  readonly inputs: Inputs | Problem;
  readonly secrets: readonly string[];
}

/** Gives an input's text. */
type Text = (name: string) => string;

/**
 * Reads and checks every input of the step; sends nothing and logs nothing.
 *
 * @param input gives an input's text as the runner has it, empty if absent
 * @param workspace the folder that relative paths start from
 * @param context gives the default payload
 */
export async function readInputs(input: Text, workspace: string, context: () => Promise<JsonMap>): Promise<Reading> {
  const text = (name: string) => input(name).trim() || (DEFAULTS[name] ?? '');
  const headers = await parseHeaders('headers', text('headers'));
  const contentType = parseContentType(text('content-type'));
  const given = {
    payload: input('payload'),
    payloadFile: text('payload-file'),
    contentType: contentType instanceof Problem ? 'application/json' : contentType,
    workspace,
  };
  const inputs = gather({
    target: parseTarget(text),
    payload: await readPayload(given, context),
    method: parseWord('method', text('method'), METHODS),
    contentType,
    headers,
    basicAuth: parseBasicAuth(text('basic-auth')),
    timeoutMs: parseDuration('timeout', text('timeout')),
    retries: parseCount('retries', text('retries'), 100),
    retryAmbiguous: parseBoolean('retry-ambiguous', text('retry-ambiguous')),
    acceptStatus: parseStatusRanges('accept-status', text('accept-status')),
    failOnError: parseBoolean('fail-on-error', text('fail-on-error')),
    allowHttp: parseBoolean('allow-http', text('allow-http')),
    summary: parseBoolean('summary', text('summary')),
  });
  const secrets = secretsIn(text, headers instanceof Problem ? [] : headers);
  if (inputs instanceof Problem) return { inputs, secrets };
  const conflicts = findConflicts(inputs, inputs.allowHttp);
  return { inputs: conflicts.length > 0 ? new Problem(...conflicts) : inputs, secrets };
}

function parseTarget(text: Text): WebhookTarget | ApiTarget | Problem {
  const mode = parseWord('mode', text('mode'), ['webhook', 'api'] as const);
  if (mode === 'api') return parseApiTarget(text);
  const read = gather({ mode, url: parseUrl('url', text('url')) });
  if (read instanceof Problem) return read;
  const credentials = credentialsOf(read.url);
  const url = new URL(read.url);
  url.username = '';
  url.password = '';
  url.hash = '';
  return { mode: 'webhook', url, credentials };
}

function parseApiTarget(text: Text): ApiTarget | Problem {
  const address = parseApiUrl(text('url'), text('workflow-id'));
  const read = gather({
    address,
    secretKey: parseSecretKey(text('secret-key')),
    route: parseWord('route', text('route'), ROUTES),
    webhookBase: parseWebhookBase(text('webhook-base'), address instanceof Problem ? '' : address.base),
  });
  if (read instanceof Problem) return read;
  const { secretKey, route, webhookBase } = read;
  return { mode: 'api', ...read.address, secretKey, route, webhookBase, triggerNode: text('trigger-node') };
}

function parseSecretKey(key: string): string | Problem {
  if (key === '') {
    return new Problem(
      "secret-key: is required with mode api. If it comes from a secret, check the secret's name; runs from forks get no secrets.",
    );
  }
  if (!/^[\x21-\x7e]+$/.test(key))
    return new Problem('secret-key: has a blank, line break or other odd character in it.');
  if (isMcpToken(key)) {
    return new Problem('secret-key: is an MCP access token. Create an API key: n8n, Settings, n8n API.');
  }
  return key;
}

function parseContentType(text: string): string | Problem {
  if (/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;[\t\x20-\x7e]*)?$/.test(text)) return text;
  return new Problem('content-type: is not a media type like application/json.');
}

function parseBasicAuth(text: string): string | Problem {
  if (text === '' || /^[^:\r\n]*:[^\r\n]*$/.test(text)) return text;
  return new Problem('basic-auth: is not of the form user:password, on one line.');
}

/** What is wrong between inputs that are sound each by itself. */
function findConflicts(inputs: Inputs, allowHttp: boolean): string[] {
  const { target, headers, basicAuth } = inputs;
  const conflicts: string[] = [];
  if (headers.some(([name]) => name.toLowerCase() === 'authorization') && (basicAuth || target.credentials)) {
    conflicts.push('headers: Authorization is given together with basic-auth or a password in url. Keep one of them.');
  }
  if (basicAuth && target.credentials) conflicts.push('basic-auth: url carries a password too. Keep one of them.');
  if (target.mode === 'webhook') {
    const encoded = encodePayload(inputs.payload, inputs.method, inputs.contentType);
    if (encoded instanceof Problem) conflicts.push(...encoded.lines);
  } else if (target.route === 'start' && !isJson(inputs.contentType)) {
    conflicts.push('content-type: route start sends the payload as JSON. Leave it out, or use route webhook.');
  }
  const hasSecret = target.mode === 'api' || headers.length > 0 || basicAuth !== '' || target.credentials !== undefined;
  const urls = target.mode === 'api' ? [target.base, target.webhookBase] : [target.url];
  if (hasSecret && !allowHttp && urls.some((url) => exposesSecret(new URL(url)))) {
    conflicts.push('url: would send a secret over plain http to a public host. Use https, or allow-http: true.');
  }
  return conflicts;
}

/** Every text that must not be shown, in each form in which it could turn up. */
function secretsIn(text: Text, headers: HeaderList): string[] {
  const url = URL.parse(text('url'));
  const credentials = [text('basic-auth'), (url && credentialsOf(url)) ?? ''].filter((pair) => pair !== '');
  return [
    text('secret-key'),
    ...headers.flatMap(([, value]) => [value, value.replace(/^\S+ +/, '')]),
    ...credentials.flatMap((pair) => [pair, pair.slice(pair.indexOf(':') + 1), Buffer.from(pair).toString('base64')]),
    url?.password ?? '',
  ];
}
