import { expect, test } from '@jest/globals';
import { judge } from '../../../src/verdict/judge.ts';
import { resumeRows } from '../../../src/verdict/rows/resume.ts';
import { explain } from '../../../src/verdict/verdict.ts';
import { madeCall } from '../../../support/call.ts';
import { type Case, html, json, madeReply, rowOf, sandbox, testCases } from '../../../support/verdict-cases.ts';

const resume = { url: new URL('https://n8n.example.com/webhook-waiting/7?signature=abc'), resumes: '7' };
const saying = (code: number, message: string) => madeReply(code, JSON.stringify({ code, message }), json);

/** Approvals and forms are for people: n8n's own pages, with its policy for what authors make. */
const pages: readonly Case[] = [
  {
    on: madeReply(404, '<!DOCTYPE html><title>Problem loading form</title>', { ...html, ...sandbox }),
    row: 'resume-gone',
    end: 'failure, ran: no',
    call: { ...resume, url: new URL('https://n8n.example.com/form-waiting/7?signature=x') },
  },
  {
    on: madeReply(401, "<!DOCTYPE html>\n<html lang='en'>\n<title>Invalid Form Link</title>", { ...html, ...sandbox }),
    row: 'resume-signature',
    end: 'failure, ran: no',
    call: resume,
  },
  {
    on: madeReply(200, "<html lang='en'>\n<title>No action required</title>", { ...html, ...sandbox }),
    row: 'resume-ended',
    end: 'failure, ran: no',
    call: resume,
    says: /is no longer waiting for an answer\. The execution was not resumed\./,
  },
  {
    on: madeReply(200, '', html),
    row: 'resume-silent',
    end: 'failure, ran: no',
    call: { ...resume, method: 'GET', userAgent: 'curl/8' },
    says: /takes for bots\. The execution was not resumed\. Leave User-Agent out of headers\./,
  },
  { on: madeReply(200, '', html), row: 'accepted', end: 'success, ran: yes', call: resume },
  {
    on: madeReply(200, '<title>Form Submitted</title>', { ...html, ...sandbox }),
    row: 'resume-ended',
    end: 'failure, ran: no',
    call: { ...resume, url: new URL('https://n8n.example.com/form-waiting/7?signature=abc') },
  },
  {
    on: madeReply(200, '{"status":200}', { ...json, ...sandbox }),
    row: 'accepted',
    end: 'success, ran: yes',
    call: { ...resume, url: new URL('https://n8n.example.com/form-waiting/7?signature=abc') },
  },
  {
    on: madeReply(307, 'Temporary Redirect.', { location: '/form-waiting/7?signature=abc' }),
    row: 'resume-form',
    end: 'failure, ran: no',
    call: resume,
    says: /waiting for a form, .* The execution was not resumed\./,
  },
  {
    on: madeReply(307, '', { location: '/form-waiting/8?signature=abc' }),
    row: 'redirect',
    end: 'failure, ran: maybe',
    call: resume,
  },
];

const cases: readonly Case[] = [
  {
    on: madeReply(401, '{"error":"Invalid token"}', json),
    row: 'resume-signature',
    end: 'failure, ran: no',
    call: resume,
    says: /signature .* The execution was not resumed\. Pass on the whole URL/,
  },
  {
    on: saying(404, 'The execution "7" does not exist.'),
    row: 'resume-gone',
    end: 'failure, ran: no',
    call: resume,
  },
  { on: madeReply(404), row: 'resume-method', end: 'failure, ran: no', call: { ...resume, method: 'HEAD' } },
  {
    on: saying(404, 'The workflow for execution "7" does not contain a waiting webhook with a matching path/method.'),
    row: 'resume-method',
    end: 'failure, ran: no',
    call: resume,
    says: /is not waiting for POST/,
  },
  {
    on: saying(409, 'The execution "7 has finished already.'),
    row: 'resume-ended',
    end: 'failure, ran: no',
    call: resume,
    says: /has already ended/,
  },
  {
    on: saying(409, 'The execution "7" has finished with error.'),
    row: 'resume-ended',
    end: 'failure, ran: no',
    call: resume,
    says: /has already failed/,
  },
  {
    on: saying(409, 'The execution "7" is running already.'),
    row: 'resume-running',
    end: 'retry, ran: no',
    call: resume,
    says: /is running, .* The execution was not resumed\./,
  },
  {
    on: madeReply(200, '{"message":"Workflow was started"}', { ...json, ...sandbox }),
    row: 'accepted',
    end: 'success, ran: yes',
    call: resume,
  },
];

testCases([...cases, ...pages], resumeRows);

test.each(cases.filter(({ row }) => row !== 'accepted'))(
  '$row is only for a resume URL that was not reached',
  async ({ on }) => {
    if (typeof on === 'string' || on.kind !== 'reply') throw new Error('not a reply');
    expect(await rowOf({ ...on, headers: { ...on.headers, ...sandbox } }, resume)).toBe('answered');
    expect(await rowOf(on)).toMatch(/^(?:unauthorized|not-accepted)$/);
  },
);

test("n8n's words in the middle of a message decide nothing", async () => {
  for (const message of [
    'The execution "7" does not exist.',
    'The workflow for execution "7" does not contain a waiting webhook with a matching path/method.',
    'The execution "7" has finished already.',
    'The execution "7" is running already.',
  ]) {
    for (const status of [404, 409]) {
      expect(await rowOf(saying(status, `It said: ${message}`), resume)).toBe('not-accepted');
      expect(await rowOf(saying(status, `${message} Yes`), resume)).toBe('not-accepted');
    }
  }
  expect(await rowOf(madeReply(401, '{"error":"No token"}', json), resume)).toBe('unauthorized');
});

test('a lost reply may have resumed it', async () => {
  const verdict = await judge(
    { kind: 'breakdown', stage: 'wait', code: 'ECONNRESET', status: undefined },
    madeCall(resume),
  );
  expect(explain(verdict)).toContain('The workflow may have run.');
});
