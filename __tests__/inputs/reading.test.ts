import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { API, type Given, KEY, read, WEBHOOK, wrong } from '../../support/inputs.ts';
import { linesOf } from '../../support/problems.ts';

describe('if-unconfigured', () => {
  const PEM = { type: 'pkcs8', format: 'pem' } as const;
  const UNSET: [string, Given][] = [
    ['url', {}],
    ['url, key and id', { mode: 'api' }],
    ['secret-key', { ...API, 'secret-key': '' }],
    ['secret-key to wait', { ...WEBHOOK, wait: 'true' }],
    ['workflow-id', { ...API, 'workflow-id': '' }],
    ['a header', { ...WEBHOOK, headers: 'X-A:' }],
    ['a token', { ...WEBHOOK, headers: 'Authorization: Bearer ' }],
    ["the key that headers for n8n's API need", { ...WEBHOOK, 'api-headers': 'X-A: 1' }],
    ["a header for n8n's API", { ...API, 'api-headers': 'X-A:' }],
    ['a password', { ...WEBHOOK, 'basic-auth': 'user:' }],
    ['a user', { ...WEBHOOK, 'basic-auth': ':password' }],
    ['user and password', { ...WEBHOOK, 'basic-auth': ':' }],
    ["the URL's host", { url: '/webhook/deploy' }],
    ['the host of another URL', { ...WEBHOOK, 'api-url': 'https:///n8n' }],
    ['URL and jwt-secret', { 'jwt-claims': '{"sub": "ci"}', 'jwt-algorithm': 'RS256' }],
    ['client-cert', { ...WEBHOOK, 'client-key': generateKeyPairSync('ed25519').privateKey.export(PEM).toString() }],
  ];

  test.each(UNSET)('decides what happens if %s is not set', async (_, given) => {
    const error = await read(given);
    expect(error.unconfigured).toBeUndefined();
    for (const how of ['warn', 'ignore'] as const) {
      const { inputs, unconfigured } = await read({ ...given, 'if-unconfigured': how });
      expect(unconfigured).toBe(how);
      expect(linesOf(inputs)).toEqual(linesOf(error.inputs));
    }
  });

  test.each<[string, Given]>([
    ['another input', { ...WEBHOOK, 'basic-auth': 'user:', retries: 'x' }],
    ['the same input', { ...WEBHOOK, headers: 'X-A:\nX/B: 1' }],
    ['two inputs together', { ...WEBHOOK, headers: 'X-A:', method: 'GET', payload: '[1]' }],
    ['a form of basic-auth that is none', { ...WEBHOOK, 'basic-auth': 'user' }],
    ['a resume URL', { url: 'https://n8n.example.com/webhook-waiting/4', 'secret-key': KEY, 'basic-auth': ':' }],
  ])('changes nothing if something else is wrong: %s', async (_, given) => {
    expect((await read({ ...given, 'if-unconfigured': 'ignore' })).unconfigured).toBeUndefined();
  });

  test('has no effect if nothing is wrong', async () => {
    expect(await read({ ...WEBHOOK, 'if-unconfigured': 'warn' })).toMatchObject({
      unconfigured: undefined,
      warnings: [],
    });
    expect(await wrong({ 'if-unconfigured': 'skip' })).toEqual([
      expect.stringMatching(/^url: /),
      expect.stringMatching(/^if-unconfigured: "skip" is unknown/),
    ]);
  });
});
