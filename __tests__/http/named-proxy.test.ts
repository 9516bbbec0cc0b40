import { expect, test } from '@jest/globals';
import { namedProxy } from '../../src/http/named-proxy.ts';
import { withoutProxies } from '../../support/proxy-environment.ts';

withoutProxies();

test('a URL on this machine, or one that NO_PROXY names, needs no proxy', () => {
  process.env['no_proxy'] = '10.0.0.0/8,*.corp.example';
  for (const url of ['http://127.0.0.1/', 'http://[::1]:1/', 'http://10.9.8.7/', 'http://n8n.corp.example/']) {
    expect([url, namedProxy(new URL(url), 'http://plain.test:3128')]).toEqual([url, undefined]);
  }
  expect(namedProxy(new URL('http://n8n.test/'), 'http://plain.test:3128')?.href).toBe('http://plain.test:3128/');
});

test.each([
  'socks5://proxy.test:1080',
  'exa mple',
  'http://',
  'http://user:pass/word@proxy.test:3128',
  'http://user:100%@proxy.test:3128',
])('a variable that holds %s fails', (value) => {
  expect(() => namedProxy(new URL('http://n8n.test/'), value)).toThrow(
    expect.objectContaining({ code: 'PROXY_FAILED' }),
  );
});

test.each([
  ['proxy.test:3128', 'http://proxy.test:3128/'],
  ['localhost:3128', 'http://localhost:3128/'],
  ['user:secret@proxy.test:3128', 'http://user:secret@proxy.test:3128/'],
  ['[fd00::1]:3128', 'http://[fd00::1]:3128/'],
  ['10.0.0.1', 'http://10.0.0.1/'],
  [' HTTPS://proxy.test ', 'https://proxy.test/'],
])('a variable that holds %j names the proxy %s', (value, href) => {
  expect(namedProxy(new URL('https://n8n.test/'), value)?.href).toBe(href);
});
