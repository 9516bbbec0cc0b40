import type { Tls } from '../http/connections.ts';
import { METHODS, type Method } from '../http/method.ts';
import type { StatusRange } from '../http/status.ts';
import type { Instance } from '../n8n/address.ts';
import type { Credentials, HeaderList } from '../request/auth.ts';
import type { JwtSigner } from '../request/jwt.ts';
import type { Payload } from '../request/payload.ts';
import type { JsonMap } from '../text/json.ts';
import { gather, type Parsed, problemsOf, soundOf, unset, wrong } from '../text/problem.ts';
import { failed, ok } from '../text/result.ts';
import type { Condition } from '../verdict/success-when.ts';
import { parseInstanceUrl, parseWorkflowId } from './address.ts';
import { findConflicts } from './conflicts.ts';
import { parseContentType, presumedType } from './content-type.ts';
import { type Text, withDefaults } from './defaults.ts';
import type { FoundFiles } from './files.ts';
import { instanceBehind } from './instance.ts';
import { readPayload } from './payload.ts';
import { IF_UNCONFIGURED, type Reading, toleranceFor } from './reading.ts';
import { parseSecretKey } from './secret-key.ts';
import { secretsIn } from './secrets.ts';
import { parseTarget, type Target } from './target.ts';
import { findUnused } from './unused.ts';
import { IF_NO_FILES, parseBoolean, parseCount, parseDuration, parseStatusRanges, parseWord, UNSET } from './values.ts';

/** The step's settings, checked. */
export interface Inputs extends Credentials {
  readonly target: Target;
  /** The target's n8n, with the key to its API; set in api mode, and otherwise if key and address were given. */
  readonly instance: Instance | undefined;
  readonly workflowId: string | undefined;
  readonly method: Method;
  readonly payload: Payload;
  readonly contentType: string;
  readonly wait: boolean;
  readonly waitTimeoutMs: number;
  readonly stopOnCancel: boolean;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly retryAmbiguous: boolean;
  readonly acceptStatus: readonly StatusRange[];
  readonly successWhen: Condition | undefined;
  readonly failOnError: boolean;
  readonly summary: boolean;
  readonly tls: Tls | undefined;
}

interface Warning {
  readonly title: string;
  readonly line: string;
}

/**
 * Reads and checks every input of the step; sends nothing and logs nothing.
 *
 * @param input returns an input's text as the runner gives it, empty if absent
 * @param workspace the folder that relative paths start from
 * @param context returns the default payload
 * @param signal ends the search for files when the job is cancelled
 */
export async function readInputs(
  input: Text,
  workspace: string,
  context: () => Promise<JsonMap>,
  signal?: AbortSignal,
): Promise<Reading<Inputs> & { readonly warnings: readonly Warning[] }> {
  const text = withDefaults(input);
  const headers = await readHeaders('headers', text);
  const apiHeaders = await readHeaders('api-headers', text);
  const contentType = parseContentType(text);
  const ifNoFiles = parseWord('if-no-files-found', text('if-no-files-found'), IF_NO_FILES);
  const found =
    text('files') !== '' && text('payload-file') !== ''
      ? wrong('files: is given together with payload-file. Give the other form fields in payload.')
      : await readFiles(text('files'), workspace, ifNoFiles.ok ? ifNoFiles.value : 'error', signal);
  const includeContext = parseBoolean('include-context', text('include-context'));
  const given = {
    payload: input('payload'),
    payloadFile: text('payload-file'),
    files: found.ok ? found.value.files : [],
    contentType: contentType.ok ? contentType.value : presumedType(text),
    includeContext: includeContext.ok && includeContext.value && contentType.ok,
    workspace,
  };
  const fields = {
    target: parseTarget(text),
    secretKey: parseSecretKey(text, apiHeaders.ok && apiHeaders.value.length > 0),
    // In api mode, the target has the id.
    givenId: text('mode') === 'api' ? ok(undefined) : parseWorkflowId(text('workflow-id')),
    apiUrl: parseInstanceUrl(text('api-url')),
    payload: await readPayload(given, context),
    includeContext,
    found,
    ifNoFiles,
    method: parseWord('method', text('method'), METHODS),
    contentType,
    headers,
    apiHeaders,
    tls: await parseTls(text),
    basicAuth: parseBasicAuth(text('basic-auth')),
    jwt: await parseJwt(text),
    signingSecret: ok(text('signing-secret') || undefined),
    wait: parseBoolean('wait', text('wait')),
    waitTimeoutMs: parseDuration('wait-timeout', text('wait-timeout')),
    stopOnCancel: parseBoolean('stop-on-cancel', text('stop-on-cancel')),
    timeoutMs: parseDuration('timeout', text('timeout')),
    retries: parseCount('retries', text('retries'), 100),
    retryAmbiguous: parseBoolean('retry-ambiguous', text('retry-ambiguous')),
    acceptStatus: parseStatusRanges('accept-status', text('accept-status')),
    successWhen: await parseSuccessWhen(text),
    failOnError: parseBoolean('fail-on-error', text('fail-on-error')),
    ifUnconfigured: parseWord('if-unconfigured', text('if-unconfigured'), IF_UNCONFIGURED),
    allowHttp: parseBoolean('allow-http', text('allow-http')),
    summary: parseBoolean('summary', text('summary')),
  };
  const secrets = secretsIn(text, { headers, 'api-headers': apiHeaders });
  const sound = soundOf(fields);
  const read = gather(fields);
  const problems = problemsOf([read, wrong(...findConflicts(sound))]);
  if (!read.ok || problems.length > 0) {
    const unconfigured = toleranceFor(problems, sound.ifUnconfigured);
    return { inputs: failed(problems), secrets, warnings: [], unconfigured };
  }
  const { secretKey, apiUrl, givenId, ...rest } = read.value;
  const workflowId = rest.target.mode === 'api' ? rest.target.workflowId : givenId;
  const instance = instanceBehind(rest.target, apiUrl, secretKey, rest.apiHeaders);
  const warnings = [
    ...findUnused(text, rest, instance !== undefined).map((line) => ({
      title: 'An input of the n8n step has no effect',
      line,
    })),
    ...rest.found.missing.map((line) => ({ title: 'A file for the n8n workflow is missing', line })),
  ];
  return { inputs: ok({ ...rest, workflowId, instance }), secrets, warnings, unconfigured: undefined };
}

// Few steps give what follows, and only these load the code for it.

async function readHeaders(name: 'headers' | 'api-headers', text: Text): Promise<Parsed<HeaderList>> {
  if (text(name) === '') return ok([]);
  return (await import('./headers.ts')).parseHeaders(name, text(name));
}

async function readFiles(
  text: string,
  workspace: string,
  ifNone: (typeof IF_NO_FILES)[number],
  signal: AbortSignal | undefined,
): Promise<Parsed<FoundFiles>> {
  if (text === '') return ok({ files: [], missing: [] });
  return (await import('./files.ts')).readFiles(text, workspace, ifNone, signal);
}

async function parseTls(text: Text): Promise<Parsed<Tls | undefined>> {
  if (text('ca-cert') === '' && text('client-cert') === '' && text('client-key') === '') return ok(undefined);
  return (await import('./tls.ts')).parseTls(text);
}

async function parseJwt(text: Text): Promise<Parsed<JwtSigner | undefined>> {
  const isUsual = text('jwt-secret') === '' && text('jwt-claims') === '' && text('jwt-algorithm') === 'HS256';
  return isUsual ? ok(undefined) : (await import('./jwt.ts')).parseJwt(text);
}

async function parseSuccessWhen(text: Text): Promise<Parsed<Condition | undefined>> {
  return text('success-when') === '' ? ok(undefined) : (await import('./success-when.ts')).parseSuccessWhen(text);
}

function parseBasicAuth(text: string): Parsed<string | undefined> {
  if (text === '') return ok(undefined);
  if (/^[^:\r\n]+:[^\r\n]+$/.test(text)) return ok(text);
  if (/^[^:\r\n]*:[^\r\n]*$/.test(text)) return unset(`basic-auth: the user or the password is empty. ${UNSET}`);
  return wrong('basic-auth: is not of the form user:password, on one line.');
}
