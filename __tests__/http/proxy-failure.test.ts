import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { proxyFailureIn } from '../../src/http/proxy-failure.ts';

describe('a reply to a plain request through a proxy', () => {
  const reply = (statusCode: number, headers: Record<string, string>, statusMessage = ''): IncomingMessage =>
    Object.assign(new IncomingMessage(new Socket()), { statusCode, statusMessage, headers });

  test.each([
    [407, {}, ''],
    [403, { 'x-squid-error': 'ERR_ACCESS_DENIED 0' }, 'Forbidden'],
    [503, { 'x-squid-error': 'ERR_CONNECT_FAIL 111' }, 'Service Unavailable'],
    [503, { 'x-squid-error': 'ERR_DNS_FAIL 0' }, 'Service Unavailable'],
    [500, { server: 'tinyproxy/1.11.1' }, 'Unable to connect'],
    [403, { server: 'tinyproxy/1.11.1' }, 'Filtered'],
  ])('that is %i with %j is the failure of the proxy', (status, headers, words) => {
    expect(proxyFailureIn(reply(status, headers, words))).toMatchObject({ code: `PROXY_${status}` });
  });

  test.each([
    [502, { 'x-squid-error': 'ERR_ZERO_SIZE_OBJECT 0' }, 'Bad Gateway'],
    [502, { 'x-squid-error': 'ERR_READ_ERROR 0' }, 'Bad Gateway'],
    [500, { server: 'tinyproxy/1.11.1' }, 'Internal Error'],
    [403, { server: 'nginx' }, 'Forbidden'],
    [200, {}, 'OK'],
  ])('that is %i with %j may come after the server had the request', (status, headers, words) => {
    expect(proxyFailureIn(reply(status, headers, words))).toBeUndefined();
  });
});
