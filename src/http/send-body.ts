import type { ClientRequest } from 'node:http';
import { CodedError } from '../text/error-code.ts';
import type { Body } from './body.ts';

/** How much is handed to the connection at once, in bytes. The last piece waits until all others have been sent. */
const PIECE = 64 * 1024;

/**
 * Writes a body to a request and ends it; `onLast` is called before the last byte is handed over. Resolves when
 * everything is sent or the request has ended. If the body cannot be read or is shorter than announced, the request
 * ends with the code `UNREADABLE`.
 */
export async function sendBody(request: ClientRequest, body: Body | undefined, onLast: () => void): Promise<void> {
  let missing = body?.size ?? 0;
  let goOn = (): void => undefined;
  request.once('close', () => goOn());
  try {
    for await (const chunk of body?.open() ?? []) {
      for (const piece of piecesOf(chunk)) {
        missing -= piece.length;
        if (missing <= 0) onLast();
        // Once Node has the whole reply, it no longer emits `drain`, but still calls back.
        await new Promise<void>((resolve) => {
          goOn = resolve;
          request.write(piece, () => resolve());
        });
        if (request.destroyed) return;
      }
    }
  } catch (error) {
    request.destroy(new CodedError('UNREADABLE', error));
    return;
  }
  if (missing > 0) {
    request.destroy(new CodedError('UNREADABLE'));
    return;
  }
  onLast();
  await new Promise<void>((resolve) => {
    goOn = resolve;
    request.end(resolve);
  });
}

function* piecesOf(chunk: Buffer): Generator<Buffer> {
  for (let from = 0; from < chunk.length; from += PIECE) yield chunk.subarray(from, from + PIECE);
}
