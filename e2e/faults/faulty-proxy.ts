// A TCP proxy between one step and n8n that does to each connection what is planned for it.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';
import type { Certificate } from '../../support/certificate.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

/** What goes wrong, as people who run proxies would say it. */
export const FAULTS = [
  'reset on accept',
  'close on accept',
  'silent on accept',
  'reset while sending',
  'reset in request',
  'close in request',
  'stall in request',
  'reset behind request',
  'close behind request',
  'stall behind request',
  'delivered late',
  'reset in reply',
  'close in reply',
  'stall in reply',
  'garbage in place of reply',
  'garbage, not passed on',
  '502 in place of reply',
  '502, not passed on',
  '504 in place of reply',
  '504, not passed on',
  '503 with Retry-After, not passed on',
] as const;

export type Fault = (typeof FAULTS)[number];

/** A fault, and where: a share of the request's or reply's bytes, from 0 to under 1. */
export interface Planned {
  readonly fault: Fault;
  readonly at: number;
}

/** Gives the fault for a connection; undefined passes it on as it is. */
export type Plan = (kind: 'trigger' | 'api', nth: number) => Planned | undefined;

export interface FaultyProxy {
  readonly port: number;
  /** Connections that triggered. */
  triggers(): number;
  /** Ends when nothing is on its way to n8n any more. */
  close(): Promise<void>;
}

/** How long after its sender left a request arrives that is delivered late, in milliseconds. */
const LATE_MS = 2500;

/** A request of more bytes than this can be cut while it is being sent. */
export const LARGE = 8_000_000;

const GARBAGE = Buffer.from('\u0016\u0003\u0001 this is no HTTP \r\n\r\n\u0000\u0001');

/** @param certificate makes it one that ends TLS */
export async function startFaultyProxy(n8nPort: number, plan: Plan, certificate?: Certificate): Promise<FaultyProxy> {
  const sockets = new Set<Socket>();
  const late = new Set<Promise<void>>();
  const count = { trigger: 0, api: 0 };
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const dial = () => keep(connect(n8nPort, '127.0.0.1'));

  /** Of connections over TLS, those below, by the port at their other end: only these can be reset. */
  const below = new Map<number, Socket>();

  const onClient = (client: Socket): void => {
    keep(client);
    const bare = below.get(client.remotePort ?? 0) ?? client;
    const reset = (): void => {
      bare.resetAndDestroy();
    };
    const received: Buffer[] = [];
    let isCut = false;
    const collect = (chunk: Buffer): void => {
      received.push(chunk);
      const bytes = Buffer.concat(received);
      const head = headOf(bytes);
      if (head === undefined) return;
      const { kind, size } = head;
      if (bytes.length < size) {
        // More is to come than the system's buffers hold: its sender cannot have written it all.
        if (size < LARGE || isCut || plan(kind, count[kind] + 1)?.fault !== 'reset while sending') return;
        isCut = true;
        count[kind] += 1;
        client.pause();
        setTimeout(reset, 50);
        return;
      }
      client.off('data', collect);
      count[kind] += 1;
      play(plan(kind, count[kind]), { client, request: withoutKeepAlive(bytes), dial, late, reset });
    };
    client.on('data', collect);
  };
  const server = certificate
    ? createSecureServer({ ...certificate, allowHalfOpen: true }, onClient)
    : createServer({ allowHalfOpen: true }, onClient);
  if (certificate) {
    server.on('connection', (socket: Socket) => below.set(keep(socket).remotePort ?? 0, socket));
    server.on('tlsClientError', () => undefined);
  }

  return {
    port: await listenOnLoopback(server),
    triggers: () => count.trigger,
    close: async () => {
      await Promise.all(late);
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a request is for, and how many bytes it has in all; undefined until its head is there. */
function headOf(bytes: Buffer): { kind: 'trigger' | 'api'; size: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const kind = / \/api\/v1\//.test(head.split('\r\n', 1)[0] ?? '') ? 'api' : 'trigger';
  return { kind, size: end + 4 + Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0) };
}

/** A connection's fault is planned for one request, so n8n has to end the connection after its reply. */
function withoutKeepAlive(request: Buffer): Buffer {
  const end = request.indexOf('\r\n\r\n');
  const head = request.toString('latin1', 0, end).replace(/\r\nconnection: .*/i, '');
  return Buffer.concat([Buffer.from(`${head}\r\nconnection: close`, 'latin1'), request.subarray(end)]);
}

interface Connection {
  readonly client: Socket;
  readonly reset: () => void;
  /** Whole: what n8n gets of it is decided when it is here, so that a fault is the same on every run. */
  readonly request: Buffer;
  readonly dial: () => Socket;
  /** What is still to be delivered to n8n. */
  readonly late: Set<Promise<void>>;
}

/** Does to a connection what is planned for it. */
function play(planned: Planned | undefined, { client, request, dial, late, reset }: Connection): void {
  const at = planned?.at ?? 0;
  const close = () => client.end();
  const stall = () => undefined;
  const answer = (status: string, more = ''): void => {
    const head = `HTTP/1.1 ${status}\r\n${more}content-type: text/html\r\ncontent-length: 11\r\nconnection: close`;
    client.end(`${head}\r\n\r\n<h1>no</h1>`);
  };
  /** n8n's whole reply, once it is here. */
  const whole = (then: (reply: Buffer) => void): void => {
    const onward = dial();
    const reply: Buffer[] = [];
    onward.on('data', (chunk: Buffer) => reply.push(chunk));
    onward.once('close', () => then(Buffer.concat(reply)));
    onward.write(request);
  };
  const inRequest = (then: () => void): void => {
    const onward = dial();
    onward.write(request.subarray(0, Math.floor(at * request.length)), () => {
      then();
      if (then !== stall) onward.destroy();
    });
  };
  const inReply = (then: () => void): void =>
    whole((reply) => client.write(reply.subarray(0, Math.floor(at * reply.length)), () => setTimeout(then, 5)));
  const deliverLate = (): void => {
    reset();
    late.add(new Promise((done) => setTimeout(() => whole(() => done()), LATE_MS)));
  };
  const players: Record<Fault, () => void> = {
    'reset on accept': reset,
    'close on accept': close,
    'silent on accept': stall,
    'reset while sending': reset,
    'reset in request': () => inRequest(reset),
    'close in request': () => inRequest(close),
    'stall in request': () => inRequest(stall),
    'reset behind request': () => whole(reset),
    'close behind request': () => whole(close),
    'stall behind request': () => whole(stall),
    'delivered late': deliverLate,
    'reset in reply': () => inReply(reset),
    'close in reply': () => inReply(close),
    'stall in reply': () => inReply(stall),
    'garbage in place of reply': () => whole(() => client.end(GARBAGE)),
    'garbage, not passed on': () => client.end(GARBAGE),
    '502 in place of reply': () => whole(() => answer('502 Bad Gateway')),
    '502, not passed on': () => answer('502 Bad Gateway'),
    '504 in place of reply': () => whole(() => answer('504 Gateway Timeout')),
    '504, not passed on': () => answer('504 Gateway Timeout'),
    '503 with Retry-After, not passed on': () => answer('503 Service Unavailable', 'retry-after: 1\r\n'),
  };
  (planned ? players[planned.fault] : () => passOn(client, request, dial()))();
}

function passOn(client: Socket, request: Buffer, onward: Socket): void {
  onward.once('close', () => client.end());
  onward.pipe(client);
  onward.write(request);
}
