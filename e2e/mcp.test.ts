import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type StepResult, startStep } from '../__tests__/support/step.ts';
import {
  api,
  apiKey,
  endings,
  executionsOf,
  failureOf,
  isSince,
  newestForm,
  newPath,
  replyOf,
  run,
  since,
  succeeded,
  url,
} from './suite.ts';
import {
  calledByAnotherWorkflow,
  chain,
  chat,
  form,
  manual,
  schedule,
  set,
  stopAndError,
  type WorkflowNode,
  wait,
  webhook,
} from './support/nodes.ts';
import { Owner } from './support/owner.ts';
import { at } from './support/shapes.ts';
import type { Workflow } from './support/workflows.ts';

let owner: Owner;
let token: string;

beforeAll(async () => {
  owner = await Owner.signIn(url);
  token = await owner.createMcpToken();
});

const result = (): WorkflowNode => set('Result', '{{ { "got": $json } }}');

/** Creates a workflow that MCP may run, and publishes it unless it is to be a draft. */
async function offer(workflow: Workflow, { published = true } = {}): Promise<{ id: string }> {
  const id = await api.createWorkflow(workflow);
  if (published) await api.publish(id);
  await owner.offerInMcp(id);
  return { id };
}

/** Runs a workflow with the token alone. */
const runByMcp = (workflow: { id: string }, inputs: Record<string, string> = {}) =>
  run(workflow, { 'secret-key': token, ...inputs });

const stopAll = ({ id }: { id: string }): Promise<unknown> =>
  api.request('POST', '/executions/stop', { status: ['queued', 'running', 'waiting'], workflowId: id });

/** n8n 1.x has no tool that reads executions: its reply comes when the execution has ended, and holds all that it gave. */
const repliesAtTheEnd = !isSince('2.0.0');
const toTheEnd: Record<string, string> = repliesAtTheEnd ? {} : { wait: 'true' };
const ended = repliesAtTheEnd ? 'unknown' : 'success';

/** What the last node gave, once the step has waited for it. */
function dataOf(step: StepResult): unknown {
  if (!repliesAtTheEnd) return JSON.parse(step.outputs['execution-data'] ?? '');
  const { result } = Object(replyOf(step));
  return result.runData[result.lastNodeExecuted][0].data.main[0].map((item: unknown) => at(item, 'json'));
}

const following = since('2.11.0', 'a tool that reads executions');

if (repliesAtTheEnd) {
  test('wait is told to be of no use where n8n replies at the end', async () => {
    const workflow = await offer(chain('Waited for', schedule(), result()));
    const step = await runByMcp(workflow, { wait: 'true' });
    expect(failureOf(step)).toMatch(/no tool that reads executions.*The workflow did not run\. Leave wait out: where/);
    expect(await endings(workflow)).toEqual([]);
  });
}

describe('with nothing but an MCP access token, a workflow runs and is followed', () => {
  test('by its Webhook node, whose own authentication is not asked', async () => {
    const id = await api.createCredential('Guard', 'httpHeaderAuth', { name: 'X-Guard', value: 'secret-of-guard' });
    const trigger = webhook(newPath(), {
      method: 'PUT',
      authentication: { type: 'headerAuth', credential: { id, name: 'Guard' } },
    });
    const workflow = await offer(chain('By webhook', trigger, result()));
    const step = await runByMcp(workflow, { payload: '{"a": [1, null]}', headers: 'X-Run: 17', ...toTheEnd });
    expect(succeeded(step).outputs).toMatchObject({
      route: 'mcp',
      status: '200',
      attempts: '1',
      'execution-id': expect.stringMatching(/^\d+$/),
      'execution-status': ended,
      'execution-url': `${url}/workflow/${workflow.id}/executions/${step.outputs['execution-id']}`,
    });
    expect(dataOf(step)).toEqual([
      {
        got: {
          body: { a: [1, null] },
          query: {},
          headers: {
            'content-type': 'application/json',
            'idempotency-key': expect.any(String),
            traceparent: expect.stringContaining(step.outputs['trace-id'] ?? '?'),
            'x-run': '17',
          },
        },
      },
    ]);
    expect(step.summary).toContain('By webhook');
    expect(step.log.replace(/^::add-mask::.*$/gm, '')).not.toContain(token);
    expect(await endings(workflow)).toEqual(['success']);
  });

  test('by a Webhook node that takes GET, with the payload in the query', async () => {
    const workflow = await offer(chain('By GET', webhook(newPath(), { method: 'GET' }), result()));
    const step = succeeded(await runByMcp(workflow, { payload: 'a: 1', ...toTheEnd }));
    expect(dataOf(step)).toMatchObject([{ got: { query: { a: '1' }, body: {} } }]);
  });

  test('by its form, under the names that the workflow knows', async () => {
    const fields = [
      { fieldName: 'who', fieldLabel: 'Your name', requiredField: true },
      { fieldName: 'age', fieldLabel: 'Age', fieldType: 'number' },
    ];
    const trigger = form(newPath(), fields, { typeVersion: newestForm() });
    const workflow = await offer(chain('By form', trigger, result()));
    const wrong = await runByMcp(workflow, { payload: 'Age: 36' });
    expect(failureOf(wrong)).toMatch(/the form requires "Your name"\. The workflow did not run/);
    const step = succeeded(await runByMcp(workflow, { payload: '{"Your name": "Ada", "age": 36}', ...toTheEnd }));
    const names = newestForm() >= 2.4 ? { who: 'Ada', age: 36 } : { 'Your name': 'Ada', Age: 36 };
    expect(dataOf(step)).toMatchObject([{ got: { ...names, formMode: 'mcp' } }]);
    expect(await endings(workflow)).toEqual(['success']);
  });

  test('by its chat, public or not', async () => {
    const workflow = await offer(chain('By chat', chat(randomUUID(), { public: false }), result()));
    const step = succeeded(await runByMcp(workflow, { payload: 'chatInput: Hello', ...toTheEnd }));
    expect(dataOf(step)).toMatchObject([{ got: { chatInput: 'Hello', action: 'sendMessage' } }]);
  });

  test('by its schedule, which takes no payload', async () => {
    const workflow = await offer(chain('By schedule', schedule(), result()));
    const given = await runByMcp(workflow, { payload: 'a: 1' });
    expect(failureOf(given)).toMatch(/"Schedule Trigger" \(Schedule\) takes none\. .*The workflow did not run/);
    const step = succeeded(await runByMcp(workflow, { route: 'mcp', ...toTheEnd }));
    expect(dataOf(step)).toMatchObject([{ got: { timestamp: expect.any(String) } }]);
    expect((await executionsOf(workflow)).map(({ raw }) => raw['mode'])).toEqual(['trigger']);
  });

  since('2.11.0', 'Manual triggers and drafts in MCP').test(
    'by its Manual trigger, which runs the draft, if there is nothing else or it is named',
    async () => {
      const only = await offer(chain('Manual alone', manual(), result()), { published: false });
      const step = succeeded(await runByMcp(only, { wait: 'true' }));
      expect(step.visibleLog).toContain('"Manual Trigger" (Manual), which runs the draft');
      expect(step.outputs['execution-status']).toBe('success');
      expect((await executionsOf(only)).map(({ raw }) => raw['mode'])).toEqual(['manual']);

      const last = result();
      const both = await offer({
        ...chain('Both', schedule(), manual(), last),
        connections: Object.fromEntries(
          ['Schedule Trigger', 'Manual Trigger'].map((name) => [
            name,
            { main: [[{ node: last.name, type: 'main' as const, index: 0 }]] },
          ]),
        ),
      });
      succeeded(await runByMcp(both, { wait: 'true' }));
      succeeded(await runByMcp(both, { 'trigger-node': 'Manual Trigger', wait: 'true' }));
      expect((await executionsOf(both)).map(({ raw }) => raw['mode'])).toEqual(['manual', 'trigger']);
    },
  );

  test('to a failure, with the node that failed', async () => {
    const workflow = await offer(chain('Fails', schedule(), stopAndError('Refuse', 'No stock left')));
    const step = await runByMcp(workflow, toTheEnd);
    if (repliesAtTheEnd) {
      expect(failureOf(step)).toMatch(/The workflow ran and failed\./);
      return;
    }
    expect(failureOf(step)).toMatch(/Execution \d+ failed in the node "Refuse": No stock left\. See http/);
    expect(step.outputs['execution-status']).toBe('error');
  });

  following.test('through a pause, until wait-timeout', async () => {
    const workflow = await offer(chain('Waits', schedule(), wait('Pause', 30), result()));
    const step = await runByMcp(workflow, { wait: 'true', 'wait-timeout': '1s' });
    expect(failureOf(step)).toMatch(/Execution \d+ is still (?:running|waiting) after 1\.0 s, and goes on in n8n/);
    await stopAll(workflow);
  });
});

following.test('a cancelled job tells that its execution goes on: MCP cannot stop it', async () => {
  const workflow = await offer(chain('Cancelled', schedule(), wait('Pause', 20), result()));
  const step = startStep({
    with: { mode: 'api', url, 'workflow-id': workflow.id, 'secret-key': token, wait: 'true' },
  });
  await step.logged(/Execution \d+: (?:running|waiting)/);
  const cancelled = await step.cancel();
  expect(failureOf(cancelled)).toMatch(
    /The job was cancelled; execution \d+ could not be stopped in n8n: .* no tool that stops executions\. See http/,
  );
  await stopAll(workflow);
});

test('without wait, the reply names the execution', async () => {
  const workflow = await offer(chain('At once', schedule(), result()));
  const step = succeeded(await runByMcp(workflow));
  expect(replyOf(step)).toMatchObject({
    executionId: step.outputs['execution-id'],
    ...(repliesAtTheEnd ? { success: true } : { status: 'started' }),
  });
  expect(step.outputs['execution-status']).toBe('unknown');
  const [execution] = await executionsOf(workflow);
  expect(execution?.id).toBe(step.outputs['execution-id']);
});

following.test('an execution that n8n does not save ends with a warning, and no failure', async () => {
  const unsaved = chain('Unsaved', schedule(), result());
  const workflow = await offer({ ...unsaved, settings: { ...unsaved.settings, saveDataSuccessExecution: 'none' } });
  const step = await runByMcp(workflow, { wait: 'true' });
  expect(step.exitCode).toBe(0);
  expect(step.annotations.map(({ message }) => message).join()).toMatch(/has ended, and n8n does not save it/);
});

describe('what cannot be run is told, with the place to change it', () => {
  test('a workflow that is not available in MCP', async () => {
    const workflow = { id: await api.createWorkflow(chain('Not offered', schedule(), result())) };
    await api.publish(workflow.id);
    const step = await runByMcp(workflow);
    expect(failureOf(step)).toMatch(
      isSince('2.11.0')
        ? /not available in MCP.*The workflow did not run\. Make it available: .*settings/
        : /Workflow not found.*The workflow did not run\. .*Older n8n says so, too, of a workflow that is not available/,
    );
    expect(step.outputs).toMatchObject({ route: 'mcp', attempts: '0' });
    expect(await endings(workflow)).toEqual([]);
  });

  test('an unknown workflow', async () => {
    const step = await runByMcp({ id: 'abcdefghijklmnop' });
    expect(failureOf(step)).toMatch(/Workflow not found.*The workflow did not run\. Compare workflow-id/);
  });

  since('2.11.0', 'drafts in MCP').test('a workflow without a published version', async () => {
    const workflow = await offer(chain('Draft', webhook(newPath()), result()), { published: false });
    expect(failureOf(await runByMcp(workflow))).toMatch(/"Draft" has no published version\. .*Publish it in n8n/);
  });

  test('several triggers, a wrong name, a disabled one and one that MCP does not run', async () => {
    const several = await offer(chain('Several', schedule(), webhook(newPath())));
    const off = Object.assign(webhook(newPath(), { name: 'Off' }), { disabled: true });
    const sub = await offer(chain('Sub', schedule(), off, calledByAnotherWorkflow()));
    const steps = await Promise.all([
      runByMcp(several),
      runByMcp(several, { 'trigger-node': 'None' }),
      runByMcp(sub, { 'trigger-node': 'Off' }),
      runByMcp(sub, { 'trigger-node': 'When Executed by Another Workflow' }),
    ]);
    const [many, wrong, disabled, other] = steps.map(failureOf);
    expect(many).toMatch(/several triggers: "Schedule Trigger" \(Schedule\), "Webhook" \(Webhook\)\. .*trigger-node/);
    expect(wrong).toMatch(/no trigger "None", but "Schedule Trigger"/);
    expect(disabled).toMatch(/"Off" \(Webhook\) is disabled\. .*Enable it and publish/);
    expect(other).toMatch(/is none that n8n's MCP server runs\. .*Add a Webhook node/);
    expect(await endings(several)).toEqual([]);
    const named = await runByMcp(several, { 'trigger-node': 'Webhook' });
    if (!isSince('2.37.0')) {
      expect(failureOf(named)).toMatch(/several triggers, and this n8n's MCP server cannot be told which one to run/);
      return;
    }
    succeeded(named);
    expect(await endings(several)).toEqual(['success']);
  });

  test('a payload that is no map', async () => {
    const workflow = await offer(chain('List', webhook(newPath()), result()));
    expect(failureOf(await runByMcp(workflow, { payload: '[1]' }))).toMatch(/MCP server takes a map and no list/);
  });
});

describe('the token', () => {
  test('that was replaced is told as such', async () => {
    const workflow = await offer(chain('Old token', schedule(), result()));
    const old = token;
    token = await owner.createMcpToken();
    const step = await runByMcp(workflow, { 'secret-key': old });
    expect(failureOf(step)).toMatch(/MCP server does not accept this secret-key \(401\)\. .*Instance-level MCP/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('is needed for route mcp, and serves no other', async () => {
    const steps = await Promise.all([
      run({ id: 'abc' }, { route: 'mcp', 'secret-key': apiKey }),
      runByMcp({ id: 'abc' }, { route: 'webhook' }),
      runByMcp({ id: 'abc' }, { route: 'start' }),
    ]);
    const [needed, ...others] = steps.map(failureOf);
    expect(needed).toMatch(/secret-key: is no MCP access token, which route mcp needs.*\nNothing was sent/);
    for (const other of others) expect(other).toMatch(/secret-key: is an MCP access token, which serves in mode api/);
  });

  test('is of no use where MCP access is disabled', async () => {
    const workflow = await offer(chain('Disabled', schedule(), result()));
    await owner.rest('PATCH', '/mcp/settings', { mcpAccessEnabled: false });
    try {
      const step = await runByMcp(workflow, toTheEnd);
      expect(failureOf(step)).toMatch(/MCP access is disabled in this n8n \(40[34]\)\. .*Settings, Instance-level MCP/);
    } finally {
      await owner.rest('PATCH', '/mcp/settings', { mcpAccessEnabled: true });
    }
    expect(await endings(workflow)).toEqual([]);
  });

  test('at another address is told to find no MCP server there', async () => {
    const step = await runByMcp({ id: 'abcdefghijklmnop' }, { url: `${url}/nowhere` });
    expect(failureOf(step)).toMatch(/There is no MCP server of n8n at this address \(404\)\. .*Check url/);
  });
});
