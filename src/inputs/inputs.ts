import type { StatusRange } from '../http/status.ts';
import type { Instance } from '../n8n/address.ts';
import type { Proofs } from '../request/auth.ts';
import { isMultipart, type Payload } from '../request/payload.ts';
import type { JsonMap } from '../text/json.ts';
import { gather, Problem } from '../text/problem.ts';
import { parseInstanceUrl, parseWorkflowId } from './address.ts';
import { apiAddress, findConflicts } from './conflicts.ts';
import { readFiles } from './files.ts';
import { parseHeaders } from './headers.ts';
import { parseJwt } from './jwt.ts';
import { readPayload } from './payload.ts';
import { parseSecretKey } from './secret-key.ts';
import { presumedHeaders, secretsIn } from './secrets.ts';
import { parseTarget, type Target } from './target.ts';
import { findCertainlyUnused, findUnused, KEY_WITHOUT_ADDRESS } from './unused.ts';
import { parseBoolean, parseCount, parseDuration, parseStatusRanges, parseWord, type Text } from './values.ts';

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
