// The committed bundle in api mode, against a scripted n8n.
import { describe, expect, jest, test } from '@jest/globals';
import { after, answer, type Handler, type Received, type ScriptedServer, serve, stall } from '../support/server.ts';
import { runStep, type StepOptions, type StepResult, startStep } from '../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

const KEY = 'n8n_api_s3cret-key';
const ID = 'aBc123';
const START = `/api/v1/workflow/${ID}/start`;
const LOOKUP = `/api/v1/workflows/${ID}`;

const noSuchEndpoint = answer(404, '{"message":"not found"}');
const success = answer(200, '{"ok":true}');

const pathOf = ({ target }: Received): string => target.replace(/\?.*$/, '');

/** A scripted n8n: handlers by path. Whatever is not in it is answered as by the public API. */
function n8n(handlers: Readonly<Record<string, Handler>>): Promise<ScriptedServer> {
  return serve((request) => handlers[pathOf(request)] ?? answer(404, '{"message":"Not Found"}'));
}

/** A workflow as the public API gives it, with one Webhook node. */
function workflow(parameters: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Handler {
  const node = {
    name: 'Hook',
    type: 'n8n-nodes-base.webhook',
    webhookId: '0c1f0000-0000-4000-8000-000000000001',
    parameters: { path: 'deploy', httpMethod: 'POST', ...parameters },
  };
  return answer(
    200,
    JSON.stringify({ id: ID, name: 'Deploy', active: true, activeVersion: { nodes: [node] }, ...more }),
  );
}

function run(server: ScriptedServer, given: Record<string, string> = {}, more: StepOptions = {}): Promise<StepResult> {
  return runStep({
    ...more,
    with: { mode: 'api', url: server.origin, 'workflow-id': ID, 'secret-key': KEY, payload: '{"a":1}', ...given },
  });
}

/** The requests to this path, in order. */
const at = (server: ScriptedServer, path: string): Received[] =>
  server.requests.filter((request) => pathOf(request) === path);

describe('the start endpoint', () => {
  test('gets the payload and the key, and its answer is the result', async () => {
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

  test('that there is makes what only a webhook takes of no use, which is told', async () => {
    const server = await n8n({ [START]: success, [LOOKUP]: workflow() });
    const step = await run(server, { 'basic-auth': 'marked-user:marked-password', method: 'PUT' });
    expect(step.outputs).toMatchObject({ success: 'true', route: 'start' });
    expect(step.annotations).toEqual(
      ['method', 'basic-auth'].map((name) => ({
        level: 'warning',
        title: 'An input of the n8n step is of no use',
        message: expect.stringMatching(`^${name}: is of no use at the start endpoint, `),
      })),
    );
    expect(server.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  test('that does not run anything leaves open whether an input is of use', async () => {
    const server = await n8n({ [START]: answer(503), [LOOKUP]: workflow() });
    const step = await run(server, { 'basic-auth': 'marked-user:marked-password', retries: '0' });
    expect(step.annotations).toMatchObject([{ level: 'error' }]);
  });

  test('keeps the sub-path of the instance, and takes the id from an editor link', async () => {
    const server = await n8n({ [`/sub/path${START}`]: success });
    const step = await run(server, { url: `${server.origin}/sub/path/workflow/${ID}/executions`, 'workflow-id': '' });
    expect(step.outputs).toMatchObject({ success: 'true', route: 'start' });
  });

  test('does not wait for the lookup that goes out beside it', async () => {
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

  test('that is missing is an error where it was asked for', async () => {
    const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow() });
    const step = await run(server, { route: 'start' });
    expect(step.exitCode).toBe(1);
    expect(step.annotations[0]?.message).toMatch(/has no endpoint that starts a workflow .*gateway workflow/);
    expect(at(server, '/webhook/deploy')).toEqual([]);
  });
});

describe('where stock n8n has no start endpoint', () => {
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

  test('the lookup has come in before the start endpoint answers', async () => {
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
    // Were the lookup sent later, the start endpoint would never answer.
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

  test('the given method is taken where the Webhook node takes several', async () => {
    const server = await n8n({
      [START]: noSuchEndpoint,
      [LOOKUP]: workflow({ httpMethod: ['GET', 'PUT'] }),
      '/webhook/deploy': success,
    });
    await run(server, { method: 'PUT' });
    expect(at(server, '/webhook/deploy')).toMatchObject([{ method: 'PUT' }]);
  });

  test('a method that the webhook does not take is told, and the first that it takes is called', async () => {
    const server = await n8n({
      [START]: noSuchEndpoint,
      [LOOKUP]: workflow({ httpMethod: ['GET', 'PUT'] }),
      '/webhook/deploy': success,
    });
    const step = await run(server, { method: 'PATCH', 'basic-auth': 'alice:password' });
    expect(at(server, '/webhook/deploy')).toMatchObject([{ method: 'GET' }]);
    expect(step.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/^method: the Webhook node "Hook" does not take PATCH, and gets GET/),
      },
    ]);
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

  test('a hostile name of a workflow forges no line of the log', async () => {
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

describe('a gateway workflow', () => {
  const gateway = '/webhook/0c1f0000-0000-4000-8000-000000000009';
  const named = { 'x-n8n-execution-id': '7' };

  test('is called under its webhook, and its answer is the result', async () => {
    const server = await n8n({ [gateway + START]: answer(200, '[{"n":1}]', named) });
    const step = await run(server, { url: server.origin + gateway });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ success: 'true', route: 'start', 'response-body': '[{"n":1}]' });
    expect(at(server, gateway + START)[0]?.headers['x-n8n-api-key']).toBe(KEY);
    // The workflow is not looked up: a gateway has the endpoint.
    expect(server.requests).toHaveLength(1);
  });

  test("has its own 404 taken for an answer, even in the words of stock n8n's", async () => {
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

  test('at the address of an instance has its own 404 taken for an answer too', async () => {
    const server = await n8n({ [START]: answer(404, '{"message":"not found"}', named), [LOOKUP]: workflow() });
    const step = await run(server);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ status: '404', route: 'start' });
    expect(at(server, '/webhook/deploy')).toEqual([]);
  });
});

describe('the API', () => {
  test.each([
    ['401', answer(401, '{"message":"Unauthorized"}'), /does not accept this secret-key \(401\)/],
    ['403', answer(403, '{"message":"Forbidden"}'), /no right to the workflow aBc123 \(403\)\..* workflow:read/],
    ['204', answer(204), /answered nothing \(204\)/],
    ['404', answer(404, '{"message":"Not Found"}'), /does not know the workflow aBc123/],
    ['a page', answer(200, '<html></html>', { 'content-type': 'text/html' }), /is not the address of n8n's API/],
    ["a proxy's 403", answer(403, '<h1>Blocked</h1>', { 'content-type': 'text/html' }), /^Something before n8n's API/],
    ['an odd refusal', answer(418, '{"message":"teapot"}'), /answered HTTP 418: teapot/],
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

  test('that redirects is told with the place', async () => {
    const server = await n8n({ [LOOKUP]: answer(301, '', { location: 'https://n8n.test/api/v1/x?token=t0ken' }) });
    const step = await run(server, { route: 'webhook' });
    expect(step.annotations[0]?.message).toMatch(
      /redirects \(HTTP 301\) to https:\/\/n8n\.test\/api\/v1\/x; .* in url,/,
    );
    expect(step.log).not.toContain('t0ken');
  });

  test('is not blamed where the job is cancelled while it is asked', async () => {
    const server = await n8n({ [LOOKUP]: stall });
    const step = startStep({
      with: { mode: 'api', url: server.origin, 'workflow-id': ID, 'secret-key': KEY, route: 'webhook' },
    });
    await server.arrived(1);
    const { exitCode, annotations } = await step.cancel();
    expect(exitCode).toBe(1);
    expect(annotations).toMatchObject([
      { message: 'The step was stopped while it asked n8n. The workflow did not run.' },
    ]);
  });

  test('that refuses before the trigger leaves the route as it would have been', async () => {
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

  test('that is not available for a moment is asked again', async () => {
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
