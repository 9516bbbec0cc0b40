// What n8n does differently from version to version, and what the action makes of it. The other suites run on all
// versions too; what they cannot hold on an older one is marked there with `since`.
import { describe, expect, test } from '@jest/globals';
import { until } from '../support/n8n/api.ts';
import { chain, respond, set, wait, webhook } from '../support/n8n/nodes.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { startProxy } from '../support/proxy.ts';
import { at } from '../support/shapes.ts';
import {
  api,
  apiKey,
  call,
  deployAll,
  endings,
  failureOf,
  isSince,
  startCall,
  succeeded,
  url,
  warningOf,
} from './suite.ts';

const hooks = await deployAll({
  crowd: (path) =>
    chain(`Crowd ${path}`, webhook(path), wait('Pause', 2), set('Result', "{{ $('Webhook').first().json.body }}")),
  long: (path) => workflows.waitsLong(path, 30),
  named: (path) =>
    chain(
      `Names its execution ${path}`,
      webhook(path, { responseMode: 'responseNode' }),
      respond('Respond', { with: 'json', body: '={{ { "executionId": $execution.id } }}' }),
      wait('Pause', 60),
    ),
  failsLate: workflows.failsBeforeResponding,
  failsLateWithKey: workflows.failsBeforeResponding,
  neverResponds: workflows.neverResponds,
  saved: workflows.immediate,
  pauses: (path) => workflows.waitsLong(path, 25),
});

/** n8n 2.16 puts an execution aside for the shortest pause. */
const paused = /^(?:running|waiting)$/;

const following = { wait: 'true', 'secret-key': apiKey };

describe('an execution', () => {
  test('is found by its trace, whether n8n stores that or only what the Webhook node received', async () => {
    const marks = ['a', 'b', 'c'];
    const steps = await Promise.all(marks.map((mark) => call(hooks.crowd, { ...following, payload: `mark: ${mark}` })));
    const items = steps.map((step) => JSON.parse(succeeded(step).outputs['execution-data'] ?? ''));
    expect(items).toEqual(marks.map((mark) => [{ mark }]));
    for (const { outputs } of steps) {
      const { raw } = (await api.execution(outputs['execution-id'] ?? '')) ?? {};
      expect(at(raw, 'tracingContext', 'traceparent') !== undefined).toBe(isSince('2.20.0'));
    }
  });

  test('is found while it waits, too, although older n8n lists it nowhere', async () => {
    const step = await call(hooks.long, { ...following, 'wait-timeout': '5s' });
    expect(failureOf(step)).toMatch(
      /Stopped waiting: execution \d+ is still (?:running|waiting) after 5\.\d s, and continues in n8n\./,
    );
    expect(step.outputs['execution-status']).toMatch(paused);
  });

  test('that its own reply names is followed and stopped, or reported as still running if n8n cannot stop it', async () => {
    const step = startCall(hooks.named, following);
    await step.logged(/Execution \d+: (?:running|waiting)/);
    const done = await step.cancel();
    const id = done.outputs['execution-id'] ?? '';
    if (isSince('2.10.0')) {
      expect(failureOf(done)).toContain(`execution ${id} was stopped in n8n`);
      expect((await api.executionEnded(id)).status).toBe('canceled');
    } else {
      expect(failureOf(done)).toContain(`execution ${id} could not be stopped in n8n`);
      expect((await api.execution(id))?.status).toMatch(paused);
    }
  });
});

test('a workflow that ends without reaching its Respond to Webhook node is a success, proved by the key', async () => {
  const [followed, called] = await Promise.all([
    call(hooks.neverResponds, { 'secret-key': apiKey }),
    call(hooks.neverResponds),
  ]);
  expect(succeeded(followed).outputs).toMatchObject({ status: '200', 'execution-status': 'success' });
  expect(warningOf(called)).toContain('The reply is empty');
});

describe('a workflow that fails before its Respond to Webhook node', () => {
  test('is a failure that names the node, by the key', async () => {
    const step = await call(hooks.failsLateWithKey, following);
    expect(failureOf(step)).toContain('failed in the node "Refuse": No stock left');
    expect(step.outputs).toMatchObject({ status: isSince('2.38.0') ? '500' : '200', 'execution-status': 'error' });
    expect(await endings(hooks.failsLateWithKey)).toEqual(['error']);
  });

  test('is not silently taken for a success if n8n answers 200', async () => {
    const [followed, called] = await Promise.all([
      call(hooks.failsLate, { 'secret-key': apiKey }),
      call(hooks.failsLate),
    ]);
    expect(failureOf(followed)).toContain('failed in the node "Refuse": No stock left');
    if (isSince('2.38.0')) expect(failureOf(called)).toContain('The workflow ran and failed.');
    else
      expect(warningOf(called)).toMatch(
        /reply is empty.* Before 2\.38, n8n also replies this way when the workflow failed/,
      );
  });
});

test('a call whose reply is lost does not run twice, even if n8n hides its execution while that waits', async () => {
  // That n8n saves executions is known from one that it has saved.
  succeeded(await call(hooks.saved));
  let lost: number | undefined;
  const losing = await startProxy(
    url,
    ({ url: path }) => path,
    (answer, outgoing, nth) => {
      lost ??= nth;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (nth === lost) outgoing.destroy();
      else answer.pipe(outgoing);
    },
  );
  const step = await call(
    { url: hooks.pauses.url.replace(url, losing.url) },
    { 'secret-key': apiKey, 'workflow-id': hooks.pauses.id, 'api-url': url, retries: '2' },
  );
  await losing.close();
  await until('the pause to be over', 40_000, async () =>
    (await api.executions(hooks.pauses.id)).length > 0 ? true : undefined,
  );
  if (isSince('2.13.0')) expect(warningOf(step)).toMatch(/It did run, as execution \d+/);
  expect(step.outputs['attempts']).toBe('1');
  expect(await endings(hooks.pauses)).toEqual(['success']);
}, 90_000);
