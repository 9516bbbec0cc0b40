import { BlockList, isIP } from 'node:net';
import { hostOf } from '../http/proxy.ts';

/** Loopback, private and link-local addresses, and the shared ones of carriers (RFC 6598). */
function nearNetworks(): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of [
    ['127.0.0.0', 8],
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['169.254.0.0', 16],
    ['100.64.0.0', 10],
  ] as const) {
    list.addSubnet(network, prefix, 'ipv4');
  }
  list.addAddress('::1', 'ipv6');
  list.addSubnet('fc00::', 7, 'ipv6');
  list.addSubnet('fe80::', 10, 'ipv6');
  return list;
}

/** Names that no public name server resolves: RFC 6761, 6762, 8375, 9476, ICANN's `.internal`, Kubernetes. */
const NEAR_NAMES = /(?:^|\.)(?:localhost|local|internal|home\.arpa|lan|alt|svc)$/i;

/**
 * Whether a secret sent to this URL could be read on the way: plain `http` to a host that is neither loopback nor
 * private. A name without a dot (a service container) is private.
 */
export function exposesSecret(url: URL): boolean {
  if (url.protocol !== 'http:') return false;
  const host = hostOf(url);
  const family = isIP(host);
  if (family !== 0) return !nearNetworks().check(host, family === 6 ? 'ipv6' : 'ipv4');
  return host.includes('.') && !NEAR_NAMES.test(host.replace(/\.$/, ''));
}
