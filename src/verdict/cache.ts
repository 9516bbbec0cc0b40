import type { Reply } from '../http/exchange.ts';
import type { ReplyView } from './row.ts';

/** Headers by which caches say that they replied themselves, without calling the server. */
const HITS: readonly (readonly [name: string, value: RegExp])[] = [
  // Two numbers: this request's, and that of the request which filled the cache. Another Varnish adds its own.
  ['x-varnish', /\d \d/],
  // Fastly, CloudFront, Squid, Azure, Akamai.
  ['x-cache', /(?:^|[\s,])(?:TCP_(?:MEM_|REMOTE_)?)?HIT\b/i],
  ['cf-cache-status', /^HIT$/],
  // RFC 9211, section 2.1.
  ['cache-status', /;\s*hit(?!=)/i],
  // As nginx's documentation and others name it.
  ['x-cache-status', /^HIT$/i],
  ['x-proxy-cache', /^HIT$/i],
];

/** Whether a cache gave a reply that it had stored: the server did not get the request. */
export function isFromCache(headers: Reply['headers']): boolean {
  return HITS.some(([name, value]) => value.test(String(headers[name] ?? '')));
}

/** How old a reply is, in seconds, if a cache says so (RFC 9111, section 5.1). Zero for a fresh one. */
export function ageOf({ age = '' }: Reply['headers']): number {
  return /^\d{1,9}$/.test(age) ? Number(age) : 0;
}

/** Whether a cache may have given a reply to a call, without passing it on. Caches keep replies to GET and HEAD. */
export function mayBeStored({ headers, call: { method } }: Pick<ReplyView, 'headers' | 'call'>): boolean {
  return (method === 'GET' || method === 'HEAD') && (isFromCache(headers) || ageOf(headers) > 0);
}
