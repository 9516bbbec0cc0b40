import { expect, test } from '@jest/globals';
import { isMcpToken } from '../../src/n8n/mcp-token.ts';

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
