import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { errorCode } from '../text/error-code.ts';
import type { Body } from './body.ts';
import { type Connections, MOST_KEPT, type OpenRequest } from './connections.ts';
import { proxyFailureIn } from './proxy-failure.ts';
import { type ReceivedBody, receiveBody } from './received-body.ts';
import { sendBody } from './send-body.ts';
import type { ReplyStream } from './uncompressed.ts';
import { VERSION } from './version.ts';

/**
 * n8n's option Ignore Bots refuses a bare `name/1.0`, any URL and the names of most clients; n8n's API replies to anything
 * with "bot" in it with an empty 204.
 */
const USER_AGENT = `n8n-workflow-trigger/${VERSION} (GitHub Actions)`;

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Body | undefined;
}

/** How far an attempt got before it failed. Up to `send`, no server can have received the whole request. */
export type Stage = 'connect' | 'send' | 'wait' | 'receive';

/** A whole reply. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: ReceivedBody;
  /**
   * `false` if the whole reply came before the request was complete: then no server has received the whole request.
   * After a 2xx, the rest is still sent, as far as the server accepts it.
   */
  readonly uploadComplete?: boolean;
}

/** There was no reply, or only part of one. */
export interface Breakdown {
  readonly kind: 'breakdown';
  readonly stage: Stage;
  /**
   * Node's code of the error (`ECONNREFUSED`, `HPE_INVALID_CONSTANT`, …), or `TIMEOUT`, `ABORTED`, `TOO_LARGE` (the
   * reply), `UNREADABLE` (the request's own body); `PROXY_407`, `PROXY_ECONNREFUSED` and so on if a proxy from the
   * environment failed, `DISK_ENOSPC` and so on if a large reply cannot be written to this machine's disk. OpenSSL's
   * reasons have one form, whichever side reports them: `ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION`.
   */
  readonly code: string;
  /** The reply's status, if it broke off after its headers. */
  readonly status: number | undefined;
}

export type Exchange = Reply | Breakdown;

/** Limits and resources of one attempt. */
export interface Limits {
  /** From connecting to the reply's last byte, in milliseconds. */
  readonly timeoutMs: number;
  /** The folder for a reply that is too large to hold in memory. */
  readonly spillDirectory: string;
  readonly signal?: AbortSignal | undefined;
  readonly connections: Connections;
}

/**
 * Makes one attempt: one request, without following redirects, through the proxy that the environment names. Failures
 * of the network or the server are not exceptions: they are returned as a {@link Breakdown}. The request is sent again
 * only if a kept connection turns out to be closed.
 */
export async function exchange(request: HttpRequest, limits: Limits): Promise<Exchange> {
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal ? AbortSignal.any([limits.signal, deadline]) : deadline;
  for (let closed = 0; ; closed += 1) {
    const { came, wasKept } = await makeAttempt(request, limits, signal);
    if (came.kind === 'reply') return came;
    if (limits.signal?.aborted) return { ...came, code: 'ABORTED' };
    if (deadline.aborted) return { ...came, code: 'TIMEOUT' };
    if (!wasKept || came.stage === 'receive' || closed === MOST_KEPT) return came;
  }
}

/** What is known of an attempt while it is under way. */
interface Progress {
  isConnected: boolean;
  /** Whether Node has been given the request's last byte: sent or not, from here on the server may have it. */
  isHandedOver: boolean;
  status: number | undefined;
}

async function makeAttempt(
  { method, url, headers, body }: HttpRequest,
  { connections, spillDirectory }: Limits,
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
    const failure = viaProxy ? proxyFailureIn(message) : undefined;
    if (failure) throw failure;
    progress.status = status;
    const whole = throughout(message, request, signal);
    // A server that accepts a request before its end usually still reads the rest; one that refuses it does not.
    if (status < 300) await upload;
    signal.throwIfAborted();
    const received = await receiveBody(whole, spillDirectory);
    const came = {
      kind: 'reply',
      status,
      headers: withoutPrototype(message.headers),
      body: received,
      uploadComplete: progress.isHandedOver,
    } as const;
    return { came, wasKept: request.reusedSocket };
  } catch (error) {
    const stage = stageOf(progress);
    const code = codeOf(error);
    // A request that the proxy refuses, or that does not reach the proxy, reaches no server.
    const isOfProxy = code.startsWith('PROXY_') || (opened?.viaProxy === true && stage === 'connect');
    const came: Breakdown = isOfProxy
      ? { kind: 'breakdown', stage: 'connect', code: code.replace(/^(?!PROXY_)/, 'PROXY_'), status: undefined }
      : { kind: 'breakdown', stage, code, status: progress.status };
    return { came, wasKept: opened?.request.reusedSocket ?? false };
  } finally {
    // A kept connection has been returned by now.
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
    // Some breakdowns emit neither.
    request.once('close', () => reject(new Error('closed')));
  });
}

/**
 * A reply that breaks off if its connection does. A body without a length ends with the connection: Node considers
 * it complete even if the connection was reset, or closed by this side.
 */
function throughout(message: IncomingMessage, request: ClientRequest, signal: AbortSignal): ReplyStream {
  let broken: unknown;
  request.once('error', (error) => {
    if (!message.complete) broken = error;
  });
  return {
    headers: message.headers,
    async *[Symbol.asyncIterator]() {
      yield* message;
      signal.throwIfAborted();
      if (broken !== undefined) throw broken;
    },
  };
}

/** Headers with names in lower case, and the length: without it, a body would be chunked, which some proxies refuse. */
function headersToSend(headers: HttpRequest['headers'], body: Body | undefined): Record<string, string> {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const all = { 'user-agent': USER_AGENT, ...lower };
  return body ? { 'content-type': body.contentType, ...all, 'content-length': String(body.size) } : all;
}

/** Removes the prototype, whose members would look like headers. */
function withoutPrototype(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.assign(Object.create(null), headers);
}

function codeOf(error: unknown): string {
  const code = errorCode(error);
  if (code !== 'EPROTO') return code ?? 'UNKNOWN';
  // Node puts OpenSSL's reason into the code if a read fails, and only into the message if a write fails.
  const reason = /:SSL routines:[^:]*:([^:]+):/.exec(String(error))?.[1];
  return reason === undefined ? code : `ERR_SSL_${reason.replaceAll(' ', '_').toUpperCase()}`;
}
