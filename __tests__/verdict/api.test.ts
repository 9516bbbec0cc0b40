import { expect, test } from '@jest/globals';
import { createDoor } from '../../src/host/door.ts';
import { say } from '../../src/text/safe.ts';
import { judgeApi, judgeMcp } from '../../src/verdict/api.ts';
import { madeReply } from '../../support/recorded.ts';

const subject = { thing: say`the workflow abc`, scope: say`workflow:read`, ifMissing: say`Check the id.` };
const KEY = `n8n_api_${'0123456789'.repeat(20)}`;
const { hide, show } = createDoor();
for (const secret of [KEY, 'found']) hide(secret);
const asked = { url: new URL('https://n8n.example.com/api/v1/workflows/abc'), from: 'url', show } as const;

test.each([
  [400, JSON.stringify({ message: `No: ${KEY}` })],
  [422, JSON.stringify({ errors: [KEY] })],
  [503, `Busy with ${KEY}`],
])('a secret that n8n repeats with HTTP %d is hidden before the text is cut', (status, body) => {
  for (const judged of [judgeApi(madeReply(status, body), asked, subject), judgeMcp(madeReply(status, body), asked)]) {
    const message = judged.ok ? '' : judged.error.message;
    expect(message).toContain('***');
    expect(message).not.toMatch(/n8n_api|0123/);
  }
});

test("a secret that is a word of n8n's changes no decision", () => {
  const reply = madeReply(404, '{"message":"Not found"}');
  expect(judgeApi(reply, asked, subject)).toMatchObject({ error: { code: 'api-not-found' } });
});

test('a workflow that was deleted is not taken for a wrong address when it is written', () => {
  const message = 'You do not have permission to update this workflow. Ask the owner to share it with you.';
  expect(judgeApi(madeReply(404, JSON.stringify({ message })), asked, subject)).toMatchObject({
    error: { code: 'api-not-found' },
  });
});

test.each(['<pre>PayloadTooLargeError</pre>', '{"message":"request entity too large"}'])(
  'a body that is too large is reported as such, whoever refuses it: %s',
  (body) => {
    expect(judgeApi(madeReply(413, body), asked, subject)).toMatchObject({
      error: { code: 'api-refused', message: expect.stringMatching(/larger than n8n.*accepts/) },
    });
  },
);

test('what n8n says is a sentence with one period', () => {
  expect(judgeApi(madeReply(400, '{"message":"No trigger nodes: Webhook."}'), asked, subject)).toMatchObject({
    error: { message: "n8n's API replied with HTTP 400: No trigger nodes: Webhook." },
  });
});

test('n8n before 1.112, which cannot list running executions, is too old', () => {
  for (const message of [
    'request/query/status must be equal to one of the allowed values: canceled, error, success, waiting',
    'request.query.status should be equal to one of the allowed values: error, success, waiting',
  ]) {
    expect(judgeApi(madeReply(400, JSON.stringify({ message })), asked, subject)).toMatchObject({
      error: { code: 'api-too-old', transient: false, hint: 'Update n8n to 1.112 or later.' },
    });
  }
});

test.each([
  [404, '{"message":"MCP access is disabled"}', {}, 'mcp-disabled', false],
  [403, '{"message":"MCP access is disabled"}', {}, 'mcp-disabled', false],
  [401, '{}', { 'www-authenticate': 'Bearer realm="n8n MCP Server"' }, 'mcp-unauthorized', false],
  [404, '<pre>Cannot POST</pre>', {}, 'mcp-not-there', true],
  [405, '', {}, 'mcp-not-there', true],
  [403, '<h1>WAF</h1>', {}, 'api-blocked', false],
  [503, 'busy', {}, 'api-unavailable', true],
  [200, '<html>', {}, 'mcp-unreadable', false],
] as const)("n8n's MCP server, HTTP %d %s, is %s: %s", (status, body, headers, code, transient) => {
  expect(judgeMcp(madeReply(status, body, headers), asked)).toMatchObject({ error: { code, transient } });
});

test('a reply from a cache shows nothing, but asking again may', () => {
  const stored = madeReply(200, '{"data":[]}', { 'content-type': 'application/json', 'x-varnish': '5 32771' });
  expect(judgeApi(stored, asked, subject)).toMatchObject({
    error: {
      code: 'api-unavailable',
      transient: true,
      mayHaveArrived: false,
      message: expect.stringMatching(/^A cache/),
    },
  });
});
