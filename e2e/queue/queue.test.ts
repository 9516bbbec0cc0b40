import { afterEach, expect, jest, test } from '@jest/globals';
import * as workflows from '../../support/n8n/workflows.ts';
import { at } from '../../support/shapes.ts';
import { apiKey, call, deployAll, endings, failureOf, run, startCall, succeeded, url, webhookUrl } from '../suite.ts';

jest.setTimeout(300_000);

const hooks = await deployAll({
  crowd: workflows.immediate,
  answers: workflows.echo,
  queued: workflows.immediate,
  overdue: workflows.immediate,
  fails: workflows.failsBeforeResponding,
});
const wait = { wait: 'true', 'secret-key': apiKey };

/** Holds both workers, as a machine does that is out of breath: whatever is triggered now stays queued. */
const signalWorkers = (signal: NodeJS.Signals): void => {
  for (const pid of (process.env['E2E_WORKERS'] ?? '').split(' ')) process.kill(Number(pid), signal);
};
afterEach(() => signalWorkers('SIGCONT'));

test('the main process serves no production webhooks, and the failure says why that may be', async () => {
  const step = await call({ url: hooks.crowd.url.replace(webhookUrl, url) });
  expect(failureOf(step)).toContain('this n8n process serves no webhooks');
});

test('two hundred triggers from twenty steps at a time all find their own execution and result', async () => {
  const began = performance.now();
  const ids = new Set<string>();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < 200) {
      const n = next;
      next += 1;
      const { outputs } = succeeded(await call(hooks.crowd, { ...wait, payload: JSON.stringify({ n }) }));
      expect(JSON.parse(outputs['execution-data'] ?? '')).toEqual([{ received: { n } }]);
      ids.add(outputs['execution-id'] ?? '');
    }
  };
  await Promise.all(Array.from({ length: 20 }, lane));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  console.log(`200 triggers with wait, 20 at a time: ${seconds} s`);
  expect(ids.size).toBe(200);
});

test('an execution that no worker has picked up yet is found and followed', async () => {
  signalWorkers('SIGSTOP');
  const step = startCall(hooks.queued, wait);
  await step.logged(/Execution \d+: new/);
  signalWorkers('SIGCONT');
  const { outputs } = succeeded(await step.finished);
  expect(outputs['execution-status']).toBe('success');
});

test('if no worker picks it up within wait-timeout, the failure says that it is still queued', async () => {
  signalWorkers('SIGSTOP');
  const step = await call(hooks.overdue, { ...wait, 'wait-timeout': '2s' });
  signalWorkers('SIGCONT');
  expect(failureOf(step)).toMatch(/Execution \d+ is still new after 2\.0 s/);
  expect(await endings(hooks.overdue)).toEqual(['success']);
});

test('a failure before the answer names its node', async () => {
  const step = await run(hooks.fails, wait);
  expect(failureOf(step)).toMatch(/failed in the node "Refuse": No stock left/);
  expect(step.outputs['status']).toBe('500');
});

test('the reply of a worker comes back through the webhook process', async () => {
  const step = succeeded(await run(hooks.answers, { ...wait, payload: 'a: 1' }));
  expect(at(JSON.parse(step.outputs['response-body'] ?? ''), 'body')).toEqual({ a: 1 });
  expect(at(JSON.parse(step.outputs['execution-data'] ?? '')[0], 'body')).toEqual({ a: 1 });
});
