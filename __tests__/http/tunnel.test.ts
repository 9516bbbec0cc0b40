// Through proxies that companies run: plain requests and tunnels.

import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { Server } from 'node:net';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type Connections, freshConnections, keptConnections } from '../../src/http/connections.ts';
import { type Exchange, exchange } from '../../src/http/exchange.ts';
import { certificate, HAS_OPENSSL } from '../../support/certificate.ts';
import { freePort, listenOnLoopback } from '../../support/loopback.ts';
import { bodyOf, folder, JSON_BODY } from '../../support/one-attempt.ts';
import { LACKING, LOOPBACK_NAME, startSquid, startTinyproxy } from '../../support/real-proxies.ts';

const suite = LACKING === undefined && HAS_OPENSSL ? describe : describe.skip;
const { name: HOST, address: ADDRESS } = LOOPBACK_NAME ?? { name: '', address: '' };
const servers: Server[] = [];
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});
afterAll(() => {
  for (const server of servers) server.close();
});

suite('a request through', () => {
  const seen: string[] = [];
  const listener: RequestListener = (request, response) => {
    let size = 0;
    request.on('data', (chunk) => {
      size += chunk.length;
    });
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${size}`);
      if (request.url === '/close') request.socket.destroy();
      else response.end('{}');
    });
  };
  const authority = certificate('authority');
  const start = async () => {
    const [plain, secure] = [createPlainServer(listener), createServer(certificate(HOST, authority), listener)];
    servers.push(plain, secure);
    const ports = {
      http: await listenOnLoopback(plain, 0, ADDRESS),
      https: await listenOnLoopback(secure, 0, ADDRESS),
    };
    return { ports, squid: await startSquid(ports.https), tinyproxy: await startTinyproxy('user', 'pr0xy-pass') };
  };
  let started: ReturnType<typeof start> | undefined;
  const setUp = () => {
    started ??= start();
    return started;
  };
  const tls = { ca: authority.cert, cert: undefined, key: undefined };

  async function via(
    proxy: 'squid' | 'tinyproxy',
    scheme: 'http' | 'https',
    {
      path = '/x',
      host = HOST,
      port,
      user = 'user:pr0xy-pass@',
      connections = freshConnections(tls),
    }: {
      path?: string;
      host?: string;
      port?: number;
      user?: string;
      connections?: Connections;
    } = {},
  ): Promise<Exchange> {
    const set = await setUp();
    process.env[`${scheme}_proxy`] = `http://${user}127.0.0.1:${set[proxy].port}`;
    const url = new URL(`${scheme}://${host}:${port ?? set.ports[scheme]}${path}`);
    const request = { method: 'POST', url, headers: {}, body: bodyOf(JSON_BODY) };
    return exchange(request, { timeoutMs: 10_000, spillDirectory: folder, connections });
  }

  test.each(['squid', 'tinyproxy'] as const)(
    '%s reaches a server by http and by https',
    async (proxy) => {
      for (const scheme of ['http', 'https'] as const) {
        seen.length = 0;
        expect([scheme, await via(proxy, scheme)]).toMatchObject([scheme, { kind: 'reply', status: 200 }]);
        expect(seen).toEqual([`POST /x ${JSON_BODY.length}`]);
      }
    },
    30_000,
  );

  test('squid, which builds no tunnel to the port of a plain server, needs none for it', async () => {
    const { squid } = await setUp();
    const tunnels = squid.logged(/CONNECT/);
    await via('squid', 'http');
    expect(squid.logged(/CONNECT/)).toBe(tunnels);
  });

  test('a tunnel that is kept is built once', async () => {
    const { squid } = await setUp();
    const tunnels = squid.logged(/CONNECT/);
    const connections = keptConnections(tls);
    for (let nth = 0; nth < 5; nth += 1)
      expect(await via('squid', 'https', { connections })).toMatchObject({ status: 200 });
    // Squid logs a tunnel when it ends.
    expect(squid.logged(/CONNECT/)).toBe(tunnels);
  });

  test.each([
    ['tinyproxy', 'http', { user: '' }, 'PROXY_407'],
    ['tinyproxy', 'https', { user: 'user:wrong@' }, /^PROXY_40[17]$/],
    ['squid', 'http', { host: 'denied.test' }, 'PROXY_403'],
    ['squid', 'https', { host: 'denied.test' }, 'PROXY_403'],
    ['squid', 'https', { port: 1 }, 'PROXY_403'],
  ] as const)('%s by %s with %j is refused by the proxy', async (proxy, scheme, more, code) => {
    seen.length = 0;
    expect(await via(proxy, scheme, more)).toMatchObject({ stage: 'connect', code: expect.stringMatching(code) });
    expect(seen).toEqual([]);
  });

  test.each(['squid', 'tinyproxy'] as const)('%s does not reach a server that is down', async (proxy) => {
    const port = await freePort();
    expect(await via(proxy, 'http', { port })).toMatchObject({
      stage: 'connect',
      code: expect.stringMatching(/^PROXY_50[03]$/),
    });
  });

  test('a proxy that is down is reported as such', async () => {
    process.env['http_proxy'] = `http://127.0.0.1:${await freePort()}`;
    const request = { method: 'GET', url: new URL('http://n8n.test/'), headers: {} };
    const limits = { timeoutMs: 10_000, spillDirectory: folder, connections: freshConnections() };
    expect(await exchange(request, limits)).toMatchObject({ stage: 'connect', code: 'PROXY_ECONNREFUSED' });
  });

  test('a server that has the whole request and closes is not reported as a failure of squid', async () => {
    expect(await via('squid', 'http', { path: '/close' })).toMatchObject({ kind: 'reply', status: 502 });
  });
});
