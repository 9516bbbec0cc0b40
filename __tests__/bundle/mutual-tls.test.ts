// A client certificate and a private authority, given to the step by its inputs.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterAll, describe, expect, test } from '@jest/globals';
import { listenOnLoopback } from '../../support/loopback.ts';
import { runStep, type StepResult } from '../../support/step.ts';

const folder = mkdtempSync(join(tmpdir(), 'mutual-tls-'));
const closers: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterAll(() => {
  for (const close of closers.reverse()) close();
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) console.warn('Skipped: openssl is not installed');
const suite = hasOpenssl ? describe : describe.skip;

/** A certificate that vouches for itself. */
function certificate(name: string): { key: string; cert: string; file: string } {
  const file = join(folder, name);
  const args = `req -x509 -newkey rsa:2048 -nodes -days 1 -keyout ${file}.key -out ${file}.crt -subj /CN=${name}`;
  execFileSync('openssl', [...args.split(' '), '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' });
  return { key: readFileSync(`${file}.key`, 'utf8'), cert: readFileSync(`${file}.crt`, 'utf8'), file: `${file}.crt` };
}

suite('a server that requires a client certificate', () => {
  const start = async () => {
    const [own, client] = [certificate('server'), certificate('client')];
    const server = createServer(
      { key: own.key, cert: own.cert, ca: client.cert, requestCert: true },
      (request, response) => {
        const name = request.socket instanceof TLSSocket ? request.socket.getPeerCertificate().subject.CN : '';
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ name }));
      },
    );
    server.on('tlsClientError', () => undefined);
    closers.push(() => server.close());
    return { url: `https://localhost:${await listenOnLoopback(server)}/webhook/x`, own, client };
  };
  let started: ReturnType<typeof start> | undefined;

  async function run(inputs: (client: { key: string; cert: string }) => Record<string, string>): Promise<StepResult> {
    started ??= start();
    const { url, own, client } = await started;
    return runStep({ with: { url, retries: '0', 'ca-cert': own.cert, ...inputs(client) } });
  }

  test('gets the certificate of the step', async () => {
    const step = await run(({ key, cert }) => ({ 'client-cert': cert, 'client-key': key }));
    expect(step.outputs).toMatchObject({ success: 'true', 'response-body': '{"name":"client"}' });
    const lines = step.masks.join('\n');
    expect(lines).not.toContain('-----');
    expect(lines).toMatch(/^[A-Za-z0-9+/]{64}$/m);
  });

  test('refuses a step without one', async () => {
    const step = await run(() => ({}));
    expect(step.annotations).toMatchObject([
      {
        title: 'The n8n workflow was not triggered',
        message: expect.stringMatching(/^localhost:\d+ requires a client certificate/),
      },
    ]);
  });
});
