import { describe, expect, test } from '@jest/globals';
import { until } from '../support/n8n/api.ts';
import { deployGateway } from '../support/n8n/gateway.ts';
import { chain, schedule, set } from '../support/n8n/nodes.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { at } from '../support/shapes.ts';
import { api, apiKey, deploy, failureOf, isSince, replyOf, run, since, succeeded, url } from './suite.ts';

const key = 'a-long-random-text-for-the-gateway';
const gateway = await deployGateway(api, key);

/** Publishes a workflow that others run. n8n 1.x runs it as it is saved, and cannot publish what nothing else starts. */
async function publish(workflow: workflows.Workflow): Promise<{ id: string }> {
  const id = await api.createWorkflow(workflow);
  if (isSince('2.0.0')) await api.publish(id);
  return { id };
}

const targets = {
  one: await publish(workflows.target('One')),
  list: await publish(workflows.target('List')),
  nothing: await publish(workflows.emptyTarget('Nothing')),
  fails: await publish(workflows.failingTarget('Fails', 'No "stock"\nleft ::error::forged')),
  scheduled: await publish(chain('Scheduled', schedule(), set('Result', { a: 1 }))),
  draft: { id: await api.createWorkflow(workflows.target('Draft')) },
  parallel: await publish(workflows.slowTarget('Parallel', 1)),
};

const start = (workflow: { id: string }, inputs: Record<string, string> = {}) =>
  run(workflow, { url: gateway.url, 'secret-key': key, route: 'start', ...inputs });

/** How a target's executions ended, as soon as there are that many. */
const ended = (workflow: { id: string }, count: number): Promise<string[]> =>
  until(`${count} executions of workflow ${workflow.id}`, 20_000, async () => {
    const statuses = (await api.executions(workflow.id)).map(({ status }) => status);
    return statuses.length >= count ? statuses : undefined;
  });

describe('through the gateway', () => {
  test.each(['start', 'auto'])('route %s runs a workflow with the payload and gives its items back', async (route) => {
    const target = await publish(workflows.target(`Route ${route}`));
    const step = succeeded(await start(target, { route, payload: '{"order": 7, "note": "naïve 😀"}' }));
    expect(replyOf(step)).toEqual([{ received: { order: 7, note: 'naïve 😀' } }]);
    expect(step.outputs).toMatchObject({ success: 'true', status: '200', route: 'start', attempts: '1' });
    expect(await ended(target, 1)).toEqual(['success']);
  });

  test('a reply names the execution of the workflow', async () => {
    const step = succeeded(await start(targets.one, { payload: 'a: 1' }));
    const id = at(JSON.parse(step.outputs['response-headers'] ?? ''), 'x-n8n-execution-id');
    expect(await api.execution(String(id))).toMatchObject({ workflowId: targets.one.id });
  });

  test('each member of a list is an item, whether there are several, one or none', async () => {
    const steps = await Promise.all(
      ['[{"n":1},{"n":2},{"n":3}]', '[{"n":1}]', '[]'].map((payload) => start(targets.list, { payload })),
    );
    const [three, one, none] = steps.map((step) => replyOf(succeeded(step)));
    expect(three).toEqual([{ received: { n: 1 } }, { received: { n: 2 } }, { received: { n: 3 } }]);
    expect(one).toEqual([{ received: { n: 1 } }]);
    expect(none).toEqual([{ received: {} }]);
  });

  test('with no payload the workflow gets the GitHub context', async () => {
    const step = succeeded(await start(targets.one));
    expect(replyOf(step)).toEqual([
      { received: expect.objectContaining({ repository: 'octo/demo', event: { ref: 'refs/heads/main' } }) },
    ]);
  });

  test('a workflow that ends without an item is a success with an empty list', async () => {
    const step = succeeded(await start(targets.nothing, { payload: 'a: 1' }));
    expect(step.outputs).toMatchObject({ status: '200', 'response-body': '[]' });
    expect(await ended(targets.nothing, 1)).toEqual(['success']);
  });

  test('a workflow that fails is a failure with its message, and runs once', async () => {
    const step = await start(targets.fails, { payload: 'a: 1', retries: '3', 'retry-ambiguous': 'true' });
    expect(failureOf(step)).toMatch(
      /^The n8n workflow failed\. Workflow \S+ failed: No "stock" left : :error: :forged/,
    );
    expect(step.outputs).toMatchObject({ status: '500', attempts: '1', route: 'start' });
    expect(await ended(targets.fails, 1)).toEqual(['error']);
  });

  since('2.0.0', 'only published workflows run').test(
    'a workflow that is not published does not run, and is reported',
    async () => {
      const draft = await start(targets.draft, { retries: '3' });
      expect(failureOf(draft)).toMatch(
        /is not published, or there is no workflow .*The workflow did not run\. Publish it/,
      );
      expect(draft.outputs).toMatchObject({ status: '404', attempts: '1' });
      expect(await api.executions(targets.draft.id)).toEqual([]);
    },
  );

  test('a workflow that is unknown or has no suitable trigger did not run, and is reported', async () => {
    const [unknown, scheduled] = await Promise.all([
      start({ id: 'abcdefghijklmnop' }, { retries: '3' }),
      start(targets.scheduled, { retries: '3' }),
    ]);
    expect(failureOf(unknown)).toContain('Workflow abcdefghijklmnop is not published, or there is no workflow');
    expect(failureOf(scheduled)).toMatch(
      /it has no trigger When Executed by Another Workflow\. The workflow did not run/,
    );
    expect([unknown, scheduled].map(({ outputs }) => outputs['status'])).toEqual(['404', '409']);
    expect([unknown, scheduled].map(({ outputs }) => outputs['attempts'])).toEqual(['1', '1']);
    expect(await api.executions(targets.scheduled.id)).toEqual([]);
  });

  test('a wrong key is refused and explained', async () => {
    const steps = await Promise.all(
      ['start', 'auto'].map((route) => start(targets.draft, { route, 'secret-key': 'a-wrong-key', retries: '3' })),
    );
    for (const step of steps) {
      expect(failureOf(step)).toMatch(/The gateway workflow refused this secret-key\. .*X-N8N-API-KEY/);
      expect(step.outputs).toMatchObject({ status: '403', attempts: '1' });
    }
  });

  test('a wrong id of the gateway is reported as such', async () => {
    const address = `${url}/webhook/00000000-0000-4000-8000-000000000000`;
    const step = await start(targets.draft, { url: address });
    expect(failureOf(step)).toMatch(/n8n has no webhook for POST at this address\. .*gateway workflow/);
  });

  test('twenty steps at the same time each get their own result', async () => {
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    const steps = await Promise.all(numbers.map((n) => start(targets.parallel, { payload: JSON.stringify({ n }) })));
    expect(steps.map((step) => replyOf(succeeded(step)))).toEqual(numbers.map((n) => [{ received: { n } }]));
    expect(new Set(steps.map(({ outputs }) => outputs['response-headers']).map(executionId)).size).toBe(20);
    expect(await ended(targets.parallel, 20)).toEqual(numbers.map(() => 'success'));
  });
});

const executionId = (headers: string | undefined): unknown => at(JSON.parse(headers ?? ''), 'x-n8n-execution-id');

test('twenty webhook calls at the same time each run once and get their own reply', async () => {
  const hook = await deploy((path) => workflows.slow(path, 1));
  const numbers = Array.from({ length: 20 }, (_, n) => n);
  const steps = await Promise.all(numbers.map(() => run(hook, { 'secret-key': apiKey, route: 'webhook' })));
  for (const step of steps) expect(succeeded(step).outputs['attempts']).toBe('1');
  expect(await ended(hook, 20)).toHaveLength(20);
});
