import { describe, expect, test } from '@jest/globals';
import { API, type Given, KEY, sound, WEBHOOK } from '../../support/inputs.ts';

describe('the instance', () => {
  const instanceOf = async (given: Given) => (await sound(given)).instance;
  const at = (base: string, addressFrom: string, credentials?: string) => ({
    base,
    secretKey: KEY,
    headers: [],
    credentials,
    addressFrom,
  });

  test('is where the webhook is', async () => {
    expect(await instanceOf({ url: 'https://n8n.example.com/sub/webhook/x', 'secret-key': KEY })).toEqual(
      at('https://n8n.example.com/sub', 'webhook'),
    );
  });

  test('is the address of mode api', async () => {
    expect(await instanceOf(API)).toEqual(at('https://n8n.example.com/sub', 'url'));
  });

  test('is where the gateway workflow is, whose webhook url names', async () => {
    const url = 'https://n8n.example.com/webhook/0b5c9c1e-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
    expect(await instanceOf({ ...API, url })).toEqual(at('https://n8n.example.com', 'webhook'));
  });

  test('is what api-url names, if given', async () => {
    const given = { 'api-url': 'https://api.example.com/n8n/', 'secret-key': KEY };
    expect(await instanceOf({ ...WEBHOOK, ...given })).toEqual(at('https://api.example.com/n8n', 'api-url'));
    expect(await instanceOf({ ...API, ...given })).toEqual(at('https://api.example.com/n8n', 'api-url'));
  });

  test('is not known without a key, or if its address is not known', async () => {
    expect(await instanceOf(WEBHOOK)).toBeUndefined();
    expect(await instanceOf({ url: 'https://hooks.example.com/deploy', 'secret-key': KEY })).toBeUndefined();
  });

  test('gets the password in url only at the same origin', async () => {
    const url = 'https://alice:pass@n8n.example.com/webhook/x';
    expect(await instanceOf({ url, 'secret-key': KEY })).toEqual(
      at('https://n8n.example.com', 'webhook', 'alice:pass'),
    );
    expect(await instanceOf({ url, 'secret-key': KEY, 'api-url': 'https://api.example.com' })).toEqual(
      at('https://api.example.com', 'api-url'),
    );
  });
});
