// What the committed bundle makes of replies: outputs, files, warnings.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, jest, test } from '@jest/globals';
import { answer, dribble, type Handler, serve, stall, truncate } from '../../support/server.ts';
import { runStep, type StepResult } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

const MIB = 1024 * 1024;

/** Runs a step whose first call gets this reply. */
async function reply(handler: Handler, given: Record<string, string> = {}): Promise<StepResult> {
  const server = await serve([handler]);
  const step = await runStep({ with: { url: `${server.origin}/webhook/deploy`, ...given } });
  expect(server.requests).toHaveLength(1);
  return step;
}

/** The workflow commands of the log, but for those that only a debug log shows. */
const commandsOf = (step: StepResult): string[] =>
  step.commands.map(({ name }) => name).filter((name) => name !== 'debug');

describe('a success', () => {
  test('sets every output and exits with 0', async () => {
    const step = await reply(answer(202, '{"queued":true}', { 'X-Custom': 'Value' }));
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toEqual([]);
    expect(step.outputs).toMatchObject({
      success: 'true',
      status: '202',
      'response-body': '{"queued":true}',
      'response-file': '',
      route: 'webhook',
      attempts: '1',
      duration: expect.stringMatching(/^\d+$/),
      'trace-id': '5f0f7001ef072159c07cd675f7d9fb8b',
    });
    expect(JSON.parse(step.outputs['response-headers'] ?? '')).toMatchObject({
      'x-custom': 'Value',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(step.summary).toMatch(/^\n<h3>✅ n8n workflow at 127\.0\.0\.1&#58;\d+ · triggered in /);
  });

  test('can be an accepted status', async () => {
    const step = await reply(answer(404, 'not here'), { 'accept-status': '200-299,404' });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ success: 'true', status: '404', 'response-body': 'not here' });
  });

  test('can have no body at all', async () => {
    const step = await reply(answer(200, '', { 'content-type': 'application/json' }));
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ success: 'true', status: '200', 'response-body': '', 'response-file': '' });
  });

  test('of HEAD has a status and headers', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '500', 'content-encoding': 'gzip' };
    const step = await reply(answer(200, '', headers), { method: 'HEAD' });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ success: 'true', status: '200', 'response-body': '', 'response-file': '' });
    expect(JSON.parse(step.outputs['response-headers'] ?? '')).toMatchObject({ 'content-length': '500' });
  });

  test('writes no summary if none is wanted', async () => {
    expect((await reply(answer(200, '{}'), { summary: 'false' })).summary).toBe('');
  });

  test('that ran nothing is a warning', async () => {
    const step = await reply(answer(200, '{"message":"Webhook call received"}'));
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('Only Run If') }]);
  });
});

describe('a failure', () => {
  test('sets every output, annotates once and exits with 1', async () => {
    const step = await reply(answer(500, '{"message":"Error in workflow"}'));
    expect(step.exitCode).toBe(1);
    expect(step.annotations).toEqual([
      {
        level: 'error',
        title: 'The n8n workflow failed',
        message: "The workflow ran and failed. Open the workflow's executions in n8n to see what happened.",
      },
    ]);
    expect(step.outputs).toMatchObject({
      success: 'false',
      status: '500',
      'response-body': '{"message":"Error in workflow"}',
      route: 'webhook',
      attempts: '1',
    });
    expect(step.summary).toMatch(/^\n<h3>❌ n8n workflow at 127\.0\.0\.1&#58;\d+ · failed after /);
  });

  test('with fail-on-error: false is a warning and exits with 0, with the same outputs', async () => {
    const step = await reply(answer(500, '{"message":"Error in workflow"}'), { 'fail-on-error': 'false' });
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toMatchObject([{ level: 'warning', title: 'The n8n workflow failed' }]);
    expect(step.outputs).toMatchObject({ success: 'false', status: '500' });
  });

  test('of inputs sends nothing, names all of them in one annotation and fails whatever fail-on-error says', async () => {
    const server = await serve([]);
    const step = await runStep({
      with: {
        url: `${server.origin}/webhook/x`,
        timeout: '12abc',
        retries: '-1',
        payload: '{"a": 1,}',
        'fail-on-error': 'false',
      },
    });
    expect(step.exitCode).toBe(1);
    expect(server.requests).toEqual([]);
    expect(step.annotations).toHaveLength(1);
    const [annotation] = step.annotations;
    expect(annotation?.level).toBe('error');
    expect(annotation?.message.split('\n').map((line) => line.replace(/:.*/, ''))).toEqual([
      'payload',
      'timeout',
      'retries',
      'Nothing was sent.',
    ]);
    expect(step.outputs).toMatchObject({ success: 'false', status: '', attempts: '0', route: '' });
  });
});

describe('a text in a reply comes out byte for byte, and forges nothing:', () => {
  const texts = {
    newlines: 'a\nb\r\nc\rd\n\n',
    'no last newline': 'a',
    'only newlines': '\n\n',
    quotes: `"double" 'single' \`backtick\` \\ $(id) \${x}`,
    percent: '%0A%0D%25 100%',
    commands:
      '::set-output name=success::forged\n::add-mask::a\n::error::forged\n::stop-commands::x\n##[error]forged\n',
    delimiters: 'EOF\nghadelimiter_1\nsuccess=forged\nsuccess<<EOF\nforged\nEOF\n_GitHubActionsFileCommandDelimeter_\n',
    emoji: '😀 é \u202e \u2028 \u0085',
    html: '</pre></details><img src=x onerror=alert(1)>\n\n# heading\n',
    controls: '\u0001\u001b[31mred\u007f',
  };

  test.each(Object.entries(texts))('%s, from a workflow that succeeded', async (_, text) => {
    const step = await reply(answer(200, text, { 'content-type': 'text/plain' }));
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ success: 'true', 'response-body': text });
    expect(commandsOf(step)).toEqual([]);
    expect(step.summary.match(/<\/?(?:img|pre|table)\b/g)).toEqual(['<pre', '</pre', '<table', '</table']);
  });

  test.each(Object.entries(texts))('%s, from a workflow that failed', async (_, text) => {
    const step = await reply(answer(418, text, { 'content-type': 'text/plain' }));
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ success: 'false', 'response-body': text });
    expect(commandsOf(step)).toEqual(['error']);
    expect(step.log).not.toMatch(/##\[/);
  });
});

describe('the body of a reply', () => {
  test('that is not text goes into a file, byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    const step = await reply(answer(200, bytes, { 'content-type': 'image/png' }));
    expect(step.exitCode).toBe(0);
    expect(step.outputs['response-body']).toBe('');
    const file = step.outputs['response-file'] ?? '';
    expect(dirname(file)).toBe(join(step.dir, 'temp'));
    expect(file).toMatch(/\.png$/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('that is larger than an output can be goes into a file, and its start into the output, with a warning', async () => {
    const text = 'äb😀\n'.repeat(400_000);
    expect(Buffer.byteLength(text)).toBe(3_200_000);
    const step = await reply(answer(200, text, { 'content-type': 'text/plain' }));
    expect(step.exitCode).toBe(0);
    const body = step.outputs['response-body'] ?? '';
    expect(text.startsWith(body)).toBe(true);
    expect(MIB - Buffer.byteLength(body)).toBeLessThan(4);
    expect(readFileSync(step.outputs['response-file'] ?? '', 'utf8') === text).toBe(true);
    expect(step.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('3200000 bytes') }]);
  });

  test('that exactly fills an output is complete, and in a file as well', async () => {
    const step = await reply(answer(200, 'a'.repeat(MIB), { 'content-type': 'text/plain' }));
    expect(step.outputs['response-body']).toHaveLength(MIB);
    expect(readFileSync(step.outputs['response-file'] ?? '')).toHaveLength(MIB);
    expect(step.annotations).toEqual([]);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['zstd', zstdCompressSync],
    ['identity, BR', brotliCompressSync],
    ['deflate, gzip', (text: string) => gzipSync(deflateSync(text))],
  ] as const)('that is compressed with %s is read as text', async (coding, compress) => {
    const step = await reply(answer(200, compress('{"text":"é"}'), { 'content-encoding': coding }));
    expect(step.outputs).toMatchObject({ success: 'true', 'response-body': '{"text":"é"}' });
  });

  test('that cannot be unpacked fails the step: the workflow may have run', async () => {
    const half = gzipSync('a'.repeat(10_000)).subarray(0, 20);
    const step = await reply(answer(200, half, { 'content-encoding': 'gzip' }));
    expect(step.exitCode).toBe(1);
    expect(step.annotations).toMatchObject([{ level: 'error', title: 'The n8n workflow may have run' }]);
    expect(step.outputs).toMatchObject({ success: 'false', status: '', 'response-body': '' });
  });
});

describe('an incomplete reply', () => {
  test.each([
    ['breaks off', truncate(200, 1000, '{"a":'), /\(HTTP 200\) broke off/, {}],
    ['stops in the middle', dribble(200, '{"a":'), /\(HTTP 200\) was not complete within 1\.0 s/, { timeout: '1s' }],
    ['never begins', stall, /No reply came from 127\.0\.0\.1:\d+ within 1\.0 s/, { timeout: '1s' }],
  ] as const)(
    'because it %s fails the step: the workflow may have run, and nothing is sent again',
    async (_, handler, message, given) => {
      const step = await reply(handler, given);
      expect(step.exitCode).toBe(1);
      expect(step.annotations).toMatchObject([
        { level: 'error', title: 'The n8n workflow may have run', message: expect.stringMatching(message) },
      ]);
      expect(step.outputs).toMatchObject({ success: 'false', status: '', 'response-body': '', attempts: '1' });
    },
  );
});

describe('a redirect', () => {
  test('is not followed, is named, and gets no secret', async () => {
    const elsewhere = await serve([answer(200, '{}')]);
    const location = `${elsewhere.origin}/new-place?token=s3cret`;
    const step = await reply(answer(307, '', { location }), { headers: 'X-Key: s3cret-key' });
    expect(elsewhere.requests).toEqual([]);
    expect(step.exitCode).toBe(1);
    expect(step.annotations[0]?.message).toContain(`redirects (HTTP 307) to ${elsewhere.origin}/new-place;`);
    expect(step.visibleLog).not.toContain('s3cret');
  });

  test('is a success if its status is accepted, and still not followed', async () => {
    const elsewhere = await serve([answer(200, '{}')]);
    const step = await reply(answer(302, '', { location: elsewhere.origin, 'content-security-policy': 'sandbox' }), {
      'accept-status': '302',
    });
    expect(step.exitCode).toBe(0);
    expect(elsewhere.requests).toEqual([]);
    expect(JSON.parse(step.outputs['response-headers'] ?? '')).toMatchObject({ location: elsewhere.origin });
  });
});
