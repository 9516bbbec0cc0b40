import { describe, expect, test } from '@jest/globals';
import { awaitRegistration } from '../../../src/deploy/apply/probe.ts';
import { freshConnections } from '../../../src/http/connections.ts';
import { testClock } from '../../../support/clock.ts';
import { answer, type Handler, serve } from '../../../support/server.ts';

const allows = (methods: string): Handler => answer(204, '', { 'access-control-allow-methods': methods });

async function probe(...script: Handler[]) {
  const server = await serve(({ method }) => {
    if (method !== 'OPTIONS') throw new Error('That could run a workflow');
    return script[Math.min(server.requests.length, script.length) - 1] ?? answer(500, '');
  });
  const clock = testClock();
  const settings = {
    clock,
    spillDirectory: '.',
    connections: freshConnections(),
    signal: new AbortController().signal,
  };
  const url = new URL(`${server.origin}/webhook/hook`);
  const seen = await awaitRegistration({ url, methods: ['POST'] }, 10_000, settings);
  return {
    seen,
    looks: server.requests.length,
    origin: server.requests[0]?.headers['origin'],
    tookMs: clock.monotonic(),
  };
}

describe('a webhook', () => {
  test('is registered when n8n lists its method, and is probed as a browser does', async () => {
    expect(await probe(allows('OPTIONS'), allows('OPTIONS, GET'), allows('OPTIONS, POST'))).toMatchObject({
      seen: 'registered',
      looks: 3,
      origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1/),
    });
  });

  test('is missing when n8n does not list it in time', async () => {
    const { seen, tookMs } = await probe(allows('OPTIONS'));
    expect([seen, tookMs >= 10_000, tookMs < 12_000]).toEqual(['missing', true, true]);
  });

  test.each<[string, Handler]>([
    ['a page', answer(200, '<html>')],
    ['a proxy that allows everything', allows('*')],
    ['a refusal', answer(403, '')],
  ])('is unknown if %s answers, and that is found soon', async (_, handler) => {
    const { seen, tookMs } = await probe(handler);
    expect([seen, tookMs < 6_000]).toEqual(['unknown', true]);
  });
});
