// The committed bundle in api mode, where an instance or a gateway has an endpoint that starts workflows.
import { describe, expect, jest, test } from '@jest/globals';
import { at, ID, KEY, LOOKUP, n8n, noSuchEndpoint, run, START, success, workflow } from '../../support/scripted-n8n.ts';
import { answer, stall } from '../../support/server.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

describe('the start endpoint', () => {
  test('gets the payload and the key, and its reply is the result', async () => {
    const server = await n8n({ [START]: answer(200, '[{"n":1}]'), [LOOKUP]: workflow() });
    const step = await run(server);
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({
      success: 'true',
      status: '200',
      route: 'start',
      'response-body': '[{"n":1}]',
    });
    const [request, ...others] = at(server, START);
    expect(others).toEqual([]);
    expect(request?.method).toBe('POST');
    expect(request?.body.toString()).toBe('{"a":1}');
    expect(request?.headers).toMatchObject({ 'x-n8n-api-key': KEY, 'content-type': 'application/json' });
    expect(request?.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(at(server, '/webhook/deploy')).toEqual([]);
  });

  test('warns of inputs that only a webhook takes', async () => {
    const server = await n8n({ [START]: success, [LOOKUP]: workflow() });
    const unused = { 'basic-auth': 'marked-user:marked-password', method: 'PUT' };
    const step = await run(server, { ...unused, route: 'start' });
    expect(step.outputs).toMatchObject({ success: 'true', route: 'start' });
    expect(step.annotations).toEqual([
      {
        level: 'warning',
        title: 'An input of the n8n step has no effect',
        message: expect.stringMatching(/^method, basic-auth: no effect at the start endpoint, /),
      },
    ]);
    expect(server.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  test('keeps the sub-path of the instance, and takes the id from an editor link', async () => {
    const server = await n8n({ [`/sub/path${START}`]: success });
    const step = await run(server, { url: `${server.origin}/sub/path/workflow/${ID}/executions`, 'workflow-id': '' });
    expect(step.outputs).toMatchObject({ success: 'true', route: 'start' });
  });

  test('does not wait for the lookup that runs in parallel', async () => {
    const server = await n8n({ [START]: success, [LOOKUP]: stall });
    const step = await run(server, { timeout: '60s' });
    expect(step.outputs).toMatchObject({ success: 'true', route: 'start' });
  });

  test('that fails is final: nothing else is called', async () => {
    const server = await n8n({ [START]: answer(500, '{"message":"Error in workflow"}'), [LOOKUP]: workflow() });
    const step = await run(server);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ success: 'false', status: '500', route: 'start', attempts: '1' });
    expect(at(server, '/webhook/deploy')).toEqual([]);
  });

  test('that is missing is an error if the route requires it', async () => {
    const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow() });
    const step = await run(server, { route: 'start' });
    expect(step.exitCode).toBe(1);
    expect(step.annotations[0]?.message).toMatch(/has no endpoint that starts a workflow .*gateway workflow/);
    expect(at(server, '/webhook/deploy')).toEqual([]);
  });
});

describe('a gateway workflow', () => {
  const gateway = '/webhook/0c1f0000-0000-4000-8000-000000000009';
  const named = { 'x-n8n-execution-id': '7' };

  test('is called below its webhook, and its reply is the result', async () => {
    const server = await n8n({ [gateway + START]: answer(200, '[{"n":1}]', named) });
    const step = await run(server, { url: server.origin + gateway });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ success: 'true', route: 'start', 'response-body': '[{"n":1}]' });
    expect(at(server, gateway + START)[0]?.headers['x-n8n-api-key']).toBe(KEY);
    // The workflow is not looked up: a gateway has the endpoint.
    expect(server.requests).toHaveLength(1);
  });

  test('replies with a 404 of its own, even in the words of stock n8n', async () => {
    const server = await n8n({
      [gateway + START]: answer(404, '{"message":"not found"}', named),
      [LOOKUP]: workflow(),
    });
    const step = await run(server, { url: server.origin + gateway });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ status: '404', route: 'start', attempts: '1' });
    expect(at(server, gateway + START)).toHaveLength(1);
    expect(at(server, '/webhook/deploy')).toEqual([]);
    expect(step.annotations[0]?.message).not.toMatch(/no endpoint that starts/);
  });

  test('at the address of an instance replies with a 404 of its own, too', async () => {
    const server = await n8n({ [START]: answer(404, '{"message":"not found"}', named), [LOOKUP]: workflow() });
    const step = await run(server);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ status: '404', route: 'start' });
    expect(at(server, '/webhook/deploy')).toEqual([]);
  });
});
