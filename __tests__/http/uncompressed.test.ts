import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { uncompressed } from '../../src/http/uncompressed.ts';
import { replyOf } from '../../support/reply-stream.ts';

async function plainOf(encoding: string, ...chunks: Buffer[]): Promise<string> {
  const plain: Buffer[] = [];
  for await (const chunk of uncompressed(replyOf(chunks, { 'content-encoding': encoding }))) plain.push(chunk);
  return Buffer.concat(plain).toString();
}

test.each([
  ['gzip', gzipSync],
  ['X-GZIP', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
])('%s is undone (case %#)', async (encoding, compress) => {
  const bytes = compress('hello');
  expect(await plainOf(encoding, bytes.subarray(0, 3), bytes.subarray(3))).toBe('hello');
});

test('several compressions are undone from last to first', async () => {
  expect(await plainOf('br, gzip', gzipSync(brotliCompressSync('hello')))).toBe('hello');
});

test.each(['', 'identity', 'compress', 'gzip, compress'])('%j leaves the body as received', async (encoding) => {
  expect(await plainOf(encoding, Buffer.from('as it is'))).toBe('as it is');
});

test('a reply without a body has none, whatever its headers say', async () => {
  expect(await plainOf('gzip')).toBe('');
});

test('a body that ends too early is an error', async () => {
  await expect(plainOf('gzip', gzipSync('hello').subarray(0, 15))).rejects.toThrow('unexpected end of file');
});
