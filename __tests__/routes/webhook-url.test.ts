// A webhook by its URL, against a server that keeps what comes in.
import { describe, expect, test } from '@jest/globals';
import { main } from '../../src/main.ts';
import { testHost } from '../../support/host.ts';
import { answer, type Received, serve } from '../../support/server.ts';

/** The request that a step makes of this path. */
async function requestOf(path: string, inputs: Record<string, string>, user = ''): Promise<Received> {
  const server = await serve([answer(200, '{}')]);
  const url = server.origin.replace('://', `://${user}`) + path;
  const host = testHost({ inputs: { url, payload: '{"a":"b c"}', ...inputs } });
  expect([await main(host), host.events.filter((line) => line.startsWith('error'))]).toEqual([0, []]);
  const [request] = server.requests;
  if (!request) throw new Error('There was no request');
  return request;
}

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('the query', () => {
  test.each([
    ['/webhook/x', '/webhook/x?a=b+c'],
    ['/webhook/x?q=%41+%20&q', '/webhook/x?q=%41+%20&q&a=b+c'],
  ])('of %s stays as it was written, and gets the members of the payload with GET', async (path, target) => {
    expect((await requestOf(path, { method: 'GET' })).target).toBe(target);
  });

  test('gets nothing with POST, and nothing of the default payload', async () => {
    expect(await requestOf('/webhook/x?q=1', {})).toMatchObject({ target: '/webhook/x?q=1' });
    expect(await requestOf('/webhook/x', { method: 'HEAD', payload: '' })).toMatchObject({ target: '/webhook/x' });
  });
});

describe('credentials', () => {
  test('of the URL go into the header', async () => {
    const { headers } = await requestOf('/webhook/x', {}, 'ci:p%40ss-word@');
    expect(headers.authorization).toBe(basic('ci:p@ss-word'));
  });

  test('of basic-auth do, too', async () => {
    const { headers } = await requestOf('/webhook/x', { 'basic-auth': 'me:my-secret' });
    expect(headers.authorization).toBe(basic('me:my-secret'));
  });
});

test('a payload that the method cannot carry is a wrong input, and nothing is sent', async () => {
  const server = await serve([]);
  const host = testHost({ inputs: { url: `${server.origin}/webhook/x`, method: 'GET', payload: '[1]' } });
  expect(await main(host)).toBe(1);
  expect(server.requests).toEqual([]);
});
