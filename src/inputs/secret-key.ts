import { isMcpToken } from '../n8n/mcp-message.ts';
import { Problem } from '../text/problem.ts';
import type { Text } from './defaults.ts';
import { UNSET } from './values.ts';

/** Reads `secret-key`, and checks that mode and route can use this kind of key; empty if none was given. */
export function parseSecretKey(text: Text): string | Problem {
  const key = text('secret-key');
  const need = text('mode') === 'api' ? 'mode: api' : /^true$/i.test(text('wait')) ? 'wait: true' : '';
  const byMcp = text('mode') === 'api' && text('route') === 'mcp';
  if (key === '' && need !== '') {
    return Problem.unset(
      `secret-key: is required with ${need}: ${byMcp ? 'an MCP access token' : 'an API key'} of n8n. ${UNSET}`,
    );
  }
  if (!/^[\x21-\x7e]*$/.test(key)) {
    return new Problem('secret-key: contains a space, line break or other invalid character.');
  }
  if (byMcp && !isMcpToken(key)) {
    return new Problem(
      'secret-key: is not an MCP access token, which route mcp needs. Create one: n8n, Settings, Instance-level MCP, Connect, API key.',
    );
  }
  if (isMcpToken(key) && (text('mode') !== 'api' || /^(?:start|webhook)$/.test(text('route')))) {
    return new Problem(
      'secret-key: is an MCP access token, which works only in mode api with route mcp or auto. Create an API key: n8n, Settings, n8n API.',
    );
  }
  return key;
}
