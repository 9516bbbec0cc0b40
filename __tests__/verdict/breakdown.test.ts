// What becomes of one attempt that the network or the server break off, or whose reply is late.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { freshConnections } from '../../src/http/connections.ts';
import { type Breakdown, exchange } from '../../src/http/exchange.ts';
import { judge } from '../../src/verdict/judge.ts';
import type { Call } from '../../src/verdict/row.ts';
import { explain } from '../../src/verdict/verdict.ts';
import { madeCall } from '../../support/call.ts';
import { freePort, listenOnLoopback } from '../../support/loopback.ts';
import { bodyOf, folder, JSON_BODY, meaning, onRequest, replies, send, verdictOf } from '../../support/one-attempt.ts';
import { serveTcp } from '../../support/server.ts';
import { broken, type Case, testCases } from '../../support/verdict-cases.ts';

const MIB = 1024 * 1024;

describe('before the request is sent', () => {
  test('a name that is not found is looked up again', async () => {
    expect(await meaning(await send('http://no-such-host.invalid'))).toBe('name-not-found, ran: no, again');
  });

  test('a port that nobody listens on is tried again', async () => {
    expect(await meaning(await send(`http://127.0.0.1:${await freePort()}`))).toBe(
      'connection-refused, ran: no, again',
    );
  });

  test('a time-out while connecting is tried again', async () => {
    // TLS that never replies is a connection that does not come about.
    const { port } = await serveTcp(() => undefined);
    const result = await send(`https://127.0.0.1:${port}`, {}, 200);
    expect(result).toMatchObject({ stage: 'connect', code: 'TIMEOUT' });
    expect(await meaning(result)).toBe('not-connected, ran: no, again');
  });

  test('https on a port that speaks http is explained', async () => {
    const { port } = await serveTcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await meaning(await send(`https://127.0.0.1:${port}`))).toBe('tls, ran: no');
  });

  test.each([
    ['a protocol that is too old', 70, 'enable TLS 1.2 or 1.3'],
    ['nothing in common', 40, 'have no protocol version, cipher or curve in common'],
    ['ciphers that are too weak', 71, 'have no protocol version, cipher or curve in common'],
    ['a name that the server does not know', 112, 'no certificate for this host name'],
    ['another alert', 80, 'Check that this port speaks https'],
  ])('%s in TLS is explained', async (_, description, hint) => {
    // An alert record: fatal, and why (RFC 8446, section 6).
    const alert = Buffer.from([21, 3, 3, 0, 2, 2, description]);
    const { port } = await serveTcp((socket) => socket.once('data', () => socket.end(alert)));
    const result = await send(`https://127.0.0.1:${port}`);
    expect(await meaning(result)).toBe('tls, ran: no');
    expect((await verdictOf(result)).hint).toContain(hint);
  });

  test('a reset while the secure connection is made is tried again', async () => {
    const { port } = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await meaning(await send(`https://127.0.0.1:${port}`))).toBe('not-connected, ran: no, again');
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
      return { port: await listenOnLoopback(server), close: () => server.close() };
    }

    test('of an unknown authority is explained, and the request is not sent', async () => {
      const { port, close } = await secure(make('self', '/CN=127.0.0.1', 'IP:127.0.0.1'));
      const result = await send(`https://127.0.0.1:${port}`);
      close();
      expect(result).toMatchObject({ stage: 'connect', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
      expect(await meaning(result)).toBe('certificate, ran: no');
      expect((await verdictOf(result)).hint).toContain('ca-cert');
    });
  });
});

describe('while the request is being sent', () => {
  const large = bodyOf(Buffer.alloc(24 * 1024 * 1024, 'x'));

  test('a reset is certain not to have run anything', async () => {
    const { origin } = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const result = await send(origin, { body: large });
    expect(result).toMatchObject({ kind: 'breakdown', stage: 'send' });
    expect(await meaning(result)).toBe('broken-request, ran: no, again');
  });

  test('a server that stops reading meets the deadline, and nothing ran', async () => {
    const { origin } = await serveTcp((socket) => socket.pause());
    const result = await send(origin, { body: large }, 300);
    expect(result).toMatchObject({ stage: 'send', code: 'TIMEOUT' });
    expect(await meaning(result)).toBe('broken-request, ran: no, again');
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
    expect(await meaning(result)).toBe('unreadable-body, ran: no');
  });

  test('a body that has become shorter than it was runs nothing', async () => {
    const { origin } = await serveTcp(() => undefined);
    const open = () => Readable.from([Buffer.from('{"a"')], { objectMode: false });
    const result = await send(origin, { body: { contentType: 'application/json', size: 7, open } });
    expect(await meaning(result)).toBe('unreadable-body, ran: no');
  });

  test('the last byte completes it, whenever the stream ends', async () => {
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
    expect(await meaning(result)).toBe('no-reply, ran: maybe');
  });

  test('a refusal that comes early is received', async () => {
    const { origin } = await serveTcp((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 413 Payload Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      });
      socket.on('data', () => undefined);
    });
    expect(await meaning(await send(origin, { body: large }))).toBe('too-large, ran: no');
  });
});

test('a step that is cancelled says at which stage', async () => {
  const { origin } = await serveTcp(() => undefined);
  const stop = new AbortController();
  const url = new URL(`${origin}/webhook/x`);
  const limits = {
    timeoutMs: 5000,
    spillDirectory: folder,
    signal: stop.signal,
    connections: freshConnections(),
  };
  const running = exchange({ method: 'POST', url, headers: {}, body: bodyOf(JSON_BODY) }, limits);
  setTimeout(() => stop.abort(), 100);
  expect(await running).toMatchObject({ stage: 'wait', code: 'ABORTED' });
  expect(await exchange({ method: 'GET', url, headers: {} }, limits)).toMatchObject({
    stage: 'connect',
    code: 'ABORTED',
  });
});

/** What the table says about each code, which no server can be brought to at will. */
const cases: readonly Case[] = [
  {
    on: broken('connect', 'ECONNREFUSED'),
    row: 'connection-refused',
    end: 'retry, ran: no',
    says: /n8n\.example\.com/,
  },
  { on: broken('connect', 'ENOTFOUND'), row: 'name-not-found', end: 'retry, ran: no' },
  { on: broken('connect', 'EAI_AGAIN'), row: 'name-not-found', end: 'retry, ran: no' },
  { on: broken('connect', 'TIMEOUT'), row: 'not-connected', end: 'retry, ran: no', says: /within 5 min/ },
  { on: broken('connect', 'EHOSTUNREACH'), row: 'not-connected', end: 'retry, ran: no', says: /EHOSTUNREACH/ },
  { on: broken('connect', 'DEPTH_ZERO_SELF_SIGNED_CERT'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'ERR_TLS_CERT_ALTNAME_INVALID'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'CERT_HAS_EXPIRED'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'INVALID_PURPOSE'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'UNSPECIFIED'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'ERR_SSL_WRONG_VERSION_NUMBER'), row: 'tls', end: 'failure, ran: no' },
  { on: broken('connect', 'EPROTO'), row: 'tls', end: 'failure, ran: no' },
  {
    on: broken('wait', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'),
    row: 'client-certificate',
    end: 'failure, ran: no',
    says: /requires a client certificate/,
  },
  { on: broken('send', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'), row: 'client-certificate', end: 'failure, ran: no' },
  {
    on: broken('connect', 'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE'),
    row: 'client-certificate',
    end: 'failure, ran: no',
  },
  { on: broken('wait', 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'), row: 'no-reply', end: 'retry, ran: maybe' },
  {
    on: broken('receive', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 200),
    row: 'broken-reply',
    end: 'retry, ran: maybe',
    says: /HTTP 200/,
  },
  { on: broken('send', 'ECONNRESET'), row: 'broken-request', end: 'retry, ran: no' },
  {
    on: broken('send', 'TIMEOUT'),
    row: 'broken-request',
    end: 'retry, ran: no',
    call: { bodySize: 30_000_000 },
    says: /not sent completely within 5 min\. .* Raise timeout if 30\.0 MB take longer/,
  },
  {
    on: broken('send', 'TIMEOUT'),
    row: 'broken-request',
    end: 'retry, ran: no',
    says: /Raise timeout if the connection is slow/,
  },
  { on: broken('connect', 'PROXY_407'), row: 'proxy', end: 'failure, ran: no', says: /user:password@proxy/ },
  { on: broken('connect', 'PROXY_401'), row: 'proxy', end: 'failure, ran: no', says: /user:password@proxy/ },
  { on: broken('connect', 'PROXY_403'), row: 'proxy', end: 'failure, ran: no', says: /NO_PROXY/ },
  { on: broken('connect', 'PROXY_502'), row: 'proxy', end: 'retry, ran: no', says: /cannot reach .*HTTP 502/ },
  {
    on: broken('connect', 'PROXY_ECONNREFUSED'),
    row: 'proxy',
    end: 'retry, ran: no',
    says: /ECONNREFUSED.*HTTPS_PROXY/,
  },
  { on: broken('connect', 'PROXY_FAILED'), row: 'proxy', end: 'retry, ran: no', says: /proxy failed\./ },
  { on: broken('connect', 'UNREADABLE'), row: 'unreadable-body', end: 'failure, ran: no' },
  {
    on: broken('receive', 'DISK_ENOSPC', 200),
    row: 'reply-not-written',
    end: 'failure, ran: maybe',
    says: /RUNNER_TEMP/,
  },
  { on: broken('send', 'UNREADABLE'), row: 'unreadable-body', end: 'failure, ran: no' },
  { on: broken('wait', 'ECONNRESET'), row: 'no-reply', end: 'retry, ran: maybe', says: /retry-ambiguous/ },
  { on: broken('wait', 'TIMEOUT'), row: 'no-reply', end: 'retry, ran: maybe', says: /raise timeout/ },
  { on: broken('wait', 'HPE_INVALID_CONSTANT'), row: 'no-reply', end: 'retry, ran: maybe', says: /not HTTP/ },
  {
    on: broken('wait', 'HPE_HEADER_OVERFLOW'),
    row: 'no-reply',
    end: 'retry, ran: maybe',
    says: /headers of the reply .* larger than 16 KiB\. .* shorter headers/,
  },
  { on: broken('receive', 'ECONNRESET', 200), row: 'broken-reply', end: 'retry, ran: maybe', says: /HTTP 200/ },
  { on: broken('receive', 'TIMEOUT', 200), row: 'broken-reply', end: 'retry, ran: maybe', says: /not complete/ },
  { on: broken('receive', 'TOO_LARGE', 200), row: 'reply-too-large', end: 'failure, ran: maybe', says: /1\.07 GB/ },
  { on: broken('connect', 'ABORTED'), row: 'aborted', end: 'failure, ran: no' },
  { on: broken('send', 'ABORTED'), row: 'aborted', end: 'failure, ran: no' },
  { on: broken('wait', 'ABORTED'), row: 'aborted', end: 'failure, ran: maybe' },
  { on: broken('receive', 'ABORTED', 200), row: 'aborted', end: 'failure, ran: maybe' },
];

describe('a code', () => {
  testCases(cases);

  test.each<[Breakdown, RegExp, Partial<Call>?]>([
    [broken('connect', 'ERR_TLS_CERT_ALTNAME_INVALID'), /is for another name/],
    [broken('connect', 'CERT_HAS_EXPIRED'), /has expired/],
    [broken('connect', 'SELF_SIGNED_CERT_IN_CHAIN'), /is not trusted \(SELF_/],
    [broken('connect', 'ERR_TLS_HANDSHAKE'), /No TLS connection .* could be established \(ERR_TLS_HANDSHAKE\)/],
    [broken('connect', 'ETIMEDOUT'), /No connection .* could be established \(ETIMEDOUT\)/],
    [broken('send', 'EPIPE'), /proxies and firewalls between/, { bodySize: MIB }],
    [broken('send', 'EPIPE'), /The body of 1\.0 MB may be too large/, { bodySize: MIB + 1 }],
    [broken('wait', 'TIMEOUT'), /No reply came .* within 5 min/],
    [broken('wait', 'ECONNRESET'), /broke before a reply came \(ECONNRESET\)/],
    [broken('receive', 'TIMEOUT', 200), /not complete within 5 min/],
    [broken('receive', 'ECONNRESET', 200), /broke off \(ECONNRESET\)/],
    [broken('receive', 'DISK_ENOSPC', 200), /could not be written to a file \(ENOSPC\)/],
    [broken('connect', 'PROXY_FAILED'), /proxy failed\. /],
    [broken('connect', 'PROXY_4033'), /proxy failed \(4033\)\./],
    [broken('connect', 'PROXY_5022'), /proxy failed \(5022\)\./],
    [broken('connect', 'ERR_SSL_UNSUPPORTED_PROTOCOL'), /enable TLS 1\.2 or 1\.3/],
    [broken('connect', 'ERR_SSL_NO_SHARED_CIPHER'), /no protocol version, cipher or curve/],
    [broken('wait', 'ABORTED'), /The step was cancelled while calling n8n\. The workflow may have run\./],
  ])('has a message that fits: %#', async (...[breakdown, words, given]) => {
    expect(explain(await judge(breakdown, madeCall(given)))).toMatch(words);
  });

  test.each([
    [broken('connect', 'ENOTFOUND'), 'Check … for a typo'],
    [broken('connect', 'ECONNREFUSED'), 'host and port in … are right'],
    [broken('connect', 'ERR_TLS_CERT_ALTNAME_INVALID'), 'the certificate is for in …'],
    [broken('connect', 'PROXY_502'), 'Check …, and that n8n is up'],
  ])('names the input that gave the address: %#', async (breakdown, words) => {
    for (const addressInput of ['url', 'webhook-base', 'api-url'] as const) {
      expect((await judge(breakdown, madeCall({ addressInput }))).hint).toContain(words.replace('…', addressInput));
    }
  });
});

describe('after the request, before the reply', () => {
  test('a reset may have run it', async () => {
    const { origin } = await serveTcp((socket) => onRequest(socket, () => socket.resetAndDestroy()));
    expect(await meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test.each(['GET', 'HEAD', 'DELETE'])('a reset of a %s without a body may have run it', async (method) => {
    const { origin } = await serveTcp((socket) => onRequest(socket, () => socket.resetAndDestroy()));
    expect(await meaning(await send(origin, { method, body: undefined }))).toBe('no-reply, ran: maybe');
  });

  test('a close may have run it', async () => {
    const { origin } = await replies('');
    expect(await meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test('silence may have run it', async () => {
    const { origin } = await serveTcp(() => undefined);
    const result = await send(origin, {}, 200);
    expect(result).toMatchObject({ stage: 'wait', code: 'TIMEOUT' });
    expect(await meaning(result)).toBe('no-reply, ran: maybe');
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
    expect(await meaning(await send(origin))).toBe('no-reply, ran: maybe');
  });

  test('interim replies are passed over, up to the deadline', async () => {
    const interim = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n';
    const { origin } = await replies(`${interim.repeat(20)}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`);
    expect(await meaning(await send(origin))).toBe('accepted, ran: yes');
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
    expect(await meaning(result)).toBe('broken-reply, ran: maybe');
  });

  test('three thousand headers are as good as one', async () => {
    const { origin } = await replies(`${head(`content-length: 2\r\n${'a:\r\n'.repeat(3000)}b: c`)}{}`);
    expect(await meaning(await send(origin))).toBe('accepted, ran: yes');
  });

  test('gzip that breaks off may have run it', async () => {
    const zipped = gzipSync(Buffer.alloc(10_000, 'abc'));
    const { origin } = await replies(
      Buffer.concat([Buffer.from(head('content-encoding: gzip')), zipped.subarray(0, 30)]),
    );
    expect(await meaning(await send(origin))).toBe('broken-reply, ran: maybe');
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

  test('that breaks off leaves no file', async () => {
    const place = mkdtempSync(join(folder, 'spill-'));
    const { origin } = await replies(`${head('content-length: 9000000')}${'x'.repeat(3_000_000)}`);
    const url = new URL(`${origin}/webhook/x`);
    const result = await exchange(
      { method: 'GET', url, headers: {} },
      { timeoutMs: 2000, spillDirectory: place, connections: freshConnections() },
    );
    expect(await meaning(result)).toBe('broken-reply, ran: maybe');
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
    expect(await meaning(await send(origin))).toBe('accepted, ran: yes');
    const deeper = '['.repeat(100_000) + ']'.repeat(100_000);
    const { origin: second } = await replies(`${head(`content-length: ${deeper.length}`)}${deeper}`);
    expect(await meaning(await send(second))).toBe('accepted, ran: yes');
  });
});
