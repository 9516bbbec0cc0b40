import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { chain, chat, form, set, type WorkflowNode, webhook } from '../support/n8n/nodes.ts';
import { Owner } from '../support/n8n/owner.ts';
import {
  api,
  call,
  deployPages,
  endings,
  failureOf,
  isSince,
  itemsOf,
  newPath,
  replyOf,
  run,
  since,
  succeeded,
  url,
} from './suite.ts';

const result = (): WorkflowNode => set('Result', '{{ { "got": $json } }}');

async function publishChat(parameters: Record<string, unknown> = {}, more: Partial<WorkflowNode> = {}) {
  const webhookId = randomUUID();
  const trigger = { ...chat(webhookId, parameters), ...more };
  const pages = parameters['public'] === false ? [] : [`/webhook/${webhookId}/chat`];
  return deployPages(chain(`Chat ${webhookId}`, trigger, result()), ...pages);
}

describe('a webhook with a dynamic path', () => {
  test('gets its segments from the payload, which stays complete', async () => {
    const path = `${newPath()}/:env/v/:version`;
    const workflow = { id: await api.deploy(chain('Dynamic', webhook(path), result())) };
    const payload = '{"env": "stage ä%?#", "version": 1.5, "note": "kept"}';
    succeeded(await run(workflow, { route: 'webhook', payload }));
    expect(await itemsOf(workflow, 'Webhook')).toMatchObject([
      { params: { env: 'stage ä%?#', version: '1.5' }, body: JSON.parse(payload) },
    ]);
  });

  test('is not called if the payload lacks a segment or has one that n8n would split', async () => {
    const path = `${newPath()}/:env/:version`;
    const workflow = { id: await api.deploy(chain('Dynamic', webhook(path), result())) };
    const [lacking, slashed] = await Promise.all([
      run(workflow, { payload: '{"env": "stage", "version": null}' }),
      run(workflow, { payload: '{"env": "stage", "version": "v1/2"}' }),
    ]);
    expect(failureOf(lacking)).toMatch(/path takes "env", "version" from the payload, which lacks "version"/);
    expect(failureOf(slashed)).toMatch(/path cannot hold the payload's "version": n8n accepts no slash/);
    expect(await endings(workflow)).toEqual([]);
  });
});

test('a webhook that takes several methods by default takes POST', async () => {
  const trigger = webhook(newPath(), { method: ['GET', 'POST'] });
  // The editor saves no parameter that is the node's default.
  delete trigger.parameters['httpMethod'];
  const workflow = { id: await api.createWorkflow(chain('Defaults', trigger, result())) };
  await api.publish(workflow.id);
  await api.webhookRegistered(String(trigger.parameters['path']), ['GET', 'POST']);
  succeeded(await run(workflow, { payload: 'a: 1' }));
  expect(await itemsOf(workflow, 'Webhook')).toMatchObject([{ body: { a: 1 } }]);
});

test('a webhook made without a webhook id is called if this n8n serves it', async () => {
  const { webhookId, ...trigger } = webhook(newPath());
  const workflow = { id: await api.createWorkflow(chain('No id', trigger, result())) };
  await api.publish(workflow.id);
  // n8n 2 gives it one.
  const path = String(trigger.parameters['path']);
  await api.webhookRegistered(isSince('2.0.0') ? path : `${workflow.id}/webhook/${path}`);
  expect(webhookId).toBeDefined();
  succeeded(await run(workflow, { payload: 'a: 1' }));
  expect(await endings(workflow)).toEqual(['success']);
});

describe('a chat', () => {
  test.each(['hostedChat', 'webhook'])('of mode %s gets a message, in a session of its own', async (mode) => {
    const workflow = await publishChat({ mode });
    const step = succeeded(await run(workflow, { payload: 'chatInput: Hello\ntopic: news' }));
    expect(replyOf(step)).toEqual({
      got: {
        action: 'sendMessage',
        chatInput: 'Hello',
        topic: 'news',
        sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
  });

  test('goes on with the session that the payload names', async () => {
    const workflow = await publishChat();
    const step = succeeded(await run(workflow, { payload: '{"chatInput": "Hello", "sessionId": "s1"}' }));
    expect(replyOf(step)).toMatchObject({ got: { sessionId: 's1' } });
  });

  test('is not called without a message', async () => {
    const workflow = await publishChat();
    const steps = await Promise.all([run(workflow), run(workflow, { payload: 'chatInput: 5' })]);
    for (const step of steps)
      expect(failureOf(step)).toMatch(/a chat needs the message as text, in the member chatInput/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('that is not public is not called, and the failure says what to do', async () => {
    const workflow = await publishChat({ public: false });
    const step = await run(workflow, { payload: 'chatInput: Hello' });
    expect(failureOf(step)).toMatch(/"When chat message received" \(Chat\) is a chat that is not public\. .*Make Chat/);
    expect(step.outputs['attempts']).toBe('0');
    const { nodes } = Object(await api.request('GET', `/workflows/${workflow.id}`));
    const byUrl = await call({ url: `${url}/webhook/${nodes[0].webhookId}/chat` }, { payload: 'chatInput: Hello' });
    expect(failureOf(byUrl)).toMatch(/The chat is not public \(404\)/);
  });

  test('with Basic Auth takes basic-auth, and says so', async () => {
    const id = await api.createCredential('Chat', 'httpBasicAuth', { user: 'ci', password: 'secret-of-chat' });
    const credentials = { httpBasicAuth: { id, name: 'Chat' } };
    const workflow = await publishChat({ authentication: 'basicAuth' }, { credentials });
    const payload = 'chatInput: Hello';
    const [without, wrong] = await Promise.all([
      run(workflow, { payload }),
      run(workflow, { payload, 'basic-auth': 'ci:wrong-secret' }),
    ]);
    expect(failureOf(without)).toMatch(
      /The Chat trigger ".*" requires Basic Auth, and no credentials were given for it/,
    );
    expect(failureOf(wrong)).toMatch(/The chat requires Basic Auth, and refused this user or password/);
    succeeded(await run(workflow, { payload, 'basic-auth': 'ci:secret-of-chat' }));
    expect(await endings(workflow)).toEqual(['success']);
  });
});

describe('several kinds of triggers', () => {
  test('are named, and trigger-node chooses one', async () => {
    const path = newPath();
    const last = result();
    const triggers = [
      webhook(newPath()),
      form(path, [{ fieldName: 'who', fieldLabel: 'Your name', requiredField: true }]),
    ];
    const workflow = await deployPages(
      {
        ...chain('Both', ...triggers, last),
        connections: Object.fromEntries(
          triggers.map(({ name }) => [name, { main: [[{ node: last.name, type: 'main', index: 0 }]] }]),
        ),
      },
      `/form/${path}`,
    );
    const neither = await run(workflow, { payload: 'who: Ada' });
    expect(failureOf(neither)).toMatch(
      /has several triggers: "Webhook" \(Webhook\), "On form submission" \(Form\)\. .*trigger-node/,
    );
    succeeded(await run(workflow, { payload: 'who: Ada', 'trigger-node': 'On form submission' }));
    expect(await itemsOf(workflow, 'On form submission')).toMatchObject([{ 'Your name': 'Ada' }]);
  });

  since('2.0.0', 'drafts').test('one that is only in the draft is reported as such', async () => {
    const path = newPath();
    const before = chain('Draft ahead', webhook(path), result());
    const workflow = await deployPages(before);
    const owner = await Owner.signIn(url);
    const [trigger, ...others] = before.nodes;
    const added = webhook(newPath(), { name: 'Added later' });
    // As the editor saves: the public API would publish what it saves.
    await owner.rest('PATCH', `/workflows/${workflow.id}`, { ...before, nodes: [trigger, added, ...others] });
    const step = await run(workflow, { 'trigger-node': 'Added later' });
    expect(failureOf(step)).toMatch(
      /no trigger "Added later"; its triggers are "Webhook" .*draft has "Added later".*: publish it/,
    );
    succeeded(await run(workflow));
  });

  test('of an archived workflow are not called', async () => {
    const workflow = { id: await api.createWorkflow(chain('Archived', webhook(newPath()), result())) };
    await (await Owner.signIn(url)).rest('POST', `/workflows/${workflow.id}/archive`);
    expect(failureOf(await run(workflow))).toMatch(/The workflow "Archived" is archived\. .*Unarchive and publish/);
  });
});
