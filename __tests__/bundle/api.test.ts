// The committed bundle in api mode, through the workflow's own webhook, which it finds with the API.
import { describe, expect, jest, test } from '@jest/globals';
import { at, ID, KEY, LOOKUP, n8n, noSuchEndpoint, run, START, success, workflow } from '../../support/scripted-n8n.ts';
import { after, answer, type Handler, serve, stall } from '../../support/server.ts';
import { runStep, startStep } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

describe('if stock n8n has no start endpoint', () => {
  test.each([
    ['404', noSuchEndpoint],
    ['405', answer(405, '{"message":"POST method not allowed"}')],
  ])('(%s) the webhook of the workflow is called', async (_, missing) => {
    const server = await n8n({ [START]: missing, [LOOKUP]: workflow(), '/webhook/deploy': success });
    const step = await run(server);
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ success: 'true', route: 'webhook', 'response-body': '{"ok":true}' });
    const [request, ...others] = at(server, '/webhook/deploy');
    expect(others).toEqual([]);
    expect(request?.method).toBe('POST');
    expect(request?.body.toString()).toBe('{"a":1}');
    expect(step.summary).toContain('<td>Deploy</td>');
  });

  test('the lookup arrives before the start endpoint replies', async () => {
    let lookedUp = (): void => undefined;
    const lookup = new Promise<void>((resolve) => {
      lookedUp = resolve;
    });
    const server = await n8n({
      [START]: after(lookup, noSuchEndpoint),
      [LOOKUP]: (response, request) => {
        lookedUp();
        workflow()(response, request);
      },
      '/webhook/deploy': success,
    });
    // Were the lookup sent later, the start endpoint would never reply.
    const step = await run(server, { timeout: '10s', retries: '0' });
    expect(step.outputs).toMatchObject({ success: 'true', route: 'webhook' });
    expect(at(server, START)).toHaveLength(1);
    expect(at(server, LOOKUP)).toHaveLength(1);
  });

  test('the method is that of the Webhook node', async () => {
    const server = await n8n({
      [START]: noSuchEndpoint,
      [LOOKUP]: workflow({ httpMethod: 'GET' }),
      '/webhook/deploy': success,
    });
    const step = await run(server);
    expect(step.exitCode).toBe(0);
    expect(at(server, '/webhook/deploy')).toMatchObject([{ method: 'GET', target: '/webhook/deploy?a=1' }]);
  });

  test('the given method is used if the Webhook node accepts several', async () => {
    const server = await n8n({
      [START]: noSuchEndpoint,
      [LOOKUP]: workflow({ httpMethod: ['GET', 'PUT'] }),
      '/webhook/deploy': success,
    });
    await run(server, { method: 'PUT' });
    expect(at(server, '/webhook/deploy')).toMatchObject([{ method: 'PUT' }]);
  });

  test('a method that the webhook does not accept is replaced by the first that it does', async () => {
    const server = await n8n({
      [START]: noSuchEndpoint,
      [LOOKUP]: workflow({ httpMethod: ['GET', 'PUT'] }),
      '/webhook/deploy': success,
    });
    await run(server, { method: 'PATCH', 'basic-auth': 'alice:password' });
    expect(at(server, '/webhook/deploy')).toMatchObject([{ method: 'GET' }]);
  });

  test('a workflow without a trigger that can be called is an error that says so', async () => {
    const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow({}, { activeVersion: null }) });
    const step = await run(server);
    expect(step.exitCode).toBe(1);
    expect(step.annotations).toMatchObject([
      {
        title: 'The n8n workflow was not triggered',
        message: expect.stringContaining('"Deploy" has no published version'),
      },
    ]);
    expect(step.outputs).toMatchObject({ success: 'false', status: '', route: 'webhook', attempts: '0' });
  });

  test('a hostile workflow name forges no log line', async () => {
    const name = 'Deploy\n::error::forged\n##[error]forged\r::add-mask::e';
    const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow({}, { name }), '/webhook/deploy': success });
    const step = await run(server);
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toEqual([]);
    expect(step.masks).not.toContain('e');
    expect(step.log).not.toContain('##[error]');
  });
});

describe('with fail-on-error: false', () => {
  const lenient = { route: 'webhook', 'fail-on-error': 'false' };

  test.each<[string, Handler, Record<string, string>, RegExp]>([
    ['a trigger-node that there is not', workflow(), { 'trigger-node': 'Nope' }, /no trigger "Nope"/],
    ['a list for a node that takes GET', workflow({ httpMethod: 'GET' }), { payload: '[1]' }, /^payload: GET/],
    ['a path that the payload does not fill', workflow({ path: 'a/:env' }), {}, /takes "env" from the payload/],
  ])('an input that is wrong fails all the same: %s', async (_, found, given, message) => {
    const server = await n8n({ [LOOKUP]: found });
    const step = await run(server, { ...lenient, ...given });
    expect(step.exitCode).toBe(1);
    expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(message) }]);
    expect(step.outputs).toMatchObject({ success: 'false', route: 'webhook', attempts: '0' });
  });

  test.each<[string, Handler, Record<string, string>]>([
    ['nothing is published', workflow({}, { activeVersion: null }), {}],
    ['the workflow is not there', answer(404, '{"message":"Not Found"}'), {}],
    ['the node wants a proof that was not given', workflow({ authentication: 'basicAuth' }), {}],
  ])('what is wrong in n8n is a warning: %s', async (_, found, given) => {
    const server = await n8n({ [LOOKUP]: found });
    const step = await run(server, { ...lenient, ...given });
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toMatchObject([{ level: 'warning' }]);
  });
});

describe('the key', () => {
  test('goes to the API and not to the webhook', async () => {
    const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow(), '/webhook/deploy': success });
    await run(server);
    expect(at(server, LOOKUP)[0]?.headers['x-n8n-api-key']).toBe(KEY);
    expect(at(server, '/webhook/deploy')[0]?.raw.toString()).not.toContain(KEY);
  });

  test('and the password of url do not go to another host of webhook-base', async () => {
    const webhooks = await n8n({ '/hooks/deploy': success });
    const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow() });
    const step = await run(server, {
      url: `http://alice:s3cret@127.0.0.1:${server.port}`,
      'webhook-base': `${webhooks.origin}/hooks/`,
    });
    expect(step.exitCode).toBe(0);
    expect(at(server, LOOKUP)[0]?.headers).toMatchObject({
      'x-n8n-api-key': KEY,
      authorization: expect.stringMatching(/^Basic /),
    });
    expect(webhooks.requests).toHaveLength(1);
    expect(webhooks.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(webhooks.requests[0]?.raw.toString()).not.toContain(KEY);
  });

  test('does not follow a redirect of the API', async () => {
    const elsewhere = await serve(() => success);
    const moved = answer(307, '', { location: elsewhere.origin });
    const server = await n8n({ [START]: moved, [LOOKUP]: moved });
    expect((await run(server)).exitCode).toBe(1);
    expect((await run(server, { route: 'webhook' })).exitCode).toBe(1);
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('the API', () => {
  test.each([
    ['401', answer(401, '{"message":"Unauthorized"}'), /does not accept this secret-key \(401\)/],
    ['403', answer(403, '{"message":"Forbidden"}'), /no right to the workflow aBc123 \(403\)\..* workflow:read/],
    ['204', answer(204), /sent an empty reply \(204\)/],
    ['404', answer(404, '{"message":"Not Found"}'), /did not find the workflow aBc123/],
    ['a page', answer(200, '<html></html>', { 'content-type': 'text/html' }), /is not the address of n8n's API/],
    [
      "a proxy's 403",
      answer(403, '<h1>Blocked</h1>', { 'content-type': 'text/html' }),
      /^Something in front of n8n's API/,
    ],
    ['an odd refusal', answer(418, '{"message":"teapot"}'), /replied with HTTP 418: teapot/],
  ])('that answers %s is asked once, and the error says why', async (_, handler, message) => {
    const server = await n8n({ [LOOKUP]: handler });
    const step = await run(server, { route: 'webhook' });
    expect(step.exitCode).toBe(1);
    expect(step.annotations).toEqual([
      { level: 'error', title: 'The n8n workflow was not triggered', message: expect.stringMatching(message) },
    ]);
    expect(step.outputs).toMatchObject({ success: 'false', status: '', attempts: '0', route: 'webhook' });
    expect(at(server, LOOKUP)).toHaveLength(1);
    expect(at(server, LOOKUP)[0]?.method).toBe('GET');
  });

  test('that redirects is reported with the place', async () => {
    const server = await n8n({ [LOOKUP]: answer(301, '', { location: 'https://n8n.test/api/v1/x?token=t0ken' }) });
    const step = await run(server, { route: 'webhook' });
    expect(step.annotations[0]?.message).toMatch(
      /redirects \(HTTP 301\) to https:\/\/n8n\.test\/api\/v1\/x; .* Set url to /,
    );
    expect(step.log).not.toContain('t0ken');
  });

  test('is not blamed if the job is cancelled during a request', async () => {
    const server = await n8n({ [LOOKUP]: stall });
    const step = startStep({
      with: { mode: 'api', url: server.origin, 'workflow-id': ID, 'secret-key': KEY, route: 'webhook' },
    });
    await server.arrived(1);
    const { exitCode, annotations } = await step.cancel();
    expect(exitCode).toBe(1);
    expect(annotations).toMatchObject([
      { message: "The step was stopped while calling n8n's API. The workflow did not run." },
    ]);
  });

  test('that refuses before the trigger leaves the route output as it would have been', async () => {
    const server = await n8n({ [LOOKUP]: workflow() });
    const refusing = await serve(() => answer(401, '{"message":"Unauthorized"}'));
    const routeOf = async (given: Record<string, string>) => {
      const { outputs } = await run(refusing, { wait: 'true', ...given });
      return [outputs['route'], outputs['attempts']];
    };
    expect(await routeOf({ route: 'webhook' })).toEqual(['webhook', '0']);
    expect(await routeOf({})).toEqual(['', '0']);
    const hook = {
      url: `${server.origin}/webhook/deploy`,
      'secret-key': KEY,
      wait: 'true',
      'api-url': refusing.origin,
    };
    expect((await runStep({ with: hook })).outputs).toMatchObject({ route: 'webhook', attempts: '0' });
  });

  test('that is briefly unavailable is called again', async () => {
    let asked = 0;
    const server = await n8n({
      [LOOKUP]: (response, request) => {
        asked += 1;
        (asked === 1 ? answer(503) : workflow())(response, request);
      },
      '/webhook/deploy': success,
    });
    const step = await run(server, { route: 'webhook' });
    expect(step.outputs).toMatchObject({ success: 'true', attempts: '1' });
    expect(asked).toBe(2);
  });
});
