import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { failureOfProxy, hostOf, proxyAuthorization, proxyFor } from '../../src/http/proxy.ts';

const VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy'];
const before = { ...process.env };
beforeEach(() => {
  for (const name of [...VARIABLES, ...VARIABLES.map((one) => one.toUpperCase())]) delete process.env[name];
});
afterEach(() => {
  process.env = { ...before };
});

describe('the proxy for a URL', () => {
  test('is that of its protocol', async () => {
    process.env['http_proxy'] = 'http://plain.test:3128';
    process.env['HTTPS_PROXY'] = 'https://secure.test';
    expect((await proxyFor(new URL('http://n8n.test/')))?.href).toBe('http://plain.test:3128/');
    expect((await proxyFor(new URL('https://n8n.test/')))?.href).toBe('https://secure.test/');
  });

  test('is none if no variable names one, on the way to this machine, and if NO_PROXY says so', async () => {
    expect(await proxyFor(new URL('http://n8n.test/'))).toBeUndefined();
    process.env['http_proxy'] = 'http://plain.test:3128';
    process.env['no_proxy'] = '10.0.0.0/8,*.corp.example';
    for (const url of ['http://127.0.0.1/', 'http://[::1]:1/', 'http://10.9.8.7/', 'http://n8n.corp.example/']) {
      expect([url, await proxyFor(new URL(url))]).toEqual([url, undefined]);
    }
    expect(await proxyFor(new URL('http://n8n.test/'))).toBeDefined();
  });

  test.each([
    'socks5://proxy.test:1080',
    'exa mple',
    'http://',
    'http://user:pass/word@proxy.test:3128',
    'http://user:100%@proxy.test:3128',
  ])('fails if the variable holds %s', async (value) => {
    process.env['http_proxy'] = value;
    await expect(proxyFor(new URL('http://n8n.test/'))).rejects.toMatchObject({ code: 'PROXY_FAILED' });
  });
});

test('the user and password of a proxy are decoded', () => {
  const { 'proxy-authorization': header = '' } = proxyAuthorization(new URL('http://us%40er:p%3Aw%C3%A9@proxy.test'));
  expect(Buffer.from(header.replace('Basic ', ''), 'base64').toString()).toBe('us@er:p:wé');
  expect(proxyAuthorization(new URL('http://proxy.test'))).toEqual({});
});

test('an address is given without the brackets of URLs', () => {
  expect(hostOf(new URL('http://[::1]:80/'))).toBe('::1');
  expect(hostOf(new URL('http://n8n.test/'))).toBe('n8n.test');
});

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
    expect(failureOfProxy(reply(status, headers, words))).toMatchObject({ code: `PROXY_${status}` });
  });

  test.each([
    [502, { 'x-squid-error': 'ERR_ZERO_SIZE_OBJECT 0' }, 'Bad Gateway'],
    [502, { 'x-squid-error': 'ERR_READ_ERROR 0' }, 'Bad Gateway'],
    [500, { server: 'tinyproxy/1.11.1' }, 'Internal Error'],
    [403, { server: 'nginx' }, 'Forbidden'],
    [200, {}, 'OK'],
  ])('that is %i with %j may come after the server had the request', (status, headers, words) => {
    expect(failureOfProxy(reply(status, headers, words))).toBeUndefined();
  });
});
