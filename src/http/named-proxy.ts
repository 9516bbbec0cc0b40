import { checkBypass } from '@actions/http-client/lib/proxy';
import { bypassesProxy } from './no-proxy.ts';
import { proxyFailure } from './proxy-failure.ts';

/**
 * The proxy for a URL, unless the environment exempts the URL.
 *
 * @param named what the environment names as the proxy
 * @throws an error with the code `PROXY_FAILED` if that is not a proxy
 */
export function namedProxy(url: URL, named: string): URL | undefined {
  if (checkBypass(url)) return undefined;
  const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'];
  if (noProxy && bypassesProxy(url, noProxy)) return undefined;
  return readProxy(named);
}

/**
 * Without a scheme, it is a host and a port, as curl, Go and the runner itself read it.
 *
 * @throws an error with the code `PROXY_FAILED` if it is not a proxy's URL: continuing without it would bypass the proxy
 */
function readProxy(value: string): URL {
  const text = value.trim();
  try {
    const proxy = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    decodeURIComponent(proxy.username + proxy.password);
    if (/^https?:$/.test(proxy.protocol)) return proxy;
  } catch (error) {
    throw proxyFailure('FAILED', error);
  }
  throw proxyFailure('FAILED');
}
