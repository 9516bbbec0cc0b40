import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../../src/inputs/inputs.ts';
import { main } from '../../src/main.ts';
import { testHost } from '../../support/host.ts';
import { answer, serve } from '../../support/server.ts';

type Given = Record<string, string>;

const TOKEN = ['{}', '{"aud":"mcp-server-api"}', ''].map((part) => Buffer.from(part).toString('base64url')).join('.');
const WEBHOOK: Given = { url: 'https://n8n.example.com/webhook/deploy' };
const API: Given = {
  mode: 'api',
  url: 'https://n8n.example.com',
  'workflow-id': 'aBc123',
  'secret-key': 'n8n_api_0123456789',
};
const START: Given = { ...API, route: 'start' };
const GATEWAY: Given = { ...API, url: 'https://n8n.example.com/webhook/0b5c9c1e-1a2b-4c3d-8e4f-5a6b7c8d9e0f' };
const MCP: Given = { ...API, 'secret-key': TOKEN };

async function warningsFor(given: Given): Promise<readonly string[]> {
  const { inputs, warnings } = await readInputs(
    (name) => given[name] ?? '',
    '/',
    async () => ({}),
  );
  expect(inputs.ok).toBe(true);
  return warnings.map(({ line }) => line);
}

/** The inputs that not every call uses, each with a value that is not its default. */
const GIVEN: Given = {
  method: 'PUT',
  'basic-auth': 'user:password',
  'signing-secret': 'a secret',
  'trigger-node': 'From CI',
  'webhook-base': 'hooks',
  'accept-status': '200,404',
};
const DEFAULTS: Given = { method: 'POST', 'webhook-base': 'webhook', 'accept-status': '200-299', route: 'auto' };

describe('inputs without effect are named in one warning', () => {
  test.each<[string, Given, string]>([
    ['with the URL of a webhook', WEBHOOK, 'trigger-node, webhook-base: no effect with mode: webhook'],
    ['on route start', START, 'method, basic-auth, trigger-node, webhook-base: no effect at the start endpoint'],
    [
      'at a gateway workflow',
      GATEWAY,
      'method, basic-auth, trigger-node, webhook-base: no effect at the start endpoint',
    ],
    [
      'with an MCP token',
      MCP,
      'basic-auth, signing-secret, webhook-base, accept-status: no effect with an MCP access token',
    ],
  ])('%s', async (_, base, expected) => {
    expect(await warningsFor({ ...base, ...GIVEN })).toEqual([expect.stringContaining(expected)]);
    expect(await warningsFor({ ...base, ...DEFAULTS, ...(base === START ? { route: 'start' } : {}) })).toEqual([]);
  });

  test.each<[string, Given]>([
    ['on route webhook', { ...API, route: 'webhook' }],
    ['where n8n has to be asked for the route', API],
    ['where text goes to a webhook for certain', { ...GATEWAY, 'content-type': 'text/plain', payload: 'x' }],
  ])('and there is none %s', async (_, base) => {
    expect(await warningsFor({ ...base, ...GIVEN })).toEqual([]);
  });

  test('jwt-secret is one of them', async () => {
    for (const base of [START, MCP]) {
      expect(await warningsFor({ ...base, 'jwt-secret': 'a' })).toEqual([
        expect.stringMatching(/^jwt-secret: no effect/),
      ]);
    }
  });

  test('a route is one with the URL of a webhook, unless it says what happens anyway', async () => {
    for (const route of ['start', 'mcp']) {
      expect(await warningsFor({ ...WEBHOOK, route })).toEqual([
        expect.stringMatching(/^route: no effect .*mode: api/),
      ]);
    }
    expect(await warningsFor({ ...WEBHOOK, route: 'webhook' })).toEqual([]);
    expect(await warningsFor({ ...WEBHOOK, 'trigger-node': 'webhook' })).toEqual([
      expect.stringMatching(/^trigger-node: no effect/),
    ]);
  });
});

describe('a key without the address of its n8n', () => {
  const given = { url: 'https://hooks.example.com/deploy', 'secret-key': 'n8n_api_0123456789' };

  test('has no effect', async () => {
    expect(await warningsFor(given)).toEqual([
      expect.stringMatching(/^secret-key: no effect, .*Give n8n's address in api-url/),
    ]);
    expect(await warningsFor({ ...given, 'api-url': 'https://n8n.example.com' })).toEqual([]);
    expect(await warningsFor({ ...given, 'secret-key': '' })).toEqual([]);
    expect(await warningsFor({ ...WEBHOOK, 'secret-key': 'n8n_api_0123456789' })).toEqual([]);
  });

  test('is reported before anything is sent', async () => {
    const server = await serve(() => answer(200, 'ok'));
    const host = testHost({ inputs: { url: `${server.origin}/deploy`, 'secret-key': 'a-key' } });
    expect(await main(host)).toBe(0);
    const events = host.events.filter((line) => /^(?:warning|info)/.test(line));
    expect(events[0]).toMatch(/^warning: \[An input of the n8n step has no effect\] secret-key: no effect/);
    expect(events[1]).toMatch(/^info: Calling/);
  });
});
