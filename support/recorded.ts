// What real n8n servers answered: recorded/n8n-VERSION.json maps a reply's name to the request and the reply.
import { readdirSync, readFileSync } from 'node:fs';
import type { Reply } from '../src/http/exchange.ts';
import { isRecord } from './shapes.ts';

export interface Recorded {
  /** `n8n-VERSION: name`. */
  readonly title: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly reply: Reply;
}

const folder = new URL('../__tests__/recorded/', import.meta.url);

/** Every recorded reply of every recorded version. */
export const recordings: readonly Recorded[] = readdirSync(folder)
  .filter((file) => file.startsWith('n8n-'))
  .flatMap((file) => {
    const all: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    return Object.entries(isRecord(all) ? all : {}).map(([name, recording]) =>
      read(file.replace('.json', ''), name, recording),
    );
  });

function read(version: string, name: string, recording: unknown): Recorded {
  if (isRecord(recording) && isRecord(recording['request']) && isRecord(recording['headers'])) {
    const { request, headers, status, body } = recording;
    if (typeof status === 'number' && typeof body === 'string') {
      const texts = Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, String(value)]));
      return {
        title: `${version}: ${name}`,
        name,
        method: String(request['method']),
        path: String(request['path']),
        reply: madeReply(status, body, texts),
      };
    }
  }
  throw new Error(`The recording "${name}" of ${version} is not of the form {request, status, headers, body}`);
}

/** A reply as if it had come over the wire. */
export function madeReply(status: number, body: string | Buffer = '', headers: Record<string, string> = {}): Reply {
  const start = Buffer.from(body);
  return { kind: 'reply', status, headers, body: { start, size: start.length, file: undefined } };
}
