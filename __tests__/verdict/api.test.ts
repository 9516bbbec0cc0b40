import { expect, test } from '@jest/globals';
import { redactor } from '../../src/host/masks.ts';
import { judgeApi } from '../../src/verdict/api.ts';
import { madeReply } from '../../support/recorded.ts';

const subject = { thing: 'the workflow abc', scope: 'workflow:read', ifMissing: 'Check the id.' };
const asked = { url: new URL('https://n8n.example.com/api/v1/workflows/abc'), from: 'url' } as const;
const KEY = `n8n_api_${'0123456789'.repeat(20)}`;
const { hide, redact } = redactor();
for (const mask of [KEY, 'found']) hide(mask);

test.each([
  [400, JSON.stringify({ message: `No: ${KEY}` })],
  [422, JSON.stringify({ errors: [KEY] })],
  [503, `Busy with ${KEY}`],
])('a secret that n8n repeats with HTTP %d is hidden before the text is cut', (status, body) => {
  expect(judgeApi(madeReply(status, body), asked, subject).message).toContain('n8n_api_0123');
  const { message } = judgeApi(madeReply(status, body), { ...asked, redact }, subject);
  expect(message).toContain('***');
  expect(message).not.toMatch(/n8n_api|0123/);
});

test("a secret that is a word of n8n's changes no decision", () => {
  const reply = madeReply(404, '{"message":"Not found"}');
  expect(judgeApi(reply, { ...asked, redact }, subject)).toEqual(judgeApi(reply, asked, subject));
  expect(judgeApi(reply, { ...asked, redact }, subject).row).toBe('api-not-found');
});
