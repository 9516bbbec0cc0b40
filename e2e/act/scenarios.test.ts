// `uses: ./` in workflow files, as a runner sees it: expressions, outputs, failures, a matrix, a cancelled job.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { until } from '../../support/n8n/api.ts';
import * as workflows from '../../support/n8n/workflows.ts';
import { at } from '../../support/shapes.ts';
import { api, apiKey, deployAll, endings, executionsOf, received } from '../suite.ts';
import { type ActOptions, places, runForLog, runWorkflow, startWorkflow, stepProcess } from './act.ts';

const hooks = await deployAll({
  echo: workflows.echo,
  secrets: workflows.echo,
  called: workflows.echo,
  fails: workflows.fails,
  allowed: workflows.fails,
  broken: workflows.fails,
  later: (path) => workflows.immediate(path),
  stopped: (path) => workflows.waitsLong(path, 60),
  killed: (path) => workflows.waitsLong(path, 60),
});

const inProject = (secrets: Record<string, string>, more: Partial<ActOptions> = {}): ActOptions => ({
  in: 'project',
  secrets: { N8N_API_KEY: apiKey, ...secrets },
  ...more,
});

test('inputs come from expressions, defaults from action.yml, and outputs go to the next step and the next job', async () => {
  const version = '1.4.2 "final"\n$(id) \\';
  const run = await runWorkflow(
    'inputs-and-outputs.yml',
    inProject(
      { ECHO_URL: hooks.echo.url },
      { event: 'workflow_dispatch', payload: { inputs: { version } }, vars: { FROM: 'act', RETRIES: '1' } },
    ),
  );
  expect(run).toMatchObject({ exitCode: 0, jobs: { call: 'success', next: 'success' }, annotations: [] });
  const byDefault = JSON.parse(run.outputs('defaults')['response-body'] ?? '');
  expect(byDefault.headers).toMatchObject({ 'content-type': 'application/json' });
  expect(byDefault.body).toMatchObject({
    event_name: 'workflow_dispatch',
    repository: 'octo/demo',
    job: 'call',
    event: { inputs: { version } },
  });
  expect(JSON.parse(run.outputs('given')['response-body'] ?? '')).toMatchObject({
    query: { from: 'act' },
    body: { version, actor: 'nektos/act', status: 200, empty: '' },
  });
  expect(run.printed).toContain(`success=true status=200 version=${version}\n`);
  expect(run.printed).toContain(`next job got ${version}\n`);
});

test('every output of action.yml is set, and the job summary is written', async () => {
  const run = await runWorkflow('failure-allowed.yml', inProject({ FAILING_URL: hooks.allowed.url }));
  const declared = Object.keys(parse(readFileSync(join(places.action, 'action.yml'), 'utf8')).outputs);
  expect(Object.keys(run.outputs('allowed')).sort()).toEqual(declared.sort());
  expect(run.summaries).toHaveLength(2);
  for (const summary of run.summaries) expect(summary).toMatch(/^\s*<h3>❌ .* · failed after /);
});

test('a workflow that fails fails the step and the job; if: failure() runs, with the outputs', async () => {
  const run = await runWorkflow('failure.yml', inProject({ FAILING_URL: hooks.fails.url }));
  expect(run).toMatchObject({ exitCode: 1, jobs: { fails: 'failure', told: 'success' } });
  expect(run.steps).toEqual(['fails/0: success', 'fails/n8n: failure', 'fails/on-failure: success', 'told/0: success']);
  expect(run.printed).not.toContain('not reached');
  expect(run.printed).toContain('failure() sees success=false status=500 execution=error\n');
  expect(run.printed).toContain('told of failure\n');
  expect(run.annotations).toEqual([
    {
      level: 'error',
      title: 'The n8n workflow failed',
      message: expect.stringMatching(/^Execution \d+ failed in the node "Refuse": No stock left/),
    },
  ]);
  expect(await endings(hooks.fails)).toEqual(['error']);
});

test('continue-on-error keeps the job going, and fail-on-error: false makes a warning of the failure', async () => {
  const run = await runWorkflow('failure-allowed.yml', inProject({ FAILING_URL: hooks.allowed.url }));
  expect(run).toMatchObject({ exitCode: 0, jobs: { 'goes-on': 'success' } });
  expect(run.printed).toContain('outcomes failure/success/false success/success/false\n');
  expect(run.annotations.map(({ level, title }) => [level, title])).toEqual([
    ['error', 'The n8n workflow failed'],
    ['warning', 'The n8n workflow failed'],
  ]);
});

test('all wrong inputs are reported at once in one annotation, and a missing secret is named as the likely cause', async () => {
  const run = await runWorkflow('wrong-inputs.yml', { in: 'project' });
  expect(run).toMatchObject({ exitCode: 1, jobs: { wrong: 'failure' } });
  expect(run.printed).toContain('success=false\n');
  expect(run.annotations).toHaveLength(1);
  expect(run.annotations[0]?.message).toMatch(/^url: is required\. If it comes from a secret, check the secret's name/);
  expect(run.annotations[0]?.message).toMatch(/\nsecret-key: is required with wait: true(.*\n)*retries: "many" is not/);
});

test('each job of a matrix has its own execution and result', async () => {
  const run = await runWorkflow(
    'side-by-side.yml',
    inProject({ LATER_URL: hooks.later.url, FAILING_URL: hooks.broken.url }),
  );
  expect(run.exitCode).toBe(1);
  expect(run.steps.filter((step) => step.includes('/n8n:')).sort()).toEqual([
    'call-1/n8n: success',
    'call-2/n8n: success',
    'call-3/n8n: failure',
  ]);
  for (const service of ['api', 'web']) {
    expect(run.printed).toContain(`${service} got [{"received":{"service":"${service}"}}]\n`);
  }
  expect(await endings(hooks.later)).toEqual(['success', 'success']);
  expect(await endings(hooks.broken)).toEqual(['error']);
});

test('a reusable workflow passes secrets and inputs to the action, and its outputs back', async () => {
  const run = await runWorkflow('calls.yml', inProject({ ECHO_URL: hooks.called.url }));
  expect(run.exitCode).toBe(0);
  expect(run.printed).toContain('received refs/heads/main\n');
  expect(at(await received(hooks.called), 'body')).toEqual({ ref: 'refs/heads/main' });
});

test('secrets are hidden in the log, including those that only the action knows', async () => {
  const secrets = { ECHO_URL: hooks.secrets.url, PASSWORD: 'pa55word-of-ci' };
  const whole = await runForLog('secrets.yml', inProject(secrets, { vars: { TOKEN: 'tok3n-in-a-header' } }));
  // act prints outputs, which GitHub does not, and an echo has the webhook's URL in it.
  const log = whole.replace(/^.* ::set-output:: .*\n/gm, '');
  const basic = Buffer.from('ci:pa55word-of-ci').toString('base64');
  expect(at(await received(hooks.secrets), 'headers')).toMatchObject({
    'x-token': 'tok3n-in-a-header',
    authorization: `Basic ${basic}`,
  });
  expect(log).toContain('Job succeeded');
  expect(log).toContain('| a secret ***, no secret yet tok3n-in-a-header\n');
  expect(log).toContain('| header ***, basic ***, reply Basic ***\n');
  const [, afterwards = ''] = log.split('Success - Main ./');
  for (const hidden of ['tok3n-in-a-header', basic]) expect(afterwards).not.toContain(hidden);
  for (const hidden of [secrets.PASSWORD, apiKey]) expect(log).not.toContain(hidden);
  // The URL is a secret of the workflow file; the action's own lines tell no more of it than where n8n is.
  expect(log).not.toContain(hooks.secrets.path);
});

test('a step that gets the signal of a cancelled job stops the execution, and later steps see it', async () => {
  const started = startWorkflow('waits.yml', inProject({ SLOW_URL: hooks.stopped.url }));
  await started.printed(/Execution \d+: (?:running|waiting)/);
  // GitHub's runner sends it to the step's process. act, which sends none, sees a step that fails.
  process.kill(stepProcess(started), 'SIGINT');
  const run = await started.finished;
  expect(run).toMatchObject({ exitCode: 1, jobs: { waits: 'failure' } });
  expect(run.printed).toContain('always() sees success=false execution=canceled\n');
  expect(run.printed).not.toContain('not reached');
  expect(await endings(hooks.stopped)).toEqual(['canceled']);
});

test('act kills the step without a signal when it is stopped: the job ends, and the execution goes on', async () => {
  const started = startWorkflow('waits.yml', inProject({ SLOW_URL: hooks.killed.url }));
  await started.printed(/Execution \d+: (?:running|waiting)/);
  const step = stepProcess(started);
  started.child.kill('SIGINT');
  const run = await started.finished;
  expect(run).toMatchObject({ exitCode: 1, jobs: { waits: 'failure' } });
  expect(run.printed).toMatch(/always\(\) sees success= execution=\n(?:.*\n)*cancelled\n/);
  expect(() => process.kill(step, 0)).toThrow('ESRCH');
  const [execution] = await api.executions(hooks.killed.id, 'running');
  expect(execution).toMatchObject({ status: expect.stringMatching(/^(?:running|waiting)$/) });
  await api.request('POST', `/executions/${execution?.id}/stop`);
  await until('the execution to stop', 10_000, async () =>
    (await executionsOf(hooks.killed)).length > 0 ? true : undefined,
  );
});
