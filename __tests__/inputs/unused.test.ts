// An input that changes nothing is told of, and keeps nothing from being sent.
import { describe, expect, test } from '@jest/globals';
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts';
import { findUnusedMethod } from '../../src/inputs/unused.ts';
import { main } from '../../src/main.ts';
import { Problem } from '../../src/text/problem.ts';
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

async function read(given: Given): Promise<Inputs | Problem> {
  return (
    await readInputs(
      (name) => given[name] ?? '',
      '/',
      async () => ({}),
    )
  ).inputs;
}

async function sound(given: Given): Promise<Inputs> {
  const inputs = await read(given);
  if (inputs instanceof Problem) throw new Error(inputs.lines.join('\n'));
  return inputs;
}

const linesFor = async (given: Given): Promise<readonly string[]> => (await sound(given)).unused;

/** Of those inputs that not every call has a use for, all but headers: each with a value that is not its default. */
const GIVEN: Given = {
  method: 'PUT',
  'basic-auth': 'user:password',
  'jwt-secret': 'a passphrase',
  'signing-secret': 'a secret',
  'trigger-node': 'From CI',
  'webhook-base': 'hooks',
  'accept-status': '200,404',
};

/** The names of the inputs that are of no use when they are given one at a time. */
async function uselessFor(base: Given): Promise<string[]> {
  const useless: string[] = [];
  for (const [name, value] of Object.entries(GIVEN)) {
    for (const line of await linesFor({ ...base, [name]: value })) {
      expect(line).toMatch(new RegExp(`^${name}: has no effect .*Leave it out`));
      useless.push(name);
    }
  }
  return useless;
}

describe('an input of no use is told of', () => {
  const atStart = ['method', 'basic-auth', 'jwt-secret', 'trigger-node', 'webhook-base'];
  const withToken = ['basic-auth', 'jwt-secret', 'signing-secret', 'webhook-base', 'accept-status'];

  test.each<[string, Given, string[]]>([
    ['with the URL of a webhook', WEBHOOK, ['trigger-node', 'webhook-base']],
    ['on route start', START, atStart],
    ['with the URL of a gateway workflow', GATEWAY, atStart],
    ['with an MCP access token', MCP, withToken],
    ['on route mcp', { ...MCP, route: 'mcp' }, withToken],
    ['on route webhook, of which there is none', { ...API, route: 'webhook' }, []],
    ['where n8n is to be asked for the route, of which there is none', API, []],
  ])('%s', async (_, base, expected) => {
    expect(await uselessFor(base)).toEqual(expected);
  });

  test('at the start endpoint: a header that it gets from the action, whatever its case', async () => {
    const headers = 'x-n8n-API-key: another\nAccept: text/csv\nX-Proxy: open';
    for (const base of [START, GATEWAY]) {
      expect(await linesFor({ ...base, headers })).toEqual([
        expect.stringMatching(/^headers: x-n8n-API-key has no effect at the start endpoint, .*secret-key/),
        expect.stringMatching(/^headers: Accept has no effect at the start endpoint, .*JSON/),
      ]);
    }
    for (const base of [WEBHOOK, MCP]) expect(await linesFor({ ...base, headers })).toEqual([]);
  });

  test('with the URL of a webhook: a route of mode api, unless it is what is called anyhow', async () => {
    for (const route of ['start', 'mcp']) {
      expect(await linesFor({ ...WEBHOOK, route })).toEqual([
        expect.stringMatching(/^route: has no effect with mode: webhook, .*mode: api/),
      ]);
    }
    expect(await linesFor({ ...WEBHOOK, route: 'webhook' })).toEqual([]);
    expect(await linesFor({ ...WEBHOOK, route: 'webhook', 'trigger-node': 'Hook' })).toHaveLength(1);
  });

  test('together with all others', async () => {
    const lines = await linesFor({ ...START, ...GIVEN, 'jwt-secret': '' });
    expect(lines.map((line) => line.replace(/:.*/s, ''))).toEqual([
      'method',
      'basic-auth',
      'trigger-node',
      'webhook-base',
    ]);
  });
});

describe('the look for inputs of no use', () => {
  test('ignores what only n8n can tell', async () => {
    // A text for route auto goes to a webhook for certain.
    const text = { 'content-type': 'text/plain', payload: 'x' };
    expect(await uselessFor({ ...GATEWAY, ...text })).toEqual([]);
    expect(await uselessFor({ ...API, ...text })).toEqual([]);
  });

  test('ignores defaults', async () => {
    const defaults = { method: 'POST', 'webhook-base': 'webhook', 'accept-status': '200-299', route: 'auto' };
    for (const base of [WEBHOOK, GATEWAY, MCP]) expect(await linesFor({ ...base, ...defaults })).toEqual([]);
    expect(await linesFor({ ...START, ...defaults, route: 'start' })).toEqual([]);
  });
});

test('jwt-algorithm and jwt-claims without jwt-secret are errors', async () => {
  // Nothing would prove who calls.
  const wrong = await read({ ...WEBHOOK, 'jwt-algorithm': 'ES256', 'jwt-claims': '{"a":1}' });
  expect(wrong).toEqual(
    new Problem('jwt-claims: has no effect without jwt-secret.', 'jwt-algorithm: has no effect without jwt-secret.'),
  );
});

describe('an input that may be of no use', () => {
  test('is noted for the start endpoint that n8n may have', async () => {
    const { unusedAtStart } = await sound({ ...API, ...GIVEN, 'basic-auth': '', headers: 'Accept: text/csv' });
    expect(unusedAtStart.map((line) => line.replace(/:.*/s, ''))).toEqual([
      'method',
      'jwt-secret',
      'trigger-node',
      'webhook-base',
      'headers',
    ]);
    expect((await sound(API)).unusedAtStart).toEqual([]);
  });

  test('is a key without the address of its n8n', async () => {
    const given = { url: 'https://hooks.example.com/deploy', 'secret-key': 'n8n_api_0123456789' };
    expect((await sound(given)).unused).toEqual([
      expect.stringMatching(/^secret-key: has no effect, .*Give n8n's address in api-url/),
    ]);
    expect((await sound({ ...given, 'api-url': 'https://n8n.example.com' })).unused).toEqual([]);
    expect((await sound({ ...given, 'secret-key': '' })).unused).toEqual([]);
    expect((await sound({ ...WEBHOOK, 'secret-key': 'n8n_api_0123456789' })).unused).toEqual([]);
    expect((await sound(API)).unused).toEqual([]);
  });

  test('is told before anything is sent', async () => {
    const server = await serve(() => answer(200, 'ok'));
    const host = testHost({ inputs: { url: `${server.origin}/deploy`, 'secret-key': 'a-key' } });
    expect(await main(host)).toBe(0);
    const told = host.told.filter((line) => /^(?:warning|info)/.test(line));
    expect(told[0]).toMatch(/^warning: \[An input of the n8n step has no effect\] secret-key: has no effect/);
    expect(told[1]).toMatch(/^info: Calling/);
  });

  test('is a method that the trigger does not take', () => {
    expect(findUnusedMethod('PUT', 'GET', 'the Webhook node "Hook"')).toEqual([
      'method: the Webhook node "Hook" does not take PUT, and gets GET. Leave method out.',
    ]);
    expect(findUnusedMethod('PUT', '', '"Daily" (Schedule)')).toEqual([
      'method: "Daily" (Schedule) does not take PUT. Leave method out.',
    ]);
    expect(findUnusedMethod('PUT', 'PUT', 'it')).toEqual([]);
    expect(findUnusedMethod('POST', 'GET', 'it')).toEqual([]);
  });
});
