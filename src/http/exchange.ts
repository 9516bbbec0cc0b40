import { ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { HttpClient } from '@actions/http-client';
import type { RequestHandler } from '@actions/http-client/lib/interfaces';
import { errorCode } from '../text/error-code.ts';
import type { Body } from './body.ts';
import { type ReceivedBody, receiveBody } from './received-body.ts';
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
}

/** No reply, or not a whole one. */
export interface Breakdown {
  readonly kind: 'breakdown';
  readonly stage: Stage;
  /**
   * Node's code of the error (`ECONNREFUSED`, `HPE_INVALID_CONSTANT`, …), or `TIMEOUT`, `ABORTED`, `TOO_LARGE` (the
   * reply), `UNREADABLE` (the request's own body); `PROXY_407`, `PROXY_ECONNREFUSED` and so on where a proxy of the
   * environment is at fault, `DISK_ENOSPC` and so on where a large reply cannot be written to this machine's disk.
   */
  readonly code: string;
  /** The reply's status, if it broke off behind its headers. */
  readonly status: number | undefined;
}

/** What became of one attempt. */
export type Exchange = Reply | Breakdown;

/** Bounds of one attempt. */
export interface Limits {
  /** From connecting to the reply's last byte, in milliseconds. */
  readonly timeoutMs: number;
  /** The folder for a reply that is too large to hold in memory. */
  readonly spillDirectory: string;
  /** Ends the attempt early. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes one attempt: one connection, one request, no redirects, no retries, proxies as the environment says.
 * What the network or the server do wrong is no exception: it comes back as a {@link Breakdown}.
 */
export async function exchange(request: HttpRequest, limits: Limits): Promise<Exchange> {
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal ? AbortSignal.any([limits.signal, deadline]) : deadline;
  const upload = request.body?.open() ?? Readable.from([]);
  const progress = watch(upload, request.body?.size ?? 0, signal);
  let status: number | undefined;
  try {
    signal.throwIfAborted();
    const headers = headersOf(request);
    const client = new HttpClient(USER_AGENT, [asMeant(headers['user-agent'] ?? USER_AGENT)], {
      allowRedirects: false,
      // The deadline is ours: this idle timeout must not come first.
      socketTimeout: limits.timeoutMs + 60_000,
    });
    const asked = client.request(request.method, request.url.href, upload, headers);
    const { message } = await Promise.race([asked, progress.lost]);
    progress.stage = 'receive';
    status = message.statusCode ?? 0;
    const body = await receiveBody(message, limits.spillDirectory);
    return { kind: 'reply', status, headers: message.headers, body };
  } catch (error) {
    const code = limits.signal?.aborted ? 'ABORTED' : deadline.aborted ? 'TIMEOUT' : codeOf(error);
    return { kind: 'breakdown', stage: progress.stage, code, status };
  } finally {
    progress.request?.destroy();
    upload.destroy();
  }
}

/** A body that cannot be read, or has become shorter than it was. */
class UnreadableBody extends Error {
  readonly code = 'UNREADABLE';
}

interface Progress {
  stage: Stage;
  request: ClientRequest | undefined;
  /** Rejects when no reply can come any more: after some breakdowns the client would wait for one forever. */
  readonly lost: Promise<never>;
}

/**
 * Follows a request from inside. The HTTP client gives no hold of the request that it makes, except in one place: it
 * pipes the body into it. The body's last byte makes the request whole for a server, be the stream's end noticed here
 * some moments later: from that byte on, the workflow may run.
 */
function watch(upload: Readable, size: number, signal: AbortSignal): Progress {
  const { promise: lost, reject: lose } = Promise.withResolvers<never>();
  lost.catch(() => undefined);
  signal.addEventListener('abort', () => lose(new Error('aborted')));
  const progress: Progress = { stage: 'connect', request: undefined, lost };
  const advance = (from: Stage, to: Stage) => {
    if (progress.stage === from) progress.stage = to;
  };
  upload.pipe = <T extends NodeJS.WritableStream>(destination: T, options?: { end?: boolean }): T => {
    if (destination instanceof ClientRequest) {
      const request = destination;
      progress.request = request;
      request.once('socket', (socket) => {
        const ready = 'encrypted' in socket ? 'secureConnect' : 'connect';
        if (ready === 'connect' && !socket.connecting) advance('connect', 'send');
        else socket.once(ready, () => advance('connect', 'send'));
      });
      request.once('finish', () => advance('send', 'wait'));
      // The client hears of errors first, and of a reply: this comes behind both.
      request.once('close', () => setImmediate(lose, new Error('closed')));
      upload.once('error', () => request.destroy(new UnreadableBody()));
      signal.addEventListener('abort', () => request.destroy(new Error('aborted')));
      let [unread, unsent] = [size, size];
      upload.on('data', (chunk: Buffer) => {
        unread -= chunk.length;
        const isTaken = request.write(chunk, () => {
          unsent -= chunk.length;
          if (unsent <= 0) advance('send', 'wait');
        });
        if (isTaken) return;
        upload.pause();
        request.once('drain', () => upload.resume());
      });
      upload.once('end', () => (unread > 0 ? request.destroy(new UnreadableBody()) : request.end()));
      return destination;
    }
    Readable.prototype.pipe.call(upload, destination, options);
    return destination;
  };
  return progress;
}

/** Names in lower case, with the framing: without a length, a body would go out chunked, which some proxies refuse. */
function headersOf({ body, headers }: HttpRequest): Record<string, string> {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (!body) return lower;
  return { 'content-type': body.contentType, ...lower, 'content-length': String(body.size) };
}

/** Mends what the client makes of a request. */
function asMeant(userAgent: string): RequestHandler {
  return {
    prepareRequest: (options) => {
      // It would add the run's orchestration id, with job names in it: "bot" must not get there.
      options.headers = { ...options.headers, 'user-agent': userAgent };
      // Node takes IPv6 addresses without the brackets of URLs; a tunnel through a proxy asks for them with these.
      const isTunnel = typeof options.agent === 'object' && 'proxyOptions' in options.agent;
      if (!isTunnel) options.host = options.host?.replace(/^\[|\]$/g, '') ?? null;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('no authentication is handled here')),
  };
}

function codeOf(error: unknown): string {
  const code = errorCode(error);
  // The tunnel through a proxy gives every failure the code ECONNRESET and tells them apart in its message only.
  const tunnel = /^tunneling socket could not be established, (.*)|^got illegal response body from proxy/.exec(
    error instanceof Error ? error.message : '',
  );
  // The request's own URL is sound, so it is the proxy's that is not.
  if (tunnel || code === 'ERR_INVALID_URL') {
    return `PROXY_${
      /statusCode=(\d{3})|\b(E[A-Z_]{4,})\b/
        .exec(tunnel?.[1] ?? '')
        ?.slice(1)
        .find(Boolean) ?? 'FAILED'
    }`;
  }
  return code ?? 'UNKNOWN';
}
