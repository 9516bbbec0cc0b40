import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy';
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
  const named = readProxy(url);
  if (!named || !/^https?:$/.test(named.protocol)) throw new ProxyFailure('FAILED');
  // The toolkit's own class decodes user and password.
  return new URL(named.href);
}

/** @throws ProxyFailure if the toolkit cannot read the URL: going on without it would bypass the proxy */
function readProxy(url: URL): URL | undefined {
  try {
    return getProxyUrl(url);
  } catch (error) {
    throw new ProxyFailure('FAILED', error);
  }
}
