import { findProofConflicts, type Proofs } from './auth.ts';
import { readFiles } from './inputs/files.ts';
import { type HeaderList, parseHeaders } from './inputs/headers.ts';
import { exposesSecret } from './inputs/plain-http.ts';
import { certainRoute, parseTarget, type Target } from './inputs/target.ts';
import { findUnused } from './inputs/unused.ts';
import {
  parseBoolean,
  parseCount,
  parseDuration,
  parseStatusRanges,
  parseWord,
  type StatusRange,
} from './inputs/values.ts';
import type { JsonMap } from './json-text.ts';
import { parseJwt } from './jwt.ts';
import { credentialsOf, instanceOf, parseInstanceUrl, parseWorkflowId, underInstance } from './n8n/address.ts';
import type { Instance } from './n8n/client.ts';
import { isMcpToken } from './n8n/mcp-token.ts';
import { encodePayload, isJson, isMultipart, type Payload, readPayload } from './payload.ts';
import { gather, Problem } from './problem.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What an input means that is absent, or empty because an expression gave nothing; as in action.yml. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  mode: 'webhook',
  method: 'POST',
  'content-type': 'application/json',
  'jwt-algorithm': 'HS256',
  route: 'auto',
  'webhook-base': 'webhook',
  wait: 'false',
  'wait-timeout': '10m',
  'stop-on-cancel': 'true',
  timeout: '5m',
  retries: '3',
  'retry-ambiguous': 'false',
  'accept-status': '200-299',
  'fail-on-error': 'true',
  'allow-http': 'false',
  summary: 'true',
};

export type Method = (typeof METHODS)[number];

/** The step's settings, checked. Durations are in milliseconds. */
export interface Inputs extends Proofs {
  readonly target: Target;
  /** The n8n behind the target, with the key to its API; known in api mode, else where key and address were given. */
  readonly instance: Instance | undefined;
  /** The workflow's id where it is known; else empty. */
  readonly workflowId: string;
  readonly method: Method;
  readonly payload: Payload;
  readonly contentType: string;
  /** Whether to follow the execution to its end. */
  readonly wait: boolean;
  readonly waitTimeoutMs: number;
  /** Whether to stop the execution when the job is cancelled while waiting. */
  readonly stopOnCancel: boolean;
  readonly timeoutMs: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** Whether to send again when the workflow may have run. */
  readonly retryAmbiguous: boolean;
  readonly acceptStatus: readonly StatusRange[];
  readonly failOnError: boolean;
  readonly summary: boolean;
  /** A line on each input that is given and certainly of no use, to be told in the log. */
  readonly unused: readonly string[];
  /** The same, should `auto` end at the start endpoint. */
  readonly unusedAtStart: readonly string[];
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
  const contentType = parseContentType(text);
  const files = await parseFiles(text, workspace);
  const given = {
    payload: input('payload'),
    payloadFile: text('payload-file'),
    files: files instanceof Problem ? [] : files,
    contentType: contentType instanceof Problem ? 'application/json' : contentType,
    workspace,
  };
  const read = gather({
    target: parseTarget(text),
    secretKey: parseSecretKey(text),
    // Of api mode's, the target tells.
    givenId: text('mode') === 'api' ? '' : parseWorkflowId(text('workflow-id')),
    apiUrl: parseInstanceUrl('api-url', text('api-url')),
    payload: await readPayload(given, context),
    files,
    method: parseWord('method', text('method'), METHODS),
    contentType,
    headers,
    basicAuth: parseBasicAuth(text('basic-auth')),
    jwt: await parseJwt(text),
    signingSecret: text('signing-secret'),
    wait: parseBoolean('wait', text('wait')),
    waitTimeoutMs: parseDuration('wait-timeout', text('wait-timeout')),
    stopOnCancel: parseBoolean('stop-on-cancel', text('stop-on-cancel')),
    timeoutMs: parseDuration('timeout', text('timeout')),
    retries: parseCount('retries', text('retries'), 100),
    retryAmbiguous: parseBoolean('retry-ambiguous', text('retry-ambiguous')),
    acceptStatus: parseStatusRanges('accept-status', text('accept-status')),
    failOnError: parseBoolean('fail-on-error', text('fail-on-error')),
    allowHttp: parseBoolean('allow-http', text('allow-http')),
    summary: parseBoolean('summary', text('summary')),
  });
  const secrets = secretsIn(text, headers instanceof Problem ? [] : headers);
  if (read instanceof Problem) return { inputs: read, secrets };
  const { secretKey, apiUrl, givenId, allowHttp, files: _, ...rest } = read;
  const workflowId = rest.target.mode === 'api' ? rest.target.workflowId : givenId;
  const instance = instanceBehind(rest.target, apiUrl, secretKey);
  const isGiven = (name: string) => text(name) !== (DEFAULTS[name] ?? '');
  const certainlyUnused = findCertainlyUnused(rest, isGiven, text('route'));
  const inputs: Inputs = {
    ...rest,
    workflowId,
    instance,
    unused: secretKey !== '' && !instance ? [KEY_WITHOUT_ADDRESS, ...certainlyUnused] : certainlyUnused,
    unusedAtStart: findUnused('start', isGiven, rest.headers),
  };
  const conflicts = findConflicts(inputs, allowHttp);
  return { inputs: conflicts.length > 0 ? new Problem(...conflicts) : inputs, secrets };
}

const KEY_WITHOUT_ADDRESS =
  "secret-key: is of no use, because url has no /webhook/ in it. Give n8n's address in api-url, or leave secret-key out.";

function parseSecretKey(text: Text): string | Problem {
  const key = text('secret-key');
  const need = text('mode') === 'api' ? 'mode: api' : /^true$/i.test(text('wait')) ? 'wait: true' : '';
  const byMcp = text('mode') === 'api' && text('route') === 'mcp';
  if (key === '' && need !== '') {
    return new Problem(
      `secret-key: is required with ${need}: ${byMcp ? 'an MCP access token' : 'an API key'} of n8n. If it comes from a secret, check the secret's name; runs from forks get no secrets.`,
    );
  }
  if (!/^[\x21-\x7e]*$/.test(key)) {
    return new Problem('secret-key: has a blank, line break or other odd character in it.');
  }
  if (byMcp && !isMcpToken(key)) {
    return new Problem(
      'secret-key: is no MCP access token, which route mcp needs. Create one: n8n, Settings, Instance-level MCP, Connect, API key.',
    );
  }
  if (isMcpToken(key) && (text('mode') !== 'api' || /^(?:start|webhook)$/.test(text('route')))) {
    return new Problem(
      'secret-key: is an MCP access token, which serves in mode api with route mcp or auto alone. Create an API key: n8n, Settings, n8n API.',
    );
  }
  return key;
}

function parseContentType(text: Text): string | Problem {
  const type = text('content-type');
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;[\t\x20-\x7e]*)?$/.test(type)) {
    return new Problem('content-type: is not a media type like application/json.');
  }
  if (text('files') === '' || isMultipart(type)) return type;
  if (type === DEFAULTS['content-type']) return 'multipart/form-data';
  return new Problem('content-type: files are sent as multipart/form-data. Leave it out.');
}

function parseFiles(text: Text, workspace: string) {
  if (text('payload-file') === '' || text('files') === '') return readFiles('files', text('files'), workspace);
  return new Problem('files: is given together with payload-file. Give the fields beside the files in payload.');
}

function parseBasicAuth(text: string): string | Problem {
  if (text === '' || /^[^:\r\n]*:[^\r\n]*$/.test(text)) return text;
  return new Problem('basic-auth: is not of the form user:password, on one line.');
}

function instanceBehind(target: Target, apiUrl: string | undefined, secretKey: string): Instance | undefined {
  const url = target.mode === 'api' ? new URL(target.base) : target.url;
  const base = apiUrl ?? instanceOf(url) ?? (target.mode === 'api' ? target.base : undefined);
  if (base === undefined || secretKey === '') return undefined;
  return { base, secretKey, credentials: new URL(base).origin === url.origin ? target.credentials : undefined };
}

/** What is wrong between inputs that are sound each by itself. */
function findConflicts(inputs: Inputs, allowHttp: boolean): string[] {
  const { target } = inputs;
  const conflicts = findProofConflicts(inputs, target.credentials);
  if (inputs.wait && !inputs.instance) {
    conflicts.push("api-url: is required with wait: true, because url has no /webhook/ in it. Give n8n's address.");
  }
  if (target.mode === 'webhook') {
    const encoded = encodePayload(inputs.payload, inputs.method, inputs.contentType);
    if (encoded instanceof Problem) conflicts.push(...encoded.lines);
  } else if ((target.route === 'start' || target.route === 'mcp') && !isJson(inputs.contentType)) {
    const name = inputs.payload.source === 'files' ? 'files' : 'content-type';
    conflicts.push(`${name}: route ${target.route} sends the payload as JSON. Leave it out, or use route webhook.`);
  }
  if (target.mode === 'api' && target.route === 'mcp' && target.credentials) {
    conflicts.push('url: carries a password, which cannot go along with an MCP access token: both are Authorization.');
  }
  if (!allowHttp && placesOfSecrets(inputs).some((url) => exposesSecret(new URL(url)))) {
    conflicts.push('url: would send a secret over plain http to a public host. Use https, or allow-http: true.');
  }
  return conflicts;
}

/** What is of no use on the route that is certain to be taken. */
function findCertainlyUnused(
  { target, contentType, headers }: Pick<Inputs, 'target' | 'contentType' | 'headers'>,
  isGiven: (name: string) => boolean,
  route: string,
): readonly string[] {
  // To name what is called anyhow is no mistake.
  const isMistaken = (name: string) => isGiven(name) && !(name === 'route' && route === 'webhook');
  if (target.mode === 'webhook') return findUnused('url', isMistaken, []);
  switch (certainRoute(target, isJson(contentType))) {
    case 'start':
      return findUnused('start', isGiven, headers);
    case 'mcp':
      return findUnused('mcp', isGiven, []);
    default:
      return [];
  }
}

/** The URLs that secrets would be sent to. */
function placesOfSecrets({ target, instance, headers, basicAuth, jwt }: Inputs): string[] {
  const api = instance ? [instance.base] : [];
  if (target.mode === 'api') return [...api, target.base, underInstance(target.webhookBase, target.base)];
  return headers.length > 0 || basicAuth || jwt || target.credentials ? [...api, target.url.href] : api;
}

/** Every text that must not be shown, in each form in which it could turn up. */
function secretsIn(text: Text, headers: HeaderList): string[] {
  // Where credentials are refused, they are secret all the same.
  const urls = ['url', 'api-url', 'webhook-base'].flatMap((name) => URL.parse(text(name)) ?? []);
  const credentials = [text('basic-auth'), ...urls.map((url) => credentialsOf(url) ?? '')].filter(Boolean);
  return [
    text('secret-key'),
    text('jwt-secret'),
    text('signing-secret'),
    ...headers.flatMap(([, value]) => [value, value.replace(/^\S+ +/, '')]),
    ...credentials.flatMap((pair) => [pair, secretOf(pair), Buffer.from(pair).toString('base64')]),
    ...urls.map(({ username, password }) => password || username),
  ];
}

/** What is secret in `user:password`; of a token in place of the user, with nothing behind it, that is the token. */
function secretOf(pair: string): string {
  const colon = pair.indexOf(':');
  return pair.slice(colon + 1) || pair.slice(0, colon);
}
