import { describe, expect, test } from '@jest/globals';
import { bypassesProxy } from '../../src/http/no-proxy.ts';

describe('NO_PROXY', () => {
  test.each([
    ['http://anything.test/', '*'],
    ['https://n8n.corp.example/', 'n8n.corp.example'],
    ['https://n8n.corp.example/', 'other.test, N8N.Corp.Example'],
    ['https://n8n.corp.example/', 'other.test n8n.corp.example'],
    ['https://n8n.corp.example/', 'corp.example'],
    ['https://n8n.corp.example/', '.corp.example'],
    ['https://n8n.corp.example/', '*.corp.example'],
    ['https://n8n.corp.example./', 'corp.example'],
    ['https://n8n.corp.example/', 'corp.example.'],
    ['https://n8n.corp.example:8443/', 'n8n.corp.example:8443'],
    ['https://n8n.corp.example/', '.corp.example:443'],
    ['http://n8n.corp.example/', 'corp.example:80'],
    ['http://10.1.2.3/', '10.1.2.3'],
    ['http://10.1.2.3:5678/', '10.1.2.3:5678'],
    ['http://10.1.2.3/', '10.0.0.0/8'],
    ['http://10.1.2.3/', '10.1.2.0/24'],
    ['http://10.1.2.3/', '0.0.0.0/0'],
    ['http://[fd00::12]/', 'fd00::12'],
    ['http://[fd00::12]/', 'FD00:0:0::12'],
    ['http://[fd00::12]/', '[fd00::12]'],
    ['http://[fd00::12]:5678/', '[fd00::12]:5678'],
    ['http://[fd00::12]/', 'fd00::/8'],
    ['http://[::ffff:10.1.2.3]/', '10.0.0.0/8'],
  ])('for %s, "%s" bypasses the proxy', (url, noProxy) => {
    expect(bypassesProxy(new URL(url), noProxy)).toBe(true);
  });

  test.each([
    ['https://n8n.corp.example/', ''],
    ['https://n8n.corp.example/', ' , ,'],
    ['https://n8n.corp.example/', '.'],
    ['https://n8n.corp.example/', '*.'],
    ['https://mycorp.example/', 'corp.example'],
    ['https://mycorp.example/', '*.corp.example'],
    ['https://corp.example.evil.test/', 'corp.example'],
    ['https://n8n.corp.example/', 'corp.example:8443'],
    ['https://n8n.corp.example:8443/', 'corp.example:443'],
    ['http://11.1.2.3/', '10.0.0.0/8'],
    ['http://10.1.2.3/', '10.1.2.3:81'],
    ['http://10.1.2.3/', '2.3'],
    ['http://10.1.2.3/', '10.0.0.0/33'],
    ['http://10.1.2.3/', '10.0.0.0/'],
    ['http://10.1.2.3/', '10.0.0.0/x'],
    ['http://10.1.2.3/', 'fd00::/8'],
    ['http://[fe00::12]/', 'fd00::/8'],
    ['http://[fd00::12]/', 'fd00::/129'],
    ['http://ten.test/', '10.0.0.0/8'],
    ['http://ten.test/', 'constructor'],
  ])('for %s, "%s" does not bypass the proxy', (url, noProxy) => {
    expect(bypassesProxy(new URL(url), noProxy)).toBe(false);
  });
});
