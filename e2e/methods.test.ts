import { describe, expect, test } from '@jest/globals';
import * as workflows from '../support/n8n/workflows.ts';
import { call, carried, deploy, failureOf, received, replyOf, succeeded } from './suite.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const inTheQuery = ['GET', 'HEAD'];
const inTheBody = methods.filter((method) => !inTheQuery.includes(method));

/** One webhook for each of these methods. */
const deployFor = (names: string[]) =>
  Promise.all(
    names.map(async (method) => ({ method, hook: await deploy((path) => workflows.immediate(path, { method })) })),
  );

describe('method', () => {
  test('every method reaches a Webhook node with that method and runs it once', async () => {
    const hooks = await deployFor(methods);
    await Promise.all(
      hooks.map(async ({ method, hook }) => {
        succeeded(await call(hook, { method, payload: '{"a":1}' }));
        const expected = inTheQuery.includes(method) ? { query: { a: '1' }, body: {} } : { query: {}, body: { a: 1 } };
        expect({ method, ...(await carried(hook)) }).toEqual({ method, ...expected });
      }),
    );
  });

  test('GET and HEAD put the members of a payload into the query string', async () => {
    const hooks = await deployFor(inTheQuery);
    const payload = JSON.stringify({ text: 'a b&c=d+e%20', list: [1, 2], map: { x: true }, none: null });
    await Promise.all(
      hooks.map(async ({ method, hook }) => {
        succeeded(await call(hook, { method, payload }));
        expect(await carried(hook)).toEqual({
          query: { text: 'a b&c=d+e%20', list: ['1', '2'], map: '{"x":true}', none: '' },
          body: {},
        });
      }),
    );
  });

  test('a query string in url stays as it is, followed by the payload', async () => {
    const [get, post] = await Promise.all(
      ['GET', 'POST'].map((method) => deploy((path) => workflows.immediate(path, { method }))),
    );
    if (!get || !post) throw new Error('The webhooks were not deployed');
    const query = '?b=%20x+y&a=1&a=2&empty=';
    const known = { b: ' x y', a: ['1', '2'], empty: '' };
    await Promise.all([
      call({ url: get.url + query }, { method: 'GET', payload: 'c: 3' }).then(succeeded),
      call({ url: post.url + query }, { payload: 'c: 3' }).then(succeeded),
    ]);
    expect(await carried(get)).toEqual({ query: { ...known, c: '3' }, body: {} });
    expect(await carried(post)).toEqual({ query: known, body: { c: 3 } });
  });

  test('HEAD succeeds without a body, because its replies have none', async () => {
    const hook = await deploy((path) => workflows.echo(path, { method: 'HEAD' }));
    const step = succeeded(await call(hook, { method: 'HEAD' }));
    expect(step.outputs).toMatchObject({ status: '200', 'response-body': '', 'response-file': '' });
  });

  test('HEAD reports a missing webhook, but not a 404 that the workflow itself answers', async () => {
    const options = { responseCode: { values: { responseCode: 404 } } };
    const [post, ...own] = await Promise.all([
      deploy(workflows.immediate),
      deploy((path) => workflows.responds(path, { with: 'json', body: '{}', code: 404 }, { method: 'HEAD' })),
      deploy((path) => workflows.immediate(path, { method: 'HEAD', options })),
      deploy((path) => workflows.immediate(path, { method: 'HEAD', options, responseMode: 'lastNode' })),
    ]);
    const head = (address: string) => call({ url: address }, { method: 'HEAD', retries: '1' }).then(failureOf);
    expect(await head(post.url)).toMatch(
      /n8n has no webhook for HEAD at this address \(404\)\. The workflow did not run\. Publish/,
    );
    for (const hook of own) {
      expect(await head(hook.url)).toContain('The workflow ran, and replied with HTTP 404 and an empty body.');
      await received(hook);
    }
  });

  test('one webhook for several methods runs the one that was asked for', async () => {
    const hook = await deploy((path) => workflows.immediate(path, { method: ['POST', 'PUT', 'PATCH'] }));
    succeeded(await call(hook, { method: 'PATCH', payload: 'a: 1' }));
    expect(await received(hook)).toMatchObject({ body: { a: 1 } });
  });
});

describe('with no payload', () => {
  test('the methods with a body send the GitHub context, with the complete event in it', async () => {
    const hooks = await deployFor(inTheBody);
    const event = { action: 'closed', issue: { number: 7, title: 'A "title"\nover two lines', labels: [{ id: 1 }] } };
    const env = {
      GITHUB_EVENT_NAME: 'issues',
      GITHUB_RUN_ID: '123456789012',
      GITHUB_RUN_ATTEMPT: '3',
      GITHUB_TOKEN: 'ghs_not_for_n8n',
    };
    await Promise.all(
      hooks.map(async ({ method, hook }) => {
        succeeded(await call(hook, { method }, { event, env }));
        const { body, headers } = await received(hook);
        expect(body).toEqual({
          event_name: 'issues',
          repository: 'octo/demo',
          ref: 'refs/heads/main',
          sha: 'ffac537e6cbbf934b08745a378932722df287a53',
          actor: 'octocat',
          workflow: 'Deploy',
          job: 'deploy',
          run_id: 123456789012,
          run_number: 42,
          run_attempt: 3,
          run_url: 'https://github.com/octo/demo/actions/runs/123456789012',
          server_url: 'https://github.com',
          sent_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          event,
        });
        expect(headers).toMatchObject({ 'content-type': 'application/json' });
      }),
    );
  });

  test('GET and HEAD add nothing', async () => {
    const hooks = await deployFor(inTheQuery);
    await Promise.all(
      hooks.map(async ({ method, hook }) => {
        succeeded(await call(hook, { method }));
        expect(await carried(hook)).toEqual({ query: {}, body: {} });
      }),
    );
  });

  test('an explicit {} is sent as {}', async () => {
    const hook = await deploy(workflows.rawBody);
    expect(replyOf(succeeded(await call(hook, { payload: '{}' })))).toEqual({ data: '{}' });
  });
});

describe('with every trigger', () => {
  test('n8n stores the trace that trace-id names, and gets one idempotency key per step', async () => {
    const hook = await deploy(workflows.immediate);
    const step = succeeded(await call(hook));
    const { headers } = await received(hook);
    expect(headers).toMatchObject({
      'user-agent': expect.stringMatching(/^n8n-workflow-trigger\/[\d.]+ \(GitHub Actions\)$/),
      traceparent: expect.stringMatching(new RegExp(`^00-${step.outputs['trace-id']}-[0-9a-f]{16}-01$`)),
      'idempotency-key': expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    });
  });
});
