import { BlockList, isIP } from 'node:net';

/**
 * Whether requests to a URL bypass the proxy, by NO_PROXY. It is read as curl and Go read it: entries between commas or
 * spaces; `*` for every host; a name for that host and all below it, with or without a dot or `*.` in front; an IP
 * address; a range of addresses (`10.0.0.0/8`, `fd00::/8`). Names and addresses may have a port.
 */
export function bypassesProxy(url: URL, noProxy: string): boolean {
  const host = withoutBrackets(url.hostname).replace(/\.$/, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const entries = noProxy.toLowerCase().split(/[\s,]+/);
  return entries.some((entry) => entry === '*' || covers(entry, host, port));
}

function covers(entry: string, host: string, port: string): boolean {
  if (entry.includes('/')) return isInRange(host, entry);
  const { name, onlyPort } = partsOf(entry);
  if (onlyPort !== undefined && onlyPort !== port) return false;
  if (isIP(name) > 0) return isInRange(host, `${name}/${isIP(name) === 4 ? 32 : 128}`);
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`)) && isIP(host) === 0;
}

/** An IPv6 address without brackets has no port. */
function partsOf(entry: string): { name: string; onlyPort: string | undefined } {
  const port = isIP(entry) === 6 ? undefined : /:(\d+)$/.exec(entry)?.[1];
  const name = port === undefined ? entry : entry.slice(0, -1 - port.length);
  return { name: withoutBrackets(name), onlyPort: port };
}

function isInRange(host: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = isIP(network);
  if (family === 0 || isIP(host) === 0 || !/^\d+$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}
