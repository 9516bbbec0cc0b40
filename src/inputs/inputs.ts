import { credentialsOf, parseInstanceUrl, parseWorkflowId } from '../n8n/address.ts';
import { isMcpToken } from '../n8n/mcp-token.ts';
import type { Instance } from '../n8n-api/client.ts';
import type { Proofs } from '../request/auth.ts';
import { parseJwt } from '../request/jwt.ts';
import { isJson, isMultipart, type Payload, readPayload } from '../request/payload.ts';
import type { JsonMap } from '../text/json.ts';
import { gather, Problem } from '../text/problem.ts';
import { apiAddress, findConflicts } from './conflicts.ts';
import { readFiles } from './files.ts';
import { type HeaderList, parseHeaders } from './headers.ts';
import { certainRoute, parseTarget, type Target } from './target.ts';
import { findUnused } from './unused.ts';
import { parseBoolean, parseCount, parseDuration, parseStatusRanges, parseWord, type StatusRange } from './values.ts';

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
    contentType: contentType instanceof Problem ? presumedType(text) : contentType,
    workspace,
  };
  const fields = {
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
  };
  const read = gather(fields);
  // Of what a payload has to be, a content type that is none says nothing for certain.
  const conflicts = findConflicts(contentType instanceof Problem ? { ...fields, payload: contentType } : fields);
  const secrets = secretsIn(text, headers instanceof Problem ? presumedHeaders(text('headers')) : headers);
  if (read instanceof Problem) return { inputs: new Problem(...read.lines, ...conflicts), secrets };
  if (conflicts.length > 0) return { inputs: new Problem(...conflicts), secrets };
  const { secretKey, apiUrl, givenId, allowHttp: _, files: __, ...rest } = read;
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
  return { inputs, secrets };
}

const KEY_WITHOUT_ADDRESS =
  "secret-key: has no effect, because url has no /webhook/ in it. Give n8n's address in api-url, or leave secret-key out.";

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
    return new Problem('secret-key: contains a space, line break or other invalid character.');
  }
  if (byMcp && !isMcpToken(key)) {
    return new Problem(
      'secret-key: is not an MCP access token, which route mcp needs. Create one: n8n, Settings, Instance-level MCP, Connect, API key.',
    );
  }
  if (isMcpToken(key) && (text('mode') !== 'api' || /^(?:start|webhook)$/.test(text('route')))) {
    return new Problem(
      'secret-key: is an MCP access token, which works only in mode api with route mcp or auto. Create an API key: n8n, Settings, n8n API.',
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

/** What a content type that is none was meant for, so that a payload is not told wrong that is not. */
function presumedType(text: Text): string {
  if (text('files') !== '') return 'multipart/form-data';
  return /json/i.test(text('content-type')) ? 'application/json' : 'text/plain';
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
  const { base, from } = apiAddress(target, apiUrl);
  if (base === undefined || secretKey === '') return undefined;
  const { origin } = target.mode === 'api' ? new URL(target.base) : target.url;
  const credentials = new URL(base).origin === origin ? target.credentials : undefined;
  return { base, secretKey, credentials, addressFrom: from };
}

/** What has no effect on the route that is certain to be taken. */
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

/** What may be a secret in headers that cannot be read. */
function presumedHeaders(text: string): HeaderList {
  return text.split(/[\r\n]+/).map((line) => ['', line.replace(/^[^:]*:\s*/, '')]);
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
