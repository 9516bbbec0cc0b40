// Through a real proxy, to a real TLS server with a certificate of a private authority.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { freePort, listenOnLoopback } from '../../support/loopback.ts';
import { runStep, type StepResult } from '../../support/step.ts';

/** A name of the loopback interface that the toolkit does not know for one: it bypasses proxies for those. */
const { name: HOST, address: ADDRESS } = await nameOfLoopback();
const PASSWORD = 'pr0xy-pass';

const folder = mkdtempSync(join(tmpdir(), 'proxy-'));
const closers: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterAll(() => {
  for (const close of closers.reverse()) close();
});

const lacking = await whatIsLacking();
if (lacking !== '') console.warn(`Skipped: ${lacking}`);
const suite = lacking === '' ? describe : describe.skip;

async function whatIsLacking(): Promise<string> {
  if (spawnSync('tinyproxy', ['-v']).status !== 0) return 'tinyproxy is not installed (apt-get install tinyproxy)';
  if (spawnSync('openssl', ['version']).status !== 0) return 'openssl is not installed';
  return HOST === '' ? 'this machine has no further name on its loopback interface' : '';
}

async function nameOfLoopback(): Promise<{ name: string; address: string }> {
  for (const name of [hostname(), 'ip6-localhost']) {
    const found = await lookup(name).catch(() => undefined);
    if (found && /^127\.|^::1$/.test(found.address)) return { name: name.toLowerCase(), address: found.address };
  }
  return { name: '', address: '' };
}

suite('a proxy', () => {
  const start = async () => {
    const ca = join(folder, 'ca');
    openssl(`req -x509 -newkey rsa:2048 -nodes -days 1 -keyout ${ca}.key -out ${ca}.crt -subj /CN=Private`);
    const right = await secureServer(certificate('right', HOST));
    const wrong = await secureServer(certificate('wrong', 'elsewhere.example'));
    const proxy = await tinyproxy();
    return { ca: `${ca}.crt`, right, wrong, proxy };
  };
  let started: ReturnType<typeof start> | undefined;
  /** Nothing is started where all is skipped. */
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
  const connects = async (): Promise<number> =>
    readFileSync((await setUp()).proxy.log, 'utf8').split('Established connection to host').length - 1;

  test('with a password is used, and the certificate of a private authority accepted', async () => {
    const before = await connects();
    const step = await run({});
    expect(step.visibleLog).toContain('HTTP 200');
    expect(step.outputs).toMatchObject({ success: 'true', status: '200', 'response-body': '{"ok":true}' });
    expect((await setUp()).right.seen).toEqual(['POST /webhook/x']);
    expect(await connects()).toBe(before + 1);
  }, 60_000);

  test('is left out where NO_PROXY names the host', async () => {
    const before = await connects();
    expect((await run({ env: { no_proxy: HOST } })).outputs['success']).toBe('true');
    expect(await connects()).toBe(before);
  });

  test('that refuses the password is told as the proxy, and nothing is sent', async () => {
    const step = await run({ password: 'wrong' });
    expect(step.annotations[0]?.message).toMatch(/The runner's proxy requires a user and password.*did not run/);
    expect((await setUp()).right.seen).toEqual([]);
  });

  test('that is not there is told as the proxy', async () => {
    const step = await run({ port: await freePort() });
    expect(step.annotations[0]?.message).toMatch(/The runner's proxy does not work \(ECONNREFUSED\).*did not run/);
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

  test('is told where it cannot reach the host', async () => {
    const step = await runStep({
      with: { url: `https://${HOST}:${await freePort()}/webhook/x`, retries: '0' },
      env: { https_proxy: `http://user:${PASSWORD}@127.0.0.1:${(await setUp()).proxy.port}` },
    });
    expect(step.annotations[0]?.message).toMatch(/The runner's proxy does not (?:reach|work).*did not run/);
  });
});

function openssl(args: string): void {
  execFileSync('openssl', args.split(' '), { stdio: 'ignore', cwd: folder });
}

/** A certificate of the private authority for a name. */
function certificate(file: string, name: string): { key: string; cert: string } {
  openssl(`req -newkey rsa:2048 -nodes -keyout ${file}.key -out ${file}.csr -subj /CN=${name}`);
  writeFileSync(join(folder, `${file}.ext`), `subjectAltName=DNS:${name}`);
  openssl(
    `x509 -req -in ${file}.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 1 -extfile ${file}.ext -out ${file}.crt`,
  );
  return {
    key: readFileSync(join(folder, `${file}.key`), 'utf8'),
    cert: readFileSync(join(folder, `${file}.crt`), 'utf8'),
  };
}

async function secureServer(pair: { key: string; cert: string }): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = [];
  const server = createSecureServer(pair, (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.setHeader('content-type', 'application/json').end('{"ok":true}');
  });
  server.on('tlsClientError', () => undefined);
  closers.push(() => server.close());
  return { port: await listenOnLoopback(server, 0, ADDRESS), seen };
}

async function tinyproxy(): Promise<{ port: number; log: string }> {
  const port = await freePort();
  const log = join(folder, 'tinyproxy.log');
  const settings = ['Listen 127.0.0.1', 'Allow 127.0.0.1', 'Timeout 20', 'LogLevel Info', 'MaxClients 20'];
  const own = [`Port ${port}`, `LogFile "${log}"`, `BasicAuth user ${PASSWORD}`];
  writeFileSync(join(folder, 'tinyproxy.conf'), [...settings, ...own].join('\n'));
  writeFileSync(log, '', { mode: 0o666 });
  const child = spawn('tinyproxy', ['-d', '-c', join(folder, 'tinyproxy.conf')], { stdio: 'ignore' });
  closers.push(() => child.kill());
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isUp = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isUp) return { port, log };
    await sleep(50);
  }
  throw new Error('tinyproxy did not start');
}
