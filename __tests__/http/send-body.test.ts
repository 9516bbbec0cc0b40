import { request } from 'node:http';
import { expect, test } from '@jest/globals';
import type { Body } from '../../src/http/body.ts';
import { sendBody } from '../../src/http/send-body.ts';
import { answer, serve, serveTcp } from '../../support/server.ts';

function bodyOf(chunks: Iterable<Buffer>, size: number, onEnd?: () => void): Body {
  return {
    contentType: 'text/plain',
    size,
    open: async function* () {
      try {
        yield* chunks;
      } finally {
        onEnd?.();
      }
    },
  };
}

function open(origin: string, size: number) {
  const made = request(origin, { method: 'POST', headers: { 'content-length': size }, agent: false });
  const ended = new Promise<string>((resolve) => {
    made.once('response', (reply) => {
      reply.resume();
      resolve(`HTTP ${reply.statusCode}`);
    });
    made.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  });
  return { made, ended };
}

test('a body arrives unchanged, and its last byte is announced once everything before it has been sent', async () => {
  const server = await serve([answer(200)]);
  const bytes = Buffer.alloc(3_000_000, 'abcdefg');
  const { made, ended } = open(server.origin, bytes.length);
  const unsent: number[] = [];
  await sendBody(made, bodyOf([bytes], bytes.length), () => unsent.push(made.writableLength));
  expect(await ended).toBe('HTTP 200');
  expect(server.requests[0]?.body.equals(bytes)).toBe(true);
  expect(unsent[0]).toBeLessThanOrEqual(128 * 1024);
});

test('a piece is sent before the next is read, so that a body can reuse its memory', async () => {
  const server = await serve([answer(200)]);
  const memory = Buffer.alloc(10);
  const pieces = function* () {
    for (let digit = 0; digit < 10; digit += 1) yield memory.fill(String(digit));
  };
  const { made, ended } = open(server.origin, 100);
  await sendBody(made, bodyOf(pieces(), 100), () => undefined);
  expect(await ended).toBe('HTTP 200');
  expect(server.requests[0]?.body.toString()).toBe(Array.from({ length: 10 }, (_, n) => `${n}`.repeat(10)).join(''));
});

test('a body that cannot be read ends the request, and no complete one arrives', async () => {
  const server = await serve([]);
  const unreadable = {
    ...bodyOf([], 4),
    // biome-ignore lint/correctness/useYield: it fails before it gives anything.
    open: async function* (): AsyncGenerator<Buffer> {
      throw new Error('gone');
    },
  };
  for (const body of [unreadable, bodyOf([Buffer.from('abc')], 4)]) {
    const { made, ended } = open(server.origin, 4);
    await sendBody(made, body, () => undefined);
    expect(await ended).toBe('UNREADABLE');
  }
  expect(server.requests).toEqual([]);
});

test('a request that ends in the middle ends the reading, too', async () => {
  const server = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const chunks = function* () {
    for (let left = 500; left > 0; left -= 1) yield Buffer.alloc(100_000);
  };
  const { made, ended } = open(server.origin, 50_000_000);
  let [isClosed, isLast] = [false, false];
  const body = bodyOf(chunks(), 50_000_000, () => {
    isClosed = true;
  });
  await sendBody(made, body, () => {
    isLast = true;
  });
  await ended;
  expect([isClosed, isLast]).toEqual([true, false]);
});
