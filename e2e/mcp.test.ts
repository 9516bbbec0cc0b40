import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { chain, chat, form, manual, schedule, stopAndError, wait, webhook } from '../support/n8n/nodes.ts';
import { at } from '../support/shapes.ts';
import { type StepResult, startStep } from '../support/step.ts';
import { access, offer, repliesAtTheEnd, result, runByMcp, toTheEnd } from './mcp-access.ts';
import { api, endings, executionsOf, failureOf, newestForm, newPath, replyOf, since, succeeded, url } from './suite.ts';

const stopAll = ({ id }: { id: string }): Promise<unknown> =>
  api.request('POST', '/executions/stop', { status: ['queued', 'running', 'waiting'], workflowId: id });

const ended = repliesAtTheEnd ? 'unknown' : 'success';

/** What the last node gave, once the step has waited for it. */
function dataOf(step: StepResult): unknown {
  if (!repliesAtTheEnd) return JSON.parse(step.outputs['execution-data'] ?? '');
  const { runData, lastNodeExecuted } = Object(at(replyOf(step), 'result'));
  return runData[lastNodeExecuted][0].data.main[0].map((item: unknown) => at(item, 'json'));
}

const following = since('2.11.0', 'a tool that reads executions');

describe('with only an MCP access token, a workflow runs and is followed', () => {
  test('by its Webhook node, whose own authentication does not apply', async () => {
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
    expect(step.log.replace(/^::add-mask::.*$/gm, '')).not.toContain(access.token);
    expect(await endings(workflow)).toEqual(['success']);
  });

  test('by a Webhook node that takes GET, with the payload in the query', async () => {
    const workflow = await offer(chain('By GET', webhook(newPath(), { method: 'GET' }), result()));
    const step = succeeded(await runByMcp(workflow, { payload: 'a: 1', ...toTheEnd }));
    expect(dataOf(step)).toMatchObject([{ got: { query: { a: '1' }, body: {} } }]);
  });

  test('by its form, with the names that the workflow uses', async () => {
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
    expect(failureOf(given)).toMatch(/"Schedule Trigger" \(Schedule\) accepts none\. .*The workflow did not run/);
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
    expect(failureOf(step)).toMatch(
      /Stopped waiting: execution \d+ is still (?:running|waiting) after 1\.0 s, and continues in n8n/,
    );
    await stopAll(workflow);
  });
});

following.test('a cancelled job tells that its execution goes on: MCP cannot stop it', async () => {
  const workflow = await offer(chain('Cancelled', schedule(), wait('Pause', 20), result()));
  const step = startStep({
    with: { mode: 'api', url, 'workflow-id': workflow.id, 'secret-key': access.token, wait: 'true' },
  });
  await step.logged(/Execution \d+: (?:running|waiting)/);
  const cancelled = await step.cancel();
  expect(failureOf(cancelled)).toMatch(
    /The step was cancelled; execution \d+ could not be stopped in n8n: .* no tool that stops executions\. See http/,
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
  expect(step.annotations.map(({ message }) => message).join()).toMatch(/has ended, and n8n did not save it/);
});
