// What becomes of one attempt that the network or the server break off before anything of a reply is there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { exchange } from '../../src/http/exchange.ts';
import { freePort, listenOnLoopback } from '../../support/loopback.ts';
import { bodyOf, folder, JSON_BODY, meaning, onRequest, send, verdictOf } from '../../support/one-attempt.ts';
import { serveTcp } from '../../support/server.ts';

describe('before the request is sent', () => {
  test('a name that is not found is asked for again', async () => {
    expect(meaning(await send('http://no-such-host.invalid'))).toBe('name-not-found, ran: no, again');
  });

  test('a port that nobody listens on is tried again', async () => {
    expect(meaning(await send(`http://127.0.0.1:${await freePort()}`))).toBe('connection-refused, ran: no, again');
  });

  test('a time-out while connecting is tried again', async () => {
    // TLS that never answers is a connection that does not come about.
    const { port } = await serveTcp(() => undefined);
    const result = await send(`https://127.0.0.1:${port}`, {}, 200);
    expect(result).toMatchObject({ stage: 'connect', code: 'TIMEOUT' });
    expect(meaning(result)).toBe('not-connected, ran: no, again');
  });

  test('https on a port that speaks http is explained', async () => {
    const { port } = await serveTcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(meaning(await send(`https://127.0.0.1:${port}`))).toBe('tls, ran: no');
  });

  test.each([
    ['a protocol that is too old', 70, 'enable TLS 1.2 or 1.3'],
    ['nothing in common', 40, 'agree on no protocol version, cipher or curve'],
    ['ciphers that are too weak', 71, 'agree on no protocol version, cipher or curve'],
    ['a name that the server does not know', 112, 'no certificate for this host name'],
    ['another alert', 80, 'Check that this port speaks https'],
  ])('%s in TLS is explained', async (_, description, hint) => {
    // An alert record: fatal, and why (RFC 8446, section 6).
    const alert = Buffer.from([21, 3, 3, 0, 2, 2, description]);
    const { port } = await serveTcp((socket) => socket.once('data', () => socket.end(alert)));
    const result = await send(`https://127.0.0.1:${port}`);
    expect(meaning(result)).toBe('tls, ran: no');
    expect(verdictOf(result).hint).toContain(hint);
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
      return { port: await listenOnLoopback(server), close: () => server.close() };
    }

    test('that nobody vouches for is explained, and the request is not sent', async () => {
      const { port, close } = await secure(make('self', '/CN=127.0.0.1', 'IP:127.0.0.1'));
      const result = await send(`https://127.0.0.1:${port}`);
      close();
      expect(result).toMatchObject({ stage: 'connect', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
      expect(meaning(result)).toBe('certificate, ran: no');
      expect(verdictOf(result).hint).toContain('ca-cert');
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
