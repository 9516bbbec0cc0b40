import { attempt } from '../attempts.ts';
import type { Host } from '../host.ts';
import { exchange, type HttpRequest } from '../http.ts';
import type { Inputs } from '../inputs.ts';
import { formatBytes, formatDuration } from '../text.ts';
import { judge } from '../verdict.ts';
import type { Call } from '../verdicts/row.ts';
import type { Outcome, Route } from './outcome.ts';

/** What all triggers of one step share. */
export interface Step {
  readonly inputs: Inputs;
  readonly host: Host;
  /** `traceparent` and `Idempotency-Key`: the same for every attempt. */
  readonly identity: Readonly<Record<string, string>>;
  /** The folder for replies that are too large to hold in memory. */
  readonly spillDirectory: string;
}

/** A request that triggers, and which inputs prove who calls. */
export interface Trigger {
  readonly route: Route;
  readonly request: HttpRequest;
  readonly credentials: readonly string[];
}

/** What a route calls, for the log. */
const CALLED: Readonly<Record<Route, string>> = {
  webhook: 'the webhook',
  start: 'the start endpoint',
  mcp: 'the MCP server',
};

/** Sends a trigger until it is certain what became of it or no attempt is left, and tells of each in the log. */
export async function sendTrigger(step: Step, { route, request, credentials }: Trigger): Promise<Outcome> {
  const { inputs, host } = step;
  const { log } = host;
  const { method, url, body } = request;
  const call: Call = {
    route,
    method,
    url,
    bodySize: body?.size ?? 0,
    contentType: body?.contentType ?? '',
    credentials,
    timeoutMs: inputs.timeoutMs,
    acceptStatus: inputs.acceptStatus,
  };
  const load = body ? ` with ${formatBytes(body.size)} of ${body.contentType}` : '';
  log.info(`Calling ${CALLED[route]} at ${url.origin}: ${method}${load}`);
  log.debug(`headers: ${Object.keys(request.headers).join(', ')} (values are not shown)`);
  const signed = { ...request, headers: { ...step.identity, ...request.headers } };
  const signal = host.cancelled;
  const done = await attempt({
    send: () => exchange(signed, { timeoutMs: inputs.timeoutMs, spillDirectory: step.spillDirectory, signal }),
    judge: (reply) => judge(reply, call),
    retries: inputs.retries,
    retryAmbiguous: inputs.retryAmbiguous,
    clock: host.clock,
    random: host.random,
    signal,
    onAttempt: ({ number, exchange: reply, verdict, tookMs }, pauseMs) => {
      const came = reply.kind === 'reply' ? `HTTP ${reply.status}, ${formatBytes(reply.body.size)}` : reply.code;
      log.info(`Attempt ${number}: ${came} in ${formatDuration(tookMs)}`);
      log.debug(`verdict: ${verdict.row}, ran: ${verdict.ran}`);
      if (pauseMs !== undefined) log.info(`${verdict.what} Next attempt in ${formatDuration(pauseMs)}.`);
    },
  });
  return { route, verdict: done.verdict, exchange: done.exchange, attempts: done.number, workflowName: '' };
}
