// A scripted HTTP server on a free port of 127.0.0.1: it keeps what comes in, byte for byte, and plays a script.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { afterAll } from '@jest/globals';
import { listenOnLoopback } from './loopback.ts';

/** A request, once its last byte is there. */
export interface Received {
  readonly method: string;
  /** Path and query exactly as on the wire. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as on the wire. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** All bytes of the connection, from the request line on. */
  readonly raw: Buffer;
}

/** What to do with a request. The response is ended by the handler, or left open on purpose. */
export type Handler = (response: ServerResponse, request: Received) => void;

/** Handlers by the order of requests, or one that looks at the request. */
export type Script = readonly Handler[] | ((request: Received) => Handler);

export interface ScriptedServer {
  /** `http://127.0.0.1:PORT`, or that of another host, without a slash at its end. */
  readonly origin: string;
  readonly port: number;
  /** In the order of their last bytes. A request beyond the script is in here too; it was answered with 599. */
  readonly requests: readonly Received[];
  /** Resolves once that many requests are there. */
  arrived(count: number): Promise<void>;
  /** How many connections were opened so far. */
  connections(): number;
}

const closers = new Set<() => Promise<void>>();

afterAll(async () => {
  await Promise.all([...closers].map((close) => close()));
  closers.clear();
});

/** Starts a server that plays a script until the test file ends, on a free port of 127.0.0.1 unless others are given. */
export async function serve(
  script: Script,
  { port: onPort = 0, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<ScriptedServer> {
  const requests: Received[] = [];
  const watchers = new Set<() => void>();
  const sockets = new Map<Socket, Buffer[]>();
  const server = createServer((request, response) => {
    const body: Buffer[] = [];
    request.on('data', (chunk: Buffer) => body.push(chunk));
    // A sender may leave in the middle: that is a script's business, not an error of the server.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    request.on('end', () => {
      const received: Received = {
        method: request.method ?? '',
        target: request.url ?? '',
        headers: request.headers,
        rawHeaders: request.rawHeaders,
        body: Buffer.concat(body),
        raw: Buffer.concat(sockets.get(request.socket) ?? []),
      };
      requests.push(received);
      const handler = typeof script === 'function' ? script(received) : script[requests.length - 1];
      (handler ?? answer(599, 'The script has no reply to this request.'))(response, received);
      for (const look of watchers) look();
    });
  });
  server.on('connection', (socket) => {
    const bytes: Buffer[] = [];
    sockets.set(socket, bytes);
    socket.on('data', (chunk: Buffer) => bytes.push(chunk));
    socket.on('error', () => undefined);
  });
  const port = await listenOnLoopback(server, onPort, host);
  closers.add(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const arrived = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (requests.length >= count) resolve();
      };
      watchers.add(look);
      look();
    });
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    requests,
    arrived,
    connections: () => sockets.size,
  };
}

/** A whole reply with its length. Text without a content type of its own is sent as JSON. */
export function answer(status: number, body: string | Buffer = '', headers: Record<string, string> = {}): Handler {
  return (response) => {
    const bytes = Buffer.from(body);
    const type = bytes.length > 0 ? { 'content-type': 'application/json; charset=utf-8' } : {};
    response.writeHead(status, { ...type, 'content-length': bytes.length, ...headers }).end(bytes);
  };
}

/** Cuts the connection with a reset, after the request and before any reply. */
export const reset: Handler = (response) => {
  response.socket?.resetAndDestroy();
};

/** Never replies. */
export const stall: Handler = () => undefined;

/** Announces more than it sends, then resets. */
export function truncate(status: number, announced: number, body: string): Handler {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': announced });
    response.write(body, () => response.socket?.end());
  };
}

/** Sends the reply's head and part of its body, then nothing. */
export function dribble(status: number, body: string): Handler {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.write(body);
  };
}

/** Answers when the promise resolves. */
export function after(gate: Promise<unknown>, handler: Handler): Handler {
  return (response, request) => {
    void gate.then(() => handler(response, request));
  };
}

/** Plays raw bytes, or does anything else with a bare connection. */
export async function serveTcp(play: (socket: Socket) => void): Promise<{ port: number; origin: string }> {
  const open = new Set<Socket>();
  const server = createTcpServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    play(socket);
  });
  const port = await listenOnLoopback(server);
  closers.add(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port, origin: `http://127.0.0.1:${port}` };
}
