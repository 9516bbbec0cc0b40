import { describe, expect, test } from '@jest/globals';
import { judge } from '../../../src/verdict/judge.ts';
import { acceptedRows } from '../../../src/verdict/rows/accepted.ts';
import { explain } from '../../../src/verdict/verdict.ts';
import { madeCall } from '../../../support/call.ts';
import {
  api,
  type Case,
  gateway,
  html,
  json,
  madeReply,
  rowOf,
  sandbox,
  testCases,
} from '../../../support/verdict-cases.ts';

const cases: readonly Case[] = [
  { on: madeReply(204, ''), row: 'accepted', end: 'success, ran: yes', call: gateway },
  { on: madeReply(202, ''), row: 'accepted', end: 'success, ran: yes', call: gateway },
  { on: madeReply(200, ''), row: 'not-n8n', end: 'retry, ran: maybe', call: gateway },
  {
    on: madeReply(200, '<h1>Made</h1>', { ...html, 'content-security-policy': 'sandbox' }),
    row: 'accepted',
    end: 'success, ran: yes',
    call: gateway,
  },
  { on: 'immediate', row: 'accepted', end: 'success, ran: yes' },
  { on: 'immediate, no body', row: 'accepted', end: 'success, ran: yes' },
  { on: 'immediate, fails later', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node, all items', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node, no body', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node, empty, all items', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node, file', row: 'accepted', end: 'success, ran: yes' },
  { on: 'respond node', row: 'accepted', end: 'success, ran: yes' },
  { on: 'respond node, no data', row: 'accepted', end: 'success, ran: yes' },
  { on: 'respond node, HTML', row: 'accepted', end: 'success, ran: yes' },
  { on: 'respond node, never reached', row: 'never-responded', end: 'success, ran: yes', says: /secret-key/ },
  {
    on: 'respond node, fails before it, no error',
    row: 'never-responded',
    end: 'success, ran: yes',
    says: /also replies this way when the workflow failed/,
  },
  { on: 'respond node, never reached', row: 'accepted', end: 'success, ran: yes', call: { method: 'HEAD' } },
  { on: 'streaming', row: 'accepted', end: 'success, ran: yes' },
  { on: 'gateway, success', row: 'accepted', end: 'success, ran: yes', call: gateway },
  { on: 'only run if', row: 'only-run-if', end: 'success, ran: no', says: /ran nothing/ },
  { on: 'streaming, fails after the first part', row: 'stream-failed', end: 'failure, ran: yes, not accepted' },
  {
    on: 'last node, fails',
    row: 'accepted',
    end: 'success, ran: yes',
    call: {
      acceptStatus: [
        [200, 299],
        [500, 500],
      ],
    },
  },
  { on: madeReply(200, '{"message":"Workflow was started"}', json), row: 'accepted', end: 'success, ran: yes' },
  { on: madeReply(200, 'ok', html), row: 'accepted', end: 'success, ran: yes' },
  { on: madeReply(201, '{"message":"Webhook call received"}', json), row: 'only-run-if', end: 'success, ran: no' },
  {
    on: madeReply(200, '', { server: 'Caddy' }),
    row: 'not-n8n',
    end: 'retry, ran: maybe',
    says: /empty and without a content type, from the server "Caddy"/,
  },
  { on: madeReply(204, ''), row: 'not-n8n', end: 'retry, ran: maybe' },
  { on: madeReply(202, ''), row: 'not-n8n', end: 'retry, ran: maybe', call: { method: 'HEAD' } },
  {
    on: madeReply(200, '<!DOCTYPE html>\n<html><head><title>Welcome to nginx!</title>', {
      ...html,
      server: 'nginx/1.26',
    }),
    row: 'not-n8n',
    end: 'retry, ran: maybe',
    says: /a page, titled "Welcome to nginx!", from the server "nginx\/1\.26"/,
  },
  {
    on: madeReply(200, '<html><body><h1>It works!</h1></body></html>', html),
    row: 'not-n8n',
    end: 'retry, ran: maybe',
  },
  { on: madeReply(200, '\ufeff <!-- parked --><html>'), row: 'not-n8n', end: 'retry, ran: maybe' },
  { on: madeReply(200, '<h1>Welcome</h1>', html), row: 'not-n8n', end: 'retry, ran: maybe', call: api },
  { on: madeReply(200, '<h1>Welcome</h1>', html), row: 'not-n8n', end: 'retry, ran: maybe', call: gateway },
  { on: madeReply(200, '', {}), row: 'not-n8n', end: 'retry, ran: maybe', call: api },
  { on: madeReply(204, ''), row: 'accepted', end: 'success, ran: yes', call: api },
];

testCases(cases, acceptedRows);

test("a reply with n8n's own words and more is the workflow's", async () => {
  expect(await rowOf(madeReply(200, '{"message":"Webhook call received","id":1}'))).toBe('accepted');
  expect(await rowOf(madeReply(200, 'The log says: n8n is starting up. Please wait', html))).toBe('accepted');
});

test.each([401, 403, 413, 422, 429, 500, 503, 504])('an accepted %i in JSON is a success', async (status) => {
  expect(await rowOf(madeReply(status, '{"mine":true}'), { acceptStatus: [[400, 599]] })).toBe('accepted');
});

test.each([
  [404, 'Not here', {}],
  [429, 'slow down', {}],
  [503, 'no available server\n', {}],
  [521, '{}', json],
])('a status that counts as success is not one if the call was not passed on: %s', async (status, body, headers) => {
  const given = { acceptStatus: [[200, 599]] } as const;
  expect(await judge(madeReply(status, body, headers), madeCall(given))).toMatchObject({ success: false, ran: 'no' });
});

test.each([
  [504, 'upstream request timeout', {}],
  [502, '<html>', html],
  [500, 'oops', {}],
  [302, '', { location: 'https://login.example.com/' }],
])('an accepted %i that is no JSON may be a proxy’s', async (status, body, headers) => {
  const given = { acceptStatus: [[200, 599]] } as const;
  expect(await judge(madeReply(status, body, headers), madeCall(given))).toMatchObject({
    success: false,
    ran: 'maybe',
  });
  expect(await rowOf(madeReply(status, body, { ...headers, ...sandbox }), given)).toBe('accepted');
});

test('an accepted redirect is a success', async () => {
  const reply = madeReply(307, '', { location: 'https://example.com', ...json, ...sandbox });
  expect(await rowOf(reply, { acceptStatus: [[307, 307]] })).toBe('accepted');
});

test('a status outside accept-status is a failure, even 200', async () => {
  expect(await rowOf(madeReply(200, '{}'), { acceptStatus: [[202, 202]] })).toBe('not-accepted');
});

describe('a stream', () => {
  const begin = '{"type":"begin","metadata":{}}\n';
  const explained = async (body: string) => explain(await judge(madeReply(200, body, json), madeCall()));

  test('names the node that failed, if n8n does', async () => {
    expect(await explained(`${begin}{"type":"error","metadata":{"nodeName":"Ask"}}\n`)).toContain('node "Ask"');
  });

  test('leaves the end to the execution, because a node may go on after an error', async () => {
    const reply = madeReply(200, `${begin}{"type":"error","metadata":{"nodeName":"Ask"}}\n`, json);
    expect(await judge(reply, madeCall())).toMatchObject({ inconclusive: true, overruledByExecution: true });
  });

  test.each([
    `${begin}{"type":"item","content":"\\"error\\""}\n{"type":"end"}\n`,
    `${begin}{"type":"error", cut`,
    'log\n{"type":"error","metadata":{}}',
    '{"type":"error","message":"no stock"}',
    `${begin}{"type":"error","metadata":{"code":7}}\n`,
  ])('that only mentions an error has none: %j', async (body) => {
    expect(await rowOf(madeReply(200, body, json))).toBe('accepted');
  });
});
