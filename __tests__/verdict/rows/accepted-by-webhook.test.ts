import { describe, expect, test } from '@jest/globals';
import { judge } from '../../../src/verdict/judge.ts';
import { acceptedByWebhookRows } from '../../../src/verdict/rows/accepted-by-webhook.ts';
import { madeCall } from '../../../support/call.ts';
import { form, html, json, madeReply, sandbox, testCases } from '../../../support/verdict-cases.ts';

testCases(
  [
    { on: madeReply(200, '{}', { ...json, ...sandbox }), row: 'accepted', end: 'success, ran: yes' },
    {
      on: madeReply(200, '{"formWaitingUrl":"https://n8n.example.com/form-waiting/5"}', { ...json, ...sandbox }),
      row: 'form-next-page',
      end: 'success, ran: yes',
      call: form,
    },
  ],
  acceptedByWebhookRows,
);

describe("n8n's words, if the webhook was reached, are the author's", () => {
  test.each([
    [200, '{"message":"Webhook call received"}', json],
    [200, '{"type":"error","message":"No stock left"}', json],
    [200, '{"type":"begin","metadata":{}}\n{"type":"error","metadata":{"nodeName":"Ask"}}\n', json],
    [200, 'n8n is starting up. Please wait', html],
    [200, '<title>n8n.io</title><base-path>', html],
    [200, '', json],
    [204, '', {}],
  ])('%s %s', async (status, body, headers) => {
    expect(await judge(madeReply(status, body, { ...headers, ...sandbox }), madeCall())).toMatchObject({
      row: 'accepted',
      success: true,
      ran: 'yes',
    });
  });
});
