import type { IncomingMessage } from 'node:http';
import { CodedError } from '../text/error-code.ts';

/** A proxy that refused or failed, by its status or the system's code. */
export function proxyFailure(reason: string, cause?: unknown): CodedError {
  return new CodedError(`PROXY_${reason}`, cause);
}

/** What Squid says when it has passed nothing on. */
const SQUID_REFUSED =
  /^ERR_(?:ACCESS_DENIED|CACHE_ACCESS_DENIED|CANNOT_FORWARD|CONNECT_FAIL|DNS_FAIL|SECURE_CONNECT_FAIL)\b/;

/**
 * The failure that a proxy reports in its reply to a plain request, which is otherwise the server's; undefined if
 * the server may have had the request.
 */
export function proxyFailureIn({ statusCode, statusMessage, headers }: IncomingMessage): CodedError | undefined {
  const isTinyproxys = String(headers['server']).startsWith('tinyproxy/');
  const isRefused =
    statusCode === 407 ||
    SQUID_REFUSED.test(String(headers['x-squid-error'])) ||
    (isTinyproxys && (statusCode === 403 || statusMessage === 'Unable to connect'));
  return isRefused ? proxyFailure(String(statusCode)) : undefined;
}
