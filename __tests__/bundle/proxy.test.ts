// Through a real proxy, to a real TLS server with a certificate of a private authority.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Certificate, certificate, HAS_OPENSSL } from '../../support/certificate.ts';
import { freePort, listenOnLoopback } from '../../support/loopback.ts';
import { LACKING, LOOPBACK_NAME, startTinyproxy } from '../../support/real-proxies.ts';
import { runStep, type StepResult } from '../../support/step.ts';

const { name: HOST, address: ADDRESS } = LOOPBACK_NAME ?? { name: '', address: '' };
const PASSWORD = 'pr0xy-pass';

const folder = mkdtempSync(join(tmpdir(), 'proxy-'));
const closers: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterAll(() => {
  for (const close of closers.reverse()) close();
});

const suite = LACKING === undefined && HAS_OPENSSL ? describe : describe.skip;

suite('a proxy', () => {
  const start = async () => {
    const authority = certificate('Private');
    const ca = join(folder, 'ca.crt');
    writeFileSync(ca, authority.cert);
    const right = await secureServer(certificate(HOST, authority));
    const wrong = await secureServer(certificate('elsewhere.example', authority));
    const proxy = await startTinyproxy('user', PASSWORD);
    return { ca, right, wrong, proxy };
  };
  let started: ReturnType<typeof start> | undefined;
  /** Nothing is started if all tests are skipped. */
  const setUp = () => {
    started ??= start();
    return started;
  };

  interface Setting {
    password?: string;
    ca?: boolean;
    to?: 'right' | 'wrong';
    env?: Record<string, string>;
    /** The proxy's port. */
    port?: number;
  }

  async function run({ password = PASSWORD, ca = true, to = 'right', env = {}, port }: Setting): Promise<StepResult> {
    const set = await setUp();
    set.right.seen.length = 0;
    return runStep({
      with: { url: `https://${HOST}:${set[to].port}/webhook/x`, retries: '0', timeout: '10s' },
      env: {
        https_proxy: `http://user:${encodeURIComponent(password)}@127.0.0.1:${port ?? set.proxy.port}`,
        ...(ca && { NODE_EXTRA_CA_CERTS: set.ca }),
        ...env,
      },
    });
  }

  /** How often the proxy was asked to connect. */
  const connects = async (): Promise<number> => (await setUp()).proxy.logged(/Established connection to host/);

  test('with a password is used, and the certificate of a private authority is accepted', async () => {
    const before = await connects();
    const step = await run({});
    expect(step.visibleLog).toContain('HTTP 200');
    expect(step.outputs).toMatchObject({ success: 'true', status: '200', 'response-body': '{"ok":true}' });
    expect((await setUp()).right.seen).toEqual(['POST /webhook/x']);
    expect(await connects()).toBe(before + 1);
  }, 60_000);

  test('is bypassed if NO_PROXY names the host', async () => {
    const before = await connects();
    expect((await run({ env: { no_proxy: HOST } })).outputs['success']).toBe('true');
    expect(await connects()).toBe(before);
  });

  test('that refuses the password is reported as such, and nothing is sent', async () => {
    const step = await run({ password: 'wrong' });
    expect(step.annotations[0]?.message).toMatch(/The runner's proxy requires a user and password.*did not run/);
    expect((await setUp()).right.seen).toEqual([]);
  });

  test('that is down is reported as such', async () => {
    const step = await run({ port: await freePort() });
    expect(step.annotations[0]?.message).toMatch(/The runner's proxy failed \(ECONNREFUSED\).*did not run/);
  });

  test('does not hide that the authority is unknown', async () => {
    const step = await run({ ca: false });
    expect(step.annotations[0]?.message).toMatch(/is not trusted .*ca-cert/);
    expect((await setUp()).right.seen).toEqual([]);
  });

  test('does not hide that the certificate is for another name', async () => {
    const step = await run({ to: 'wrong' });
    expect(step.annotations[0]?.message).toMatch(/is for another name \(ERR_TLS_CERT_ALTNAME_INVALID\)/);
  });

  test('is reported if it cannot reach the host', async () => {
    const step = await runStep({
      with: { url: `https://${HOST}:${await freePort()}/webhook/x`, retries: '0' },
      env: { https_proxy: `http://user:${PASSWORD}@127.0.0.1:${(await setUp()).proxy.port}` },
    });
    expect(step.annotations[0]?.message).toMatch(/The runner's proxy (?:cannot reach|failed).*did not run/);
  });
});

async function secureServer(pair: Certificate): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = [];
  const server = createSecureServer({ ...pair }, (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.setHeader('content-type', 'application/json').end('{"ok":true}');
  });
  server.on('tlsClientError', () => undefined);
  closers.push(() => server.close());
  return { port: await listenOnLoopback(server, 0, ADDRESS), seen };
}
