import type { ClientRequest } from 'node:http';
import type { Body } from './body.ts';

/** A body that could not be read, or was shorter than announced. */
class UnreadableBody extends Error {
  readonly code = 'UNREADABLE';
}

/** What is handed to the connection at once, in bytes: what comes before the last piece has been sent by then. */
const PIECE = 64 * 1024;

/**
 * Writes a body to a request and ends it; `onLast` is called before its last byte is handed over. Resolves when there is
 * nothing more to do: all is sent, or the request has ended, with an {@link UnreadableBody} where that is the reason.
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
        // Node tells nothing of `drain` any more when it has the whole reply, but still calls back.
        await new Promise<void>((resolve) => {
          goOn = resolve;
          if (request.write(piece, () => resolve())) resolve();
        });
        if (request.destroyed) return;
      }
    }
  } catch (error) {
    request.destroy(new UnreadableBody('the body cannot be read', { cause: error }));
    return;
  }
  if (missing > 0) {
    request.destroy(new UnreadableBody('the body is shorter than announced'));
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
