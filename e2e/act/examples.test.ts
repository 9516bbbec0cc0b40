// The workflow files of examples/, each run as somebody runs it who has copied it: with secrets and variables of a real
// n8n. Stand-ins are there for what is GitHub's own: `gh`, and the storage of artifacts.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../tools/process.ts';
import { api, apiKey, type Deployed, deploy, endings, executionsOf, newPath, received, url } from '../suite.ts';
import { deployGateway, readShipped } from '../support/gateway.ts';
import { chain, schedule, set } from '../support/nodes.ts';
import { Owner } from '../support/owner.ts';
import { startProxy } from '../support/proxy.ts';
import { at } from '../support/shapes.ts';
import * as workflows from '../support/workflows.ts';
import { type ActOptions, type ActRun, places, runWorkflow } from './act.ts';
import { startPrivateNetwork } from './private-network.ts';

const tried = new Set<string>();

/** Runs an example; `N8N_API_KEY` is there always. */
function runExample(file: string, options: Omit<ActOptions, 'in'> = {}): Promise<ActRun> {
  tried.add(file);
  return runWorkflow(file, {
    event: 'workflow_dispatch',
    ...options,
    in: 'demo',
    secrets: { N8N_API_KEY: apiKey, ...options.secrets },
  });
}

/** Publishes a workflow of the folder n8n/ at a path of its own. */
async function deployShipped(file: string, more: (workflow: workflows.Workflow) => void = () => {}): Promise<Deployed> {
  const path = newPath();
  const workflow = readShipped(file);
  for (const node of workflow.nodes) if (node.name === 'Webhook') node.parameters['path'] = path;
  more(workflow);
  return { id: await api.deploy(workflow), path, url: `${url}/webhook/${path}` };
}

const bodyOf = async (hook: Deployed): Promise<unknown> => at(await received(hook), 'body');
const replyOf = (run: ActRun, step: string): unknown => JSON.parse(run.outputs(step)['response-body'] ?? '');
const annotated = (run: ActRun): string[] =>
  run.annotations.map(({ level, title, message }) => `${level}: ${title}: ${message}`);

test('on-push.yml: n8n gets the whole push, or what the payload says of it', async () => {
  const hook = await deploy(workflows.echo);
  const message = 'Fix "quotes"\n\nand $(lines)\t\\';
  const payload = {
    ref: 'refs/heads/main',
    head_commit: { id: 'c2', message },
    commits: [{ id: 'c1' }, { id: 'c2' }],
  };
  const run = await runExample('on-push.yml', { event: 'push', payload, secrets: { N8N_WEBHOOK_URL: hook.url } });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(replyOf(run, '0')).toMatchObject({ body: { event_name: 'push', repository: 'octo/demo', event: payload } });
  expect(replyOf(run, '1')).toMatchObject({
    body: { commit: expect.stringMatching(/^[0-9a-f]{40}$/), message, changed: ['c1', 'c2'] },
  });
});

test('on-release.yml: the notes that n8n has written go to the release', async () => {
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
  expect(await bodyOf(works)).toEqual({ report: 'nightly', repository: 'octo/demo', run: 1 });

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

test('deploy-gate.yml: the deployment runs when the workflow approves, and not when it says no', async () => {
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
  expect(annotated(refused)).toEqual([
    expect.stringMatching(
      /^error: Not approved: `v1\.5\.0-rc\.1` is a pre-release: it does .* See http.*\/executions\/\d+$/,
    ),
  ]);
});

test('notify-on-failure.yml: n8n is told which job failed, and a failure of n8n itself is no more than a warning', async () => {
  const hook = await deploy(workflows.echo);
  const run = await runExample('notify-on-failure.yml', { event: 'push', secrets: { N8N_WEBHOOK_URL: hook.url } });
  expect(run).toMatchObject({ exitCode: 1, jobs: { build: 'success', test: 'failure', notify: 'success' } });
  expect(await bodyOf(hook)).toMatchObject({
    run: 'https://github.com/octo/demo/actions/runs/1',
    jobs: { build: { result: 'success' }, test: { result: 'failure' } },
  });

  const broken = await deploy(workflows.fails);
  const told = await runExample('notify-on-failure.yml', { event: 'push', secrets: { N8N_WEBHOOK_URL: broken.url } });
  expect(told.jobs).toEqual({ build: 'success', test: 'failure', notify: 'success' });
  expect(annotated(told)).toEqual([expect.stringMatching(/^warning: .*fail-on-error is false/)]);
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
  tried.add('reusable-workflow.yml');
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(run.printed).toContain('success [{"received":{"ref":"refs/heads/main"}}]\n');
});

test('enterprise-server.yml: n8n gets the addresses of the server', async () => {
  const hook = await deploy(workflows.immediate);
  const run = await runExample('enterprise-server.yml', {
    event: 'push',
    args: ['--github-instance', 'github.example.com'],
    secrets: { N8N_WEBHOOK_URL: hook.url },
  });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(await bodyOf(hook)).toMatchObject({
    server: 'https://github.example.com',
    api: 'https://github.example.com/api/v3',
    repository: 'octo/demo',
  });
});

test('private-network.yml: through a proxy, to a certificate of a private authority', async () => {
  const network = await startPrivateNetwork(url);
  const hook = await deploy(workflows.immediate);
  const options = {
    event: 'push',
    vars: { HTTPS_PROXY: network.proxy },
    secrets: { N8N_WEBHOOK_URL: `${network.url}/webhook/${hook.path}` },
  };
  try {
    // The authority of this network, in the place that the example names.
    const file = join(places.demo, '.github/workflows/private-network.yml');
    const example = readFileSync(file, 'utf8');
    expect(example).toContain(' /etc/ssl/certs/company-ca.pem ');
    writeFileSync(file, example.replace('/etc/ssl/certs/company-ca.pem', network.authority));
    const run = await runExample('private-network.yml', options);
    expect(run).toMatchObject({ exitCode: 0, annotations: [] });
    expect(network.tunnels).toEqual(['n8n.example.com:443']);
    expect(await endings(hook)).toEqual(['success']);

    writeFileSync(file, example);
    const distrustful = await runExample('private-network.yml', options);
    expect(annotated(distrustful)).toEqual([expect.stringContaining('NODE_EXTRA_CA_CERTS')]);
  } finally {
    network.close();
  }
});

test('n8n-cloud.yml: a workflow that takes longer than a request may take', async () => {
  // As Cloudflare does behind 100 seconds, here behind one.
  const cloud = await startProxy(
    url,
    ({ url: path }, outgoing) => {
      const late = setTimeout(() => outgoing.writeHead(524).end(), 1000);
      outgoing.once('close', () => clearTimeout(late));
      return path;
    },
    (answer, outgoing) => {
      if (outgoing.headersSent) answer.resume();
      else answer.pipe(outgoing.writeHead(answer.statusCode ?? 502, answer.headers));
    },
  );
  try {
    const secrets = ({ path }: Deployed) => ({ N8N_WEBHOOK_URL: `${cloud.url}/webhook/${path}` });
    const long = await deploy((path) => workflows.waitsLong(path, 3));
    const run = await runExample('n8n-cloud.yml', { secrets: secrets(long) });
    expect(run).toMatchObject({ exitCode: 0, annotations: [] });
    expect(run.printed).toContain('\n[{"a":1}]\n');
    // The same workflow, replying when it has ended: the step knows to follow that one too, and warns.
    const replies = await deploy((path) => workflows.slow(path, 3));
    const late = await runExample('n8n-cloud.yml', { secrets: secrets(replies) });
    expect(annotated(late)).toEqual([expect.stringMatching(/^warning: .*524/)]);
  } finally {
    await cloud.close();
  }
});

test('queue-mode.yml: webhooks at one address, the API at another', async () => {
  const notThere: Parameters<typeof startProxy>[1] = (_, outgoing) => {
    outgoing.writeHead(404, { 'content-type': 'text/html' }).end('<pre>Cannot GET</pre>');
    return undefined;
  };
  const isWebhook = (path = ''): boolean => path.startsWith('/webhook/');
  const hooks = await startProxy(url, (...all) => (isWebhook(all[0].url) ? all[0].url : notThere(...all)));
  const main = await startProxy(url, (...all) => (isWebhook(all[0].url) ? notThere(...all) : all[0].url));
  try {
    const hook = await deploy(workflows.immediate);
    const run = await runExample('queue-mode.yml', {
      vars: { N8N_URL: main.url, N8N_WORKFLOW_ID: hook.id, N8N_WEBHOOK_BASE: `${hooks.url}/webhook` },
      secrets: { N8N_WEBHOOK_URL: `${hooks.url}/webhook/${hook.path}` },
    });
    expect(run).toMatchObject({ exitCode: 0, jobs: { 'by-url': 'success', 'by-id': 'success' }, annotations: [] });
    expect(await endings(hook)).toEqual(['success', 'success']);
  } finally {
    await Promise.all([hooks.close(), main.close()]);
  }
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

test('mcp.yml: a workflow with a schedule runs now', async () => {
  const owner = await Owner.signIn(url);
  const token = await owner.createMcpToken();
  const id = await api.createWorkflow(chain('By schedule', schedule(), set('Result', { a: 1 })));
  await api.publish(id);
  await owner.offerInMcp(id);
  const run = await runExample('mcp.yml', {
    vars: { N8N_URL: url, N8N_WORKFLOW_ID: id },
    secrets: { N8N_MCP_TOKEN: token },
  });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(run.printed).toMatch(new RegExp(`\\nsuccess ${url}/workflow/${id}/executions/\\d+\\n`));
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

test('every example is run here', () => {
  expect([...tried].sort()).toEqual(readdirSync(join(ROOT, 'examples')).sort());
});
