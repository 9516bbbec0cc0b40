/**
 * The proxy that the environment names for a URL; undefined if there is none.
 *
 * @throws an error with the code `PROXY_FAILED` if it names something that is not a proxy
 */
export async function proxyFor(url: URL): Promise<URL | undefined> {
  const variable = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const named = process.env[variable] || process.env[variable.toUpperCase()];
  // Few runners have a proxy, and only these load the code for it.
  return named ? (await import('./named-proxy.ts')).namedProxy(url, named) : undefined;
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
