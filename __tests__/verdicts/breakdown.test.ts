// What becomes of one attempt when the network or the server misbehave, over real sockets.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Body } from '../../src/body.ts';
import { type Exchange, exchange, type HttpRequest } from '../../src/http.ts';
import { judge } from '../../src/verdict.ts';
import type { Call, Verdict } from '../../src/verdicts/row.ts';
import { freedPort, serveTcp } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'http-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const JSON_BODY = '{"a":1}';

function bodyOf(text: string | Buffer, chunk = 65_536): Body {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, n) =>
    bytes.subarray(n * chunk, (n + 1) * chunk),
  );
  const open = () => Readable.from(chunks, { objectMode: false });
  return { contentType: 'application/json', size: bytes.length, open };
}

async function send(origin: string, given: Partial<HttpRequest> = {}, timeoutMs = 2000): Promise<Exchange> {
  const url = new URL(`${origin}/webhook/x`);
  const request = { method: 'POST', url, headers: {}, body: bodyOf(JSON_BODY), ...given };
  return exchange(request, { timeoutMs, spillDirectory: folder });
}

/** Calls back once the whole request is there, with its bytes. */
function onRequest(socket: Socket, then: (request: Buffer) => void): void {
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

/** Plays bytes as the reply to a whole request, and ends as told. */
const replies = (bytes: string | Buffer, then: 'close' | 'reset' | 'stall' = 'close') =>
  serveTcp((socket) =>
    onRequest(socket, () => {
      socket.write(bytes, () => {
        if (then === 'close') socket.end();
        // The bytes have to be read before the reset, which would throw them away.
        else if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 50);
      });
    }),
  );

function verdictOf(result: Exchange): Verdict {
  const call: Call = {
    mode: 'webhook',
    route: 'webhook',
    addressInput: 'url',
    method: 'POST',
    url: new URL('http://n8n.test/webhook/x'),
    bodySize: 7,
    contentType: 'application/json',
    credentials: [],
    timeoutMs: 2000,
    acceptStatus: [[200, 299]],
  };
  return judge(result, call);
}

/** Row, whether it ran, and whether it is sent again by itself. */
function meaning(result: Exchange): string {
  const { row, ran, retry } = verdictOf(result);
  return `${row}, ran: ${ran}${ran === 'no' && retry ? ', again' : ''}`;
}

describe('before the request is sent', () => {
  test('a name that is not found is asked for again', async () => {
    expect(meaning(await send('http://no-such-host.invalid'))).toBe('name-not-found, ran: no, again');
  });

  test('a port that nobody listens on is tried again', async () => {
    expect(meaning(await send(`http://127.0.0.1:${await freedPort()}`))).toBe('connection-refused, ran: no, again');
  });

  test('a time-out while connecting is tried again', async () => {
    // TLS that never answers is a connection that does not come about.
    const { port } = await serveTcp(() => undefined);
    const result = await send(`https://127.0.0.1:${port}`, {}, 200);
    expect(result).toMatchObject({ stage: 'connect', code: 'TIMEOUT' });
    expect(meaning(result)).toBe('not-connected, ran: no, again');
  });

  test('https on a port that speaks http is explained', async () => {
    const { port } = await replies('');
    const plain = createTcpServer((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
    const address = plain.address();
    const result = await send(`https://127.0.0.1:${typeof address === 'object' ? address?.port : port}`);
    plain.close();
    expect(meaning(result)).toBe('tls, ran: no');
  });

  test('a reset while the secure connection is made is tried again', async () => {
    const { port } = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(meaning(await send(`https://127.0.0.1:${port}`))).toBe('not-connected, ran: no, again');
  });

  describe('a certificate', () => {
    const make = (name: string, subject: string, alternative: string): { key: string; cert: string } => {
      const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
      const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
      const rest = ['-keyout', key, '-out', cert, '-subj', subject, '-addext', `subjectAltName=${alternative}`];
      execFileSync('openssl', [...args, ...rest], { stdio: 'ignore' });
      return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    };

    async function secure(pair: { key: string; cert: string }): Promise<{ port: number; close: () => void }> {
      const server = createTlsServer(pair, (socket) => socket.on('error', () => undefined));
      server.on('tlsClientError', () => undefined);
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      return { port: address.port, close: () => server.close() };
    }

    test('that nobody vouches for is explained, and the request is not sent', async () => {
      const { port, close } = await secure(make('self', '/CN=127.0.0.1', 'IP:127.0.0.1'));
      const result = await send(`https://127.0.0.1:${port}`);
      close();
      expect(result).toMatchObject({ stage: 'connect', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
      expect(meaning(result)).toBe('certificate, ran: no');
      expect(verdictOf(result).advice).toContain('NODE_EXTRA_CA_CERTS');
    });
  });
});

describe('while the request is being sent', () => {
  const large = bodyOf(Buffer.alloc(24 * 1024 * 1024, 'x'));

  test('a reset is certain not to have run anything', async () => {
    const { origin } = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const result = await send(origin, { body: large });
    expect(result).toMatchObject({ kind: 'breakdown', stage: 'send' });
    expect(meaning(result)).toBe('broken-request, ran: no, again');
  });

  test('a server that stops reading meets the deadline, and nothing ran', async () => {
    const { origin } = await serveTcp((socket) => socket.pause());
    const result = await send(origin, { body: large }, 300);
    expect(result).toMatchObject({ stage: 'send', code: 'TIMEOUT' });
    expect(meaning(result)).toBe('broken-request, ran: no, again');
  });

  test('a body that cannot be read to its end runs nothing', async () => {
    const { origin } = await serveTcp(() => undefined);
    const open = () =>
      Readable.from(
        (async function* () {
          yield Buffer.from('{"a":');
          throw Object.assign(new Error('disk'), { code: 'EIO' });
        })(),
        { objectMode: false },
      );
    const result = await send(origin, { body: { contentType: 'application/json', size: 7, open } });
    expect(meaning(result)).toBe('unreadable-body, ran: no');
  });

  test('a body that has become shorter than it was runs nothing', async () => {
    const { origin } = await serveTcp(() => undefined);
    const open = () => Readable.from([Buffer.from('{"a"')], { objectMode: false });
    const result = await send(origin, { body: { contentType: 'application/json', size: 7, open } });
    expect(meaning(result)).toBe('unreadable-body, ran: no');
  });

  test('the last byte makes it whole, whenever the stream ends', async () => {
    // The stream gives all of its bytes and ends later: in between, the server has all that it needs to run.
    const open = () =>
      Readable.from(
        (async function* () {
          yield Buffer.from(JSON_BODY);
          await new Promise((done) => setTimeout(done, 300));
        })(),
        { objectMode: false },
      );
    const { origin } = await serveTcp((socket) => onRequest(socket, () => socket.resetAndDestroy()));
    const result = await send(origin, { body: { contentType: 'application/json', size: JSON_BODY.length, open } });
    expect(result).toMatchObject({ stage: 'wait' });
    expect(meaning(result)).toBe('no-reply, ran: maybe');
  });

  test('a refusal that comes early is heard', async () => {
    const { origin } = await serveTcp((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 413 Payload Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      });
      socket.on('data', () => undefined);
    });
    expect(meaning(await send(origin, { body: large }))).toBe('too-large, ran: no');
  });
});

describe('behind the request, before the reply', () => {
  test('a reset may have run it', async () => {
    const { origin } = await serveTcp((socket) => onRequest(socket, () => socket.resetAndDestroy()));
    expect(meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test.each(['GET', 'HEAD', 'DELETE'])('a reset of a %s without a body may have run it', async (method) => {
    const { origin } = await serveTcp((socket) => onRequest(socket, () => socket.resetAndDestroy()));
    expect(meaning(await send(origin, { method, body: undefined }))).toBe('no-reply, ran: maybe');
  });

  test('a close may have run it', async () => {
    const { origin } = await replies('');
    expect(meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test('silence may have run it', async () => {
    const { origin } = await serveTcp(() => undefined);
    const result = await send(origin, {}, 200);
    expect(result).toMatchObject({ stage: 'wait', code: 'TIMEOUT' });
    expect(meaning(result)).toBe('no-reply, ran: maybe');
  });

  test.each([
    ['garbage', '\u0000\u0001\u0002\r\n\r\n'],
    ['another protocol', '220 mail.example.com ESMTP\r\n'],
    ['a status that is no number', 'HTTP/1.1 2x0 OK\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['a header of 20 kB', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`],
    ['a million headers', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(1_000_000)}\r\n`],
    ['a million interim replies', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1_000_000)],
    ['half a head', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
  ])('%s may have run it', async (_, bytes) => {
    const { origin } = await replies(bytes);
    expect(meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test('interim replies are passed over, up to the deadline', async () => {
    const interim = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n';
    const { origin } = await replies(`${interim.repeat(20)}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`);
    expect(meaning(await send(origin))).toBe('accepted, ran: yes');
    const endless = await replies(interim, 'stall');
    expect(await send(endless.origin, {}, 200)).toMatchObject({ stage: 'wait', code: 'TIMEOUT' });
  });
});

describe('in the reply', () => {
  const head = (more: string) => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${more}\r\n\r\n`;

  test.each([
    ['a reset', `${head('content-length: 100')}{"a":`, 'reset', 'ECONNRESET'],
    ['a close before the length that was named', `${head('content-length: 100')}{"a":`, 'close', 'ECONNRESET'],
    ['a close between chunks', `${head('transfer-encoding: chunked')}5\r\n{"a":\r\n`, 'close', 'ECONNRESET'],
    ['a chunk that is none', `${head('transfer-encoding: chunked')}zz\r\n`, 'close', 'ECONNRESET'],
    [
      'a chunk with 1 MB of extensions',
      `${head('transfer-encoding: chunked')}2;${'x'.repeat(1e6)}`,
      'close',
      'ECONNRESET',
    ],
    [
      'a million trailers',
      `${head('transfer-encoding: chunked')}2\r\n{}\r\n0\r\n${'x: y\r\n'.repeat(1_000_000)}`,
      'close',
      'ECONNRESET',
    ],
    ['a stall', `${head('content-length: 100')}{"a":`, 'stall', 'TIMEOUT'],
    ['broken gzip', `${head('content-encoding: gzip')}no gzip`, 'close', 'Z_DATA_ERROR'],
  ] as const)('%s may have run it, and keeps the status', async (_, bytes, then, code) => {
    const { origin } = await replies(bytes, then);
    const result = await send(origin, {}, then === 'stall' ? 300 : 2000);
    expect(result).toEqual({ kind: 'breakdown', stage: 'receive', code, status: 200 });
    expect(meaning(result)).toBe('broken-reply, ran: maybe');
  });

  test('three thousand headers are as good as one', async () => {
    const { origin } = await replies(`${head(`content-length: 2\r\n${'a:\r\n'.repeat(3000)}b: c`)}{}`);
    expect(meaning(await send(origin))).toBe('accepted, ran: yes');
  });

  test('gzip that breaks off may have run it', async () => {
    const zipped = gzipSync(Buffer.alloc(10_000, 'abc'));
    const { origin } = await replies(
      Buffer.concat([Buffer.from(head('content-encoding: gzip')), zipped.subarray(0, 30)]),
    );
    expect(meaning(await send(origin))).toBe('broken-reply, ran: maybe');
  });

  test('gzip is unpacked', async () => {
    const zipped = gzipSync('{"a":1}');
    const { origin } = await replies(Buffer.concat([Buffer.from(head('content-encoding: gzip')), zipped]));
    const result = await send(origin);
    expect(result.kind === 'reply' && result.body.start.toString()).toBe('{"a":1}');
  });

  test('a small file that unpacks to 64 MB goes to disk', async () => {
    const zipped = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const { origin } = await replies(Buffer.concat([Buffer.from(head('content-encoding: gzip')), zipped]));
    const result = await send(origin, {}, 20_000);
    expect(result).toMatchObject({ kind: 'reply', body: { size: 64 * 1024 * 1024, file: expect.any(String) } });
  });

  test('that breaks off leaves no file behind', async () => {
    const place = mkdtempSync(join(folder, 'spill-'));
    const { origin } = await replies(`${head('content-length: 9000000')}${'x'.repeat(3_000_000)}`);
    const url = new URL(`${origin}/webhook/x`);
    const result = await exchange({ method: 'GET', url, headers: {} }, { timeoutMs: 2000, spillDirectory: place });
    expect(meaning(result)).toBe('broken-reply, ran: maybe');
    expect(readdirSync(place)).toEqual([]);
  });

  test('bytes beyond the length that was named are not part of it', async () => {
    const { origin } = await replies(`${head('content-length: 2')}{}HTTP/1.1 500 Smuggled\r\n\r\n`);
    const result = await send(origin);
    expect(result.kind === 'reply' && result.body.start.toString()).toBe('{}');
  });

  test('a body without end meets the deadline', async () => {
    const { origin } = await serveTcp((socket) =>
      onRequest(socket, () => {
        socket.write(head('transfer-encoding: chunked'));
        const more = setInterval(() => socket.write('1\r\nx\r\n'), 20);
        socket.once('close', () => clearInterval(more));
      }),
    );
    const result = await send(origin, {}, 300);
    expect(result).toMatchObject({ stage: 'receive', code: 'TIMEOUT', status: 200 });
  });

  test('JSON nested 100,000 deep is a reply like others', async () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    const { origin } = await replies(`${head(`content-length: ${deep.length}`)}${deep}`);
    expect(meaning(await send(origin))).toBe('accepted, ran: yes');
    const deeper = '['.repeat(100_000) + ']'.repeat(100_000);
    const { origin: second } = await replies(`${head(`content-length: ${deeper.length}`)}${deeper}`);
    expect(meaning(await send(second))).toBe('accepted, ran: yes');
  });
});

test('a step that is stopped says at which stage', async () => {
  const { origin } = await serveTcp(() => undefined);
  const stop = new AbortController();
  const url = new URL(`${origin}/webhook/x`);
  const limits = { timeoutMs: 5000, spillDirectory: folder, signal: stop.signal };
  const running = exchange({ method: 'POST', url, headers: {}, body: bodyOf(JSON_BODY) }, limits);
  setTimeout(() => stop.abort(), 100);
  expect(await running).toMatchObject({ stage: 'wait', code: 'ABORTED' });
  expect(await exchange({ method: 'GET', url, headers: {} }, limits)).toMatchObject({
    stage: 'connect',
    code: 'ABORTED',
  });
});
