import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  api,
  call,
  endings,
  executionsOf,
  failureOf,
  newPath,
  replyOf,
  run,
  succeeded,
  url,
  warningOf,
} from './suite.ts';
import { until } from './support/api.ts';
import { chain, chat, form, set, type WorkflowNode, webhook } from './support/nodes.ts';
import { Owner } from './support/owner.ts';
import { at } from './support/shapes.ts';
import type { Workflow } from './support/workflows.ts';

const result = (): WorkflowNode => set('Result', '{{ { "got": $json } }}');

/** Publishes a workflow and waits until its pages answer: with anything but 404. */
async function publish(workflow: Workflow, ...pages: string[]): Promise<{ id: string }> {
  const id = await api.deploy(workflow);
  for (const page of pages) {
    await until(`${page} to answer`, 30_000, async () => {
      const response = await fetch(`${url}${page}`, { redirect: 'manual' });
      await response.arrayBuffer();
      return response.status === 404 ? undefined : true;
    });
  }
  return { id };
}

/** The items that the only execution's node gave. */
async function items(workflow: { id: string }, node: string): Promise<unknown> {
  const [only, ...others] = await executionsOf(workflow);
  if (!only || others.length > 0)
    throw new Error(`Workflow ${workflow.id} ran ${others.length + (only ? 1 : 0)} times`);
  const runs = at((await api.execution(only.id, true))?.raw, 'data', 'resultData', 'runData', node);
  const main = at(Array.isArray(runs) ? runs[0] : undefined, 'data', 'main');
  return Array.isArray(main) ? main.flat().map((item) => at(item, 'json')) : [];
}

const FIELDS = [
  { fieldName: 'who', fieldLabel: 'Your name', requiredField: true },
  { fieldName: 'age', fieldLabel: 'Age', fieldType: 'number' },
  {
    fieldName: 'colours',
    fieldLabel: 'Colours',
    fieldType: 'checkbox',
    fieldOptions: { values: [{ option: 'red' }, { option: 'blue' }] },
  },
  { fieldName: 'source', fieldType: 'hiddenField', fieldValue: 'the web' },
];

/** Publishes a form of one required field, or these. */
async function publishForm(options: Parameters<typeof form>[2] = {}, fields: Record<string, unknown>[] = FIELDS) {
  const path = newPath();
  const trigger = form(path, fields, options);
  const page = options.typeVersion === 1 ? `/webhook/${path}/n8n-form` : `/form/${path}`;
  return publish(chain(`Form ${path}`, trigger, result()), page);
}

async function publishChat(parameters: Record<string, unknown> = {}, more: Partial<WorkflowNode> = {}) {
  const webhookId = randomUUID();
  const trigger = { ...chat(webhookId, parameters), ...more };
  const pages = parameters['public'] === false ? [] : [`/webhook/${webhookId}/chat`];
  return publish(chain(`Chat ${webhookId}`, trigger, result()), ...pages);
}

describe('a webhook with a dynamic path', () => {
  test('gets its segments from the payload, which stays whole', async () => {
    const path = `${newPath()}/:env/v/:version`;
    const workflow = { id: await api.deploy(chain('Dynamic', webhook(path), result())) };
    const payload = '{"env": "stage ä%?#", "version": 1.5, "note": "kept"}';
    succeeded(await run(workflow, { route: 'webhook', payload }));
    expect(await items(workflow, 'Webhook')).toMatchObject([
      { params: { env: 'stage ä%?#', version: '1.5' }, body: JSON.parse(payload) },
    ]);
  });

  test('is not called where the payload lacks a segment or has one that n8n would take apart', async () => {
    const path = `${newPath()}/:env/:version`;
    const workflow = { id: await api.deploy(chain('Dynamic', webhook(path), result())) };
    const [lacking, slashed] = await Promise.all([
      run(workflow, { payload: '{"env": "stage", "version": null}' }),
      run(workflow, { payload: '{"env": "stage", "version": "v1/2"}' }),
    ]);
    expect(failureOf(lacking)).toMatch(/path takes "env", "version" from the payload, and "version" is not there/);
    expect(failureOf(slashed)).toMatch(/path cannot hold the payload's "version": n8n takes a slash/);
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
  expect(await items(workflow, 'Webhook')).toMatchObject([{ body: { a: 1 } }]);
});

test('a webhook made without a webhook id is called where this n8n serves it', async () => {
  const { webhookId, ...trigger } = webhook(newPath());
  const workflow = { id: await api.deploy(chain('No id', trigger, result())) };
  expect(webhookId).toBeDefined();
  succeeded(await run(workflow, { payload: 'a: 1' }));
  expect(await endings(workflow)).toEqual(['success']);
});

describe('a form', () => {
  test.each([1, 2, 2.1, 2.3, 2.6])('of version %d is filled in by labels', async (typeVersion) => {
    const fields = [
      { fieldLabel: 'Your name', requiredField: true },
      { fieldLabel: 'Age', fieldType: 'number' },
    ];
    const workflow = await publishForm({ typeVersion }, fields);
    succeeded(await run(workflow, { payload: '{"Your name": "Ada", "Age": 36}' }));
    expect(await items(workflow, 'On form submission')).toMatchObject([
      { 'Your name': 'Ada', Age: 36, formMode: 'production' },
    ]);
  });

  test('is filled in by names too, with what a browser would add', async () => {
    const workflow = await publishForm();
    const step = await run(workflow, { payload: '{"who": "Ada", "colours": ["red", "blue"]}' });
    expect(succeeded(step).outputs).toMatchObject({ route: 'webhook', status: '200' });
    expect(step.visibleLog).not.toContain('/form/');
    expect(await items(workflow, 'On form submission')).toMatchObject([
      { who: 'Ada', age: null, colours: ['red', 'blue'], source: 'the web' },
    ]);
  });

  test('is not sent where the payload does not fit it', async () => {
    const workflow = await publishForm();
    const [missing, unknown, none, list] = await Promise.all([
      run(workflow, { payload: '{"Age": 1}' }),
      run(workflow, { payload: '{"who": "Ada", "Aeg": 1}' }),
      run(workflow),
      run(workflow, { payload: '[1]' }),
    ]);
    expect(failureOf(missing)).toMatch(/the form requires "Your name"\. The workflow did not run/);
    expect(failureOf(unknown)).toMatch(/no field "Aeg", but "Your name", "Age", "Colours", "source"/);
    expect(failureOf(none)).toMatch(/the form requires "Your name"/);
    expect(failureOf(list)).toMatch(/a form takes a map/);
    expect(missing.outputs).toMatchObject({ attempts: '0', route: 'webhook' });
    expect(await endings(workflow)).toEqual([]);
  });

  test('with Basic Auth takes basic-auth, and says so', async () => {
    const data = { user: 'ci', password: 'secret-of-form' };
    const id = await api.createCredential('Form', 'httpBasicAuth', data);
    const credentials = { httpBasicAuth: { id, name: 'Form' } };
    const workflow = await publishForm({ parameters: { authentication: 'basicAuth' }, credentials });
    const payload = 'who: Ada';
    const [without, wrong] = await Promise.all([
      run(workflow, { payload }),
      run(workflow, { payload, 'basic-auth': 'ci:wrong-secret' }),
    ]);
    expect(failureOf(without)).toMatch(
      /The Form trigger ".*" wants Basic Auth, and nothing was given for it\. The workflow did not/,
    );
    expect(failureOf(wrong)).toMatch(/The form wants Basic Auth, and refused this user or password/);
    succeeded(await run(workflow, { payload, 'basic-auth': 'ci:secret-of-form' }));
    expect(await endings(workflow)).toEqual(['success']);
  });

  test('for people who are signed in cannot be called', async () => {
    const path = newPath();
    const trigger = form(path, FIELDS, { parameters: { authentication: 'n8nUserAuth' } });
    const workflow = { id: await api.createWorkflow(chain('For people', trigger, result())) };
    await api.publish(workflow.id);
    const step = await run(workflow, { payload: 'who: Ada' });
    expect(failureOf(step)).toMatch(/\(Form\) wants a person who is signed in to n8n\. .*Basic Auth/);
  });

  test('that n8n does not serve is told as such', async () => {
    const workflow = await publishForm();
    const [elsewhere, none] = await Promise.all([
      run(workflow, { payload: 'who: Ada', 'webhook-base': `${url}/nowhere/webhook` }),
      call({ url: `${url}/form/${newPath()}` }, { payload: 'who: Ada' }),
    ]);
    expect(failureOf(elsewhere)).toMatch(/n8n answers, but serves nothing at this address/);
    expect(failureOf(none)).toMatch(/n8n knows no form at this address \(404\)\. The workflow did not run/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('with a second page warns that the execution waits there', async () => {
    const path = newPath();
    const page: WorkflowNode = {
      ...result(),
      name: 'Second page',
      type: 'n8n-nodes-base.form',
      typeVersion: 2.3,
      parameters: { formFields: { values: [{ fieldLabel: 'More' }] }, options: {} },
      webhookId: randomUUID(),
    };
    const workflow = await publish(chain('Two pages', form(path, FIELDS), page), `/form/${path}`);
    const step = await run(workflow, { payload: 'who: Ada' });
    expect(warningOf(step)).toMatch(/The form has a further page, and the execution waits/);
    await until('the execution to wait', 10_000, async () => {
      const waiting = await api.executions(workflow.id, 'waiting');
      return waiting.length === 1 ? true : undefined;
    });
  });
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
    for (const step of steps) expect(failureOf(step)).toMatch(/a chat takes the message as the member chatInput/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('that is not public is not called, and what to do is told', async () => {
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
    expect(failureOf(without)).toMatch(/The Chat trigger ".*" wants Basic Auth, and nothing was given for it/);
    expect(failureOf(wrong)).toMatch(/The chat wants Basic Auth, and refused this user or password/);
    succeeded(await run(workflow, { payload, 'basic-auth': 'ci:secret-of-chat' }));
    expect(await endings(workflow)).toEqual(['success']);
  });
});

describe('several kinds of triggers', () => {
  test('are named, and trigger-node chooses among them', async () => {
    const path = newPath();
    const last = result();
    const triggers = [webhook(newPath()), form(path, FIELDS)];
    const workflow = await publish(
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
    expect(await items(workflow, 'On form submission')).toMatchObject([{ who: 'Ada' }]);
  });

  test('one that is in the draft alone is told as such', async () => {
    const path = newPath();
    const before = chain('Draft ahead', webhook(path), result());
    const workflow = await publish(before);
    const owner = await Owner.signIn(url);
    const [trigger, ...others] = before.nodes;
    const added = webhook(newPath(), { name: 'Added later' });
    // As the editor saves: the public API would publish what it saves.
    await owner.rest('PATCH', `/workflows/${workflow.id}`, { ...before, nodes: [trigger, added, ...others] });
    const step = await run(workflow, { 'trigger-node': 'Added later' });
    expect(failureOf(step)).toMatch(/no trigger "Added later", but "Webhook" .*draft has "Added later".*: publish it/);
    succeeded(await run(workflow));
  });

  test('of an archived workflow are not called', async () => {
    const workflow = { id: await api.createWorkflow(chain('Archived', webhook(newPath()), result())) };
    await api.request('POST', `/workflows/${workflow.id}/archive`, {});
    expect(failureOf(await run(workflow))).toMatch(/The workflow "Archived" is archived\. .*Unarchive and publish/);
  });
});
