import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import { discard, OUTPUT_LIMIT, REPLY_LIMIT, receiveBody } from '../../src/http/received-body.ts';
import { replyOf } from '../../support/reply-stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'received-body-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a body of up to a megabyte stays in memory', async () => {
  const chunks = [Buffer.alloc(OUTPUT_LIMIT - 1, 'a'), Buffer.from('b')];
  const body = await receiveBody(replyOf(chunks), folder);
  expect([body.size, body.file, body.start.equals(Buffer.concat(chunks))]).toEqual([OUTPUT_LIMIT, undefined, true]);
  await discard(body);
  expect(readdirSync(folder)).toEqual([]);
});

test('a larger one goes into a file from its first byte, and its first megabyte stays in memory', async () => {
  const chunks = [Buffer.alloc(OUTPUT_LIMIT, 'a'), Buffer.from('b'), Buffer.from('c')];
  const body = await receiveBody(replyOf(chunks, { 'content-type': 'text/csv' }), folder);
  expect(body).toMatchObject({ size: OUTPUT_LIMIT + 2, file: expect.stringMatching(/\.csv$/) });
  expect(body.start.length).toBe(OUTPUT_LIMIT);
  expect(readFileSync(body.file ?? '').equals(Buffer.concat(chunks))).toBe(true);
  await discard(body);
  // Somebody else may have removed it.
  await discard(body);
  expect(existsSync(body.file ?? '')).toBe(false);
});

test('the file of a reply that breaks off is removed', async () => {
  const broken = receiveBody(replyOf([Buffer.alloc(OUTPUT_LIMIT + 1)], {}, new Error('broken')), folder);
  await expect(broken).rejects.toThrow('broken');
  expect(readdirSync(folder)).toEqual([]);
});

test('a reply over the limit is not read to its end', async () => {
  const endless = replyOf(Array<Buffer>(REPLY_LIMIT / OUTPUT_LIMIT / 64 + 1).fill(Buffer.alloc(64 * OUTPUT_LIMIT)));
  await expect(receiveBody(endless, join(folder))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a compressed body counts by its uncompressed size', async () => {
  const body = await receiveBody(replyOf([gzipSync('hello')], { 'content-encoding': 'gzip' }), folder);
  expect([body.size, body.start.toString()]).toEqual([5, 'hello']);
});
