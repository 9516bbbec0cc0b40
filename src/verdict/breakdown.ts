import type { Breakdown } from '../http/exchange.ts';
import { REPLY_LIMIT } from '../http/received-body.ts';
import { formatBytes, formatDuration } from '../text/format.ts';
import { NOTHING, type SafeText, say } from '../text/safe.ts';
import { AT_ONCE, type Call } from './row.ts';
import { cancelledVerdict, type Verdict } from './verdict.ts';

/** Node's codes for a certificate that is not accepted; `UNSPECIFIED` is one, too, as for a key that is too short. */
const CERTIFICATE =
  /^(?:CERT_|CRL_|ERR_TLS_CERT|ERROR_IN_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|PATH_LENGTH_|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|UNSPECIFIED)/;

/** OpenSSL's names for the alerts of a server that checks its clients' certificates (RFC 8446, section 6.2). */
const CLIENT_CERTIFICATE = /^ERR_SSL_[\w/]+_ALERT_(?:\w*CERTIFICATE\w*|UNKNOWN_CA)$/;

/** nginx's default limit for bodies, in bytes: hardly any server refuses smaller ones. */
const SMALLEST_LIMIT = 1024 * 1024;

/** The reply is lost, and with it whether the workflow ran. */
const LOST = { success: false, ran: 'maybe', retry: AT_ONCE, overruledByExecution: true } as const;

/** The verdict if no reply came, or only part of one. */
export function breakdownVerdict(breakdown: Breakdown, call: Call): Verdict {
  const { stage, code } = breakdown;
  const { show } = call;
  if (code === 'ABORTED') {
    const ran = stage === 'connect' || stage === 'send' ? 'no' : 'maybe';
    return cancelledVerdict('aborted', ran, say`The step was cancelled while calling n8n.`);
  }
  if (code === 'UNREADABLE') {
    const message = say`The file to send could not be read completely.`;
    const hint = say`Make sure that it is complete before this step starts, and that nothing changes or removes it meanwhile.`;
    return { row: 'unreadable-body', success: false, ran: 'no', message, hint };
  }
  // With TLS 1.3, the client has already sent its request, but the server reads none before it has checked the
  // certificate.
  if (stage !== 'receive' && CLIENT_CERTIFICATE.test(code)) {
    const message = say`${show(call.url.host)} requires a client certificate, or did not accept the one that it received (${show(code)}).`;
    const hint = say`Set client-cert and client-key to a certificate that the server trusts and its key.`;
    return { row: 'client-certificate', success: false, ran: 'no', message, hint };
  }
  if (code.startsWith('DISK_')) return notWritten(code.slice('DISK_'.length), breakdown, call);
  if (stage === 'connect') return notConnected(code, call);
  if (stage === 'send') return brokenRequest(code, call);
  return stage === 'wait' ? noReply(code, call) : brokenReply(breakdown, call);
}

/** A server that refuses a body because of its size stops reading, or replies and closes before the body's end. */
function brokenRequest(code: string, { url, bodySize, timeoutMs, show }: Call): Verdict {
  const isLarge = bodySize > SMALLEST_LIMIT;
  const verdict = { row: 'broken-request', success: false, ran: 'no', retry: AT_ONCE } as const;
  if (code === 'TIMEOUT') {
    const message = say`The request to ${show(url.host)} was not sent completely within ${formatDuration(timeoutMs)}.`;
    const hint = isLarge
      ? say`Raise timeout if ${formatBytes(bodySize)} take longer over this connection. Otherwise the server, or a proxy in front of it, stopped reading: n8n accepts 16 MiB unless N8N_PAYLOAD_SIZE_MAX says otherwise, and many proxies accept less.`
      : say`Raise timeout if the connection is slow. Otherwise, check the proxies and firewalls between the runner and n8n.`;
    return { ...verdict, message, hint };
  }
  const message = say`The connection to ${show(url.host)} broke while the request was being sent (${show(code)}).`;
  return { ...verdict, message, hint: cutRequestHint(bodySize) };
}

function cutRequestHint(bodySize: number): SafeText {
  return bodySize > SMALLEST_LIMIT
    ? say`The body of ${formatBytes(bodySize)} may be too large: n8n accepts 16 MiB unless N8N_PAYLOAD_SIZE_MAX says otherwise, and many proxies accept less.`
    : say`Check the proxies and firewalls between the runner and n8n: one of them may have cut the connection.`;
}

/** The verdict on a reply from a server that did not read the whole request: n8n runs nothing before it has all of it. */
export function cutRequestVerdict(verdict: Verdict, status: number, { show, url, bodySize }: Call): Verdict {
  if (!verdict.success) {
    if (verdict.ran !== 'maybe') return verdict;
    const early = say`${verdict.message} The reply came before the whole request was sent.`;
    return { ...verdict, ran: 'no', message: early, hint: cutRequestHint(bodySize) };
  }
  const message = say`${show(url.host)} replied (HTTP ${status}) before it had received the whole request, and did not read the rest.`;
  const hint = say`Look at the executions in n8n before you run this again, and check the proxies between the runner and n8n.`;
  return { ...LOST, row: 'broken-reply', message, hint };
}

function notConnected(code: string, call: Call): Verdict {
  const { show } = call;
  const host = show(call.url.host);
  const addressInput = show(call.addressInput);
  const verdict = { success: false, ran: 'no' } as const;
  if (code.startsWith('PROXY_')) return proxyFailed(code.slice('PROXY_'.length), call);
  if (CERTIFICATE.test(code)) return { ...verdict, row: 'certificate', ...certificateProblem(code, call) };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    const message = say`No TLS connection to ${host} could be established (${show(code)}).`;
    return { ...verdict, row: 'tls', message, hint: tlsHint(code) };
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const message = say`The host name ${show(call.url.hostname)} was not found (${show(code)}).`;
    const hint = say`Check ${addressInput} for a typo, and that this runner can resolve the name.`;
    return { ...verdict, row: 'name-not-found', retry: AT_ONCE, message, hint };
  }
  if (code === 'ECONNREFUSED') {
    const message = say`${host} refused the connection.`;
    const hint = say`Check that n8n is up and that host and port in ${addressInput} are right.`;
    return { ...verdict, row: 'connection-refused', retry: AT_ONCE, message, hint };
  }
  const message =
    code === 'TIMEOUT'
      ? say`${host} did not accept a connection within ${formatDuration(call.timeoutMs)}.`
      : say`No connection to ${host} could be established (${show(code)}).`;
  const hint = say`Check that this runner can reach the host: firewall, VPN, allow-list, proxy.`;
  return { ...verdict, row: 'not-connected', retry: AT_ONCE, message, hint };
}

/** What may be wrong, by OpenSSL's name for the server's alert or for the error in its first bytes. */
function tlsHint(code: string): SafeText {
  if (/_PROTOCOL_VERSION$|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/.test(code)) {
    return say`The server offers no protocol that this action accepts: enable TLS 1.2 or 1.3 there, or on the proxy in front of n8n.`;
  }
  if (/HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|_KEY_TOO_SMALL/.test(code)) {
    return say`The server and the runner have no protocol version, cipher or curve in common, or the server requires a client certificate (client-cert). Compare the server's TLS settings with what Node.js accepts: TLS 1.2 or later.`;
  }
  if (/UNRECOGNIZED_NAME/.test(code)) {
    return say`The server has no certificate for this host name: check the name, and the names that the server is set up for.`;
  }
  return say`Check that this port speaks https, and not http.`;
}

function certificateProblem(code: string, { url, addressInput, show }: Call): Pick<Verdict, 'message' | 'hint'> {
  const host = show(url.host);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const hint = say`Use the host name that the certificate is for in ${show(addressInput)}.`;
    return { message: say`The certificate of ${host} is for another name (${show(code)}).`, hint };
  }
  if (code === 'CERT_HAS_EXPIRED') {
    return {
      message: say`The certificate of ${host} has expired (${show(code)}).`,
      hint: say`Renew it on the server.`,
    };
  }
  const hint = say`If a private authority issued it, put the authority's certificate in ca-cert. If it is self-signed, put the certificate itself there. If the server does not send an intermediate certificate, add it on the server.`;
  return { message: say`The certificate of ${host} is not trusted (${show(code)}).`, hint };
}

/** Failures of the proxy that the runner's HTTPS_PROXY or HTTP_PROXY names, and not of the server. */
function proxyFailed(reason: string, { url, addressInput, show }: Call): Verdict {
  const host = show(url.host);
  const verdict = { row: 'proxy', success: false, ran: 'no' } as const;
  // Tinyproxy says 401 where it means 407.
  if (reason === '407' || reason === '401') {
    const message = say`The runner's proxy requires a user and password, or refused those in HTTPS_PROXY or HTTP_PROXY (${show(reason)}).`;
    return { ...verdict, message, hint: say`Write them as http://user:password@proxy:port, percent-encoded.` };
  }
  if (/^4\d\d$/.test(reason)) {
    const message = say`The runner's proxy does not allow connections to ${host} (HTTP ${show(reason)}).`;
    const hint = say`Allow the host there, or name it in NO_PROXY if this runner reaches it directly. Many proxies allow only https on port 443.`;
    return { ...verdict, message, hint };
  }
  if (/^5\d\d$/.test(reason)) {
    const message = say`The runner's proxy cannot reach ${host} (HTTP ${show(reason)}).`;
    return { ...verdict, retry: AT_ONCE, message, hint: say`Check ${show(addressInput)}, and that n8n is up.` };
  }
  const message = say`The runner's proxy failed${reason === 'FAILED' ? NOTHING : say` (${show(reason)})`}.`;
  const hint = say`Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY in its environment.`;
  return { ...verdict, retry: AT_ONCE, message, hint };
}

/** The request went out whole, and no reply came. */
function noReply(code: string, { url, timeoutMs, show }: Call): Verdict {
  const host = show(url.host);
  const verdict = { ...LOST, row: 'no-reply' } as const;
  if (code === 'TIMEOUT') {
    const message = say`No reply came from ${host} within ${formatDuration(timeoutMs)}.`;
    const hint = say`Look at the executions in n8n. If the workflow takes longer, raise timeout, or let its Webhook node respond immediately.`;
    return { ...verdict, message, hint };
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    // Node's default limit.
    const message = say`The headers of the reply from ${host} are larger than 16 KiB.`;
    const hint = say`Look at the executions in n8n, and let the workflow, or the proxy in front of n8n, reply with fewer or shorter headers.`;
    return { ...verdict, message, hint };
  }
  const message = code.startsWith('HPE_')
    ? say`${host} replied with something that is not HTTP (${show(code)}).`
    : say`The connection to ${host} broke before a reply came (${show(code)}).`;
  const hint = say`Look at the executions in n8n before you run this again, or set retry-ambiguous: true if running twice does no harm.`;
  return { ...verdict, message, hint };
}

/** Only a part of the reply came. */
function brokenReply({ code, status }: Breakdown, call: Call): Verdict {
  const { show } = call;
  const host = show(call.url.host);
  if (code === 'TOO_LARGE') {
    const message = say`The reply from ${host} (HTTP ${status ?? 0}) is larger than ${formatBytes(REPLY_LIMIT)}.`;
    const hint = say`Let the workflow reply with a link to the data.`;
    return { row: 'reply-too-large', success: false, ran: 'maybe', message, hint };
  }
  const message =
    code === 'TIMEOUT'
      ? say`The reply from ${host} (HTTP ${status ?? 0}) was not complete within ${formatDuration(call.timeoutMs)}.`
      : say`The reply from ${host} (HTTP ${status ?? 0}) broke off (${show(code)}).`;
  const hint = say`Look at the executions in n8n before you run this again.`;
  return { ...LOST, row: 'broken-reply', message, hint };
}

/** The server replied, and sending again would not free disk space. */
function notWritten(code: string, { status }: Breakdown, { url, show }: Call): Verdict {
  const message = say`The reply from ${show(url.host)} (HTTP ${status ?? 0}) is too large for an output and could not be written to a file (${show(code)}).`;
  const hint = say`Free up space in the runner's folder for temporary files, RUNNER_TEMP, and check that it is writable.`;
  return { row: 'reply-not-written', success: false, ran: 'maybe', message, hint };
}
