// What inputs make of a step, from end to end: the committed bundle against a scripted server.
import { describe, expect, jest, test } from '@jest/globals';
import { answer, serve, stall } from '../../support/server.ts';
import { runStep, type StepOptions, startStep } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(60_000);

const approved = (value: unknown) => answer(200, JSON.stringify({ approved: value }));

/** Runs a step against a server that replies once, and returns both. */
async function call(given: Record<string, string>, handler = approved(true), more: StepOptions = {}) {
  const server = await serve([handler]);
  const step = await runStep({ ...more, with: { url: `${server.origin}/webhook/x`, retries: '0', ...given } });
  return { step, server, body: server.requests[0]?.body.toString() ?? '' };
}

describe('success-when', () => {
  test('passes on true, and fails the step on anything else, as a run', async () => {
    const { step: passed } = await call({ 'success-when': 'body.approved' });
    expect([passed.exitCode, passed.outputs['success']]).toEqual([0, 'true']);
    const { step: failed } = await call({ 'success-when': 'body.approved' }, approved('true'));
    expect([failed.exitCode, failed.outputs['success']]).toEqual([1, 'false']);
    expect(failed.outputs['response-body']).toBe('{"approved":"true"}');
    expect(failed.annotations).toMatchObject([
      {
        level: 'error',
        title: 'The n8n workflow ran, but its result was not accepted',
        message: expect.stringContaining('success-when does not hold: body.approved is "true", not true.'),
      },
    ]);
  });

  test('only warns with fail-on-error: false', async () => {
    const { step } = await call({ 'success-when': 'body.approved', 'fail-on-error': 'false' }, approved(false));
    expect([step.exitCode, step.outputs['success']]).toEqual([0, 'false']);
    expect(step.annotations).toMatchObject([{ level: 'warning' }]);
  });

  test('fails if the webhook ran nothing', async () => {
    const onlyRunIf = answer(200, '{"message":"Webhook call received"}');
    const { step } = await call({ 'success-when': 'status == `200`' }, onlyRunIf);
    expect(step.outputs['success']).toBe('false');
    expect(step.annotations.map(({ message }) => message).join()).toContain('nothing to apply success-when to');
  });

  test('that is not an expression is a wrong input, and nothing is sent', async () => {
    const { step, server } = await call({ 'success-when': 'lenght(body)' });
    expect(step.exitCode).toBe(1);
    expect(step.annotations[0]?.message).toMatch(/^success-when: is not a valid condition/);
    expect(server.requests).toEqual([]);
  });
});

describe('if-unconfigured', () => {
  test.each(['warn', 'ignore'])('%s: ends the step with exit 0 if a secret is not set', async (how) => {
    const { step, server } = await call({ headers: 'X-Token: ', 'if-unconfigured': how });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ success: 'false', attempts: '0', status: '' });
    expect(step.annotations.map(({ level }) => level)).toEqual(how === 'warn' ? ['warning'] : []);
    expect(step.visibleLog).toMatch(/headers: the value of X-Token is empty/);
    expect(server.requests).toEqual([]);
  });

  test('does not excuse other wrong inputs', async () => {
    const { step } = await call({ headers: 'X-Token: ', 'if-unconfigured': 'ignore', retries: 'x' });
    expect(step.exitCode).toBe(1);
  });
});

describe('a payload', () => {
  test('has the GitHub context as a member, with the same time in all attempts', async () => {
    const server = await serve([answer(503, '', { 'retry-after': '0' }), approved(true)]);
    const step = await runStep({
      with: { url: `${server.origin}/webhook/x`, payload: 'status: ok', 'include-context': 'true' },
    });
    expect(step.exitCode).toBe(0);
    const [first, second] = server.requests.map(({ body }) => JSON.parse(body.toString()));
    expect(first).toMatchObject({
      status: 'ok',
      github: { repository: 'octo/demo', sent_at: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
    expect(second).toEqual(first);
  });

  test('that YAML would change is refused, without a word of it in the log', async () => {
    for (const payload of ['token: {{s3cr3t}}', 'message: Fix s3cr3t #123', 'version: 1.10 # s3cr3t']) {
      const { step, server } = await call({ payload });
      expect(step.exitCode).toBe(1);
      expect(step.log).toMatch(/payload: line 1, column \d+: .*toJSON/);
      expect(step.log).not.toContain('s3cr3t');
      expect(server.requests).toEqual([]);
    }
  });
});

describe('files', () => {
  const FILES = { 'a.log': 'A', 'b.log': 'B', 'c.txt': 'C' };
  const fieldsOf = (body: string) =>
    [...body.matchAll(/name="([^"]*)"; filename="([^"]*)"/g)].map(([, field, name]) => [field, name]);

  test('of one field are numbered, and a single one has the name of the field', async () => {
    const { body } = await call({ files: 'log=*.log\nnote=*.txt', payload: '{}' }, approved(true), { files: FILES });
    expect(fieldsOf(body)).toEqual([
      ['log0', 'a.log'],
      ['log1', 'b.log'],
      ['note', 'c.txt'],
    ]);
  });

  test('that are missing do not keep the others from being sent', async () => {
    const given = { files: 'a.log\nreport=no/such.xml', payload: 'a: 1', 'if-no-files-found': 'warn' };
    const { body, step } = await call(given, approved(true), { files: FILES });
    expect(fieldsOf(body)).toEqual([['data', 'a.log']]);
    expect(step.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'A file for the n8n workflow is missing',
        message: expect.stringMatching(/no\/such\.xml does not exist/),
      },
    ]);
  });

  test('that are all missing leave a form', async () => {
    const { body, server } = await call({ files: 'no.xml', payload: 'a: 1', 'if-no-files-found': 'ignore' });
    expect(server.requests[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toMatch(/name="a"\r\n\r\n1\r\n/);
  });
});

test('headers for the API go only to the API', async () => {
  const server = await serve((request) => (request.target.startsWith('/webhook') ? approved(true) : stall));
  const step = startStep({
    with: {
      url: `${server.origin}/webhook/x`,
      'secret-key': 'n8n_api_key',
      wait: 'true',
      'api-headers': 'CF-Access-Client-Secret: s3cret-of-cf',
    },
  });
  await server.arrived(1);
  const result = await step.cancel();
  const [api] = server.requests;
  expect(api?.target).toMatch(/^\/api\/v1\//);
  expect(api?.headers).toMatchObject({ 'cf-access-client-secret': 's3cret-of-cf', 'x-n8n-api-key': 'n8n_api_key' });
  const others = server.requests.filter(({ target }) => target.startsWith('/webhook'));
  expect(others.every(({ headers }) => headers['cf-access-client-secret'] === undefined)).toBe(true);
  expect(result.visibleLog).not.toContain('s3cret-of-cf');
});
