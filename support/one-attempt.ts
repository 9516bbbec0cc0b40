// One attempt over a real socket, and what the table of verdicts makes of it.

import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from '@jest/globals';
import type { Body } from '../src/http/body.ts';
import { freshConnections } from '../src/http/connections.ts';
import { type Exchange, exchange, type HttpRequest } from '../src/http/exchange.ts';
import { judge } from '../src/verdict/judge.ts';
import type { Verdict } from '../src/verdict/verdict.ts';
import { madeCall } from './call.ts';
import { serveTcp } from './server.ts';

/** For certificates and large replies. */
export const folder = mkdtempSync(join(tmpdir(), 'http-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const JSON_BODY = '{"a":1}';

export function bodyOf(text: string | Buffer, chunk = 65_536): Body {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, n) =>
    bytes.subarray(n * chunk, (n + 1) * chunk),
  );
  const open = () => Readable.from(chunks, { objectMode: false });
  return { contentType: 'application/json', size: bytes.length, open };
}

export async function send(origin: string, given: Partial<HttpRequest> = {}, timeoutMs = 2000): Promise<Exchange> {
  const url = new URL(`${origin}/webhook/x`);
  const request = { method: 'POST', url, headers: {}, body: bodyOf(JSON_BODY), ...given };
  return exchange(request, { timeoutMs, spillDirectory: folder, connections: freshConnections() });
}

/** Calls back once the whole request is there, with its bytes. */
export function onRequest(socket: Socket, then: (request: Buffer) => void): void {
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    received.push(chunk);
    const all = Buffer.concat(received);
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return;
    const size = Number(/content-length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1] ?? 0);
    if (all.length === end + 4 + size) then(all);
  });
}

/** Plays bytes as the reply to a whole request, and then ends in the given way. */
export const replies = (bytes: string | Buffer, then: 'close' | 'reset' | 'stall' = 'close') =>
  serveTcp((socket) =>
    onRequest(socket, () => {
      socket.write(bytes, () => {
        if (then === 'close') socket.end();
        // The bytes have to be read before the reset, which would throw them away.
        else if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 50);
      });
    }),
  );

export function verdictOf(result: Exchange): Promise<Verdict> {
  const url = new URL('http://n8n.test/webhook/x');
  return judge(result, madeCall({ url, bodySize: 7, timeoutMs: 2000 }));
}

/** Row, whether it ran, and whether it is sent again by itself. */
export async function meaning(result: Exchange): Promise<string> {
  const { row, ran, retry } = await verdictOf(result);
  return `${row}, ran: ${ran}${ran === 'no' && retry ? ', again' : ''}`;
}
