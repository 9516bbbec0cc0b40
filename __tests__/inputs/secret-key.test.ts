import { describe, expect, test } from '@jest/globals';
import { isMcpToken } from '../../src/inputs/secret-key.ts';
import { API, type Given, KEY, MCP, sound, TOKEN, WEBHOOK, wrong } from '../../support/inputs.ts';

describe('secret-key', () => {
  test.each<[given: Given, line: RegExp]>([
    [{ ...API, 'secret-key': '' }, /is required with mode/],
    [{ ...WEBHOOK, wait: 'TRUE' }, /is required with wait: true: an n8n API key/],
    [{ ...WEBHOOK, wait: 'true', route: 'mcp' }, /is required with wait: true: an n8n API key/],
    [{ ...API, 'secret-key': 'two\nlines' }, /line break or other invalid character/],
    [{ ...API, 'secret-key': '"n8n-key"' }, /is in quotes/],
    [{ ...API, route: 'mcp' }, /is not an MCP access token, which route mcp needs/],
    [{ ...API, route: 'mcp', 'secret-key': '' }, /is required .*: an n8n MCP access token/],
    [{ ...MCP, route: 'start' }, /is an MCP access token, which works only in mode api with route mcp/],
    [{ ...MCP, route: 'webhook' }, /is an MCP access token/],
    [{ ...WEBHOOK, 'secret-key': TOKEN }, /is an MCP access token/],
  ])('is wrong in %j', async (given, { source }) => {
    expect(await wrong(given)).toEqual([expect.stringMatching(`^secret-key: .*${source}`)]);
  });

  test.each<[given: Given]>([
    [{ ...API, 'secret-key': '!~' }],
    [{ ...WEBHOOK, 'secret-key': KEY, wait: 'true' }],
    [{ ...MCP, route: 'auto' }],
    [{ ...MCP, route: 'mcp' }],
    [WEBHOOK],
  ])('is fine in %j', async (given) => {
    await sound(given);
  });
});

function jwt(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.signature`;
}

test('a JWT for the MCP server is an MCP token', () => {
  expect(isMcpToken(jwt({ sub: '1', aud: 'mcp-server-api' }))).toBe(true);
  expect(isMcpToken(jwt({ aud: ['other', 'mcp-server-api'] }))).toBe(true);
});

test.each([
  jwt({ sub: '1', iss: 'n8n', aud: 'public-api' }),
  jwt({ sub: 'mcp-server-api' }),
  jwt({ aud: 'mcp-server-api-2' }),
  jwt(['mcp-server-api']),
  jwt(null),
  'n8n_api_0123456789abcdef',
  'a.b.c',
  '',
])('%s is no MCP token', (key) => {
  expect(isMcpToken(key)).toBe(false);
});
