import { describe, expect, test } from '@jest/globals';
import { chain, schedule, set, type WorkflowNode, webhook } from '../support/n8n/nodes.ts';
import { Owner } from '../support/n8n/owner.ts';
import * as workflows from '../support/n8n/workflows.ts';
import {
  api,
  apiKey,
  call,
  carried,
  type Deployed,
  deploy,
  deployAll,
  endings,
  failureOf,
  newPath,
  received,
  replyOf,
  run,
  since,
  succeeded,
  url,
  warningOf,
} from './suite.ts';

/** Several triggers side by side, before the same node. */
function beside(name: string, ...triggers: WorkflowNode[]): workflows.Workflow {
  const result = set('Result', { a: 1 });
  const connections = triggers.map((trigger) => [trigger.name, chain('', trigger, result).connections[trigger.name]]);
  return { ...chain(name, ...triggers, result), connections: Object.fromEntries(connections) };
}

const disabled = (node: WorkflowNode): WorkflowNode => Object.assign(node, { disabled: true });

/** Publishes what has no webhook to wait for. */
async function publish(workflow: workflows.Workflow): Promise<{ id: string }> {
  const id = await api.createWorkflow(workflow);
  await api.publish(id);
  return { id };
}

const hooks = await deployAll({
  post: workflows.immediate,
  get: (path) => workflows.immediate(path, { method: 'GET' }),
  silent: (path) => workflows.immediate(path, { method: 'GET' }),
  several: (path) => workflows.immediate(path, { method: ['PUT', 'PATCH'] }),
  auto: workflows.echo,
  linked: workflows.immediate,
  based: workflows.immediate,
  guarded: workflows.immediate,
  two: (path) =>
    beside('Two webhooks', webhook(path, { name: 'From CI' }), webhook(`${path}-b`, { name: 'From the shop' })),
});

describe('route webhook', () => {
  test("calls the workflow's webhook with its own method", async () => {
    const [post, get, several] = await Promise.all([
      run(hooks.post, { route: 'webhook', payload: 'a: 1' }),
      run(hooks.get, { route: 'webhook', payload: 'a: 1' }),
      run(hooks.several, { route: 'webhook', payload: 'a: 1', method: 'PATCH' }),
    ]);
    for (const step of [post, get, several]) {
      expect(succeeded(step).outputs).toMatchObject({ route: 'webhook', attempts: '1', status: '200' });
      expect(step.visibleLog).not.toContain('/webhook/');
    }
    expect(await carried(hooks.post)).toEqual({ body: { a: 1 }, query: {} });
    expect(await carried(hooks.get)).toEqual({ query: { a: '1' }, body: {} });
    expect(await received(hooks.several)).toMatchObject({ body: { a: 1 } });
  });

  test('warns if a node that listens to GET drops the default payload', async () => {
    const step = await run(hooks.silent, { route: 'webhook', payload: '' });
    expect(warningOf(step)).toMatch(/"Webhook" listens to GET, which .*Set its HTTP Method to POST and publish/);
    expect(await carried(hooks.silent)).toEqual({ query: {}, body: {} });
  });

  test('calls no invalid method, and prints none', async () => {
    const hostile = 'POST\n::error title=x::y\n::stop-commands::t';
    const workflow = await publish(workflows.immediate(newPath(), { method: hostile }));
    const step = await run(workflow, { route: 'webhook' });
    expect(failureOf(step)).toMatch(/"Webhook" \(Webhook\) has no HTTP method that can be called.*did not run/);
    expect(step.log).not.toMatch(/stop-commands|title=x/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('never sends the key to the webhook', async () => {
    expect(JSON.stringify((await received(hooks.post))['headers'])).not.toMatch(/x-n8n-api-key/i);
  });

  since('2.0.0', 'drafts').test('calls the published version, not the draft', async () => {
    const path = newPath();
    const draftPath = newPath();
    const workflow = workflows.immediate(path);
    const hook = { id: await api.deploy(workflow) };
    const [trigger, ...others] = workflow.nodes;
    if (!trigger) throw new Error('The fixture has no node');
    const moved = { ...trigger, parameters: { ...trigger.parameters, path: draftPath } };
    const owner = await Owner.signIn(url);
    // As the editor saves: the public API would publish what it saves.
    await owner.rest('PATCH', `/workflows/${hook.id}`, { ...workflow, nodes: [moved, ...others] });
    const draft = JSON.stringify(await api.request('GET', `/workflows/${hook.id}`));
    expect(draft).toContain(draftPath);
    succeeded(await run(hook, { route: 'webhook' }));
    expect((await received(hook))['webhookUrl']).toMatch(new RegExp(`/webhook/${path}$`));
  });

  test('uses the Webhook node that trigger-node names, if there are several', async () => {
    const [without, wrong] = await Promise.all([
      run(hooks.two, { route: 'webhook' }),
      run(hooks.two, { route: 'webhook', 'trigger-node': 'From Ci' }),
    ]);
    expect(failureOf(without)).toMatch(
      /has several triggers: "From CI" \(Webhook\), "From the shop" \(Webhook\)\. .*trigger-node/,
    );
    expect(failureOf(wrong)).toMatch(
      /has no trigger "From Ci"; its triggers are "From CI" \(Webhook\), "From the shop" .*trigger-node/,
    );
    expect(without.outputs).toMatchObject({ attempts: '0', status: '' });
    expect(await endings(hooks.two)).toEqual([]);
    succeeded(await run(hooks.two, { route: 'webhook', 'trigger-node': 'From the shop', payload: 'a: 1' }));
    expect(await received(hooks.two, 'From the shop')).toMatchObject({ body: { a: 1 } });
  });

  test('passes over a disabled Webhook node', async () => {
    const path = newPath();
    const on = webhook(path, { name: 'On' });
    const workflow = await publish(beside('One of two', disabled(webhook(newPath(), { name: 'Off' })), on));
    await api.webhookRegistered(path);
    const named = await run(workflow, { route: 'webhook', 'trigger-node': 'Off' });
    expect(failureOf(named)).toContain('has no trigger that this route can run: "Off" (Webhook) is disabled.');
    succeeded(await run(workflow, { route: 'webhook' }));
    expect(await endings(workflow)).toEqual(['success']);
  });

  test('says which triggers there are if no webhook can be called', async () => {
    const [scheduled, onlyDisabled, draft] = await Promise.all([
      publish(chain('Nightly', schedule(), set('Result', { a: 1 }))),
      publish(beside('Switched off', schedule(), disabled(webhook(newPath())))),
      api.createWorkflow(workflows.immediate(newPath())).then((id) => ({ id })),
    ]);
    const steps = await Promise.all([scheduled, onlyDisabled, draft].map((each) => run(each, { route: 'webhook' })));
    const [none, off, unpublished] = steps.map(failureOf);
    expect(none).toMatch(
      /"Nightly" has no trigger that this route can run: "Schedule Trigger" \(Schedule\) has no URL\./,
    );
    expect(off).toMatch(
      /"Switched off" has no trigger .*: .*; "Webhook" \(Webhook\) is disabled\. .*Enable it and publish/,
    );
    expect(unpublished).toMatch(/has no published version\. The workflow did not run\. Publish it in n8n/);
  });
});

describe('route auto on an n8n without the gateway', () => {
  test("falls back to the workflow's webhook, which runs once", async () => {
    const step = succeeded(await run(hooks.auto, { payload: 'a: 1' }));
    expect(step.outputs).toMatchObject({ route: 'webhook', attempts: '1', status: '200' });
    expect(replyOf(step)).toMatchObject({ body: { a: 1 } });
    expect(step.visibleLog).toContain("or the workflow's own trigger if this n8n has none");
    expect(await endings(hooks.auto)).toEqual(['success']);
  });

  test('is not stopped by a job with "bot" in its name, although n8n answers bots with nothing', async () => {
    const env = { ACTIONS_ORCHESTRATION_ID: 'a1.dependabot-auto-merge.__default' };
    const hook = await deploy(workflows.immediate);
    const silence = await fetch(`${url}/api/v1/workflows/${hook.id}`, {
      headers: { 'x-n8n-api-key': apiKey, 'user-agent': `actions ${env.ACTIONS_ORCHESTRATION_ID}` },
    });
    expect(silence.status).toBe(204);
    succeeded(await run(hook, {}, { env }));
    expect(await endings(hook)).toEqual(['success']);
  });
});

test('route start on an n8n without the gateway says what is missing', async () => {
  const step = await run(hooks.guarded, { route: 'start' });
  expect(failureOf(step)).toMatch(
    /has no endpoint that starts a workflow by its id.* gateway workflow.* route: webhook/,
  );
  expect(step.outputs).toMatchObject({ status: '404', route: 'start', attempts: '1' });
  expect(await endings(hooks.guarded)).toEqual([]);
});

describe('url', () => {
  const at = (address: string, inputs: Record<string, string> = {}) =>
    run({ id: '' }, { url: address, ...inputs }).then(succeeded);

  test('may be a link to the editor, which names the workflow too', async () => {
    const link = `${url}/workflow/${hooks.linked.id}`;
    await Promise.all([at(link), at(`${link}/executions/17`), at(`${link}?projectId=a#b`)]);
    expect(await endings(hooks.linked)).toEqual(['success', 'success', 'success']);
  });

  test('may end in a slash or in the path of the API', async () => {
    const hook: Deployed = await deploy(workflows.immediate);
    await Promise.all([`${url}/`, `${url}/api/v1`].map((address) => at(address, { 'workflow-id': hook.id })));
    expect(await endings(hook)).toEqual(['success', 'success']);
  });

  test('and webhook-base may be different hosts', async () => {
    const localhost = url.replace('127.0.0.1', 'localhost');
    const good = await run(hooks.based, { url, 'webhook-base': `${localhost}/webhook/` });
    expect(succeeded(good).visibleLog).toContain(`Calling the webhook at ${localhost}`);
    const wrong = await run(hooks.based, { 'webhook-base': 'hooks' });
    expect(failureOf(wrong)).toContain('n8n replied, but serves nothing at this address (404).');
    expect(await endings(hooks.based)).toEqual(['success']);
  });

  test('that is a webhook is reported as not being the address of the API', async () => {
    const step = await run(hooks.based, { url: `${url}/form`, route: 'webhook' });
    expect(failureOf(step)).toContain("url is not the address of n8n's API");
  });

  test('with a wrong path is not taken for an editor link, which the start endpoint resembles', async () => {
    const step = await run(hooks.based, { url: `${url}/wrong` });
    expect(failureOf(step)).toMatch(
      /serves nothing at this address \(404\)\. .* Check url: the address that opens n8n/,
    );
  });
});

describe('secret-key and workflow-id', () => {
  test('a wrong key is reported as such, on both routes', async () => {
    const steps = await Promise.all(
      ['auto', 'webhook'].map((route) => run(hooks.guarded, { route, 'secret-key': 'n8n_api_wrong', retries: '3' })),
    );
    for (const step of steps) {
      expect(failureOf(step)).toMatch(/n8n's API does not accept this secret-key \(401\)\. The workflow did not run/);
    }
    expect(await endings(hooks.guarded)).toEqual([]);
  });

  since('2.0.0', 'scopes of keys hold').test(
    'a key that may not read workflows is reported with the scope that it lacks',
    async () => {
      const narrow = await (await Owner.signIn(url)).createApiKey(['execution:read']);
      const step = await run(hooks.guarded, { 'secret-key': narrow });
      expect(failureOf(step)).toMatch(/secret-key .*\(403\)\. The workflow did not run\. .*workflow:read/);
      expect(await endings(hooks.guarded)).toEqual([]);
    },
  );

  test('an unknown id is reported as such', async () => {
    const step = await run({ id: 'abcdefghijklmnop' });
    expect(failureOf(step)).toMatch(/n8n's API .*\(404\)\. The workflow did not run\. Compare workflow-id/);
    expect(step.outputs).toMatchObject({ attempts: '0', status: '', route: 'webhook' });
  });

  test('both are required before anything is sent, and an id must match the link', async () => {
    const [neither, both] = await Promise.all([
      run({ id: '' }, { 'secret-key': '' }),
      run(hooks.guarded, { url: `${url}/workflow/another` }),
    ]);
    expect(failureOf(neither)).toMatch(
      /^The inputs .*workflow-id: is required with mode: api.*\nsecret-key: is required/,
    );
    expect(failureOf(both)).toMatch(/workflow-id: is .*, but the editor link in url names another/);
  });
});

test('the webhook of a workflow that runs by id is found under its own URL too', async () => {
  const step = succeeded(await call(hooks.post));
  expect(step.outputs['route']).toBe('webhook');
  expect(await endings(hooks.post)).toEqual(['success', 'success']);
});
