// What every trigger has in common: identity, attempts and what is logged of them.
import { describe, expect, test } from '@jest/globals';
import { main } from '../../src/main.ts';
import { testHost } from '../../support/host.ts';
import { answer, type Script, serve } from '../../support/server.ts';

const SECRET = { 'signing-secret': 'sign1ng-s3cret' };

async function run(script: Script, inputs: Record<string, string> = {}) {
  const server = await serve(script);
  const host = testHost({ inputs: { url: `${server.origin}/webhook/h1dden-path`, payload: '{"a":1}', ...inputs } });
  return { exitCode: await main(host), host, server, log: host.events.filter((line) => /^info|^debug/.test(line)) };
}

const busy = answer(429, '{"message":"Too many requests"}');
const done = answer(200, '{"ok":true}');

describe('each attempt', () => {
  test('has the same identity and its own token', async () => {
    const { server } = await run([busy, busy, done], { 'jwt-secret': 'a-passphrase-of-some-length' });
    const [first, ...others] = server.requests.map(({ headers }) => headers);
    expect(first?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    for (const headers of others) {
      expect(headers.traceparent).toBe(first?.traceparent);
      expect(headers['idempotency-key']).toBe(first?.['idempotency-key']);
    }
    expect(server.requests).toHaveLength(3);
    for (const { headers } of server.requests) expect(headers.authorization).toMatch(/^Bearer \S+\.\S+\.\S+$/);
  });

  test('is logged with its number and reply, and is counted', async () => {
    const { log, host } = await run([busy, done]);
    expect(log.filter((line) => line.startsWith('info: Attempt'))).toEqual([
      'info: Attempt 1: HTTP 429, 31 B in 0 ms',
      'info: Attempt 2: HTTP 200, 11 B in 0 ms',
    ]);
    expect(host.outputs).toMatchObject({ attempts: '2', success: 'true' });
  });
});

test('the log names origin, method and load, and neither path nor values of headers', async () => {
  const { log, server } = await run([done], { headers: 'X-Token: t0ken-value', ...SECRET });
  expect(log[0]).toBe(`info: Calling the webhook at ${server.origin}: POST with 7 B of application/json`);
  expect(log.join('\n')).toContain('X-Token');
  expect(log.join('\n')).not.toMatch(/h1dden-path|t0ken-value|sign1ng/);
});
