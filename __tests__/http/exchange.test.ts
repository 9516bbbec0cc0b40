import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Body } from '../../src/http/body.ts';
import { freshConnections } from '../../src/http/connections.ts';
import { type Exchange, exchange, type HttpRequest } from '../../src/http/exchange.ts';
import { discard } from '../../src/http/received-body.ts';
import { freePort } from '../../support/loopback.ts';
import { WINDOWS } from '../../support/paths.ts';
import { answer, dribble, reset, serve, serveTcp, stall, truncate } from '../../support/server.ts';

const spillDirectory = mkdtempSync(join(tmpdir(), 'http-'));
afterAll(() => rmSync(spillDirectory, { recursive: true }));

function body(text: string): Body {
  const bytes = Buffer.from(text);
  return { contentType: 'text/plain', size: bytes.length, open: () => Readable.from([bytes], { objectMode: false }) };
}

function send(
  url: string,
  more: Partial<HttpRequest> = {},
  timeoutMs = 10_000,
  signal?: AbortSignal,
): Promise<Exchange> {
  const request = { method: 'POST', url: new URL(url), headers: {}, body: body('data'), ...more };
  return exchange(request, { timeoutMs, spillDirectory, signal, connections: freshConnections() });
}

describe('a reply', () => {
  test('comes back with status, headers in lower case and body', async () => {
    const server = await serve([answer(418, 'teapot', { 'X-Name': 'Value' })]);
    const came = await send(server.origin);
    expect(came).toMatchObject({ kind: 'reply', status: 418, headers: { 'x-name': 'Value' } });
    expect(came).toMatchObject({ body: { start: Buffer.from('teapot'), size: 6, file: undefined } });
  });

  test('comes back if it arrives before the whole body was sent', async () => {
    const server = await serveTcp((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n'));
    });
    expect(await send(server.origin, { body: body('a'.repeat(50_000_000)) })).toMatchObject({
      kind: 'reply',
      status: 413,
    });
  });

  /** Replies to the first bytes of a request, and then does what the test asks for. */
  const early = (then: (socket: Socket) => void) =>
    serveTcp((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        then(socket);
      });
    });

  test('of success that arrives before the whole body was sent leaves time for the rest', async () => {
    const { promise: received, resolve } = Promise.withResolvers<number>();
    const server = await early((socket) => {
      let size = 0;
      socket.on('data', (chunk) => {
        size += chunk.length;
      });
      socket.once('close', () => resolve(size));
    });
    const came = await send(server.origin, { body: body('a'.repeat(50_000_000)) });
    expect(came).toMatchObject({ kind: 'reply', status: 200, uploadComplete: true });
    // The part of the first chunk after the head is not counted.
    expect(await received).toBeGreaterThan(49_900_000);
  });

  test('of success from a server that does not take the rest says so', async () => {
    const server = await early((socket) => setImmediate(() => socket.destroy()));
    const came = await send(server.origin, { body: body('a'.repeat(50_000_000)) });
    expect(came.kind === 'reply' ? came.uploadComplete : came.stage).toBe(came.kind === 'reply' ? false : 'receive');
  });

  test('has no headers but those received', async () => {
    const server = await serve([answer(200, '', { constructor: 'a', 'x-y': 'b' })]);
    const came = await send(server.origin);
    if (came.kind !== 'reply') throw new Error(came.code);
    expect(came.headers['constructor']).toBe('a');
    expect('toString' in came.headers || '__proto__' in came.headers).toBe(false);
  });

  test('that is large goes into a file, and its first megabyte stays in memory', async () => {
    const text = 'abcdefghij'.repeat(300_000);
    const server = await serve([answer(200, text, { 'content-type': 'text/csv' })]);
    const came = await send(server.origin);
    if (came.kind !== 'reply') throw new Error(came.code);
    expect(came.body.size).toBe(3_000_000);
    expect(came.body.start.toString() === text.slice(0, 1024 * 1024)).toBe(true);
    expect(came.body.file).toMatch(/\.csv$/);
    const file = came.body.file ?? '';
    expect(readFileSync(file, 'utf8') === text).toBe(true);
    if (!WINDOWS) expect(statSync(file).mode & 0o777).toBe(0o600);
    await discard(came.body);
    expect(existsSync(file)).toBe(false);
  });
});

test('an IPv6 address is called, with its brackets in Host', async () => {
  const server = await serve([answer(200, 'here')], { host: '::1' });
  const came = await send(server.origin);
  expect(came).toMatchObject({ kind: 'reply', status: 200 });
  expect(server.requests[0]?.headers.host).toBe(`[::1]:${server.port}`);
});

describe('where it breaks is reported:', () => {
  test.each([
    ['is absent and cannot be made', join(import.meta.filename, 'below'), 'DISK_ENOTDIR'],
    ['is no folder', import.meta.filename, 'DISK_ENOTDIR'],
  ])('a folder for large replies that %s', async (_, folder, code) => {
    const server = await serve([answer(200, 'a'.repeat(2_000_000))]);
    const request = { method: 'POST', url: new URL(server.origin), headers: {} };
    const came = await exchange(request, {
      timeoutMs: 10_000,
      spillDirectory: folder,
      connections: freshConnections(),
    });
    expect(came).toEqual({ kind: 'breakdown', stage: 'receive', code, status: 200 });
  });

  test('a refused connection', async () => {
    const came = await send(`http://127.0.0.1:${await freePort()}`);
    expect(came).toEqual({ kind: 'breakdown', stage: 'connect', code: 'ECONNREFUSED', status: undefined });
  });

  test('a name that does not exist', async () => {
    const came = await send('http://does-not-exist.invalid/');
    expect(came).toMatchObject({
      kind: 'breakdown',
      stage: 'connect',
      code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
    });
  });

  test('a server that does not speak TLS', async () => {
    const server = await serve([]);
    const came = await send(server.origin.replace('http:', 'https:'));
    expect(came).toMatchObject({ kind: 'breakdown', stage: 'connect' });
  });

  test('a reset in the middle of the request', async () => {
    const server = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const came = await send(server.origin, { body: body('a'.repeat(50_000_000)) });
    expect(came).toMatchObject({ kind: 'breakdown', stage: 'send', status: undefined });
  });

  test('a body that cannot be read to its end', async () => {
    const server = await serve([]);
    const open = () =>
      Readable.from(
        (async function* () {
          yield Buffer.from('da');
          throw Object.assign(new Error('read failed'), { code: 'UNREADABLE' });
        })(),
      );
    const came = await send(server.origin, { body: { contentType: 'text/plain', size: 4, open } });
    expect(came).toMatchObject({
      kind: 'breakdown',
      stage: expect.stringMatching(/^(?:connect|send)$/),
      code: 'UNREADABLE',
    });
    expect(server.requests).toEqual([]);
  });

  test.each(['POST', 'GET'])('a reset after a whole %s request', async (method) => {
    const server = await serve([reset]);
    const came = await send(server.origin, method === 'GET' ? { method, body: undefined } : { method });
    expect(came).toEqual({ kind: 'breakdown', stage: 'wait', code: 'ECONNRESET', status: undefined });
  });

  test('an end without a reply', async () => {
    const server = await serve([(response) => response.socket?.end()]);
    expect(await send(server.origin)).toMatchObject({ stage: 'wait', code: 'ECONNRESET' });
  });

  test('a reply that is not HTTP', async () => {
    const server = await serveTcp((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n')));
    expect(await send(server.origin)).toMatchObject({ stage: 'wait', code: expect.stringMatching(/^HPE_/) });
  });

  test('a reply that ends too early', async () => {
    const server = await serve([truncate(200, 100, 'short')]);
    expect(await send(server.origin)).toEqual({ kind: 'breakdown', stage: 'receive', code: 'ECONNRESET', status: 200 });
  });

  test('a server that accepts and says nothing', async () => {
    const server = await serve([stall]);
    const came = await send(server.origin, {}, 700);
    expect(came).toEqual({ kind: 'breakdown', stage: 'wait', code: 'TIMEOUT', status: undefined });
  });

  test('a reply that does not end in time', async () => {
    const server = await serve([dribble(200, 'some')]);
    const came = await send(server.origin, {}, 700);
    expect(came).toEqual({ kind: 'breakdown', stage: 'receive', code: 'TIMEOUT', status: 200 });
  });

  /** The start of a reply whose body has no length and ends with the connection. */
  const untilClose = 'HTTP/1.1 200 OK\r\n\r\nsome';

  test('a reply without a length whose connection is reset', async () => {
    const server = await serveTcp((socket) => {
      socket.once('data', () => socket.write(untilClose, () => setTimeout(() => socket.resetAndDestroy(), 50)));
    });
    expect(await send(server.origin)).toEqual({ kind: 'breakdown', stage: 'receive', code: 'ECONNRESET', status: 200 });
  });

  test('a reply without a length that does not end in time', async () => {
    const server = await serveTcp((socket) => socket.once('data', () => socket.write(untilClose)));
    const came = await send(server.origin, {}, 700);
    expect(came).toEqual({ kind: 'breakdown', stage: 'receive', code: 'TIMEOUT', status: 200 });
  });

  test('a TLS handshake that is never answered', async () => {
    const server = await serveTcp(() => undefined);
    const came = await send(server.origin.replace('http:', 'https:'), {}, 700);
    expect(came).toEqual({ kind: 'breakdown', stage: 'connect', code: 'TIMEOUT', status: undefined });
  });
});

describe('when the step is cancelled', () => {
  test('before it began, nothing is sent', async () => {
    const server = await serve([]);
    const came = await send(server.origin, {}, 10_000, AbortSignal.abort());
    expect(came).toMatchObject({ kind: 'breakdown', stage: 'connect', code: 'ABORTED' });
    expect(server.requests).toEqual([]);
  });

  test('while it receives a reply without a length, it says so', async () => {
    const stop = new AbortController();
    const server = await serveTcp((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\n\r\nsome', () => setTimeout(() => stop.abort(), 50)));
    });
    const came = await send(server.origin, {}, 10_000, stop.signal);
    expect(came).toEqual({ kind: 'breakdown', stage: 'receive', code: 'ABORTED', status: 200 });
  });

  test('while it waits, it says so', async () => {
    const server = await serve([stall]);
    const stop = new AbortController();
    const sent = send(server.origin, {}, 10_000, stop.signal);
    await server.arrived(1);
    stop.abort();
    expect(await sent).toEqual({ kind: 'breakdown', stage: 'wait', code: 'ABORTED', status: undefined });
  });
});
