import type { IncomingHttpHeaders } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createInflateRaw, createUnzip, createZstdDecompress } from 'node:zlib';

/** A reply whose body is still to be read. */
export interface ReplyStream {
  readonly headers: IncomingHttpHeaders;
  [Symbol.asyncIterator](): AsyncIterableIterator<Buffer>;
}

/** The compressions that can be undone. */
const CODINGS = /^(?:x-gzip|gzip|deflate|br|zstd)$/;

/** The body of a reply, without the compressions that its headers name. */
export async function* uncompressed(reply: ReplyStream): AsyncGenerator<Buffer> {
  const codings = (reply.headers['content-encoding'] ?? '').toLowerCase().split(/[\s,]+/);
  const chunks = reply[Symbol.asyncIterator]();
  const compressions = codings.filter((coding) => coding !== '' && coding !== 'identity');
  if (compressions.length === 0 || !compressions.every((coding) => CODINGS.test(coding))) return yield* chunks;
  const first = await chunks.next();
  // A reply to HEAD may name a coding without having a body, which a decoder would take for a truncated one.
  if (first.done) return;
  let plain: AsyncIterable<Buffer> = startingWith(first.value, chunks);
  for (const [index, coding] of compressions.reverse().entries()) {
    // Some servers send what they call deflate without its header (RFC 9110, section 8.4.1.2).
    const isBare = coding === 'deflate' && index === 0 && ((first.value[0] ?? 0) & 0x0f) !== 8;
    plain = pipeline(plain, isBare ? createInflateRaw() : decoderFor(coding), () => undefined);
  }
  yield* plain;
}

function decoderFor(coding: string): Transform {
  if (coding === 'br') return createBrotliDecompress();
  return coding === 'zstd' ? createZstdDecompress() : createUnzip();
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
