import type { Breakdown } from '../http/exchange.ts';
import { REPLY_LIMIT } from '../http/received-body.ts';
import { formatBytes, formatDuration } from '../text/format.ts';
import type { Call } from './row.ts';
import type { Verdict } from './verdict.ts';

const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** OpenSSL's names for what a server says that checks its clients' certificates (RFC 8446, section 6.2). */
const CLIENT_CERTIFICATE = /^ERR_SSL_[\w/]+_ALERT_(?:\w*CERTIFICATE\w*|UNKNOWN_CA)$/;

/** What nginx takes unless told otherwise, in bytes: hardly any server refuses smaller bodies. */
const SMALLEST_LIMIT = 1024 * 1024;

/** What it means that no reply came, or only part of one. */
export function breakdownVerdict(breakdown: Breakdown, call: Call): Verdict {
  const { stage, code } = breakdown;
  if (code === 'ABORTED') {
    const ran = stage === 'connect' || stage === 'send' ? 'no' : 'maybe';
    return { row: 'aborted', success: false, ran, message: 'The step was stopped while it triggered.', hint: '' };
  }
  if (code === 'UNREADABLE') {
    const message = 'The file to send could not be read to its end.';
    const hint = 'See that it is complete before this step, and that nothing changes or removes it meanwhile.';
    return { row: 'unreadable-body', success: false, ran: 'no', message, hint };
  }
  // With TLS 1.3, a client has sent its request by then; a server reads none before it has seen the certificate.
  if (stage !== 'receive' && CLIENT_CERTIFICATE.test(code)) {
    const message = `${call.url.host} requires a client certificate, or did not accept the one that it got (${code}).`;
    const hint = 'How to give one is told in docs/reliability.md of this action.';
    return { row: 'client-certificate', success: false, ran: 'no', message, hint };
  }
  if (code.startsWith('DISK_')) return notWritten(code.slice('DISK_'.length), breakdown, call);
  if (stage === 'connect') return notConnected(code, call);
  if (stage === 'send' && code === 'TIMEOUT') {
    const message = `The request to ${call.url.host} was not sent to its end within ${formatDuration(call.timeoutMs)}.`;
    // Who does not take a body of this size may also stop reading it.
    const hint =
      call.bodySize > SMALLEST_LIMIT
        ? `Raise timeout if ${formatBytes(call.bodySize)} take longer over this connection. If they do not, the server or a proxy before it stopped reading: n8n takes 16 MiB unless N8N_PAYLOAD_SIZE_MAX says otherwise, many proxies less.`
        : 'Raise timeout if the connection is slow; else look at what stands between the runner and n8n.';
    return { row: 'broken-request', success: false, ran: 'no', retry: { minDelayMs: 0 }, message, hint };
  }
  if (stage === 'send') {
    const message = `The connection to ${call.url.host} broke while the request was being sent (${code}).`;
    // Who refuses a body for its size replies before the body's end and closes: that reply may be lost on the way.
    const hint =
      call.bodySize > SMALLEST_LIMIT
        ? `The body of ${formatBytes(call.bodySize)} may be too large: n8n takes 16 MiB unless N8N_PAYLOAD_SIZE_MAX says otherwise, many proxies less.`
        : 'Look at what stands between the runner and n8n: a proxy or firewall cut the connection.';
    return { row: 'broken-request', success: false, ran: 'no', retry: { minDelayMs: 0 }, message, hint };
  }
  return stage === 'wait' ? noReply(code, call) : brokenReply(breakdown, call);
}

/** The server answered, and sending again would not make room on the disk. */
function notWritten(code: string, { status }: Breakdown, { url }: Call): Verdict {
  return {
    row: 'reply-not-written',
    success: false,
    ran: 'maybe',
    message: `The reply of ${url.host} (HTTP ${status}) is too large for an output and could not be written to a file (${code}).`,
    hint: "Make room in the runner's folder for temporary files, RUNNER_TEMP, and see that it may be written to.",
  };
}

function notConnected(code: string, call: Call): Verdict {
  const { addressInput } = call;
  const { host, hostname } = call.url;
  const verdict = { success: false, ran: 'no' } as const;
  const retry = { minDelayMs: 0 };
  if (code.startsWith('PROXY_')) return proxyFailed(code.slice('PROXY_'.length), call);
  if (CERTIFICATE.test(code)) return { ...verdict, row: 'certificate', ...certificateTrouble(code, call) };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    const message = `No TLS connection to ${host} could be established (${code}).`;
    return { ...verdict, row: 'tls', message, hint: 'Check that this port speaks https, and not http.' };
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const message = `The host name ${hostname} was not found (${code}).`;
    const hint = `Check ${addressInput} for a typo, and that this runner can resolve the name.`;
    return { ...verdict, row: 'name-not-found', retry, message, hint };
  }
  if (code === 'ECONNREFUSED') {
    const message = `${host} refused the connection.`;
    const hint = `Check that n8n is up and that host and port in ${addressInput} are right.`;
    return { ...verdict, row: 'connection-refused', retry, message, hint };
  }
  const message =
    code === 'TIMEOUT'
      ? `${host} did not accept a connection within ${formatDuration(call.timeoutMs)}.`
      : `No connection to ${host} could be established (${code}).`;
  const hint = 'Check that this runner may reach the host: firewall, VPN, allow-list, proxy.';
  return { ...verdict, row: 'not-connected', retry, message, hint };
}

function certificateTrouble(code: string, { url: { host }, addressInput }: Call): Pick<Verdict, 'message' | 'hint'> {
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        message: `The certificate that ${host} shows is for another name (${code}).`,
        hint: `Give the host name that the certificate is for in ${addressInput}.`,
      };
    case 'CERT_HAS_EXPIRED':
      return { message: `The certificate of ${host} has expired (${code}).`, hint: 'Renew it on the server.' };
    default:
      return {
        message: `The certificate of ${host} is not trusted (${code}).`,
        hint: "If it is of a private authority, give the authority's file in NODE_EXTRA_CA_CERTS in env of the step; if the server leaves out an intermediate certificate, add that there.",
      };
  }
}

/** The proxy that HTTPS_PROXY or HTTP_PROXY of the runner name: its failures are not the server's. */
function proxyFailed(reason: string, { url: { host }, addressInput }: Call): Verdict {
  const verdict = { row: 'proxy', success: false, ran: 'no' } as const;
  // Tinyproxy says 401 where it means 407.
  if (reason === '407' || reason === '401') {
    const message = `The runner's proxy requires a user and password, or refused those in HTTPS_PROXY or HTTP_PROXY (${reason}).`;
    return { ...verdict, message, hint: 'Write them as http://user:password@proxy:port, percent-encoded.' };
  }
  if (/^4\d\d$/.test(reason)) {
    const message = `The runner's proxy does not allow connections to ${host} (HTTP ${reason}).`;
    const hint =
      'Allow the host there, or name it in NO_PROXY if this runner reaches it directly. Many proxies only let https on port 443 through.';
    return { ...verdict, message, hint };
  }
  const retry = { minDelayMs: 0 };
  if (/^5\d\d$/.test(reason)) {
    const message = `The runner's proxy does not reach ${host} (HTTP ${reason}).`;
    return { ...verdict, retry, message, hint: `Check ${addressInput}, and that n8n is up.` };
  }
  const message = `The runner's proxy does not work${reason === 'FAILED' ? '' : ` (${reason})`}.`;
  return { ...verdict, retry, message, hint: 'Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY in its environment.' };
}

function noReply(code: string, call: Call): Verdict {
  const message = whyNoReply(code, call);
  const hint =
    code === 'HPE_HEADER_OVERFLOW'
      ? 'Look at the executions in n8n, and let the workflow, or the proxy before n8n, answer with fewer or shorter headers.'
      : code === 'TIMEOUT'
        ? 'Look at the executions in n8n. If the workflow takes longer, raise timeout, or let its Webhook node respond immediately.'
        : 'Look at the executions in n8n before you run this again, or set retry-ambiguous: true if running twice does no harm.';
  return {
    row: 'no-reply',
    overruledByExecution: true,
    success: false,
    ran: 'maybe',
    retry: { minDelayMs: 0 },
    message,
    hint,
  };
}

function whyNoReply(code: string, { url: { host }, timeoutMs }: Call): string {
  if (code === 'TIMEOUT') return `No reply came from ${host} within ${formatDuration(timeoutMs)}.`;
  // Node reads no larger ones, unless it is told to.
  if (code === 'HPE_HEADER_OVERFLOW') return `The headers of the reply of ${host} are larger than 16 KiB.`;
  if (code.startsWith('HPE_')) return `${host} answered something that is not HTTP (${code}).`;
  return `The connection to ${host} broke before a reply came (${code}).`;
}

function brokenReply({ code, status }: Breakdown, call: Call): Verdict {
  const host = call.url.host;
  const verdict = { row: 'broken-reply', success: false, ran: 'maybe' } as const;
  if (code === 'TOO_LARGE') {
    const message = `The reply of ${host} (HTTP ${status}) is larger than ${formatBytes(REPLY_LIMIT)}.`;
    return { ...verdict, row: 'reply-too-large', message, hint: 'Let the workflow answer with a link to the data.' };
  }
  const message =
    code === 'TIMEOUT'
      ? `The reply of ${host} (HTTP ${status}) was not complete within ${formatDuration(call.timeoutMs)}.`
      : `The reply of ${host} (HTTP ${status}) broke off (${code}).`;
  const hint = 'Look at the executions in n8n before you run this again.';
  return { ...verdict, overruledByExecution: true, retry: { minDelayMs: 0 }, message, hint };
}
