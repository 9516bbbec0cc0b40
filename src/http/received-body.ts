import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline, type Transform } from 'node:stream';
import { errorCode } from '../text/error-code.ts';
import { failed, ok, type Result } from '../text/result.ts';

/** The most that an output can hold, in bytes: GitHub accepts about 1 MB. */
export const OUTPUT_LIMIT = 1024 * 1024;

/** The largest reply that is accepted, in bytes: an endless one would fill the disk. */
export const REPLY_LIMIT = 1024 * 1024 * 1024;

/** A reply's body: a small one in memory, a large one in a file, with its start in memory. */
export interface ReceivedBody {
  /** The first {@link OUTPUT_LIMIT} bytes. */
  readonly start: Buffer;
  /** Bytes in all, as received and uncompressed. */
  readonly size: number;
  /** The file with the whole body, if `start` does not hold it. */
  readonly file: string | undefined;
}

/** A reply that cannot be written to the disk; `code` is `DISK_` and the system's code. */
class Unwritable extends Error {
  readonly code: string;

  constructor(cause: unknown) {
    super('unwritable', { cause });
    this.code = `DISK_${errorCode(cause) ?? 'unknown'}`;
  }
}

/** The mode of the files: other users of the machine must not read a reply. */
const OWNER_ONLY = 0o600;

/** Reply bodies over {@link REPLY_LIMIT}. */
export class BodyTooLarge extends Error {
  readonly code = 'TOO_LARGE';
}

/**
 * Reads a reply to its end with flat memory, uncompressed (the action asks for no compression, but proxies may add it).
 *
 * @param directory where a large body goes, into a file of its own; it must exist
 * @throws BodyTooLarge, an error with a code `DISK_…`, or the error of the connection or of a broken compression
 */
export async function receiveBody(reply: IncomingMessage, directory: string): Promise<ReceivedBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  let spill: Spill | undefined;
  try {
    for await (const chunk of uncompressed(reply)) {
      size += chunk.length;
      if (size > REPLY_LIMIT) throw new BodyTooLarge();
      if (size > OUTPUT_LIMIT) {
        spill ??= await onDisk(spillTo(directory, reply.headers['content-type'], chunks));
        await onDisk(spill.handle.appendFile(chunk));
      }
      const room = OUTPUT_LIMIT - (size - chunk.length);
      if (room > 0) chunks.push(chunk.subarray(0, room));
    }
  } catch (error) {
    await spill?.handle.close();
    // Nothing refers to this file, and it may be large.
    if (spill) await rm(spill.path, { force: true });
    throw error;
  }
  await spill?.handle.close();
  return { start: Buffer.concat(chunks), size, file: spill?.path };
}

/** Removes the file of a body that is not reported. */
export async function discard({ file }: ReceivedBody): Promise<void> {
  if (file !== undefined) await rm(file, { force: true });
}

async function onDisk<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw new Unwritable(error);
  }
}

interface Spill {
  readonly path: string;
  readonly handle: FileHandle;
}

async function spillTo(directory: string, contentType: string | undefined, chunks: readonly Buffer[]): Promise<Spill> {
  const path = join(directory, await newName(contentType));
  const handle = await open(path, 'wx', OWNER_ONLY);
  for (const chunk of chunks) await handle.appendFile(chunk);
  return { path, handle };
}

/**
 * Writes data to a new file. It does so on the main thread, because all of Node's other threads may be waiting for a
 * file or a name server that never answers.
 *
 * @returns its path, or the system's code where it cannot be written
 */
export async function writeResponseFile(
  directory: string,
  contentType: string,
  data: string | Buffer,
): Promise<Result<string, string>> {
  const path = join(directory, await newName(contentType));
  try {
    writeFileSync(path, data, { flag: 'wx', mode: OWNER_ONLY });
    return ok(path);
  } catch (error) {
    return failed(errorCode(error) ?? 'unknown');
  }
}

/** A unique name for a reply's file, with the usual extension of its content type. */
async function newName(contentType = ''): Promise<string> {
  const { default: mime } = await import('mime');
  return `n8n-response-${randomUUID()}.${mime.getExtension(contentType) || 'bin'}`;
}

/** The compressions that can be undone. */
const CODINGS = /^(?:x-gzip|gzip|deflate|br|zstd)$/;

async function* uncompressed(reply: IncomingMessage): AsyncGenerator<Buffer> {
  const codings = (reply.headers['content-encoding'] ?? '').toLowerCase().split(/[\s,]+/);
  const chunks: AsyncIterableIterator<Buffer> = reply[Symbol.asyncIterator]();
  const compressions = codings.filter((coding) => coding !== '' && coding !== 'identity');
  if (compressions.length === 0 || !compressions.every((coding) => CODINGS.test(coding))) return yield* chunks;
  const first = await chunks.next();
  // A reply to HEAD may name a coding without having a body, which a decoder would take for a truncated one.
  if (first.done) return;
  const zlib = await import('node:zlib');
  let plain: AsyncIterable<Buffer> = startingWith(first.value, chunks);
  for (const [index, coding] of compressions.reverse().entries()) {
    // Some servers send what they call deflate without its header (RFC 9110, section 8.4.1.2).
    const isBare = coding === 'deflate' && index === 0 && ((first.value[0] ?? 0) & 0x0f) !== 8;
    plain = pipeline(plain, isBare ? zlib.createInflateRaw() : decoderFor(coding, zlib), () => undefined);
  }
  yield* plain;
}

function decoderFor(coding: string, zlib: typeof import('node:zlib')): Transform {
  if (coding === 'br') return zlib.createBrotliDecompress();
  return coding === 'zstd' ? zlib.createZstdDecompress() : zlib.createUnzip();
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
