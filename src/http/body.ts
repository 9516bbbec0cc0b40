import { CodedError } from '../text/error-code.ts';
import type { Json } from '../text/json.ts';

/** A request's body that can be sent more than once, each time with the same bytes; `size` in bytes. */
export interface Body {
  readonly contentType: string;
  readonly size: number;
  /** Reads it in pieces. Each is valid only until the next is asked for: a file's share their memory. */
  readonly open: () => AsyncIterable<Buffer>;
}

export function textBody(text: string, contentType: string): Body {
  return { contentType, size: Buffer.byteLength(text), open: () => bytesOfText(text) };
}

/** In pieces, so that the bytes of a large text never take memory all at once. */
async function* bytesOfText(text: string): AsyncGenerator<Buffer> {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = from + PIECE;
    // A surrogate pair cannot be encoded in halves.
    if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to += 1;
    yield Buffer.from(text.slice(from, to));
  }
}

/** A JSON value as a body, compact. */
export function jsonBody(data: Json): Body {
  return textBody(JSON.stringify(data), 'application/json');
}

export function fileBody(path: string, size: number, contentType: string): Body {
  return { contentType, size, open: () => bytesOf(path, size) };
}

/** How much is read or encoded at once, in bytes: fewer, larger pieces take less CPU time. */
const PIECE = 256 * 1024;

/**
 * Exactly the announced number of bytes of a file. A file that grows meanwhile is cut off; one that shrinks must abort
 * the request, because the server would wait for the rest.
 *
 * @throws an error with the code `UNREADABLE`, also if the file has vanished since the inputs were checked
 */
export async function* bytesOf(path: string, size: number): AsyncGenerator<Buffer> {
  const { open } = await import('node:fs/promises');
  const file = await open(path).catch(unreadable);
  try {
    const buffer = Buffer.allocUnsafeSlow(Math.min(size, PIECE));
    for (let missing = size; missing > 0; ) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(missing, PIECE)).catch(unreadable);
      if (bytesRead === 0) unreadable('it has become shorter');
      missing -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function unreadable(cause: unknown): never {
  throw new CodedError('UNREADABLE', cause);
}
