import { isMap, tryJson } from '../text/json.ts';

/**
 * Whether a key is an access token of n8n's MCP server: a JWT whose audience is `mcp-server-api` (n8n 2.x). API keys
 * are JWTs too, with the audience `public-api`, or older `n8n_api_…` texts. Only n8n can check the signature.
 */
export function isMcpToken(key: string): boolean {
  const claims = tryJson(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (!isMap(claims)) return false;
  return [claims['aud']].flat().includes('mcp-server-api');
}
