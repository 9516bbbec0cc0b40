import { checkBypass } from '@actions/http-client/lib/proxy';
import { bypassesProxy } from './no-proxy.ts';
import { ProxyFailure } from './proxy-failure.ts';

/**
 * The proxy that the environment names, unless it exempts the URL.
 *
 * @throws ProxyFailure if it names something that is not a proxy
 */
export function namedProxy(url: URL): URL | undefined {
  if (checkBypass(url)) return undefined;
  const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'];
  if (noProxy && bypassesProxy(url, noProxy)) return undefined;
  const variable = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  return readProxy(process.env[variable] || process.env[variable.toUpperCase()] || '');
}

/**
 * Without a scheme, it is a host and a port, as curl, Go and the runner itself read it.
 *
 * @throws ProxyFailure if it is no proxy's URL: going on without it would bypass the proxy
 */
function readProxy(value: string): URL {
  const text = value.trim();
  try {
    const proxy = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    decodeURIComponent(proxy.username + proxy.password);
    if (/^https?:$/.test(proxy.protocol)) return proxy;
  } catch (error) {
    throw new ProxyFailure('FAILED', error);
  }
  throw new ProxyFailure('FAILED');
}
