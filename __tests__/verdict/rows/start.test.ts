import { expect, test } from '@jest/globals';
import { gatewayRows, startRows } from '../../../src/verdict/rows/start.ts';
import { api, type Case, gateway, json, madeReply, rowOf, sandbox, testCases } from '../../../support/verdict-cases.ts';

const cases: readonly Case[] = [
  { on: 'API, start', row: 'no-start-endpoint', end: 'failure, ran: no', call: api, says: /gateway workflow/ },
  { on: 'API, workflows start', row: 'no-start-endpoint', end: 'failure, ran: no', call: api },
  {
    on: madeReply(401, '{"message":"unauthorized"}', json),
    row: 'unauthorized',
    end: 'failure, ran: no',
    call: api,
    says: /did not accept this secret-key \(HTTP 401, "unauthorized"\)/,
  },
  { on: madeReply(403, '{"error":"no"}', json), row: 'unauthorized', end: 'failure, ran: maybe', call: gateway },
  { on: 'gateway, failed', row: 'gateway-run-failed', end: 'failure, ran: yes, failed', call: gateway },
  {
    on: 'gateway, unknown',
    row: 'gateway-not-published',
    end: 'failure, ran: no',
    call: gateway,
    says: /is not published/,
  },
  { on: 'gateway, unpublished', row: 'gateway-not-published', end: 'failure, ran: no', call: gateway },
  {
    on: 'gateway, no trigger',
    row: 'gateway-no-trigger',
    end: 'failure, ran: no',
    call: gateway,
    says: /has no trigger/,
  },
  {
    on: madeReply(204, ''),
    row: 'start-silent',
    end: 'failure, ran: no',
    call: { ...api, userAgent: 'ci-bot/1.0' },
    says: /crawlers.*"bot"/,
  },
];

testCases(cases, [...startRows, ...gatewayRows]);

test("a gateway's 404 that names an execution is an answer, and no missing endpoint", async () => {
  const body = '{"message":"not found"}';
  expect(await rowOf(madeReply(404, body, { 'x-n8n-execution-id': '7' }), gateway)).toBe('not-accepted');
  expect(await rowOf(madeReply(404, body), gateway)).toBe('no-start-endpoint');
});

test('the words of a missing start endpoint from a webhook are its own', async () => {
  expect(await rowOf(madeReply(404, '{"message":"not found"}'))).toBe('not-accepted');
  expect(await rowOf(madeReply(404, '{"message":"not found"}', sandbox), gateway)).toBe('answered');
});

test('204 is a success if no crawler was sent, and from a gateway always', async () => {
  expect(await rowOf(madeReply(204), api)).toBe('accepted');
  expect(await rowOf(madeReply(204), { ...api, userAgent: 'ci/1.0' })).toBe('accepted');
  expect(await rowOf(madeReply(204), { ...gateway, userAgent: 'ci-bot/1.0' })).toBe('accepted');
});
