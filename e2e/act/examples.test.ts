// The workflow files of examples/, each run as somebody runs it who has copied it: with secrets and variables of a real
// n8n. Stand-ins are there for what is GitHub's own: `gh`, and the storage of artifacts.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { deployGateway } from '../../support/n8n/gateway.ts';
import { chain, schedule, set, webhook } from '../../support/n8n/nodes.ts';
import { Owner } from '../../support/n8n/owner.ts';
import * as workflows from '../../support/n8n/workflows.ts';
import { at } from '../../support/shapes.ts';
import { api, type Deployed, deploy, executionsOf, itemsOf, received, url } from '../suite.ts';
import { runForLog } from './act.ts';
import { annotated, bodyOf, deployShipped, replyOf, runExample } from './example.ts';

test('on-push.yml: n8n gets the payload about the push, once', async () => {
  const hook = await deploy(workflows.echo);
  const message = 'Fix "quotes"\n\nand $(lines)\t\\';
  const payload = {
    ref: 'refs/heads/main',
    head_commit: { id: 'c2', message },
    commits: [{ id: 'c1' }, { id: 'c2' }],
  };
  const run = await runExample('on-push.yml', { event: 'push', payload, secrets: { N8N_WEBHOOK_URL: hook.url } });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(await bodyOf(hook)).toEqual({
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    message,
    changed: ['c1', 'c2'],
  });
});

test('on-release.yml: the notes that n8n writes go to the release', async () => {
  const hook = await deployShipped('release-notes.json');
  const release = {
    tag_name: 'v1.4.2',
    name: 'Spring "release"',
    body: 'All $(that) is new.',
    html_url: 'https://github.com/octo/demo/releases/tag/v1.4.2',
    author: { login: 'octocat' },
  };
  const run = await runExample('on-release.yml', {
    event: 'release',
    payload: { action: 'published', release },
    secrets: { N8N_RELEASE_NOTES_URL: hook.url, GITHUB_TOKEN: 'a-token-of-github' },
  });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  const lines = ['gh for octo/demo:', 'release', 'edit', 'v1.4.2', '--title', release.name, '--notes', release.body];
  expect(run.printed).toContain(`${lines.join('\n')}\n`);
  expect(run.printed).toContain('Released by octocat in octo/demo: [v1.4.2](https://github.com/octo/demo/releases/');
});

test('on-schedule.yml: a workflow that fails fails the run', async () => {
  const secrets = (hook: Deployed) => ({ N8N_WEBHOOK_URL: hook.url });
  const works = await deploy(workflows.immediate);
  const run = await runExample('on-schedule.yml', { event: 'schedule', secrets: secrets(works) });
  expect(run).toMatchObject({ exitCode: 0, jobs: { report: 'success' } });
  expect(await bodyOf(works)).toEqual({ report: 'daily', repository: 'octo/demo', run: 1 });

  const broken = await deploy((path) => workflows.fails(path, 'No data', { responseMode: 'onReceived' }));
  const failed = await runExample('on-schedule.yml', { event: 'schedule', secrets: secrets(broken) });
  expect(failed).toMatchObject({ exitCode: 1, jobs: { report: 'failure' } });
  expect(annotated(failed)).toEqual([expect.stringContaining('failed in the node "Refuse": No data')]);
});

test('wait-for-result.yml: the result of an execution that goes on after the reply', async () => {
  const hook = await deploy((path) => workflows.waitsLong(path, 1));
  const run = await runExample('wait-for-result.yml', { secrets: { N8N_WEBHOOK_URL: hook.url } });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(run.printed).toMatch(/\/executions\/\d+ ended with success\nFirst item: \{\s*"a": 1\s*\}\n/);
});

test('use-the-reply.yml: the reply is in the summary, and in the job after it', async () => {
  const hook = await deployShipped('report-back.json');
  const run = await runExample('use-the-reply.yml', {
    payload: { inputs: { version: '1.4.2' } },
    secrets: { N8N_REPORT_BACK_URL: hook.url },
  });
  expect(run).toMatchObject({ exitCode: 0, jobs: { ask: 'success', publish: 'success' } });
  expect(run.summaries.at(-1)).toBe('`1.4.2` may go to staging.\n');
  expect(run.printed).toContain('Publishing 1.4.2\n');
});

test('send-test-report.yml: the reports of failed tests arrive, with the address of the artifact', async () => {
  const hook = await deploy(workflows.echo);
  const run = await runExample('send-test-report.yml', { event: 'push', secrets: { N8N_WEBHOOK_URL: hook.url } });
  expect(run).toMatchObject({ exitCode: 1, jobs: { test: 'failure' }, annotations: [] });
  const reply = replyOf(run, '3');
  expect(at(reply, 'body')).toEqual({
    outcome: 'failure',
    artifact: 'https://github.com/octo/demo/actions/runs/1/artifacts/reports',
    run: 'https://github.com/octo/demo/actions/runs/1',
  });
  const files = Object(at(reply, 'files'));
  const names = ['report0', 'report1', 'log'].map((field) => at(files, field, 'fileName'));
  // n8n numbers the files of a field as they are written, so in any order.
  expect([names.slice(0, 2).sort(), names[2]]).toEqual([['junit.xml', 'more.xml'], 'test.log']);
  expect(Object.keys(files)).toHaveLength(3);
});

test('send-test-report.yml: tests that crashed and left no report are still reported', async () => {
  const hook = await deploy(workflows.echo);
  const run = await runExample('send-test-report.yml', {
    event: 'push',
    secrets: { N8N_WEBHOOK_URL: hook.url },
    env: { CRASH: 'yes' },
  });
  expect(run).toMatchObject({ exitCode: 1, jobs: { test: 'failure' } });
  expect(annotated(run)).toEqual(Array(2).fill(expect.stringMatching(/^warning: .*files: .*reports\//)));
  expect(at(replyOf(run, '3'), 'body')).toMatchObject({ outcome: 'failure' });
  expect(at(replyOf(run, '3'), 'files')).toEqual({});
});

test('deploy-gate.yml: the deployment runs only if the workflow approves', async () => {
  const hook = await deployShipped('report-back.json');
  const push = (tag: string) =>
    runExample('deploy-gate.yml', {
      event: 'push',
      payload: { ref: `refs/tags/${tag}` },
      secrets: { N8N_REPORT_BACK_URL: hook.url },
    });
  const approved = await push('v1.4.2');
  expect(approved).toMatchObject({ exitCode: 0, jobs: { gate: 'success', deploy: 'success' }, annotations: [] });
  expect(approved.printed).toContain('Deploying v1.4.2\n');

  const refused = await push('v1.5.0-rc.1');
  expect(refused).toMatchObject({ exitCode: 1, jobs: { gate: 'failure' } });
  expect(refused.printed).not.toContain('Deploying');
  expect(annotated(refused)).toEqual([expect.stringMatching(/^error: .*execution\.data\[0\]\.approved.*false/)]);
  expect(refused.summaries.join('')).toContain('`v1.5.0-rc.1` is a pre-release: it does not go to production.');
});

test.each([
  ['text', { approved: 'true' }],
  ['a list', { approved: [true] }],
  ['missing', { message: 'no' }],
])('deploy-gate.yml: the deployment does not run if the answer is %s', async (_, answer) => {
  const hook = await deploy((path) => chain(`Odd gate ${path}`, webhook(path), set('Decision', answer)));
  const run = await runExample('deploy-gate.yml', {
    event: 'push',
    payload: { ref: 'refs/tags/v1.4.2' },
    secrets: { N8N_REPORT_BACK_URL: hook.url },
  });
  expect(run).toMatchObject({ exitCode: 1, jobs: { gate: 'failure' } });
  expect(run.printed).not.toContain('Deploying');
});

test('notify-on-failure.yml: n8n learns which job failed, and a failure of n8n itself is only a warning', async () => {
  const hook = await deploy(workflows.echo);
  const run = await runExample('notify-on-failure.yml', { event: 'push', secrets: { N8N_WEBHOOK_URL: hook.url } });
  expect(run).toMatchObject({ exitCode: 1, jobs: { build: 'success', test: 'failure', notify: 'success' } });
  expect(await bodyOf(hook)).toMatchObject({
    run: 'https://github.com/octo/demo/actions/runs/1',
    jobs: { build: { result: 'success' }, test: { result: 'failure' } },
  });

  const broken = await deploy(workflows.fails);
  const reported = await runExample('notify-on-failure.yml', {
    event: 'push',
    secrets: { N8N_WEBHOOK_URL: broken.url },
  });
  expect(reported.jobs).toEqual({ build: 'success', test: 'failure', notify: 'success' });
  expect(annotated(reported)).toEqual([expect.stringMatching(/^warning: .*fail-on-error is false/)]);
});

test('notify.yml: n8n gets the result, the author and the context of each run', async () => {
  const hook = await deploy(workflows.immediate);
  const head_commit = { author: { name: 'Zoë "Z" O\'Neil #1' }, message: 'Fix: all\n\n- of it' };
  const secrets = { N8N_WEBHOOK_URL: hook.url };
  const run = await runExample('notify.yml', { event: 'push', payload: { head_commit }, secrets });
  expect(run).toMatchObject({ exitCode: 1, jobs: { test: 'failure', notify: 'success' }, annotations: [] });
  expect(await bodyOf(hook)).toMatchObject({
    status: 'failure',
    author: head_commit.author.name,
    message: head_commit.message,
    jobs: { build: { result: 'success' }, test: { result: 'failure' } },
    github: { repository: 'octo/demo', event: { head_commit } },
  });
});

test('skip-without-secrets.yml: nothing is sent without secrets, and nothing fails', async () => {
  const payload = { pull_request: { number: 7 } };
  const without = await runExample('skip-without-secrets.yml', { event: 'pull_request', payload });
  expect(without).toMatchObject({ exitCode: 0, jobs: { notify: 'success' }, annotations: [] });
  expect(without.steps).toEqual(['notify/n8n: success']);
  expect(without.outputs('n8n')).toMatchObject({ success: 'false', attempts: '0' });

  const hook = await deploy(workflows.immediate);
  const secrets = { N8N_WEBHOOK_URL: hook.url, N8N_TOKEN: 'a-token' };
  const run = await runExample('skip-without-secrets.yml', { event: 'pull_request', payload, secrets });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(run.steps).toEqual(['notify/n8n: success', 'notify/1: success']);
  expect(at(await received(hook), 'headers', 'x-token')).toBe('a-token');

  const half = await runExample('skip-without-secrets.yml', {
    event: 'pull_request',
    payload,
    secrets: { N8N_WEBHOOK_URL: hook.url },
  });
  expect(half).toMatchObject({ exitCode: 0, annotations: [] });
  expect(await executionsOf(hook)).toHaveLength(1);
});

test('pull-request-comment.yml: the reply becomes a comment, and a fork gets none', async () => {
  const hook = await deploy((path) =>
    workflows.responds(path, { with: 'json', body: '={{ { "comment": "**" + $json.body.title + "**\\n$(ok)" } }}' }),
  );
  const pull_request = {
    number: 7,
    title: 'Fix "it" #1',
    user: { login: 'octocat' },
    diff_url: 'https://x.test/7.diff',
  };
  const options = { event: 'pull_request', payload: { pull_request } };
  const run = await runExample('pull-request-comment.yml', {
    ...options,
    secrets: { N8N_WEBHOOK_URL: hook.url, GITHUB_TOKEN: 'a-token-of-github' },
  });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  const lines = ['gh for octo/demo:', 'pr', 'comment', '7', '--body', '**Fix "it" #1**', '$(ok)', '--edit-last'];
  expect(run.printed).toContain(`${lines.join('\n')}\n`);
  expect(await bodyOf(hook)).toEqual({
    number: 7,
    title: pull_request.title,
    author: 'octocat',
    diff: pull_request.diff_url,
  });

  const fork = await runExample('pull-request-comment.yml', options);
  expect(fork).toMatchObject({ exitCode: 0, annotations: [] });
  expect(fork.printed).not.toContain('gh for');
});

test('matrix.yml: one execution for each service and region', async () => {
  const hook = await deploy(workflows.immediate);
  const run = await runExample('matrix.yml', { secrets: { N8N_WEBHOOK_URL: hook.url } });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  const executions = await executionsOf(hook);
  const data = await Promise.all(
    executions.map(async ({ id }) => JSON.stringify((await api.execution(id, true))?.raw)),
  );
  for (const [service, region] of ['api', 'web'].flatMap((name) => ['eu', 'us'].map((place) => [name, place]))) {
    const own = `"body":{"region":"${region}","service":"${service}"}`;
    expect(data.filter((each) => each.includes(own))).toHaveLength(1);
  }
});

test('call-reusable-workflow.yml: reusable-workflow.yml takes the payload, and gives the result', async () => {
  const hook = await deploy(workflows.immediate);
  const run = await runExample('call-reusable-workflow.yml', { secrets: { N8N_WEBHOOK_URL: hook.url } });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(run.printed).toContain('success [{"received":{"ref":"refs/heads/main"}}]\n');
});

test('run-by-id.yml: the workflow gets what was filled in', async () => {
  const hook = await deploy(workflows.immediate);
  const inputs = { environment: 'production', note: 'It\'s "now"\nor never' };
  const run = await runExample('run-by-id.yml', {
    payload: { inputs },
    vars: { N8N_URL: url, N8N_WORKFLOW_ID: hook.id },
  });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(await bodyOf(hook)).toEqual(inputs);
});

test('gateway.yml: a workflow without a webhook', async () => {
  const key = randomUUID();
  const gateway = await deployGateway(api, key, `act-${randomUUID()}`);
  const target = await api.createWorkflow(workflows.target('Target'));
  await api.publish(target);
  const run = await runExample('gateway.yml', {
    vars: { N8N_WORKFLOW_ID: target },
    secrets: { N8N_GATEWAY_URL: gateway.url, N8N_GATEWAY_KEY: key },
  });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(run.printed.replace(/\s+/g, ' ')).toMatch(
    /First item \{ "received": \{ "ref": "refs\/heads\/main", "sha": "[0-9a-f]{40}" \} \}/,
  );
});

/** Publishes a workflow with a schedule, and gives what it takes to run it over MCP. */
async function offerScheduled() {
  const owner = await Owner.signIn(url);
  const token = await owner.createMcpToken();
  const id = await api.createWorkflow(chain('By schedule', schedule(), set('Result', { a: 1 })));
  await api.publish(id);
  await owner.offerInMcp(id);
  return { vars: { N8N_URL: url, N8N_WORKFLOW_ID: id }, secrets: { N8N_MCP_TOKEN: token } };
}

test('nightly-by-id.yml: a workflow whose trigger is a schedule', async () => {
  const { vars, secrets } = await offerScheduled();
  const run = await runExample('nightly-by-id.yml', { event: 'schedule', vars, secrets });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(run.outputs('n8n')).toMatchObject({ 'execution-status': 'success', 'execution-data': '[{"a":1}]' });
  expect(run.printed).toContain('\n[{"a":1}]\n');
});

test('several-webhooks.yml: each of them gets the event', async () => {
  const hook = await deploy(workflows.immediate);
  const release = { tag_name: 'v1.4.2', name: 'Spring "release" #1' };
  const run = await runExample('several-webhooks.yml', {
    event: 'release',
    payload: { action: 'published', release },
    secrets: { N8N_WEBHOOK_URL: hook.url },
  });
  expect(run).toMatchObject({ exitCode: 0, jobs: { 'notify-1': 'success', 'notify-2': 'success' }, annotations: [] });
  const executions = await executionsOf(hook);
  const bodies = await Promise.all(
    executions.map(async ({ id }) => JSON.stringify((await api.execution(id, true))?.raw)),
  );
  expect(executions).toHaveLength(2);
  for (const name of ['n8n-chat', 'n8n-website']) {
    expect(bodies.filter((body) => body.includes(`"body":{"for":"${name}","tag":"v1.4.2"`))).toHaveLength(1);
  }
});

describe('callback.yml', () => {
  /** Starts a workflow that dispatches this one, and gives the address that it waits at. */
  const dispatch = async (hook: Deployed): Promise<string> => {
    const response = await fetch(hook.url, { method: 'POST' });
    return String(at(await response.json(), 'resumeUrl'));
  };

  test.each([
    ['staging', 0, 'success'],
    ['test', 1, 'failure'],
  ])('n8n continues with the result of the work: %s', async (target, exitCode, status) => {
    const hook = await deploy(workflows.waitsForCallback);
    const resumeUrl = await dispatch(hook);
    const run = await runExample('callback.yml', { payload: { inputs: { resumeUrl, target } } });
    expect(run).toMatchObject({ exitCode, jobs: { work: status }, annotations: [] });
    expect(run.steps.at(-1)).toBe('work/2: success');
    expect(await itemsOf(hook, 'Result')).toEqual([
      { status, target, run: 'https://github.com/octo/demo/actions/runs/1' },
    ]);
  });

  test('keeps the address out of the log', async () => {
    const resumeUrl = await dispatch(await deploy(workflows.waitsForCallback));
    const log = await runForLog('callback.yml', {
      in: 'demo',
      event: 'workflow_dispatch',
      payload: { inputs: { resumeUrl, target: 'staging' } },
    });
    const signature = new URL(resumeUrl).searchParams.get('signature') ?? '';
    expect(signature).toMatch(/\S{20}/);
    // The runner shows a mask's own command to nobody; act does.
    expect(log.replace(/^.*::add-mask::.*$/gm, '')).not.toContain(signature);
  });
});

test('authentication.yml: each way is accepted by the node that wants it', async () => {
  const credential = async (type: string, data: Record<string, unknown>) => ({
    id: await api.createCredential(type, type, data),
    name: type,
  });
  const guarded = async (type: 'headerAuth' | 'basicAuth' | 'jwtAuth', data: Record<string, unknown>) => {
    const own = await credential(
      type === 'jwtAuth' ? type : type === 'basicAuth' ? 'httpBasicAuth' : 'httpHeaderAuth',
      data,
    );
    return deploy((path) => workflows.guarded(path, { type, credential: own }));
  };
  const header = await guarded('headerAuth', { name: 'X-Token', value: 'a-token' });
  const basic = await guarded('basicAuth', { user: 'ci', password: 'a-password' });
  const jwt = await guarded('jwtAuth', { keyType: 'passphrase', secret: 'a-passphrase', algorithm: 'HS256' });
  const crypto = await credential('crypto', { hmacSecret: 'a-long-random-text' });
  const signed = await deployShipped('verify-signature.json', ({ nodes }) => {
    for (const node of nodes) if (node.name === 'HMAC of the body') node.credentials = { crypto };
  });
  const run = await runExample('authentication.yml', {
    secrets: {
      N8N_HEADER_AUTH_URL: header.url,
      N8N_TOKEN: 'a-token',
      N8N_BASIC_AUTH_URL: basic.url,
      N8N_BASIC_AUTH: 'ci:a-password',
      N8N_JWT_AUTH_URL: jwt.url,
      N8N_JWT_KEY: 'a-passphrase',
      N8N_SIGNED_URL: signed.url,
      N8N_SIGNING_SECRET: 'a-long-random-text',
    },
  });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(run.steps).toEqual([0, 1, 2, 3].map((step) => `call/${step}: success`));
  expect(at(await received(jwt), 'jwtPayload')).toMatchObject({ aud: 'n8n', repository: 'octo/demo' });
});
