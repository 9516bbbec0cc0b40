import { expect, test } from '@jest/globals';
import { judge } from '../../../src/verdict/judge.ts';
import type { Call } from '../../../src/verdict/row.ts';
import { chatRows, formRows } from '../../../src/verdict/rows/form-and-chat.ts';
import { explain } from '../../../src/verdict/verdict.ts';
import { madeCall } from '../../../support/call.ts';
import { type Case, form, html, json, madeReply, rowOf, sandbox, testCases } from '../../../support/verdict-cases.ts';

const chat = { url: new URL('https://n8n.example.com/webhook/id/chat') };
const ownChat = { url: new URL('https://n8n.example.com/webhook/0b9e6c52-4f17-4a3d-8c85-d1f3e2a7b913/chat') };

const cases: readonly Case[] = [
  {
    on: madeReply(404, '<!DOCTYPE html><title>Problem loading form</title>', html),
    row: 'form-not-registered',
    end: 'retry, ran: no',
    call: form,
    says: /Publish the workflow/,
  },
  {
    on: madeReply(401, '', { 'www-authenticate': 'Basic realm="Enter credentials"' }),
    row: 'form-auth',
    end: 'failure, ran: no',
    call: form,
    says: /no basic-auth was given/,
  },
  {
    on: madeReply(403, 'IP is not allowed to access this form!'),
    row: 'ip-list',
    end: 'failure, ran: no',
    call: form,
  },
  {
    on: madeReply(415, '{"code":415,"message":"Expected multipart/form-data"}', json),
    row: 'form-type',
    end: 'failure, ran: no',
    call: form,
    says: /mode: api/,
  },
  {
    on: madeReply(200, '{"formWaitingUrl":"https://n8n.example.com/form-waiting/5"}'),
    row: 'form-next-page',
    end: 'success, ran: yes',
    call: form,
    says: /waits until a person/,
  },
  {
    on: madeReply(403, 'Authorization data is wrong!', { 'www-authenticate': 'Basic realm="Webhook id"' }),
    row: 'chat-auth',
    end: 'failure, ran: no',
    call: { ...chat, credentials: ['basic-auth'] },
    says: /refused this user or password/,
  },
  {
    // Older n8n says so about a Webhook node too.
    on: madeReply(403, 'Authorization data is wrong!', { 'www-authenticate': 'Basic realm="Webhook"' }),
    row: 'chat-auth',
    end: 'failure, ran: no',
    call: {
      url: new URL('https://n8n.example.com/webhook/0b9e6c52-4f17-4a3d-8c85-d1f3e2a7b913/chat'),
      credentials: ['basic-auth'],
    },
    says: /The chat requires Basic Auth, and refused/,
  },
  { on: madeReply(404), row: 'chat-not-public', end: 'failure, ran: no', call: chat, says: /Make Chat Publicly/ },
  {
    on: madeReply(404, '<!DOCTYPE html><title>Problem loading form</title>', { ...html, ...sandbox }),
    row: 'form-not-registered',
    end: 'retry, ran: no',
    call: form,
  },
  ...(['GET', 'HEAD'] as const).map(
    (method): Case => ({
      on: madeReply(200, method === 'GET' ? '<!DOCTYPE html><title>Apply</title>' : '', { ...html, ...sandbox }),
      row: 'form-page',
      end: 'failure, ran: no',
      call: { ...form, method },
      says: /only shows the form/,
    }),
  ),
  {
    on: madeReply(200, '<!doctype html><script>createChat({})</script>', html),
    row: 'chat-page',
    end: 'failure, ran: no',
    call: { ...ownChat, method: 'GET' },
    says: /only shows the chat/,
  },
  {
    on: madeReply(200, '{"data":[]}', json),
    row: 'chat-history',
    end: 'failure, ran: no',
    call: { ...ownChat, chatAction: 'loadPreviousSession' },
    says: /only asks for the chat's history/,
  },
];

testCases(cases, [...formRows, ...chatRows]);

test.each<[string, Partial<Call>, Record<string, string>]>([
  ['a chat that was sent a message', { ...ownChat, chatAction: 'sendMessage' }, json],
  ['a webhook with a payload like a chat’s', { chatAction: 'loadPreviousSession' }, json],
  ['a workflow that was reached', { ...ownChat, chatAction: 'loadPreviousSession' }, { ...json, ...sandbox }],
])('what looks like a chat’s history is not one: %s', async (_, given, headers) => {
  expect(await rowOf(madeReply(200, '{"data":[]}', headers), given)).toBe('accepted');
});

test('a form at a renamed address only shows its page, and its 404 is n8n’s', async () => {
  const given = { url: new URL('https://n8n.example.com/apply/x') };
  const page = "<!DOCTYPE html><form class='card' id='n8n-form' novalidate>";
  expect(await rowOf(madeReply(200, page, { ...html, ...sandbox }), { ...given, method: 'GET' })).toBe('form-page');
  const missing = '<!DOCTYPE html><title>Problem loading form</title>';
  expect(await rowOf(madeReply(404, missing, { ...html, ...sandbox }), given)).toBe('form-not-registered');
});

test.each([
  [404, '<h1>No such order</h1>', html],
  [404, 'No such order', html],
  [429, '{"error":"stock locked"}', json],
  [503, '{"error":"stock locked"}', { ...json, 'retry-after': '1' }],
  [403, '<h1>Not yours</h1>', html],
])(
  'what a form’s workflow replies is the workflow’s, and is not sent for again: %s %s',
  async (status, body, headers) => {
    const verdict = await judge(madeReply(status, body, { ...headers, ...sandbox }), madeCall(form));
    expect(verdict).toMatchObject({ row: 'answered', ran: 'yes' });
    expect(verdict).not.toHaveProperty('retry');
  },
);

test('a page that a form’s workflow replies with is a success', async () => {
  const reply = madeReply(200, '<h1>Thanks</h1><input type=password>', { ...html, ...sandbox });
  expect(await rowOf(reply, form)).toBe('accepted');
});

test('HEAD on a form gets nothing but the status of a page', async () => {
  const reply = madeReply(404, '', { ...html, ...sandbox });
  const verdict = await judge(reply, madeCall({ ...form, method: 'HEAD' }));
  expect(verdict.row).toBe('form-not-registered');
  expect(verdict.hint).toMatch(/Set the input method to POST\.$/);
});

test('a webhook’s own page at a path like a form’s is the workflow’s', async () => {
  const given = { url: new URL('https://n8n.example.com/webhook/form/x'), method: 'GET' };
  expect(await rowOf(madeReply(200, '<h1>Done</h1>', { ...html, ...sandbox }), given)).toBe('accepted');
});

test('404 without a body is the workflow’s if it was reached', async () => {
  expect(await rowOf(madeReply(404, '', sandbox), chat)).toBe('answered');
});

test('a refusal of the form has advice for forms', async () => {
  const reply = madeReply(403, 'IP is not allowed to access this form!');
  expect((await judge(reply, madeCall(form))).message).toContain("form's IP allow-list");
});

test.each([
  ['Basic realm="Webhook of mine"', 'chat-auth'],
  ['Not Basic realm="Webhook of mine"', 'unauthorized'],
  ['Basic realm="Webhook of mine", Bearer', 'unauthorized'],
])('a refusal that asks for %s is %s', async (challenge, row) => {
  for (const status of [401, 403]) {
    expect(await rowOf(madeReply(status, 'no', { 'www-authenticate': challenge }))).toBe(row);
  }
});

test('a refused password is distinguished from one that was not given', async () => {
  const refused = madeReply(401, '', { 'www-authenticate': 'Basic realm="Enter credentials"' });
  expect(explain(await judge(refused, madeCall(form)))).toMatch(/no basic-auth was given/);
  expect(explain(await judge(refused, madeCall({ ...form, credentials: ['basic-auth'] })))).toMatch(
    /refused this user/,
  );
});
