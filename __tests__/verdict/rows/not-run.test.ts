import { expect, test } from '@jest/globals';
import { judge } from '../../../src/verdict/judge.ts';
import { notRunRows } from '../../../src/verdict/rows/not-run.ts';
import { madeCall } from '../../../support/call.ts';
import { growth } from '../../../support/growth.ts';
import { recordings } from '../../../support/recorded.ts';
import {
  api,
  type Case,
  editor,
  gateway,
  html,
  json,
  madeReply,
  rowOf,
  sandbox,
  testCases,
} from '../../../support/verdict-cases.ts';

const cases: readonly Case[] = [
  { on: 'starting', row: 'starting-up', end: 'retry, ran: no', says: /starting up/ },
  { on: madeReply(503, 'n8n is starting up. Please wait'), row: 'starting-up', end: 'retry, ran: no' },
  { on: 'starting, no routes yet', row: 'cannot-post', end: 'retry, ran: no', says: /still starting/ },
  { on: 'cannot POST', row: 'cannot-post', end: 'retry, ran: no', says: /Production URL/ },
  { on: 'cannot POST', row: 'cannot-post', end: 'retry, ran: no', call: editor, says: /link to the editor/ },
  {
    // A webhook's own path may look like a link, and api mode's own addresses do.
    on: 'cannot POST',
    row: 'cannot-post',
    end: 'retry, ran: no',
    call: { url: new URL('https://n8n.example.com/webhook/workflow/5') },
    says: /Compare url with the Production URL/,
  },
  {
    on: 'cannot POST',
    row: 'cannot-post',
    end: 'retry, ran: no',
    call: { mode: 'api', url: new URL('https://n8n.example.com/hooks/workflow/5') },
    says: /Compare webhook-base with the Production URL/,
  },
  {
    on: 'cannot POST',
    row: 'cannot-post',
    end: 'retry, ran: no',
    call: api,
    says: /Check url: the address that opens n8n in the browser/,
  },
  {
    on: madeReply(404, '', { 'content-type': 'application/json; charset=utf-8' }),
    row: 'nothing-for-head',
    end: 'retry, ran: no',
    call: { method: 'HEAD' },
    says: /compare method and url with the Webhook node/,
  },
  {
    on: madeReply(404, '', html),
    row: 'nothing-for-head',
    end: 'retry, ran: no',
    call: { ...editor, method: 'HEAD' },
    says: /link to the editor/,
  },
  {
    on: 'wrong method',
    row: 'wrong-method',
    end: 'failure, ran: no',
    call: { method: 'GET' },
    says: /only POST\. .*Set the input method/,
  },
  { on: 'wrong method of several', row: 'wrong-method', end: 'failure, ran: no', says: /only GET or PUT\./ },
  {
    on: 'not registered, test URL',
    row: 'test-url',
    end: 'retry, ran: no',
    call: { url: new URL('https://n8n.example.com/webhook-test/deploy') },
    says: /120 seconds/,
  },
  { on: 'not registered', row: 'not-registered', end: 'retry, ran: no', says: /Publish the workflow .* compare url/ },
  {
    on: 'not registered',
    row: 'not-registered',
    end: 'retry, ran: no',
    call: { mode: 'api' },
    says: /Publish the workflow .* compare webhook-base/,
  },
  { on: 'not registered', row: 'not-registered', end: 'retry, ran: no', call: gateway, says: /gateway workflow/ },
  {
    on: madeReply(404, '{"code":404,"message":"Active version not found for workflow with id \\"abc\\""}'),
    row: 'not-published',
    end: 'failure, ran: no',
  },
  {
    on: madeReply(404, '{"code":404,"message":"Published version not found for workflow with id \\"abc\\""}'),
    row: 'not-published',
    end: 'failure, ran: no',
  },
  ...['Could not find workflow with id \\"abc\\"', 'Could not find node to process webhook.'].map(
    (message): Case => ({
      on: madeReply(404, `{"code":404,"message":"${message}"}`),
      row: 'not-published',
      end: 'failure, ran: no',
    }),
  ),
  { on: 'editor, root', row: 'editor-page', end: 'failure, ran: no', call: { method: 'GET' }, says: /Production URL/ },
  { on: 'editor, workflow', row: 'editor-page', end: 'failure, ran: no', call: editor, says: /link to the editor/ },
  { on: 'editor, mistyped path', row: 'editor-page', end: 'failure, ran: no', call: { method: 'GET' } },
  { on: 'editor, mistyped path', row: 'editor-page', end: 'failure, ran: no', call: api, says: /: url leads to no/ },
  {
    on: 'editor, mistyped path',
    row: 'editor-page',
    end: 'failure, ran: no',
    call: { mode: 'api', method: 'GET' },
    says: /webhook-base leads to no webhook\..* Compare webhook-base with/,
  },
  {
    on: madeReply(200, '<form><input name="p" type="password"></form>', html),
    row: 'login-page',
    end: 'failure, ran: no',
  },
  { on: 'method not supported', row: 'could-not-start', end: 'failure, ran: no', call: { method: 'PROPFIND' } },
  { on: 'respond node, unused', row: 'could-not-start', end: 'failure, ran: no' },
  { on: 'respond node, missing', row: 'could-not-start', end: 'failure, ran: no' },
  ...['Workflow Form Error: Workflow could not be started!', "The response mode 'x' is not valid!"].map(
    (message): Case => ({
      on: madeReply(500, JSON.stringify({ code: 0, message })),
      row: 'could-not-start',
      end: 'failure, ran: no',
    }),
  ),
  {
    on: madeReply(500, '{"code":0,"message":"Workflow Webhook Error: Workflow could not be started!"}'),
    row: 'could-not-start',
    end: 'failure, ran: no',
    says: /publish it again\.$/,
  },
  {
    on: madeReply(500, '{"code":0,"message":"Workflow Webhook Error: Workflow could not be started!"}'),
    row: 'could-not-start',
    end: 'failure, ran: no',
    call: { contentType: 'multipart/form-data; boundary=b' },
    says: /a file that is empty or over its limit\.$/,
  },
  { on: madeReply(503, '{"code":503,"message":"Database is not ready!"}'), row: 'unavailable', end: 'retry, ran: no' },
  {
    on: madeReply(503, 'Chat is unavailable right now. Please try again later.', html),
    row: 'unavailable',
    end: 'retry, ran: no',
  },
  ...['/healthz', '/healthz/readiness', '/metrics', '/rest/settings', '/api/v1/workflows'].map(
    (path): Case => ({
      on: madeReply(200, '{"status":"ok"}', json),
      row: 'own-path',
      end: 'failure, ran: no',
      call: { url: new URL(path, 'https://n8n.example.com'), method: 'GET' },
      says: /n8n's own paths/,
    }),
  ),
  {
    on: madeReply(
      404,
      '{"code":404,"message":"This webhook is not registered for POST requests. Did you mean to make a GET request?"}',
    ),
    row: 'wrong-method',
    end: 'failure, ran: no',
    says: /Set HTTP Method to POST in the Webhook node .* publish .* default payload is not sent/,
  },
];

testCases(cases, notRunRows);

test.each([
  ['a path of the workflow', '/webhook/healthz', json],
  ['a webhook at a path of that name', '/healthz', { ...json, ...sandbox }],
  ['a longer path', '/healthz-of-mine', json],
])('%s is not one of n8n’s own paths', async (_, path, headers) => {
  const url = new URL(path, 'https://n8n.example.com');
  expect(await rowOf(madeReply(200, '{"status":"ok"}', headers), { url })).toBe('accepted');
});

test('a wrong method that n8n names oddly is not repeated', async () => {
  for (const rest of ['. Did you mean to make a <b> request?', '']) {
    const body = JSON.stringify({ message: `This webhook is not registered for GET requests${rest}` });
    expect((await judge(madeReply(404, body), madeCall())).message).toMatch(/only another method\.$/);
  }
});

test.each(['starting', 'cannot POST', 'not registered'])('after %s, n8n is given two seconds', async (name) => {
  for (const { reply } of recordings.filter((each) => each.name === name)) {
    expect((await judge(reply, madeCall())).retry).toEqual({ minDelayMs: 2000 });
  }
});

test.each([
  ['a title without an end', '<title>', 'n8n'],
  ['inputs without an end', '', '<input '],
])('a page made to be slow to search is judged in time that grows with it: %s', async (_, start, piece) => {
  const judgePage = async (times: number) => {
    expect(await rowOf(madeReply(200, start + piece.repeat(times), html))).toBe('not-n8n');
  };
  expect(await growth(8_000, judgePage)).toBeLessThan(4);
});

test('a login page is known by its first 16 KiB', async () => {
  const page = (blanks: number) => madeReply(200, `<p>${' '.repeat(blanks)}<input type="password">`, html);
  expect(await rowOf(page(16_000))).toBe('login-page');
  expect(await rowOf(page(17_000))).toBe('not-n8n');
});

test("a workflow's own page with a password field is no login page", async () => {
  expect(await rowOf(madeReply(200, '<input type="password">', { ...html, ...sandbox }))).toBe('accepted');
});

test('n8n’s 404 is no success, whatever counts as one', async () => {
  const body = '{"code":404,"message":"The requested webhook \\"POST deploy\\" is not registered."}';
  expect(await rowOf(madeReply(404, body), { acceptStatus: [[200, 404]] })).toBe('not-registered');
});
