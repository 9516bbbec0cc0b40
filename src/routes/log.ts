import type { Host } from '../host/host.ts';
import { formatBytes, formatDuration } from '../text/format.ts';
import { NOTHING, type SafeText, say } from '../text/safe.ts';
import type { Attempt } from '../verdict/attempts.ts';
import type { Route } from '../verdict/row.ts';
import type { Trigger } from './step.ts';

const CALLED: Readonly<Record<Route, SafeText>> = {
  webhook: say`the webhook`,
  start: say`the start endpoint`,
  mcp: say`the MCP server`,
};

export function logCall({ route, request, isMissing }: Trigger, { log, show }: Host): void {
  const { method, url, body } = request;
  const load = body
    ? say` with ${formatBytes(body.size)} of ${show(body.contentType.replace(/; boundary=.*/, ''))}`
    : NOTHING;
  const orElse = isMissing ? say`, or the workflow's own trigger if this n8n has none` : NOTHING;
  log.info(say`Calling ${CALLED[route]} at ${show(url.origin)}${orElse}: ${show(method, 10)}${load}`);
}

export function logHeaders(headers: Readonly<Record<string, string>>, { log, show }: Host): void {
  log.debug(say`headers: ${show(Object.keys(headers).join(', '), 1000)} (values are not shown)`);
}

export function logProgress(sent: number, size: number, { log }: Host): void {
  log.info(say`Sent ${formatBytes(sent)} of ${formatBytes(size)} (${Math.floor((100 * sent) / size)}%)`);
}

/** @param pauseMs set if another attempt follows */
export function logAttempt(made: Attempt, pauseMs: number | undefined, { log, show }: Host): void {
  const { number, exchange: came, verdict, tookMs } = made;
  const reply = came.kind === 'reply' ? say`HTTP ${came.status}, ${formatBytes(came.body.size)}` : show(came.code, 60);
  log.info(say`Attempt ${number}: ${reply} in ${formatDuration(tookMs)}`);
  log.debug(say`verdict: ${show(verdict.row)}, ran: ${show(verdict.ran)}`);
  if (pauseMs !== undefined) log.info(say`${verdict.message} Next attempt in ${formatDuration(pauseMs)}.`);
}
