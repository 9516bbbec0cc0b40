import type { IncomingMessage } from 'node:http';
import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy';

/** A proxy that refused or failed; the code is `PROXY_` and its status or the system's code. */
export class ProxyFailure extends Error {
  readonly code: string;

  constructor(reason: string, cause?: unknown) {
    super('the proxy failed', { cause });
    this.code = `PROXY_${reason}`;
  }
}

/**
 * The proxy that the environment names for a URL; undefined if there is none.
 *
 * @throws ProxyFailure if it names something that is not a proxy
 */
export async function proxyFor(url: URL): Promise<URL | undefined> {
  const variable = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const isNamed = Boolean(process.env[variable] || process.env[variable.toUpperCase()]);
  if (!isNamed || checkBypass(url)) return undefined;
  const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'];
  if (noProxy && (await import('./no-proxy.ts')).bypassesProxy(url, noProxy)) return undefined;
  const named = proxyNamedFor(url);
  if (!named || !/^https?:$/.test(named.protocol)) throw new ProxyFailure('FAILED');
  // The toolkit's own class decodes user and password.
  return new URL(named.href);
}

/** @throws ProxyFailure if the toolkit cannot read the URL: going on without it would bypass the proxy */
function proxyNamedFor(url: URL): URL | undefined {
  try {
    return getProxyUrl(url);
  } catch (error) {
    throw new ProxyFailure('FAILED', error);
  }
}

/** The host of a URL as sockets take it: IPv6 addresses without brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** The header with user and password of a proxy, if its URL has any. */
export function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}

/** What Squid says when it has passed nothing on. */
const SQUID_REFUSED =
  /^ERR_(?:ACCESS_DENIED|CACHE_ACCESS_DENIED|CANNOT_FORWARD|CONNECT_FAIL|DNS_FAIL|SECURE_CONNECT_FAIL)\b/;

/**
 * The failure that a proxy reports in its reply to a plain request, which is otherwise the server's; undefined if
 * the server may have had the request.
 */
export function failureOfProxy({ statusCode, statusMessage, headers }: IncomingMessage): ProxyFailure | undefined {
  const isTinyproxys = String(headers['server']).startsWith('tinyproxy/');
  const isRefused =
    statusCode === 407 ||
    SQUID_REFUSED.test(String(headers['x-squid-error'])) ||
    (isTinyproxys && (statusCode === 403 || statusMessage === 'Unable to connect'));
  return isRefused ? new ProxyFailure(String(statusCode)) : undefined;
}
