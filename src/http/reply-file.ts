import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError, errorCode } from '../text/error-code.ts';
import { failed, ok, type Result } from '../text/result.ts';

// Loaded only when a reply is too large for memory or an output.

/** The mode of the files: other users of the machine must not read a reply. */
const OWNER_ONLY = 0o600;

/** A file that a reply is written into while it is received. */
export interface ReplyFile {
  readonly path: string;
  /** @throws an error with the code `DISK_` and the system's code */
  append(chunk: Buffer): Promise<void>;
  close(): Promise<void>;
}

/**
 * Creates a file with a unique name.
 *
 * @throws as `append` does
 */
export async function createReplyFile(directory: string, contentType: string | undefined): Promise<ReplyFile> {
  const path = join(directory, await newName(contentType));
  const handle: FileHandle = await open(path, 'wx', OWNER_ONLY).catch(unwritable);
  return { path, append: (chunk) => handle.appendFile(chunk).catch(unwritable), close: () => handle.close() };
}

function unwritable(cause: unknown): never {
  throw new CodedError(`DISK_${errorCode(cause) ?? 'unknown'}`, cause);
}

/**
 * Writes data to a new file. It does so on the main thread, because all of Node's other threads may be waiting for a
 * file or a name server that never replies.
 *
 * @returns its path, or the system's code if it cannot be written
 */
export async function writeReplyFile(
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

/** A unique name, with the usual extension of the content type. */
async function newName(contentType = ''): Promise<string> {
  const { default: mime } = await import('mime');
  return `n8n-response-${randomUUID()}.${mime.getExtension(contentType) || 'bin'}`;
}
