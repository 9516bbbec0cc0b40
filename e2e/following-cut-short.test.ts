// What keeps a step from following an execution: a key without the rights, and the end of its job.
import { afterAll, describe, expect, test } from '@jest/globals';
import { until } from '../support/n8n/api.ts';
import { Owner } from '../support/n8n/owner.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { startSlowServer } from '../support/slow-server.ts';
import {
  api,
  apiKey,
  call,
  canStop,
  deployAll,
  failureOf,
  run,
  since,
  startCall,
  statusOf,
  stop,
  url,
} from './suite.ts';

const slow = await startSlowServer();
afterAll(slow.close);

const hooks = await deployAll({
  untouched: workflows.immediate,
  long: (path) => workflows.asks(path, slow.after(60)),
  stays: (path) => workflows.asks(path, slow.after(60)),
  slowReply: (path) => workflows.asks(path, slow.after(30), { responseMode: 'lastNode' }),
});

const wait = { wait: 'true', 'secret-key': apiKey };

/** What a step says about the execution that it was to stop. */
const stopped = (id = '\\d+'): RegExp =>
  new RegExp(
    canStop
      ? `execution ${id} was stopped in n8n`
      : `execution ${id} could not be stopped in n8n: .*requires n8n 2\\.10`,
  );

since('2.0.0', 'scopes of keys hold').describe('a key without the rights', () => {
  const rights = ['execution:read', 'execution:list', 'execution:stop', 'workflow:read'];
  const keyWithout = async (right: string): Promise<string> =>
    (await Owner.signIn(url)).createApiKey(rights.filter((each) => each !== right));

  test.each(['execution:read', 'execution:list'])(
    '%s is refused before anything runs, with the scope that it lacks',
    async (right) => {
      const secretKey = await keyWithout(right);
      const [byUrl, byId] = await Promise.all([
        call(hooks.untouched, { ...wait, 'secret-key': secretKey }),
        run(hooks.untouched, { ...wait, 'secret-key': secretKey }),
      ]);
      for (const step of [byUrl, byId]) {
        expect(failureOf(step)).toContain(
          `The workflow did not run. Give the key the scope ${right} (n8n, Settings, n8n API).`,
        );
        expect(step.outputs['attempts']).toBe('0');
      }
      expect(await api.executions(hooks.untouched.id)).toEqual([]);
    },
  );

  test('execution:stop follows, and on cancellation reports what it lacks', async () => {
    const step = startCall(hooks.stays, { ...wait, 'secret-key': await keyWithout('execution:stop') });
    await step.logged(/Execution \d+: running/);
    const done = await step.cancel();
    expect(failureOf(done)).toMatch(/could not be stopped in n8n: .*no right to stop executions.*scope execution:stop/);
    expect(await statusOf(done.outputs['execution-id'])).toBe('running');
    await stop(done.outputs['execution-id']);
  });
});

test('an unknown key is refused before anything runs', async () => {
  const step = await call(hooks.untouched, { ...wait, 'secret-key': 'not-a-key' });
  expect(failureOf(step)).toMatch(/does not accept this secret-key \(401\)\. The workflow did not run\./);
  expect(await api.executions(hooks.untouched.id)).toEqual([]);
});

describe('when the job is cancelled', () => {
  test('the execution is stopped in n8n, or reported as still running, and the step fails within five seconds', async () => {
    const step = startCall(hooks.long, wait);
    await step.logged(/Execution \d+: running/);
    const began = performance.now();
    const done = await step.cancel();
    expect(performance.now() - began).toBeLessThan(5000);
    const id = done.outputs['execution-id'] ?? '';
    expect(failureOf(done)).toMatch(stopped(id));
    expect(failureOf(done)).toMatch(/The step was cancelled; .*\. See http/);
    expect(done.outputs).toMatchObject({ 'execution-status': canStop ? 'canceled' : 'running', success: 'false' });
    expect(done.summary).toContain(canStop ? 'was stopped in n8n' : 'could not be stopped in n8n');
    if (canStop) expect((await api.executionEnded(id)).status).toBe('canceled');
    else expect(await statusOf(id)).toBe('running');
  });

  test('the execution goes on with stop-on-cancel: false', async () => {
    const step = startCall(hooks.stays, { ...wait, 'stop-on-cancel': 'false' });
    await step.logged(/Execution \d+: running/);
    const done = await step.cancel();
    expect(failureOf(done)).toContain('continues in n8n, because stop-on-cancel is false');
    expect(done.outputs['execution-status']).toBe('running');
    expect(await statusOf(done.outputs['execution-id'])).toBe('running');
    await stop(done.outputs['execution-id']);
  });

  test('further signals do not interrupt what the first began', async () => {
    const step = startCall(hooks.long, wait);
    await step.logged(/Execution \d+: running/);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM'] as const) step.child.kill(signal);
    const done = await step.finished;
    expect(failureOf(done)).toMatch(stopped());
    expect(done.summary).toContain(canStop ? 'was stopped in n8n' : 'could not be stopped in n8n');
    expect(await statusOf(done.outputs['execution-id'])).toBe(canStop ? 'canceled' : 'running');
  });

  test('before the reply has come, the execution is found by its trace and stopped', async () => {
    const step = startCall(hooks.slowReply, wait);
    const running = await until('the execution to run', 20_000, async () => {
      return (await api.executions(hooks.slowReply.id, 'running'))[0];
    });
    const began = performance.now();
    const done = await step.cancel();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(failureOf(done)).toMatch(stopped(running.id));
    expect(done.outputs).toMatchObject({ status: '', 'execution-id': running.id });
    expect(done.outputs['execution-status']).toBe(canStop ? 'canceled' : 'running');
    if (canStop) expect((await api.executionEnded(running.id)).status).toBe('canceled');
  });
});
