// The owner of a test instance: what n8n offers to a signed-in person only, and not through its public API.
import { randomUUID } from 'node:crypto';
import { at, textAt } from '../shapes.ts';
import { until } from './api.ts';

const account = { email: 'owner@example.com', password: 'Loopback-only-1' };

export class Owner {
  readonly url: string;
  readonly #cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
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
    return at(await reply(await this.#send(method, path, body)), 'data');
  }

  /** A key for the public API, with all scopes that this n8n knows, or those of them that are given. */
  async createApiKey(scopes?: string[]): Promise<string> {
    const known = await this.rest('GET', '/api-keys/scopes');
    if (!Array.isArray(known)) throw new Error('n8n gave no list of scopes');
    const asked = { label: randomUUID(), expiresAt: null, scopes: known.filter((it) => scopes?.includes(it) ?? true) };
    // n8n 1.x makes the same key twice within a second, and refuses the second one.
    return until('an API key of its own', 5_000, async () => {
      const response = await this.#send('POST', '/api-keys', asked);
      if (response.status === 500 && (await response.clone().text()).includes('already an entry')) return undefined;
      return textAt(await reply(response), 'data', 'rawApiKey');
    });
  }

  /** Turns n8n's own MCP server on and gives an access token for it; the one before stops working. */
  async createMcpToken(): Promise<string> {
    await this.rest('PATCH', '/mcp/settings', { mcpAccessEnabled: true });
    return textAt(await this.rest('POST', '/mcp/api-key/rotate'), 'apiKey');
  }

  /** Makes workflows available in MCP. */
  async offerInMcp(...workflowIds: string[]): Promise<void> {
    const all = { availableInMCP: true, workflowIds };
    const response = await this.#send('PATCH', '/mcp/workflows/toggle-access', all);
    if (response.status !== 404) return void (await reply(response));
    // Older n8n takes one at a time.
    for (const id of workflowIds)
      await this.rest('PATCH', `/mcp/workflows/${id}/toggle-access`, { availableInMCP: true });
  }

  #send(method: string, path: string, body?: unknown): Promise<Response> {
    // A kept connection may be one that n8n is closing.
    const headers = { cookie: this.#cookie, connection: 'close' };
    return fetch(`${this.url}/rest${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function reply(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(response.url).pathname}: ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
