import { CodedError } from '../text/error-code.ts';
import type { ReplyFile } from './reply-file.ts';
import type { ReplyStream } from './uncompressed.ts';

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

/**
 * Reads a reply to its end with flat memory, uncompressed (the action asks for no compression, but proxies may add it).
 *
 * @param directory the existing folder in which a large body gets a file of its own
 * @throws an error with the code `TOO_LARGE` or `DISK_…`, or the error of the connection or of a broken compression
 */
export async function receiveBody(reply: ReplyStream, directory: string): Promise<ReceivedBody> {
  const isCompressed = reply.headers['content-encoding'] !== undefined;
  const plain = isCompressed ? (await import('./uncompressed.ts')).uncompressed(reply) : reply;
  const chunks: Buffer[] = [];
  let size = 0;
  let file: ReplyFile | undefined;
  try {
    for await (const chunk of plain) {
      size += chunk.length;
      if (size > REPLY_LIMIT) throw new CodedError('TOO_LARGE');
      if (size > OUTPUT_LIMIT) {
        if (!file) {
          const { createReplyFile } = await import('./reply-file.ts');
          file = await createReplyFile(directory, reply.headers['content-type']);
          await file.append(Buffer.concat(chunks));
        }
        await file.append(chunk);
      }
      const room = OUTPUT_LIMIT - (size - chunk.length);
      if (room > 0) chunks.push(chunk.subarray(0, room));
    }
  } catch (error) {
    await file?.close();
    await discard({ file: file?.path });
    throw error;
  }
  await file?.close();
  return { start: Buffer.concat(chunks), size, file: file?.path };
}

/** Removes the file of a body that is not reported. */
export async function discard({ file }: Pick<ReceivedBody, 'file'>): Promise<void> {
  if (file === undefined) return;
  const { rm } = await import('node:fs/promises');
  await rm(file, { force: true });
}
