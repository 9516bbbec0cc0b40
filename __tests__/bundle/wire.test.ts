// What the committed bundle sends, byte for byte.
import { describe, expect, jest, test } from '@jest/globals';
import { VERSION } from '../../src/http/version.ts';
import { answer, type Received, type ScriptedServer, serve } from '../../support/server.ts';
import { runStep, type StepOptions, type StepResult } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

const OF_RUN = '5f0f7001ef072159c07cd675f7d9fb8b';

interface Sent {
  step: StepResult;
  server: ScriptedServer;
  request: Received;
}

/** Runs a step against a webhook that answers {"ok":true}; it must succeed with one request. */
async function send(
  given: Record<string, string> = {},
  more: StepOptions = {},
  place = '/webhook/deploy',
): Promise<Sent> {
  const server = await serve([answer(200, '{"ok":true}')]);
  const step = await runStep({ ...more, with: { url: server.origin + place, ...given } });
  const [request, ...others] = server.requests;
  if (!request) throw new Error(`Nothing was sent:\n${step.log}`);
  expect(others).toEqual([]);
  expect(step.exitCode).toBe(0);
  return { step, server, request };
}

describe('a request', () => {
  test('has these headers and no others', async () => {
    const { request, server } = await send({ payload: '{"a":1}' });
    expect(request.headers).toEqual({
      'user-agent': `n8n-workflow-trigger/${VERSION} (GitHub Actions)`,
      'content-type': 'application/json',
      'content-length': '7',
      traceparent: expect.stringMatching(`^00-${OF_RUN}-[0-9a-f]{16}-01$`),
      'idempotency-key': expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      host: `127.0.0.1:${server.port}`,
      connection: 'close',
    });
  });

  test('is one head, one empty line and exactly the announced body', async () => {
    const { request } = await send({ payload: '{"a":"é"}' });
    const raw = request.raw.toString('latin1');
    expect(raw).toMatch(/^POST \/webhook\/deploy HTTP\/1\.1\r\n/);
    expect(raw.slice(raw.indexOf('\r\n\r\n') + 4)).toBe(Buffer.from('{"a":"é"}').toString('latin1'));
    expect(request.headers['content-length']).toBe('10');
  });

  test('has the exact User-Agent even if the runner would add to it', async () => {
    const { request } = await send({}, { env: { ACTIONS_ORCHESTRATION_ID: 'x-bot' } });
    expect(request.headers['user-agent']).toBe(`n8n-workflow-trigger/${VERSION} (GitHub Actions)`);
    expect(request.raw.toString()).not.toMatch(/bot/i);
  });

  test('continues the trace of the job, and the output names it', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const TRACEPARENT = `00-${traceId}-b7ad6b7169203331-01`;
    const { request, step } = await send({}, { env: { TRACEPARENT } });
    expect(request.headers['traceparent']).toMatch(`00-${traceId}-`);
    expect(request.headers['traceparent']).not.toBe(TRACEPARENT);
    expect(step.outputs['trace-id']).toBe(traceId);
  });

  test("carries the given headers, which override the action's own", async () => {
    const headers = 'X-One: 1\nAuthorization: Bearer abcdef\nuser-agent: mine\nIDEMPOTENCY-KEY: my-key';
    const { request } = await send({ headers });
    expect(request.headers).toMatchObject({
      'x-one': '1',
      authorization: 'Bearer abcdef',
      'user-agent': 'mine',
      'idempotency-key': 'my-key',
    });
    const names = request.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names).toEqual([...new Set(names)]);
  });

  test('carries basic-auth in UTF-8', async () => {
    const { request } = await send({ 'basic-auth': 'alice:pässword:x' });
    expect(request.headers.authorization).toBe(`Basic ${Buffer.from('alice:pässword:x').toString('base64')}`);
  });

  test('carries the credentials of the URL as a header, and not in the URL', async () => {
    const server = await serve([answer(200, '{}')]);
    await runStep({ with: { url: `http://al%40ice:p%20w@127.0.0.1:${server.port}/webhook/deploy#part` } });
    const [request] = server.requests;
    expect(request?.headers.authorization).toBe(`Basic ${Buffer.from('al@ice:p w').toString('base64')}`);
    expect(request?.target).toBe('/webhook/deploy');
    expect(request?.headers.host).toBe(`127.0.0.1:${server.port}`);
  });
});

describe('the path and query', () => {
  const query = '?a=b%20c&a=b&plus=+&slash=%2F&enc=%c3%A9&empty=&=x&marks=!*()~;:@$,&end';

  test('of the URL are kept byte for byte', async () => {
    const { request } = await send({}, {}, `/sub//path/web%2Fhook/%41${query}`);
    expect(request.target).toBe(`/sub//path/web%2Fhook/%41${query}`);
  });

  test.each(['GET', 'HEAD'])('of %s have the payload added, and there is no body', async (method) => {
    const { request } = await send(
      { method, payload: '{"b c": "d&e", "list": [1, 2], "map": {"k": 1}}' },
      {},
      `/x${query}`,
    );
    expect(request.method).toBe(method);
    expect(request.target).toBe(`/x${query}&b+c=d%26e&list=1&list=2&map=%7B%22k%22%3A1%7D`);
    expect(request.body).toHaveLength(0);
    expect(request.headers).not.toHaveProperty('content-type');
    expect(request.headers).not.toHaveProperty('content-length');
    expect(request.headers).not.toHaveProperty('transfer-encoding');
  });

  test('of GET stay as they are if no payload was given', async () => {
    const { request } = await send({ method: 'GET' }, {}, '/webhook/deploy');
    expect(request.target).toBe('/webhook/deploy');
  });
});

describe('the body', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('goes with %s', async (method) => {
    const { request } = await send({ method, payload: 'a: 1' });
    expect(request.method).toBe(method);
    expect(request.body.toString()).toBe('{"a":1}');
  });

  test('is what was written in JSON or YAML, as compact JSON', async () => {
    for (const payload of ['{ "a" : [ 1 , "b c" ] ,\n"d": null }', 'a: [1, b c]\nd:']) {
      expect((await send({ payload })).request.body.toString()).toBe('{"a":[1,"b c"],"d":null}');
    }
  });

  test('is the GitHub context if nothing was given', async () => {
    const event = { ref: 'refs/heads/main', commits: [{ message: 'fix: "quotes" & ümlauts\n\nbody' }] };
    const { request } = await send({}, { event });
    expect(JSON.parse(request.body.toString())).toEqual({
      event_name: 'push',
      repository: 'octo/demo',
      ref: 'refs/heads/main',
      sha: 'ffac537e6cbbf934b08745a378932722df287a53',
      actor: 'octocat',
      workflow: 'Deploy',
      job: 'deploy',
      run_id: 7000000001,
      run_number: 42,
      run_attempt: 1,
      run_url: 'https://github.com/octo/demo/actions/runs/7000000001',
      server_url: 'https://github.com',
      sent_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      event,
    });
  });

  test('is empty JSON if that was given', async () => {
    expect((await send({ payload: '{}' })).request.body.toString()).toBe('{}');
  });

  test('is form data if the content type says so', async () => {
    const type = 'application/x-www-form-urlencoded';
    const { request } = await send({ 'content-type': type, payload: '{"a b": "c&d", "é": true}' });
    expect(request.body.toString()).toBe('a+b=c%26d&%C3%A9=true');
    expect(request.headers['content-type']).toBe(type);
  });

  test('is text sent unchanged with any other content type', async () => {
    const payload = '<a>\n  {not json} é\n</a>\n';
    const { request } = await send({ 'content-type': 'application/xml; charset=utf-8', payload });
    expect(request.body.toString()).toBe(payload);
    expect(request.headers['content-type']).toBe('application/xml; charset=utf-8');
  });

  test('is a file sent unchanged with any other content type', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
    const given = { 'content-type': 'application/octet-stream', 'payload-file': 'some/data.bin' };
    const { request } = await send(given, { files: { 'some/data.bin': bytes } });
    expect(request.body.equals(bytes)).toBe(true);
    expect(request.headers['content-length']).toBe('300000');
    expect(request.headers).not.toHaveProperty('transfer-encoding');
  });
});

describe('a payload arrives byte for byte:', () => {
  const texts = {
    newlines: 'a\nb\r\nc\rd\n\n',
    quotes: `"double" 'single' \`backtick\` \\ \\n $(id) \${x}`,
    percent: '%0A %25 100% %zz',
    commands: '\n::set-output name=x::y\n::add-mask::z\n##[error]x\n',
    delimiters: 'a\nEOF\nghadelimiter_x\n<<EOF\nname=value\n',
    emoji: '😀👩‍👩‍👧 é e\u0301 \u202e \u2028 \ufeff',
    controls: '\u0001\u001f\u007f\t',
  };

  test.each(Object.entries(texts))('%s, in JSON', async (_, text) => {
    const payload = JSON.stringify({ text });
    const { request, step } = await send({ payload });
    expect(request.body.toString()).toBe(payload);
    expect(step.commands.filter(({ name }) => name !== 'debug')).toEqual([]);
  });

  test('a multi-line text in YAML', async () => {
    const { request } = await send({ payload: 'text: |\n  a "b" \'c\' %0A\n\n  ::set-output name=x::y\n  EOF\n' });
    expect(JSON.parse(request.body.toString())).toEqual({ text: 'a "b" \'c\' %0A\n\n::set-output name=x::y\nEOF\n' });
  });

  test('a lone surrogate stays an escape, as UTF-8 has none', async () => {
    const { request } = await send({ payload: '{"text":"\\ud83d \\ude00 \\ud83d\\ude00"}' });
    expect(request.body.toString()).toBe('{"text":"\\ud83d \\ude00 😀"}');
  });

  test('a megabyte of text in a file', async () => {
    const text = 'äöü "x"\n'.repeat(100_000);
    const { request } = await send(
      { 'payload-file': 'p.json' },
      { files: { 'p.json': JSON.stringify({ text }, null, 2) } },
    );
    expect(request.body.toString()).toBe(JSON.stringify({ text }));
    expect(request.headers['content-length']).toBe(String(request.body.length));
  });
});
