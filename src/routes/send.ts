import { deadlineAfter } from '../host/deadline.ts';
import type { Host } from '../host/host.ts';
import type { Body } from '../http/body.ts';
import { freshConnections } from '../http/connections.ts';
import { type Exchange, exchange, type HttpRequest } from '../http/exchange.ts';
import { withProgress } from '../http/upload-progress.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { AddressInput } from '../n8n/address.ts';
import type { Execution } from '../n8n/execution.ts';
import type { Mark, TriggeredCall } from '../n8n-api/triggered-call.ts';
import { claimsOfRun, SIGNATURE_HEADER, signatureOf } from '../request/auth.ts';
import { type JwtSigner, mintJwt } from '../request/jwt.ts';
import { formatBytes, formatDuration } from '../text/format.ts';
import { isMap, textOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type SafeText, say } from '../text/safe.ts';
import { type Attempt, attempt } from '../verdict/attempts.ts';
import { judge } from '../verdict/judge.ts';
import type { Call } from '../verdict/row.ts';
import { NOTHING, type Verdict } from '../verdict/verdict.ts';
import { endedBefore, type KnownExecution, type Outcome, type Route } from './outcome.ts';

/**
 * Finds out whether an attempt ran whose reply was lost: gives a more certain verdict, or the same one, and the
 * execution if there is one.
 */
export type LookInto = (attempt: Attempt, call: TriggeredCall) => Promise<{ verdict: Verdict; execution?: Execution }>;

/** What every trigger of a step needs. */
export interface Step {
  readonly inputs: Inputs;
  readonly host: Host;
  /** Headers that are the same for every attempt. */
  readonly identity: { readonly traceparent: string; readonly 'idempotency-key': string };
  /** The folder for replies that are too large to hold in memory. */
  readonly spillDirectory: string;
  /** Finds out whether a call ran whose reply was lost; absent where n8n's API is not known. */
  readonly lookInto?: LookInto | undefined;
  /** The newest execution's id before the call, where n8n was asked for it. */
  readonly afterId?: number | undefined;
}

/** A request that triggers, and which inputs authenticate it. */
export interface Trigger {
  readonly route: Route;
  readonly request: HttpRequest;
  /** Mints a token for each attempt. */
  readonly jwt?: JwtSigner | undefined;
  readonly credentials: readonly string[];
  /** The input that gives the host. */
  readonly addressInput: AddressInput;
  /** How many requests the step has made to trigger before, which ran nothing. */
  readonly sentBefore?: number;
  /**
   * Set where the endpoint may be missing and another one is used then: such a reply does not count as an attempt and
   * is not logged.
   */
  readonly isMissing?: (verdict: Verdict) => boolean;
}

/** What a route calls, for the log. */
const CALLED: Readonly<Record<Route, SafeText>> = {
  webhook: say`the webhook`,
  start: say`the start endpoint`,
  mcp: say`the MCP server`,
};

/** Sends a trigger until its result is certain or no attempt is left, and logs each attempt. */
export async function sendTrigger(step: Step, trigger: Trigger): Promise<Outcome> {
  const { route, request, jwt, sentBefore = 0, isMissing } = trigger;
  const { inputs, host } = step;
  const { log } = host;
  const { signingSecret } = inputs;
  const connections = freshConnections(inputs.tls);
  const signal = host.cancelled;
  const { method, url, body } = request;
  const call = callOf(trigger, step);
  // The addresses of n8n's own endpoints are not secret.
  if (route === 'webhook' || inputs.target.isGateway) hideWebhook(step, url);
  const load =
    body && say` with ${formatBytes(body.size)} of ${host.show(body.contentType.replace(/; boundary=.*/, ''))}`;
  const orElse = isMissing ? say`, or the workflow's own trigger if this n8n has none` : say``;
  log.info(
    say`Calling ${CALLED[route]} at ${host.show(url.origin)}${orElse}: ${host.show(method, 10)}${load ?? say``}`,
  );
  const signature = signingSecret === undefined ? ok({}) : await sign(body, signingSecret, inputs.timeoutMs, host);
  if (!signature.ok) return endedBefore(route, signature.error);
  const named = { ...step.identity, ...request.headers, ...signature.value };
  log.debug(say`headers: ${host.show(Object.keys(named).join(', '), 1000)} (values are not shown)`);
  const upload = body && withProgress(body, host.clock, (sent) => log.info(say`Sent ${share(sent, body.size)}`));
  const send = async (): Promise<Exchange> => {
    const headers = { ...named, ...(jwt ? await authorize(jwt, host) : {}) };
    const limits = { timeoutMs: inputs.timeoutMs, spillDirectory: step.spillDirectory, signal, connections };
    return exchange({ ...request, headers, body: upload }, limits);
  };
  const { lookInto } = step;
  const triggered = triggeredCall(trigger, step, named);
  let execution: KnownExecution | undefined;
  const done = await attempt({
    send,
    judge: (reply) => judge(reply, call),
    lookInto:
      lookInto &&
      (async (doubtful) => {
        const resolved = await lookInto(doubtful, triggered);
        execution = resolved.execution && knownFrom(resolved.execution);
        return resolved.verdict;
      }),
    retries: inputs.retries,
    retryAmbiguous: inputs.retryAmbiguous,
    clock: host.clock,
    random: host.random,
    signal,
    onAttempt: (made, pauseMs) => {
      if (!isMissing?.(made.verdict)) logAttempt({ ...made, number: sentBefore + made.number }, pauseMs, host);
    },
  });
  const { verdict, exchange: last } = done;
  const attempts = sentBefore + done.number;
  const outcome = { route, verdict, exchange: last, attempts, workflowName: undefined, call: triggered };
  return execution ? { ...outcome, execution } : outcome;
}

/** The call, with the headers by which its execution is recognised: the inputs may have replaced the step's own. */
function triggeredCall(
  { route, request }: Trigger,
  { inputs, identity, afterId, host }: Step,
  headers: Readonly<Record<string, string>>,
): TriggeredCall {
  const { workflowId } = inputs;
  const markOf = (name: keyof Step['identity']): Mark => {
    const value = Object.entries(headers).findLast(([given]) => given.toLowerCase() === name)?.[1] ?? '';
    return { value, isUnique: value === identity[name] };
  };
  return {
    route,
    url: request.url,
    method: request.method,
    body: request.body,
    trace: markOf('traceparent'),
    key: markOf('idempotency-key'),
    // Where a gateway workflow runs the other workflow, the trace is on the gateway's execution.
    workflowId: route === 'start' ? undefined : workflowId,
    afterId,
    resumes: resumedBy(inputs),
    sentAt: host.clock.now(),
    since: host.clock.monotonic(),
  };
}

/** The execution that the call resumes, where it starts none. */
function resumedBy({ target }: Inputs): string | undefined {
  return target.mode === 'webhook' ? target.resumes : undefined;
}

function knownFrom({ id, workflowId, status }: Execution): KnownExecution {
  return { id, workflowId, status, url: undefined, result: undefined };
}

/** Hides a webhook's path and query from now on: anyone who knows them can call it. */
export function hideWebhook({ inputs, host }: Step, url: URL): void {
  host.hideAddress(url, { instancePath: pathOf(inputs), executionId: resumedBy(inputs) });
}

/** The path of the instance's address in the inputs, which is not secret; a prefix of a webhook's path may be. */
function pathOf({ instance }: Inputs): string {
  return instance && instance.addressFrom !== 'webhook'
    ? (URL.parse(instance.base)?.pathname.replace(/\/+$/, '') ?? '')
    : '';
}

/** The request, for the table of replies. */
function callOf({ route, addressInput, request, credentials }: Trigger, { inputs, host }: Step): Call {
  const { method, url, body } = request;
  return {
    mode: inputs.target.mode,
    route,
    addressInput,
    method,
    url,
    bodySize: body?.size ?? 0,
    contentType: body?.contentType ?? '',
    userAgent: Object.entries(request.headers).findLast(([name]) => name.toLowerCase() === 'user-agent')?.[1],
    chatAction:
      'data' in inputs.payload && isMap(inputs.payload.data) ? textOf(inputs.payload.data['action']) : undefined,
    credentials: inputs.signingSecret === undefined ? credentials : [...credentials, 'signing-secret'],
    timeoutMs: inputs.timeoutMs,
    acceptStatus: inputs.acceptStatus,
    show: host.show,
  };
}

function logAttempt(made: Attempt, pauseMs: number | undefined, { log, show }: Host): void {
  const { number, exchange: came, verdict, tookMs } = made;
  const reply = came.kind === 'reply' ? say`HTTP ${came.status}, ${formatBytes(came.body.size)}` : show(came.code, 60);
  log.info(say`Attempt ${number}: ${reply} in ${formatDuration(tookMs)}`);
  log.debug(say`verdict: ${show(verdict.row)}, ran: ${show(verdict.ran)}`);
  if (pauseMs !== undefined) log.info(say`${verdict.message} Next attempt in ${formatDuration(pauseMs)}.`);
}

async function sign(
  body: Body | undefined,
  secret: string,
  timeoutMs: number,
  host: Host,
): Promise<Result<Record<string, string>, Verdict>> {
  const { signal } = deadlineAfter(timeoutMs, host.clock, host.cancelled);
  const signature = await signatureOf(body, secret, signal);
  if (signature.ok) {
    // Anyone who has body and signature can send them again.
    host.mask(signature.value.slice('sha256='.length));
    return ok({ [SIGNATURE_HEADER]: signature.value });
  }
  if (host.cancelled.aborted) {
    const message = say`The job was cancelled before the workflow was triggered.`;
    return failed({ row: 'cancelled', success: false, ran: 'no', claim: 'cancelled', message, hint: NOTHING });
  }
  const message =
    signature.error === 'aborted'
      ? say`The body could not be signed within ${formatDuration(timeoutMs)}.`
      : say`A file could not be read while its bytes were signed.`;
  const hint = signature.error === 'aborted' ? say`Raise timeout.` : NOTHING;
  return failed({ row: 'unsigned', success: false, ran: 'no', message, hint });
}

async function authorize(jwt: JwtSigner, host: Host): Promise<Record<string, string>> {
  const token = await mintJwt(jwt, claimsOfRun(host.env), host.clock.now(), host.randomUUID());
  host.mask(token);
  return { authorization: `Bearer ${token}` };
}

function share(sent: number, size: number): SafeText {
  return say`${formatBytes(sent)} of ${formatBytes(size)} (${Math.floor((100 * sent) / size)} %)`;
}
