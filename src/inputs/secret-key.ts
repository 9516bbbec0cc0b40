import { isMap, tryJson } from '../text/json.ts';
import { type Parsed, unset, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';
import type { Text } from './defaults.ts';
import { UNSET } from './values.ts';

/**
 * Reads `secret-key`, and checks that mode and route can use this kind of key; undefined if none was given.
 *
 * @param hasApiHeaders whether there are headers for n8n's API
 */
export function parseSecretKey(text: Text, hasApiHeaders: boolean): Parsed<string | undefined> {
  const key = text('secret-key');
  const isApiMode = text('mode') === 'api';
  const byMcp = isApiMode && text('route') === 'mcp';
  const need =
    (isApiMode && 'mode: api') || (/^true$/i.test(text('wait')) && 'wait: true') || (hasApiHeaders && 'api-headers');
  if (key === '') {
    if (!need) return ok(undefined);
    const kind = byMcp ? 'an n8n MCP access token' : 'an n8n API key';
    return unset(`secret-key: is required with ${need}: ${kind}. ${UNSET}`);
  }
  const sound = parseKey(key);
  if (!sound.ok) return sound;
  if (byMcp && !isMcpToken(key)) {
    return wrong(
      'secret-key: is not an MCP access token, which route mcp needs. Create one: n8n, Settings, Instance-level MCP, Connect, API key.',
    );
  }
  if (isMcpToken(key) && (!isApiMode || /^(?:start|webhook)$/.test(text('route')))) {
    return wrong(
      'secret-key: is an MCP access token, which works only in mode api with route mcp or auto. Create an API key: n8n, Settings, n8n API.',
    );
  }
  return sound;
}

/** A key of any kind. */
export function parseKey(key: string): Parsed<string> {
  if (!/^[\x21-\x7e]*$/.test(key)) {
    return wrong('secret-key: contains a space, line break or other invalid character.');
  }
  // As copied out of a file or a shell command.
  if (/^(["']).*\1$/.test(key)) return wrong('secret-key: is in quotes. Remove them from the secret.');
  return ok(key);
}

/**
 * Whether a key is an access token of n8n's MCP server: a JWT whose audience is `mcp-server-api` (n8n 2.x). API keys
 * are JWTs too, with the audience `public-api`, or older `n8n_api_…` texts. Only n8n can check the signature.
 */
export function isMcpToken(key: string): boolean {
  const claims = tryJson(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (!isMap(claims)) return false;
  return [claims['aud']].flat().includes('mcp-server-api');
}
