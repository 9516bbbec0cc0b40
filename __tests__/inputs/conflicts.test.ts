import { describe, expect, test } from '@jest/globals';
import { certificate, HAS_OPENSSL } from '../../support/certificate.ts';
import { API, type Given, KEY, MCP, sound, WEBHOOK, wrong } from '../../support/inputs.ts';

/** Any file, by its path. */
const FILE = import.meta.filename;

describe('a resume URL', () => {
  const url = 'https://n8n.example.com/webhook-waiting/42?signature=abc';

  test('needs no key', async () => {
    await sound({ url });
    await sound({ url, 'workflow-id': 'aBc123' });
    await sound({ url: 'https://n8n.example.com/wait/42?signature=abc', 'workflow-id': 'aBc123' });
  });

  test('with a key, needs the address of n8n, of the same origin', async () => {
    for (const wait of ['true', 'false']) {
      expect(await wrong({ url, 'secret-key': KEY, wait })).toEqual([
        "api-url: is required with secret-key, because url is a resume URL. Give n8n's address.",
      ]);
      for (const other of ['https://n8n.example.com:8443', 'http://n8n.example.com', 'https://n8n.example.org']) {
        expect(await wrong({ url, 'secret-key': KEY, wait, 'api-url': other, 'allow-http': 'true' })).toEqual([
          'api-url: has a different origin than url, which is a resume URL. Check where the resume URL comes from.',
        ]);
      }
      const { instance } = await sound({ url, 'secret-key': KEY, wait, 'api-url': 'https://n8n.example.com/sub' });
      expect(instance).toMatchObject({ base: 'https://n8n.example.com/sub' });
    }
  });

  test('of a renamed endpoint is one too, and one that has /webhook/ in it', async () => {
    for (const path of ['wait/42', 'webhook/webhook-waiting/42', 'webhook/42']) {
      expect(await wrong({ url: `https://n8n.example.com/${path}?signature=a`, 'secret-key': KEY })).toEqual([
        expect.stringMatching(/^api-url: is required with secret-key/),
      ]);
    }
  });
});

describe('conflicts between valid inputs are reported together with invalid inputs', () => {
  const HOOK = 'https://hooks.example.com/deploy';

  test.each<[message: string, given: Given, lines: readonly RegExp[]]>([
    [
      'the address and the method, with retries',
      { url: HOOK, 'secret-key': KEY, wait: 'true', method: 'GET', payload: '[1]', retries: 'x' },
      [/^retries: /, /^api-url: is required/, /^payload: GET .* must be a map/],
    ],
    [
      'the address, with a key that is missing',
      { url: HOOK, wait: 'true' },
      [/^secret-key: /, /^api-url: is required/],
    ],
    [
      'the address and the credentials, with headers',
      { url: HOOK.replace('//', '//a:b@'), 'secret-key': KEY, wait: 'true', headers: 'x', 'basic-auth': 'c:d' },
      [/^headers: line 1/, /^basic-auth: url contains/, /^api-url: is required/],
    ],
    [
      'two credentials, with the mode',
      { ...WEBHOOK, mode: 'x', 'basic-auth': 'a:b', headers: 'Authorization: c' },
      [/^mode: /, /^headers: Authorization is given together/],
    ],
    [
      'files and the method, with the payload',
      { ...WEBHOOK, files: FILE, method: 'GET', payload: '{' },
      [/^payload: is not valid JSON/, /^files: GET has no body/],
    ],
    [
      'the list and its type, with files that are missing',
      { ...WEBHOOK, files: 'no/such', payload: '[1]' },
      [/^files: .* does not exist/, /^payload: a list cannot be sent as multipart/],
    ],
    [
      'what files and method are, with a payload and files that are wrong',
      { ...WEBHOOK, files: 'no/such', payload: '{', method: 'GET' },
      [/^payload: is not valid JSON/, /^files: .* does not exist/],
    ],
    [
      'the route and files that are missing',
      { ...API, route: 'start', files: 'no/such' },
      [/^files: .* does not exist/, /^files: route start sends/],
    ],
    [
      'plain http, with a timeout',
      { ...API, url: 'http://n8n.example.com', timeout: 'x' },
      [/^timeout: /, /^url: would send a secret over plain http/],
    ],
    [
      'the password and the token, with a timeout',
      { ...MCP, url: 'https://a:b@n8n.example.com', 'content-type': 'text/plain', payload: 'x', timeout: 'x' },
      [/^timeout: /, /^url: contains a password/, /^content-type: route mcp sends/],
    ],
  ])('%s', async (_, given, lines) => {
    expect(await wrong(given)).toEqual(lines.map((line) => expect.stringMatching(line)));
  });

  test.each<[message: string, given: Given, name: string]>([
    ['an api-url', { url: HOOK, 'secret-key': KEY, wait: 'true', 'api-url': 'x' }, 'api-url'],
    ['whether plain http is allowed', { ...API, url: 'http://n8n.example.com', 'allow-http': 'x' }, 'allow-http'],
    [
      'where a key goes',
      { ...WEBHOOK, url: 'http://n8n.example.com/webhook/x', 'secret-key': KEY, 'api-url': 'x' },
      'api-url',
    ],
    ['whether to wait', { url: HOOK, 'secret-key': KEY, wait: 'x' }, 'wait'],
    ['a method', { ...WEBHOOK, method: 'x', payload: '[1]' }, 'method'],
    ['a payload', { ...WEBHOOK, method: 'GET', payload: '[1' }, 'payload'],
    ['a header', { url: 'http://n8n.example.com/webhook/x', headers: 'x' }, 'headers'],
    ['a key', { ...WEBHOOK, 'jwt-secret': 'a', 'jwt-algorithm': 'RS256', 'basic-auth': 'a:b' }, 'jwt-secret'],
  ])('an invalid input conflicts with nothing: %s', async (_, given, name) => {
    expect(await wrong(given)).toEqual([expect.stringMatching(`^${name}: `)]);
  });
});

describe('a secret over plain http', () => {
  const http = 'http://n8n.example.com/webhook/x';

  test.each<[message: string, given: Given]>([
    ['a header', { url: http, headers: 'X-A: 1' }],
    ['basic-auth', { url: http, 'basic-auth': 'a:b' }],
    ['jwt-secret', { url: http, 'jwt-secret': 'a' }],
    ['a password in url', { url: 'http://a:b@n8n.example.com/webhook/x' }],
    ['secret-key', { ...API, url: 'http://n8n.example.com' }],
    ['the password for a webhook, by webhook-base', { ...API, 'webhook-base': 'http://hooks.example.com/webhook' }],
    ['secret-key, to the n8n of the webhook', { url: http, 'secret-key': KEY }],
    ['secret-key, by api-url', { ...WEBHOOK, 'secret-key': KEY, 'api-url': 'http://n8n.example.com' }],
  ])('to a public host is refused: %s', async (_, given) => {
    const input = 'webhook-base' in given ? 'webhook-base' : 'api-url' in given ? 'api-url' : 'url';
    expect(await wrong(given)).toEqual([expect.stringMatching(`^${input}: would send a secret over plain http`)]);
  });

  test('to a public host is refused for the start endpoint, wherever the API and the webhooks are', async () => {
    const elsewhere = { 'api-url': 'https://n8n.example.com', 'webhook-base': 'https://n8n.example.com/webhook' };
    expect(await wrong({ ...API, ...elsewhere, url: 'http://n8n.example.com' })).toEqual([
      expect.stringMatching(/^url: would send a secret over plain http/),
    ]);
  });

  test('to a public host can be allowed', async () => {
    await sound({ url: http, headers: 'X-A: 1', 'allow-http': 'true' });
  });

  test('to a near host is fine, and so is plain http without a secret', async () => {
    await sound({ url: 'http://localhost:5678/webhook/x', headers: 'X-A: 1' });
    await sound({ ...API, url: 'http://10.0.0.5:5678' });
    await sound({ url: http });
  });
});

(HAS_OPENSSL ? describe : describe.skip)('a client certificate', () => {
  const CERTIFICATE = certificate('client');

  test('cannot be used over plain http, wherever that is', async () => {
    for (const given of [
      { url: 'http://localhost/webhook/x' },
      { ...API, url: 'http://localhost' },
      { ...WEBHOOK, 'secret-key': KEY, 'api-url': 'http://localhost' },
      { ...API, 'webhook-base': 'http://localhost/webhook' },
    ]) {
      const lines = await wrong({ ...given, 'client-cert': CERTIFICATE.cert, 'client-key': CERTIFICATE.key });
      expect(lines).toEqual([
        expect.stringMatching(
          /^client-cert: cannot be used over plain http\. Use https in (url|api-url|webhook-base)\./,
        ),
      ]);
    }
    await sound({ ...WEBHOOK, 'client-cert': CERTIFICATE.cert, 'client-key': CERTIFICATE.key });
    await sound({ url: 'http://localhost/webhook/x', 'ca-cert': CERTIFICATE.cert });
  });
});

test('in api mode, what depends on the trigger is left to it', async () => {
  await sound({ ...API, method: 'GET', payload: '[1]' });
});

test("Authorization may be given for n8n's API if nothing else authorizes", async () => {
  await sound({ ...API, 'api-headers': 'Authorization: Bearer a' });
});
