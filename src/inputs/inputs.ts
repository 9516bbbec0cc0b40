import { METHODS, type Method } from '../http/method.ts';
import type { StatusRange } from '../http/status.ts';
import type { Tls } from '../http/tls.ts';
import type { Instance } from '../n8n/address.ts';
import type { Proofs } from '../request/auth.ts';
import type { Payload } from '../request/payload.ts';
import type { JsonMap } from '../text/json.ts';
import { gather, Problem } from '../text/problem.ts';
import { parseInstanceUrl, parseWorkflowId } from './address.ts';
import { findConflicts } from './conflicts.ts';
import { parseContentType, presumedType } from './content-type.ts';
import { type Text, withDefaults } from './defaults.ts';
import { readFiles } from './files.ts';
import { parseHeaders } from './headers.ts';
import { instanceBehind } from './instance.ts';
import { parseJwt } from './jwt.ts';
import { readPayload } from './payload.ts';
import { parseSecretKey } from './secret-key.ts';
import { presumedHeaders, secretsIn } from './secrets.ts';
import { parseTarget, type Target } from './target.ts';
import { parseTls } from './tls.ts';
import { findUnused } from './unused.ts';
import { parseBoolean, parseCount, parseDuration, parseStatusRanges, parseWord } from './values.ts';

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
  /** Certificates for the connections to n8n; undefined where none are given. */
  readonly tls: Tls | undefined;
}

/** What was read: the settings, or all that is wrong with them. */
export interface Reading {
  readonly inputs: Inputs | Problem;
  /** What must never be shown, be the inputs right or wrong. */
  readonly secrets: readonly string[];
  /** About inputs that are given and change nothing. */
  readonly warnings: readonly string[];
}

/**
 * Reads and checks every input of the step; sends nothing and logs nothing.
 *
 * @param input gives an input's text as the runner has it, empty if absent
 * @param workspace the folder that relative paths start from
 * @param context gives the default payload
 */
export async function readInputs(input: Text, workspace: string, context: () => Promise<JsonMap>): Promise<Reading> {
  const text = withDefaults(input);
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
    // In api mode, the target reports a wrong one.
    givenId: text('mode') === 'api' ? '' : parseWorkflowId(text('workflow-id')),
    apiUrl: parseInstanceUrl('api-url', text('api-url')),
    payload: await readPayload(given, context),
    files,
    method: parseWord('method', text('method'), METHODS),
    contentType,
    headers,
    apiHeaders: await parseHeaders('api-headers', text('api-headers')),
    tls: parseTls(text),
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
  // An invalid content-type cannot say what the payload must be.
  const conflicts = findConflicts(contentType instanceof Problem ? { ...fields, payload: contentType } : fields);
  const secrets = secretsIn(text, headers instanceof Problem ? presumedHeaders(text('headers')) : headers);
  if (read instanceof Problem) return { inputs: new Problem(...read.lines, ...conflicts), secrets, warnings: [] };
  if (conflicts.length > 0) return { inputs: new Problem(...conflicts), secrets, warnings: [] };
  const { secretKey, apiUrl, apiHeaders, givenId, allowHttp: _, files: __, ...rest } = read;
  const workflowId = rest.target.mode === 'api' ? rest.target.workflowId : givenId;
  const instance = instanceBehind(rest.target, apiUrl, secretKey, apiHeaders);
  const warnings = findUnused(text, rest, instance !== undefined);
  return { inputs: { ...rest, workflowId, instance }, secrets, warnings };
}

function parseFiles(text: Text, workspace: string) {
  if (text('payload-file') === '' || text('files') === '') return readFiles('files', text('files'), workspace);
  return new Problem('files: is given together with payload-file. Give the fields beside the files in payload.');
}

function parseBasicAuth(text: string): string | Problem {
  if (text === '' || /^[^:\r\n]*:[^\r\n]*$/.test(text)) return text;
  return new Problem('basic-auth: is not of the form user:password, on one line.');
}
