// The start endpoint, against a server that plays it on an instance and behind a gateway.
import { describe, expect, test } from '@jest/globals';
import { at, KEY, n8n, runHere, START, success } from '../../support/scripted-n8n.ts';

const GATEWAY = '/webhook/0c1f0000-0000-4000-8000-000000000009';
const ACCESS = { 'api-headers': 'CF-Access-Client-Secret: acc3ss-s3cret' };

describe('the start endpoint', () => {
  test('of the instance gets the key, the headers of the call and those of the API', async () => {
    const server = await n8n({ [START]: success });
    await runHere(server, { ...ACCESS, route: 'start', headers: 'X-Team: shop' });
    expect(at(server, START)[0]).toMatchObject({
      method: 'POST',
      headers: {
        'x-n8n-api-key': KEY,
        'cf-access-client-secret': 'acc3ss-s3cret',
        'x-team': 'shop',
        accept: 'application/json',
      },
    });
  });

  test('of a gateway workflow gets the key, and not the headers of the API', async () => {
    const server = await n8n({ [GATEWAY + START]: success });
    const { host } = await runHere(server, { ...ACCESS, url: server.origin + GATEWAY });
    expect(host.outputs).toMatchObject({ success: 'true', route: 'start' });
    const [request] = at(server, GATEWAY + START);
    expect(request?.headers['x-n8n-api-key']).toBe(KEY);
    expect(request?.raw.toString()).not.toMatch(/cf-access/i);
  });
});
