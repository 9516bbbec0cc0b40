import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { afterAll, describe, expect, test } from '@jest/globals';
import { freshConnections, keptConnections } from '../../src/http/connections.ts';
import { type Exchange, exchange } from '../../src/http/exchange.ts';
import { type Certificate, certificate, HAS_OPENSSL } from '../../support/certificate.ts';
import { listenOnLoopback } from '../../support/loopback.ts';
import { bodyOf, folder, JSON_BODY } from '../../support/one-attempt.ts';
import { NODE24 } from '../../support/paths.ts';

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers) close();
});

const suite = HAS_OPENSSL ? describe : describe.skip;

const read = (url: string, connections = freshConnections()): Promise<Exchange> =>
  exchange({ method: 'GET', url: new URL(url), headers: {} }, { timeoutMs: 5000, spillDirectory: folder, connections });

/** Says, for every connection, what it does with its nth request; counts the connections. */
async function countingServer(play: (socket: Socket, nth: number, ofAll: number) => void) {
  const counted = { connections: 0, requests: 0, origin: '' };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    counted.connections += 1;
    open.add(socket);
    let nth = 0;
    socket.on('error', () => undefined);
    socket.on('data', () => {
      nth += 1;
      counted.requests += 1;
      play(socket, nth, counted.requests);
    });
  });
  counted.origin = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  closers.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return counted;
}

const ok = (socket: Socket): void => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');

describe('connections', () => {
  test('that are kept serve one read after another, and a few at the same time', async () => {
    const server = await countingServer(ok);
    const connections = keptConnections();
    for (let nth = 0; nth < 20; nth += 1) expect(await read(server.origin, connections)).toMatchObject({ status: 200 });
    expect(server).toMatchObject({ requests: 20, connections: 1 });
    await Promise.all(Array.from({ length: 20 }, () => read(server.origin, connections)));
    expect(server).toMatchObject({ requests: 40, connections: 4 });
  });

  test('that are fresh serve one request each, and say that they close', async () => {
    const server = await countingServer(ok);
    const connections = freshConnections();
    for (let nth = 0; nth < 3; nth += 1) expect(await read(server.origin, connections)).toMatchObject({ status: 200 });
    expect(server).toMatchObject({ requests: 3, connections: 3 });
  });

  test.each(['reset', 'end'])('that are kept and closed by the server (%s) do no harm to a read', async (way) => {
    const server = await countingServer((socket, nth) => {
      if (nth === 1) ok(socket);
      else if (way === 'reset') socket.resetAndDestroy();
      else socket.end();
    });
    const connections = keptConnections();
    await Promise.all(Array.from({ length: 4 }, () => read(server.origin, connections)));
    expect(await read(server.origin, connections)).toMatchObject({ kind: 'reply', status: 200 });
  });

  test('that are kept and always break end a read like any other', async () => {
    const server = await countingServer((socket, _, ofAll) => (ofAll === 1 ? ok(socket) : socket.resetAndDestroy()));
    const connections = keptConnections();
    await read(server.origin, connections);
    expect(await read(server.origin, connections)).toMatchObject({ stage: 'wait', code: 'ECONNRESET' });
    expect(server.requests).toBe(3);
  });
});

suite('certificates', () => {
  const authority = certificate('authority');
  const own = certificate('localhost', authority);
  const client = certificate('client');

  async function secureServer(options: ServerOptions): Promise<string> {
    const server = createSecureServer({ ...own, ...options }, (request, response) => {
      const name = request.socket instanceof TLSSocket ? request.socket.getPeerCertificate().subject?.CN : '';
      response.end(String(name));
    });
    server.on('tlsClientError', () => undefined);
    closers.push(() => server.close());
    return `https://localhost:${await listenOnLoopback(server)}/`;
  }

  test('of a private authority are trusted if it is given, and nowhere else', async () => {
    const url = await secureServer({});
    const tls = { ca: authority.cert, cert: undefined, key: undefined };
    expect(await read(url, freshConnections(tls))).toMatchObject({ kind: 'reply', status: 200 });
    expect(await read(url)).toMatchObject({ stage: 'connect', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    const other = { ...tls, ca: client.cert };
    expect(await read(url, freshConnections(other))).toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  });

  test('of the client are presented on every connection', async () => {
    const url = await secureServer({ requestCert: true, ca: client.cert });
    const tls = { ca: authority.cert, cert: client.cert, key: client.key };
    for (const connections of [freshConnections(tls), keptConnections(tls)]) {
      const came = await read(url, connections);
      expect(came.kind === 'reply' && came.body.start.toString()).toBe('client');
    }
    const without = await read(url, freshConnections({ ...tls, cert: undefined, key: undefined }));
    expect(without).toMatchObject({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' });
  });

  test.each([
    [{ maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' }, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
    [{ maxVersion: 'TLSv1.2', ciphers: 'PSK-AES128-CBC-SHA256' }, 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE'],
  ] as const)('and ciphers that do not match are reported by OpenSSL itself: %j', async (options, code) => {
    expect(await read(await secureServer(options))).toMatchObject({ kind: 'breakdown', stage: 'connect', code });
  });

  test('a server that has read the whole request and closes may have run it, whatever Node says of the last write', async () => {
    const url = new URL(await closingServer(own));
    const connections = freshConnections({ ca: authority.cert, cert: undefined, key: undefined });
    const body = { ...bodyOf(JSON_BODY), open: handedOverBeforePolling };
    const send = (): Promise<Exchange> =>
      exchange({ method: 'POST', url, headers: {}, body }, { timeoutMs: 10_000, spillDirectory: folder, connections });
    for (const came of await Promise.all(Array.from({ length: 8 }, send))) {
      expect(came).toMatchObject({ kind: 'breakdown', stage: 'wait' });
    }
  });
});

/** The body's bytes between two looks at the network; then this thread stands still until the server must have closed. */
async function* handedOverBeforePolling(): AsyncGenerator<Buffer> {
  await setTimeout(50);
  yield Buffer.from(JSON_BODY);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
}

/** A TLS server in a process of its own, which reads a request to its end and closes. */
async function closingServer({ key, cert }: Certificate): Promise<string> {
  const script = `
    const server = require('node:tls').createServer(${JSON.stringify({ key, cert })}, (socket) => {
      let received = '';
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        received += chunk;
        if (received.endsWith(${JSON.stringify(JSON_BODY)})) socket.destroy();
      });
    });
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));
  `;
  const child = spawn(NODE24, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  closers.push(() => child.kill());
  const [port] = await once(child.stdout, 'data');
  return `https://localhost:${String(port).trim()}/`;
}
