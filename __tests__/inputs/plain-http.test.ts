import { describe, expect, test } from '@jest/globals';
import { exposesSecret } from '../../src/inputs/plain-http.ts';

describe('a secret is safe', () => {
  test.each([
    'https://n8n.example.com/',
    'https://203.0.113.7/',
    'http://localhost:5678/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://n8n.localhost/',
    'http://127.0.0.1/',
    'http://127.1.2.3/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.255.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://169.254.1.1/',
    'http://100.64.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://n8n:5678/',
    'http://n8n.local/',
    'http://n8n.internal/',
    'http://n8n.home.arpa/',
    'http://n8n.lan/',
    'http://n8n.tools.svc/',
  ])('on the way to %s', (url) => {
    expect(exposesSecret(new URL(url))).toBe(false);
  });
});

describe('a secret can be read', () => {
  test.each([
    'http://n8n.example.com/',
    'http://n8n.example.com:443/',
    'http://203.0.113.7/',
    'http://128.0.0.1/',
    'http://9.255.255.255/',
    'http://11.0.0.1/',
    'http://172.15.255.255/',
    'http://172.32.0.1/',
    'http://192.169.0.1/',
    'http://100.63.255.255/',
    'http://100.128.0.1/',
    'http://[2001:db8::1]/',
    'http://[::ffff:203.0.113.7]/',
    'http://localhost.example.com/',
    'http://notlocal.mylocal/',
    'http://127.0.0.1.example.com/',
    'http://10.0.0.1.example.com/',
    'http://internal.example.com/',
  ])('on the way to %s', (url) => {
    expect(exposesSecret(new URL(url))).toBe(true);
  });
});
