import type { Breakdown } from '../http/exchange.ts';
import { REPLY_LIMIT } from '../http/received-body.ts';
import { formatBytes, formatDuration } from '../text/format.ts';
import { type SafeText, say } from '../text/safe.ts';
import { AT_ONCE, type Call } from './row.ts';
import type { Verdict } from './verdict.ts';

/** The reply is lost, and with it whether the workflow ran. */
export const LOST = { success: false, ran: 'maybe', retry: AT_ONCE, overruledByExecution: true } as const;

/** The request went out whole, and no reply came. */
export function noReply(code: string, call: Call): Verdict {
  return { ...LOST, row: 'no-reply', message: whyNoReply(code, call), hint: hintOnNoReply(code) };
}

function hintOnNoReply(code: string): SafeText {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return say`Look at the executions in n8n, and let the workflow, or the proxy in front of n8n, reply with fewer or shorter headers.`;
  }
  if (code === 'TIMEOUT') {
    return say`Look at the executions in n8n. If the workflow takes longer, raise timeout, or let its Webhook node respond immediately.`;
  }
  return say`Look at the executions in n8n before you run this again, or set retry-ambiguous: true if running twice does no harm.`;
}

function whyNoReply(code: string, { url, timeoutMs, show }: Call): SafeText {
  const host = show(url.host);
  if (code === 'TIMEOUT') return say`No reply came from ${host} within ${formatDuration(timeoutMs)}.`;
  // Node's default limit.
  if (code === 'HPE_HEADER_OVERFLOW') return say`The headers of the reply of ${host} are larger than 16 KiB.`;
  if (code.startsWith('HPE_')) return say`${host} replied with something that is not HTTP (${show(code)}).`;
  return say`The connection to ${host} broke before a reply came (${show(code)}).`;
}

/** Only a part of the reply came. */
export function brokenReply({ code, status }: Breakdown, call: Call): Verdict {
  const { show } = call;
  const host = show(call.url.host);
  if (code === 'TOO_LARGE') {
    const message = say`The reply of ${host} (HTTP ${status ?? 0}) is larger than ${formatBytes(REPLY_LIMIT)}.`;
    const hint = say`Let the workflow answer with a link to the data.`;
    return { row: 'reply-too-large', success: false, ran: 'maybe', message, hint };
  }
  const message =
    code === 'TIMEOUT'
      ? say`The reply of ${host} (HTTP ${status ?? 0}) was not complete within ${formatDuration(call.timeoutMs)}.`
      : say`The reply of ${host} (HTTP ${status ?? 0}) broke off (${show(code)}).`;
  const hint = say`Look at the executions in n8n before you run this again.`;
  return { ...LOST, row: 'broken-reply', message, hint };
}

/** The server answered, and sending again would not free disk space. */
export function notWritten(code: string, { status }: Breakdown, { url, show }: Call): Verdict {
  const message = say`The reply of ${show(url.host)} (HTTP ${status ?? 0}) is too large for an output and could not be written to a file (${show(code)}).`;
  const hint = say`Free up space in the runner's folder for temporary files, RUNNER_TEMP, and check that it is writable.`;
  return { row: 'reply-not-written', success: false, ran: 'maybe', message, hint };
}
