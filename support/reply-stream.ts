import type { IncomingHttpHeaders } from 'node:http';
import type { ReplyStream } from '../src/http/uncompressed.ts';

/** A reply that gives these chunks, and then ends or breaks. */
export function replyOf(chunks: readonly Buffer[], headers: IncomingHttpHeaders = {}, error?: Error): ReplyStream {
  return {
    headers,
    async *[Symbol.asyncIterator]() {
      yield* chunks;
      if (error) throw error;
    },
  };
}
