import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { errorCode } from '../text/error-code.ts';
import type { Body } from './body.ts';
import { type Connections, freshConnections, MOST_KEPT, type OpenRequest } from './connections.ts';
import { failureOfProxy, ProxyFailure } from './proxy.ts';
import { type ReceivedBody, receiveBody } from './received-body.ts';
import { sendBody } from './send-body.ts';
import { VERSION } from './version.ts';

/**
 * n8n's Ignore Bots option refuses bare `name/1.0`, any URL and most clients' names; n8n's API answers 204 and
 * nothing to whatever has "bot" in it.
 */
const USER_AGENT = `n8n-workflow-trigger/${VERSION} (GitHub Actions)`;

/** One HTTP request. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Body | undefined;
}

/** How far an attempt came when it broke. Up to `send`, no server can have had the whole request. */
export type Stage = 'connect' | 'send' | 'wait' | 'receive';

/** A whole reply. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: ReceivedBody;
  /**
   * `false` where the reply came before the request was complete: then no server has had the whole request. After a 2xx
   * the rest is still sent, as far as the server takes it.
   */
  readonly uploadComplete?: boolean;
}

/** No reply, or not a whole one. */
export interface Breakdown {
  readonly kind: 'breakdown';
  readonly stage: Stage;
  /**
   * Node's code of the error (`ECONNREFUSED`, `HPE_INVALID_CONSTANT`, …), or `TIMEOUT`, `ABORTED`, `TOO_LARGE` (the
   * reply), `UNREADABLE` (the request's own body); `PROXY_407`, `PROXY_ECONNREFUSED` and so on where a proxy of the
   * environment is at fault, `DISK_ENOSPC` and so on where a large reply cannot be written to this machine's disk. What
   * OpenSSL says has one form, whichever side says it: `ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION`.
   */
  readonly code: string;
  /** The reply's status, if it broke off after its headers. */
  readonly status: number | undefined;
}

/** What became of one attempt. */
export type Exchange = Reply | Breakdown;

/** Bounds and means of one attempt. */
export interface Limits {
  /** From connecting to the reply's last byte, in milliseconds. */
  readonly timeoutMs: number;
  /** The folder for a reply that is too large to hold in memory. */
  readonly spillDirectory: string;
  /** Ends the attempt early. */
  readonly signal?: AbortSignal | undefined;
  /** A fresh connection, and Node's TLS settings, unless given. */
  readonly connections?: Connections | undefined;
}

/**
 * Makes one attempt: one request, no redirects, proxies as the environment says. What the network or the server do wrong
 * is no exception: it comes back as a {@link Breakdown}. Only where a kept connection turns out to be closed is it sent
 * again.
 */
export async function exchange(request: HttpRequest, limits: Limits): Promise<Exchange> {
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal ? AbortSignal.any([limits.signal, deadline]) : deadline;
  const connections = limits.connections ?? freshConnections();
  for (let closed = 0; ; closed += 1) {
    const { came, wasKept } = await makeAttempt(request, connections, limits.spillDirectory, signal);
    if (came.kind === 'reply') return came;
    if (limits.signal?.aborted) return { ...came, code: 'ABORTED' };
    if (deadline.aborted) return { ...came, code: 'TIMEOUT' };
    if (!wasKept || came.stage === 'receive' || closed === MOST_KEPT) return came;
  }
}

/** What is known of an attempt while it is under way. */
interface Progress {
  isConnected: boolean;
  /** Whether Node has the request's last byte: be it sent or not, from here on the server may have it. */
  isHandedOver: boolean;
  /** Of the reply. */
  status: number | undefined;
}

async function makeAttempt(
  { method, url, headers, body }: HttpRequest,
  connections: Connections,
  spillDirectory: string,
  signal: AbortSignal,
): Promise<{ came: Exchange; wasKept: boolean }> {
  const progress: Progress = { isConnected: false, isHandedOver: false, status: undefined };
  let opened: OpenRequest | undefined;
  try {
    signal.throwIfAborted();
    opened = await connections.open(method, url, headersToSend(headers, body), signal);
    const { request, viaProxy } = opened;
    watchConnection(request, progress);
    const reply = replyTo(request);
    const upload = sendBody(request, body, () => {
      progress.isHandedOver = true;
    });
    const message = await reply;
    const status = message.statusCode ?? 0;
    const failure = viaProxy ? failureOfProxy(message) : undefined;
    if (failure) throw failure;
    progress.status = status;
    // Whoever accepts a request before its end mostly still reads the rest; who refuses it does not.
    if (status < 300) await upload;
    signal.throwIfAborted();
    const uploadComplete = progress.isHandedOver;
    const received = await receiveBody(message, spillDirectory);
    const came = {
      kind: 'reply',
      status,
      headers: withoutPrototype(message.headers),
      body: received,
      uploadComplete,
    } as const;
    return { came, wasKept: request.reusedSocket };
  } catch (error) {
    const stage = stageOf(progress);
    const code = codeOf(error);
    // What a proxy refuses, and what does not reach it, comes to no server.
    const isOfProxy = error instanceof ProxyFailure || (opened?.viaProxy === true && stage === 'connect');
    const came: Breakdown = isOfProxy
      ? { kind: 'breakdown', stage: 'connect', code: code.replace(/^(?!PROXY_)/, 'PROXY_'), status: undefined }
      : { kind: 'breakdown', stage, code, status: progress.status };
    return { came, wasKept: opened?.request.reusedSocket ?? false };
  } finally {
    // What keeps its connection has given it back by now.
    opened?.request.destroy();
  }
}

function stageOf({ isConnected, isHandedOver, status }: Progress): Stage {
  if (status !== undefined) return 'receive';
  if (!isConnected) return 'connect';
  return isHandedOver ? 'wait' : 'send';
}

function watchConnection(request: ClientRequest, progress: Progress): void {
  const connected = (): void => {
    progress.isConnected = true;
  };
  request.once('socket', (socket) => {
    if (request.reusedSocket) connected();
    else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
  });
}

function replyTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    // After some breakdowns there is neither.
    request.once('close', () => reject(new Error('closed')));
  });
}

/** Names in lower case, with the framing: without a length, a body would go out chunked, which some proxies refuse. */
function headersToSend(headers: HttpRequest['headers'], body: Body | undefined): Record<string, string> {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const all = { 'user-agent': USER_AGENT, ...lower };
  return body ? { 'content-type': body.contentType, ...all, 'content-length': String(body.size) } : all;
}

/** Without a prototype, whose members would pass for headers. */
function withoutPrototype(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.assign(Object.create(null), headers);
}

function codeOf(error: unknown): string {
  const code = errorCode(error);
  if (code !== 'EPROTO') return code ?? 'UNKNOWN';
  // Node gives OpenSSL's reason a code of its own where a read fails, and in the message alone where a write does.
  const reason = /:SSL routines:[^:]*:([^:]+):/.exec(String(error))?.[1];
  return reason === undefined ? code : `ERR_SSL_${reason.replaceAll(' ', '_').toUpperCase()}`;
}
