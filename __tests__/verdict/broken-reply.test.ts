// One attempt whose request was sent completely, and whose reply is late, broken, or missing.

import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { freshConnections } from '../../src/http/connections.ts';
import { exchange } from '../../src/http/exchange.ts';
import { folder, meaning, onRequest, replies, send } from '../../support/one-attempt.ts';
import { serveTcp } from '../../support/server.ts';

describe('after the request, before the reply', () => {
  test('a reset may have run it', async () => {
    const { origin } = await serveTcp((socket) => onRequest(socket, () => socket.resetAndDestroy()));
    expect(await meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test.each(['GET', 'HEAD', 'DELETE'])('a reset of a %s without a body may have run it', async (method) => {
    const { origin } = await serveTcp((socket) => onRequest(socket, () => socket.resetAndDestroy()));
    expect(await meaning(await send(origin, { method, body: undefined }))).toBe('no-reply, ran: maybe');
  });

  test('a close may have run it', async () => {
    const { origin } = await replies('');
    expect(await meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test('silence may have run it', async () => {
    const { origin } = await serveTcp(() => undefined);
    const result = await send(origin, {}, 200);
    expect(result).toMatchObject({ stage: 'wait', code: 'TIMEOUT' });
    expect(await meaning(result)).toBe('no-reply, ran: maybe');
  });

  test.each([
    ['garbage', '\u0000\u0001\u0002\r\n\r\n'],
    ['another protocol', '220 mail.example.com ESMTP\r\n'],
    ['a status that is no number', 'HTTP/1.1 2x0 OK\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['a header of 20 kB', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`],
    ['a million headers', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(1_000_000)}\r\n`],
    ['a million interim replies', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1_000_000)],
    ['half a head', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
  ])('%s may have run it', async (_, bytes) => {
    const { origin } = await replies(bytes);
    expect(await meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test('interim replies are passed over, up to the deadline', async () => {
    const interim = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n';
    const { origin } = await replies(`${interim.repeat(20)}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`);
    expect(await meaning(await send(origin))).toBe('accepted, ran: yes');
    const endless = await replies(interim, 'stall');
    expect(await send(endless.origin, {}, 200)).toMatchObject({ stage: 'wait', code: 'TIMEOUT' });
  });
});

describe('in the reply', () => {
  const head = (more: string) => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${more}\r\n\r\n`;

  test.each([
    ['a reset', `${head('content-length: 100')}{"a":`, 'reset', 'ECONNRESET'],
    ['a close before the length that was named', `${head('content-length: 100')}{"a":`, 'close', 'ECONNRESET'],
    ['a close between chunks', `${head('transfer-encoding: chunked')}5\r\n{"a":\r\n`, 'close', 'ECONNRESET'],
    ['a chunk that is none', `${head('transfer-encoding: chunked')}zz\r\n`, 'close', 'ECONNRESET'],
    [
      'a chunk with 1 MB of extensions',
      `${head('transfer-encoding: chunked')}2;${'x'.repeat(1e6)}`,
      'close',
      'ECONNRESET',
    ],
    [
      'a million trailers',
      `${head('transfer-encoding: chunked')}2\r\n{}\r\n0\r\n${'x: y\r\n'.repeat(1_000_000)}`,
      'close',
      'ECONNRESET',
    ],
    ['a stall', `${head('content-length: 100')}{"a":`, 'stall', 'TIMEOUT'],
    ['broken gzip', `${head('content-encoding: gzip')}no gzip`, 'close', 'Z_DATA_ERROR'],
  ] as const)('%s may have run it, and keeps the status', async (_, bytes, then, code) => {
    const { origin } = await replies(bytes, then);
    const result = await send(origin, {}, then === 'stall' ? 300 : 2000);
    expect(result).toEqual({ kind: 'breakdown', stage: 'receive', code, status: 200 });
    expect(await meaning(result)).toBe('broken-reply, ran: maybe');
  });

  test('three thousand headers are as good as one', async () => {
    const { origin } = await replies(`${head(`content-length: 2\r\n${'a:\r\n'.repeat(3000)}b: c`)}{}`);
    expect(await meaning(await send(origin))).toBe('accepted, ran: yes');
  });

  test('gzip that breaks off may have run it', async () => {
    const zipped = gzipSync(Buffer.alloc(10_000, 'abc'));
    const { origin } = await replies(
      Buffer.concat([Buffer.from(head('content-encoding: gzip')), zipped.subarray(0, 30)]),
    );
    expect(await meaning(await send(origin))).toBe('broken-reply, ran: maybe');
  });

  test('gzip is unpacked', async () => {
    const zipped = gzipSync('{"a":1}');
    const { origin } = await replies(Buffer.concat([Buffer.from(head('content-encoding: gzip')), zipped]));
    const result = await send(origin);
    expect(result.kind === 'reply' && result.body.start.toString()).toBe('{"a":1}');
  });

  test('a small file that unpacks to 64 MB goes to disk', async () => {
    const zipped = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const { origin } = await replies(Buffer.concat([Buffer.from(head('content-encoding: gzip')), zipped]));
    const result = await send(origin, {}, 20_000);
    expect(result).toMatchObject({ kind: 'reply', body: { size: 64 * 1024 * 1024, file: expect.any(String) } });
  });

  test('that breaks off leaves no file', async () => {
    const place = mkdtempSync(join(folder, 'spill-'));
    const { origin } = await replies(`${head('content-length: 9000000')}${'x'.repeat(3_000_000)}`);
    const url = new URL(`${origin}/webhook/x`);
    const result = await exchange(
      { method: 'GET', url, headers: {} },
      { timeoutMs: 2000, spillDirectory: place, connections: freshConnections() },
    );
    expect(await meaning(result)).toBe('broken-reply, ran: maybe');
    expect(readdirSync(place)).toEqual([]);
  });

  test('bytes beyond the length that was named are not part of it', async () => {
    const { origin } = await replies(`${head('content-length: 2')}{}HTTP/1.1 500 Smuggled\r\n\r\n`);
    const result = await send(origin);
    expect(result.kind === 'reply' && result.body.start.toString()).toBe('{}');
  });

  test('a body without end meets the deadline', async () => {
    const { origin } = await serveTcp((socket) =>
      onRequest(socket, () => {
        socket.write(head('transfer-encoding: chunked'));
        const more = setInterval(() => socket.write('1\r\nx\r\n'), 20);
        socket.once('close', () => clearInterval(more));
      }),
    );
    const result = await send(origin, {}, 300);
    expect(result).toMatchObject({ stage: 'receive', code: 'TIMEOUT', status: 200 });
  });

  test('JSON nested 100,000 deep is a reply like others', async () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    const { origin } = await replies(`${head(`content-length: ${deep.length}`)}${deep}`);
    expect(await meaning(await send(origin))).toBe('accepted, ran: yes');
    const deeper = '['.repeat(100_000) + ']'.repeat(100_000);
    const { origin: second } = await replies(`${head(`content-length: ${deeper.length}`)}${deeper}`);
    expect(await meaning(await send(second))).toBe('accepted, ran: yes');
  });
});
