import { DEFAULTS, type Text } from './defaults.ts';
import { certainRoute, type Target } from './target.ts';

/** Inputs that each kind of call ignores, and the end of the warning about them. */
const IGNORED = {
  url: {
    names: ['route', 'trigger-node', 'webhook-base'],
    why: 'with mode: webhook, which calls url as it is. Use mode: api, or leave out what is not needed.',
  },
  start: {
    names: ['method', 'basic-auth', 'jwt-secret', 'trigger-node', 'webhook-base'],
    why: 'at the start endpoint, which takes a POST with secret-key. Use route: webhook, or leave out what is not needed.',
  },
  mcp: {
    names: ['basic-auth', 'jwt-secret', 'signing-secret', 'webhook-base', 'accept-status'],
    why: 'with an MCP access token, by which n8n runs a workflow without its webhook. Use an API key, or leave out what is not needed.',
  },
} as const;

/**
 * Warnings about inputs that are given and certainly have no effect. A default value looks the same as an absent one.
 *
 * @param hasInstance whether the address of n8n is known
 */
export function findUnused(
  text: Text,
  { target, contentType }: { readonly target: Target; readonly contentType: string },
  hasInstance: boolean,
): readonly string[] {
  const warnings: string[] = [];
  const called = target.mode === 'webhook' ? 'url' : certainRoute(target, contentType);
  if (called !== undefined && called !== 'webhook') {
    const { names, why } = IGNORED[called];
    const given = names.filter((name) => text(name) !== (DEFAULTS[name] ?? ''));
    // Route webhook says what happens anyway.
    const unused = given.filter((name) => name !== 'route' || text(name) !== 'webhook');
    if (unused.length > 0) warnings.push(`${unused.join(', ')}: no effect ${why}`);
  }
  if (text('secret-key') !== '' && !hasInstance) {
    warnings.push(
      "secret-key: no effect, because url has no /webhook/ in it. Give n8n's address in api-url, or leave secret-key out.",
    );
  }
  return warnings;
}
