import { describe, expect, test } from '@jest/globals';
import { hostOf, proxyAuthorization, proxyFor } from '../../src/http/proxy.ts';
import { withoutProxies } from '../../support/proxy-environment.ts';

withoutProxies();

describe('the proxy for a URL', () => {
  test('is that of its protocol', async () => {
    process.env['http_proxy'] = 'http://plain.test:3128';
    process.env['HTTPS_PROXY'] = 'https://secure.test';
    expect((await proxyFor(new URL('http://n8n.test/')))?.href).toBe('http://plain.test:3128/');
    expect((await proxyFor(new URL('https://n8n.test/')))?.href).toBe('https://secure.test/');
  });

  test('is none if no variable names one', async () => {
    expect(await proxyFor(new URL('http://n8n.test/'))).toBeUndefined();
    process.env['https_proxy'] = 'http://secure.test:3128';
    expect(await proxyFor(new URL('http://n8n.test/'))).toBeUndefined();
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
