// The owner of a test instance: what n8n offers to a signed-in person only, and not through its public API.
import { randomUUID } from 'node:crypto';
import { at, textAt } from './shapes.ts';

const account = { email: 'owner@example.com', password: 'Loopback-only-1' };

export class Owner {
  readonly #url: string;
  readonly #cookie: string;

  private constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  /** Sets the instance up on its first start, signs in on later ones. */
  static async signIn(url: string): Promise<Owner> {
    const settings = await reply(await fetch(`${url}/rest/settings`));
    const fresh = at(settings, 'data', 'userManagement', 'showSetupOnFirstLoad') === true;
    const response = fresh
      ? await post(`${url}/rest/owner/setup`, { ...account, firstName: 'Test', lastName: 'Owner' })
      : await post(`${url}/rest/login`, { emailOrLdapLoginId: account.email, password: account.password });
    await reply(response);
    const cookie = response.headers.getSetCookie().find((header) => header.startsWith('n8n-auth='));
    if (cookie === undefined) throw new Error('n8n set no cookie on signing in');
    return new Owner(url, cookie.split(';', 1)[0] ?? '');
  }

  /** One request to n8n's internal API. Rejects on any status but 2xx. */
  async rest(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}/rest${path}`, {
      method,
      headers: { cookie: this.#cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return at(await reply(response), 'data');
  }

  /** A key for the public API, with all scopes that this n8n knows unless some are given. */
  async createApiKey(scopes?: string[]): Promise<string> {
    const key = await this.rest('POST', '/api-keys', {
      label: randomUUID(),
      expiresAt: null,
      scopes: scopes ?? (await this.rest('GET', '/api-keys/scopes')),
    });
    return textAt(key, 'rawApiKey');
  }

  /** Turns n8n's own MCP server on and gives an access token for it; the one before stops working. */
  async createMcpToken(): Promise<string> {
    await this.rest('PATCH', '/mcp/settings', { mcpAccessEnabled: true });
    return textAt(await this.rest('POST', '/mcp/api-key/rotate'), 'apiKey');
  }

  /** Makes workflows available in MCP. */
  async offerInMcp(...workflowIds: string[]): Promise<void> {
    await this.rest('PATCH', '/mcp/workflows/toggle-access', { availableInMCP: true, workflowIds });
  }
}

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function reply(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(response.url).pathname}: ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
