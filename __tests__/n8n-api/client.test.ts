import { describe, expect, test } from '@jest/globals';
import { freshConnections } from '../../src/http/connections.ts';
import type { Instance } from '../../src/n8n/address.ts';
import { type Api, apiClient, type Resource } from '../../src/n8n-api/client.ts';
import { basicAuthorization } from '../../src/request/auth.ts';
import { say } from '../../src/text/safe.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { testHost } from '../../support/host.ts';
import { freePort } from '../../support/loopback.ts';
import { answer, reset, type Script, type ScriptedServer, serve } from '../../support/server.ts';

const subject = { thing: say`the workflow abc`, scope: say`workflow:read`, ifMissing: say`Check the id.` };

function client(base: string, clock: TestClock, more: Partial<Instance> = {}, timeoutMs = 10_000): Api {
  const instance = {
    base,
    secretKey: 'n8n_api_key',
    credentials: undefined,
    addressFrom: 'url' as const,
    headers: [],
    ...more,
  };
  const host = { ...testHost(), clock };
  return apiClient(instance, {
    host,
    retries: 2,
    timeoutMs,
    kept: freshConnections(),
    fresh: freshConnections(),
  });
}

interface Asked {
  read: Resource;
  server: ScriptedServer;
  clock: TestClock;
}

async function ask(script: Script, more: Partial<Instance> = {}): Promise<Asked> {
  const server = await serve(script);
  const clock = testClock();
  const api = client(`${server.origin}/sub`, clock, more);
  const read = await api.request('GET', 'workflows/abc?x=1', subject);
  return { read, server, clock };
}

const found = { ok: true, value: { id: 'abc' } };
const workflow = answer(200, '{"id":"abc"}');

describe('a request to the API', () => {
  test('goes below the base, with the key', async () => {
    const { read, server } = await ask([workflow]);
    expect(read).toEqual(found);
    const [request] = server.requests;
    expect(request?.method).toBe('GET');
    expect(request?.target).toBe('/sub/api/v1/workflows/abc?x=1');
    expect(request?.headers).toMatchObject({ 'x-n8n-api-key': 'n8n_api_key', accept: 'application/json' });
    expect(request?.headers).not.toHaveProperty('authorization');
  });

  test('carries the credentials for a proxy', async () => {
    const { server } = await ask([workflow], { credentials: 'user:pässword' });
    expect(server.requests[0]?.headers.authorization).toBe(basicAuthorization('user:pässword'));
    expect(basicAuthorization('user:pässword')).toBe('Basic dXNlcjpww6Rzc3dvcmQ=');
  });
});

describe('a request that changes something', () => {
  const write = async (script: Script, method: 'POST' | 'PUT' | 'DELETE' = 'POST') => {
    const server = await serve(script);
    const read = await client(server.origin, testClock()).request(method, 'workflows', subject, { body: { a: 1 } });
    return { read, server };
  };

  test('goes out with its body as JSON', async () => {
    const { read, server } = await write([answer(201, '{"id":"abc"}')], 'PUT');
    expect(read).toEqual(found);
    const [request] = server.requests;
    expect([request?.method, request?.body.toString()]).toEqual(['PUT', '{"a":1}']);
    expect(request?.headers['content-type']).toBe('application/json');
  });

  test.each([
    ['a reset', reset, true],
    ['502', answer(502, 'bad gateway'), true],
    ['503', answer(503, 'busy'), true],
    ['500', answer(500, '{"message":"x"}'), true],
    ['400', answer(400, '{"message":"x"}'), false],
  ])('is not sent again after %s', async (_, failure, mayHaveArrived) => {
    const { read, server } = await write([failure, workflow]);
    expect(read).toMatchObject({ error: { mayHaveArrived } });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['a limit', answer(429, 'slow down')],
    ['a start-up', answer(200, 'n8n is starting up. Please wait', { 'content-type': 'text/html' })],
  ])('is sent again after %s, which passed nothing on', async (_, failure) => {
    const { read, server } = await write([failure, workflow]);
    expect(read).toEqual(found);
    expect(server.requests).toHaveLength(2);
  });
});

test('headers for a proxy are sent along, and never replace the key', async () => {
  const { server } = await ask([workflow], {
    headers: [
      ['CF-Access-Client-Id', 'an-id'],
      ['X-N8N-API-KEY', 'another'],
    ],
  });
  expect(server.requests[0]?.headers).toMatchObject({ 'cf-access-client-id': 'an-id', 'x-n8n-api-key': 'n8n_api_key' });
});

test('a reply that is not JSON is read as text', async () => {
  const server = await serve([answer(200, 'openapi: 3.0.0', { 'content-type': 'text/yaml' }), answer(200, '<html>')]);
  const api = client(server.origin, testClock());
  expect(await api.text('openapi.yml', subject)).toEqual({ ok: true, value: 'openapi: 3.0.0' });
  expect(await api.text('openapi.yml', subject)).toMatchObject({ error: { code: 'api-not-there' } });
});

describe('transient failures are retried:', () => {
  test.each([
    ['503', answer(503, 'busy')],
    ['500', answer(500, '{"message":"Internal server error"}')],
    ['429', answer(429)],
    ['a start-up', answer(200, 'n8n is starting up. Please wait', { 'content-type': 'text/html' })],
    ['a start-up without routes', answer(404, '<pre>Cannot GET /api</pre>', { 'content-type': 'text/html' })],
    ['a reset', reset],
  ])('%s', async (_, failure) => {
    const { read, server } = await ask([failure, failure, workflow]);
    expect(read).toEqual(found);
    expect(server.requests).toHaveLength(3);
  });

  test('a page that is not there to the end may be an API that is disabled', async () => {
    const { read } = await ask(() => answer(404, '<pre>Cannot GET /api</pre>', { 'content-type': 'text/html' }));
    expect(read).toMatchObject({
      error: { hint: expect.stringContaining('a disabled public API gives the same reply.') },
    });
  });

  test('a host that cannot be reached is named', async () => {
    const port = await freePort();
    const read = await client(`http://127.0.0.1:${port}`, testClock()).request('GET', 'workflows/abc', subject);
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'api-unreachable', message: `n8n's API at 127.0.0.1:${port} was not reached (ECONNREFUSED).` },
    });
  });
});

describe('permanent failures are not retried:', () => {
  test.each([
    ['401', answer(401, '{"message":"Unauthorized"}'), 'api-unauthorized', /secret-key \(401\)/],
    ['403', answer(403, '{"message":"Forbidden"}'), 'api-forbidden', /no right to the workflow abc \(403\)/],
    ['404', answer(404, '{"message":"Not Found"}'), 'api-not-found', /did not find the workflow abc/],
    ['204', answer(204), 'api-silent', /sent an empty reply \(204\)/],
    ['a page', answer(200, '<!DOCTYPE html>'), 'api-not-there', /not JSON \(HTTP 200\)/],
    ['a list', answer(200, '[]'), 'api-not-there', /not JSON|form/],
    [
      'a redirect',
      answer(302, '', { location: 'https://login.test/x?s=1' }),
      'api-redirect',
      /HTTP 302\) to https:\/\/login\.test\/x;/,
    ],
    [
      'a redirect in JSON',
      answer(301, '{"message":"x"}', { location: '/' }),
      'api-redirect',
      /another path on the same/,
    ],
    ['a redirect to nowhere', answer(302), 'api-not-there', /HTTP 302/],
    ["a proxy's 401", answer(401, '<h1>Sign in</h1>'), 'api-blocked', /^Something in front of .*HTTP 401: Sign in\)/],
    ["a proxy's 403", answer(403, '<h1>WAF</h1>'), 'api-blocked', /HTTP 403: WAF\)/],
    ['an empty 403', answer(403), 'api-blocked', /HTTP 403: an empty body/],
    ['broken JSON', answer(200, '{"id":'), 'api-unreadable', /cannot be read/],
    ['any other refusal', answer(418, '{"message":"a\\n::error::b"}'), 'api-refused', /HTTP 418: a : ?:error/],
  ])('%s', async (_, handler, code, message) => {
    const { read, server } = await ask(() => handler);
    expect(server.requests).toHaveLength(1);
    expect(read).toMatchObject({
      ok: false,
      error: { code, transient: false, message: expect.stringMatching(message) },
    });
  });

  test.each([
    ['url', /^url is not the address/, /Set url to the address/, /^Check url, and that/],
    ['api-url', /^api-url is not the address/, /Set api-url to the address/, /^Check api-url, and that/],
    [
      'webhook',
      /^The part of url before \/webhook\/ is not the address/,
      /Set api-url to the address/,
      /give n8n's own address in api-url/,
    ],
  ] as const)('the input to correct is named if the address is from %s', async (addressFrom, message, hint, check) => {
    expect((await ask(() => answer(200, '<html>'), { addressFrom })).read).toMatchObject({
      error: { message: expect.stringMatching(message), hint: expect.stringMatching(hint) },
    });
    expect((await ask(() => answer(302, '', { location: '/x' }), { addressFrom })).read).toMatchObject({
      error: { hint: expect.stringMatching(hint) },
    });
    const nowhere = client(`http://127.0.0.1:${await freePort()}`, testClock(), { addressFrom });
    expect(await nowhere.request('GET', 'workflows/abc', subject)).toMatchObject({
      error: { hint: expect.stringMatching(check) },
    });
  });

  test('a resource that every n8n has is missing only at a wrong address', async () => {
    const server = await serve([answer(404, '{"message":"Not Found"}')]);
    const listing = { thing: say`the list`, scope: say`workflow:list` };
    const api = client(server.origin, testClock(), { addressFrom: 'api-url' });
    expect(await api.request('GET', 'workflows', listing)).toMatchObject({ error: { hint: 'Check api-url.' } });
  });

  test('an endpoint that this n8n lacks is distinguished from a resource that is missing', async () => {
    const dated = { ...subject, ifTooOld: say`That came with n8n 2.10.` };
    const hear = async (message: string) => {
      const server = await serve([answer(404, JSON.stringify({ message }))]);
      return client(server.origin, testClock()).request('POST', 'executions/1/stop', dated);
    };
    expect(await hear('not found')).toMatchObject({ error: { code: 'api-too-old', message: dated.ifTooOld } });
    expect(await hear('Not Found')).toMatchObject({ error: { hint: 'Check the id.' } });
  });

  test('the report names the missing scope, or what to check', async () => {
    expect((await ask(() => answer(403, '{"message":"Forbidden"}'))).read).toMatchObject({
      error: { hint: expect.stringContaining('workflow:read') },
    });
    expect((await ask(() => answer(404, '{"message":"Not Found"}'))).read).toMatchObject({
      error: { hint: 'Check the id.' },
    });
  });
});
