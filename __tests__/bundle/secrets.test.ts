// What the committed bundle must never show.
import { describe, expect, jest, test } from '@jest/globals';
import { answer, type Handler, serve } from '../../support/server.ts';
import { runStep, type StepResult } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

const KEY = 'n8n_api_s3cret-key';
const PASSWORD = 'p@ss:w"örd';
const PAIR = `alice:${PASSWORD}`;
const BASE64 = Buffer.from(PAIR).toString('base64');

/** Says back whatever it was sent, as a debugging workflow would. */
const echo: Handler = (response, request) => {
  answer(418, request.raw, { 'content-type': 'text/plain' })(response, request);
};

async function run(given: Record<string, string>, handler: Handler = echo): Promise<StepResult> {
  const server = await serve([handler]);
  const url = given['url']?.replace('HOST', `127.0.0.1:${server.port}`) ?? `${server.origin}/webhook/half-a-secret`;
  return runStep({ with: { ...given, url }, env: { RUNNER_DEBUG: '1' } });
}

/** Whether every mask stands before anything else in the log. */
function masksComeFirst({ log }: StepResult): boolean {
  const lines = log.split(/\r?\n/).filter((line) => line !== '');
  const last = lines.findLastIndex((line) => line.startsWith('::add-mask::'));
  return last >= 0 && lines.slice(0, last).every((line) => line.startsWith('::add-mask::'));
}

describe('the masks', () => {
  test('of basic-auth are the pair, the password and the base64 that goes over the wire', async () => {
    const step = await run({ 'basic-auth': PAIR });
    expect(step.masks).toEqual(expect.arrayContaining([PAIR, PASSWORD, BASE64]));
    expect(masksComeFirst(step)).toBe(true);
  });

  test('of a URL with credentials are those, as written, decoded and in base64', async () => {
    const encoded = encodeURIComponent(PASSWORD);
    const step = await run({ url: `http://alice:${encoded}@HOST/webhook/x` });
    expect(step.masks).toEqual(expect.arrayContaining([encoded, PASSWORD, PAIR, BASE64]));
    expect(masksComeFirst(step)).toBe(true);
  });

  test('of headers are the values, with and without a scheme', async () => {
    const step = await run({ headers: 'Authorization: Bearer bearer-token\nX-Key: plain-value\nAccept: text/html' });
    expect(step.masks).toEqual(expect.arrayContaining(['Bearer bearer-token', 'bearer-token', 'plain-value']));
    expect(step.masks).not.toContain('text/html');
    expect(masksComeFirst(step)).toBe(true);
  });

  test('of the key is the key, in both modes', async () => {
    for (const given of [{}, { mode: 'api', route: 'start' }]) {
      const step = await run({ ...given, 'secret-key': KEY, 'workflow-id': 'abc' });
      expect(step.masks).toContain(KEY);
      expect(masksComeFirst(step)).toBe(true);
    }
  });

  test('are set before the wrong inputs are reported', async () => {
    const step = await run({ 'basic-auth': PAIR, 'secret-key': KEY, headers: 'X-Key: plain-value', retries: 'many' });
    expect(step.exitCode).toBe(1);
    expect(step.masks).toEqual(expect.arrayContaining([PAIR, KEY, 'plain-value']));
    expect(masksComeFirst(step)).toBe(true);
  });
});

describe('the log', () => {
  test('shows no secret, even with debug lines and a reply that repeats all of them', async () => {
    const step = await run({
      'basic-auth': PAIR,
      'secret-key': KEY,
      headers: 'X-Key: plain-value',
      payload: '{"a":1}',
    });
    for (const secret of [KEY, PASSWORD, PAIR, BASE64, 'plain-value']) {
      expect(step.visibleLog).not.toContain(secret);
      expect(JSON.stringify(step.annotations)).not.toContain(secret);
    }
  });

  test('shows neither path nor query of the webhook, nor the payload', async () => {
    const url = 'http://HOST/sub/webhook/half-a-secret?token=s3cret';
    for (const handler of [
      answer(200, '{}'),
      answer(500, 'POST half-a-secret'),
      answer(404, '{"message":"not here"}'),
    ]) {
      const step = await run({ url, payload: '{"password":"of-the-payload"}' }, handler);
      expect(step.log).not.toMatch(/half-a-secret|s3cret|of-the-payload/);
    }
  });

  test('shows what was called, each attempt and the result', async () => {
    const step = await run({ payload: '{"a":1}' }, answer(200, '{"ok":true}'));
    const lines = step.visibleLog.split('\n').filter((line) => line !== '' && !line.startsWith('##[debug]'));
    expect(lines).toEqual([
      expect.stringMatching(/^Calling the webhook at http:\/\/127\.0\.0\.1:\d+: POST with 7 B of application\/json$/),
      expect.stringMatching(/^Attempt 1: HTTP 200, 11 B in \d+ ms$/),
      expect.stringMatching(/^Success in [\d.]+ m?s$/),
    ]);
  });
});
