// The workflow files that people copy: what they say about the action is true of action.yml, and their values are sound.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readDeployInputs } from '../../src/deploy/inputs.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { ROOT } from '../../support/paths.ts';

interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  uses?: string;
  'timeout-minutes'?: number;
  outputs?: Record<string, string>;
  steps?: Step[];
}

interface Example {
  name: string;
  text: string;
  permissions: unknown;
  jobs: [id: string, job: Job][];
}

interface Action {
  inputs: object;
  outputs: object;
}

const readAction = (folder: string): Action => parse(readFileSync(join(ROOT, folder, 'action.yml'), 'utf8'));

const OURS = 'your-org/trigger-n8n-workflow@v1';
const DEPLOY = 'your-org/trigger-n8n-workflow/deploy@v1';
/** The actions of this project, by what uses them. */
const ACTIONS = new Map([
  [OURS, readAction('.')],
  [DEPLOY, readAction('deploy')],
]);

const examples: Example[] = readdirSync(join(ROOT, 'examples')).map((name) => {
  const text = readFileSync(join(ROOT, 'examples', name), 'utf8');
  const workflow: { permissions?: unknown; jobs: Record<string, Job> } = parse(text);
  return { name, text, permissions: workflow.permissions, jobs: Object.entries(workflow.jobs) };
});

const stepsOf = ({ jobs }: Example): Step[] => jobs.flatMap(([, { steps = [] }]) => steps);
const outputsUsed = (text: string, of: string): string[] =>
  [...text.matchAll(new RegExp(`\\b${of}\\.outputs\\.([\\w-]+)`, 'g'))].map(([, name = '']) => name);

describe.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
  test('uses the action with inputs that exist', () => {
    const own = stepsOf(example).filter(({ uses = '' }) => ACTIONS.has(uses));
    const calls = example.jobs.some(([, { uses }]) => uses === './.github/workflows/reusable-workflow.yml');
    expect([calls, own]).not.toEqual([false, []]);
    for (const { uses = '', with: given = {} } of own) {
      expect(Object.keys(ACTIONS.get(uses)?.inputs ?? {})).toEqual(expect.arrayContaining(Object.keys(given)));
    }
  });

  test('reads outputs that the action sets, or that the job declares', () => {
    for (const step of stepsOf(example)) {
      const action = ACTIONS.get(step.uses ?? '');
      if (!action || step.id === undefined) continue;
      const used = outputsUsed(example.text, `steps\\.${step.id}`);
      expect([step.id, used]).not.toEqual([step.id, []]);
      expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(used));
    }
    for (const [id, { outputs, uses }] of example.jobs) {
      const declared = uses ? reusableOutputs() : Object.keys(outputs ?? {});
      expect(declared).toEqual(expect.arrayContaining(outputsUsed(example.text, `needs\\.${id}`)));
    }
  });

  test('asks only for reading, and each job for what it needs', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(example.permissions);
  });

  test('limits the time of its jobs', () => {
    for (const [id, job] of example.jobs) {
      if (job.uses === undefined) expect([id, job['timeout-minutes']]).toEqual([id, expect.any(Number)]);
    }
  });

  test('pins the actions of others to a commit, with the version as a comment', () => {
    const lines = [...example.text.matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, uses = '']) => uses);
    for (const uses of lines.filter((each) => !ACTIONS.has(each) && !each.startsWith('./'))) {
      expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('puts no expression into a script', () => {
    for (const { run } of stepsOf(example)) expect(run ?? '').not.toContain('${{');
  });

  test('gives the action values that it accepts', async () => {
    for (const step of stepsOf(example)) {
      if (!ACTIONS.has(step.uses ?? '')) continue;
      const values = Object.entries(step.with ?? {}).map(([name, value]) => [name, evaluated(String(value))] as const);
      const given = new Map(values);
      const input = (name: string) => given.get(name) ?? '';
      const { inputs } =
        step.uses === DEPLOY ? await readDeployInputs(input) : await readInputs(input, workspace, async () => ({}));
      expect(inputs).toMatchObject({ ok: true });
    }
  });
});

test('each is run against a real n8n, alone or by the one that calls it', () => {
  const folder = join(ROOT, 'e2e', 'act');
  const tests = readdirSync(folder).filter((name) => /^examples.*\.test\.ts$/.test(name));
  const texts = tests.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const run = new Set([...texts.matchAll(/runExample\('([\w-]+\.yml)'/g)].map(([, name = '']) => name));
  const called = examples.flatMap(({ name, jobs }) =>
    jobs.flatMap(([, { uses }]) => (run.has(name) && uses ? [basename(uses)] : [])),
  );
  expect([...new Set([...run, ...called])].sort()).toEqual(examples.map(({ name }) => name).sort());
});

test('the caller gives the reusable workflow what it takes', () => {
  const called = parse(readFileSync(join(ROOT, 'examples/reusable-workflow.yml'), 'utf8')).on.workflow_call;
  const caller = parse(readFileSync(join(ROOT, 'examples/call-reusable-workflow.yml'), 'utf8')).jobs.ask;
  const required = (given: Record<string, { required?: boolean }>): string[] =>
    Object.keys(given).filter((name) => given[name]?.required === true);
  expect(Object.keys(caller.with)).toEqual(required(called.inputs));
  expect(Object.keys(caller.secrets)).toEqual(required(called.secrets));
});

function reusableOutputs(): string[] {
  const called = parse(readFileSync(join(ROOT, 'examples/reusable-workflow.yml'), 'utf8')).on.workflow_call;
  return Object.keys(called.outputs);
}

/** Where the files are that an example sends. */
const workspace = mkdtempSync(join(tmpdir(), 'examples-'));
mkdirSync(join(workspace, 'reports/unit'), { recursive: true });
writeFileSync(join(workspace, 'reports/unit/junit.xml'), '<testsuites/>');
writeFileSync(join(workspace, 'reports/test.log'), 'ok\n');
mkdirSync(join(workspace, 'fixtures'));
writeFileSync(join(workspace, 'fixtures/order.json'), '{}');
afterAll(() => rmSync(workspace, { recursive: true }));

const mcpToken = ['{}', '{"aud":"mcp-server-api"}', ''].map((part) => Buffer.from(part).toString('base64url'));

/** What the expressions of the examples could give; texts are as awkward as texts from outside may be. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  'secrets.N8N_WEBHOOK_URL': 'https://n8n.example.com/webhook/deploy',
  'secrets.N8N_RELEASE_NOTES_URL': 'https://n8n.example.com/webhook/release-notes',
  'secrets.N8N_REPORT_BACK_URL': 'https://n8n.example.com/webhook/report-back',
  'secrets.N8N_HEADER_AUTH_URL': 'https://n8n.example.com/webhook/header',
  'secrets.N8N_BASIC_AUTH_URL': 'https://n8n.example.com/webhook/basic',
  'secrets.N8N_JWT_AUTH_URL': 'https://n8n.example.com/webhook/jwt',
  'secrets.N8N_SIGNED_URL': 'https://n8n.example.com/webhook/signed',
  'secrets.N8N_GATEWAY_URL': 'https://n8n.example.com/webhook/b7d9c1f4-3e52-4f0a-8c6b-2a91d0e7f538',
  'secrets.N8N_API_KEY': 'n8n_api_0123456789',
  'secrets.N8N_PLAN_KEY': 'n8n_api_0123456789',
  'secrets.N8N_DEPLOY_KEY': 'n8n_api_0123456789',
  'secrets.N8N_GATEWAY_KEY': 'a-long-random-text',
  'secrets.N8N_MCP_TOKEN': mcpToken.join('.'),
  'secrets.N8N_TOKEN': 'a-token',
  'secrets.N8N_BASIC_AUTH': 'ci:a-password',
  'secrets.N8N_JWT_KEY': 'a-passphrase',
  'secrets.N8N_SIGNING_SECRET': 'a-long-random-text',
  'secrets.webhook-url': 'https://n8n.example.com/webhook/deploy',
  'secrets.api-key': 'n8n_api_0123456789',
  'vars.N8N_URL': 'https://n8n.example.com',
  'vars.N8N_WEBHOOK_BASE': 'https://hooks.example.com/webhook',
  'vars.N8N_WORKFLOW_ID': 'KIeKQ68b1pCfYfan',
  'vars.N8N_CA_CERT': rootCertificates[0],
  'github.actor': 'octocat',
  'github.api_url': 'https://github.example.com/api/v3',
  'github.event.commits.*.id': ['ffac537e', '6cbbf934'],
  'github.event.head_commit.author.name': 'Zoë "Z" O\'Neil #1',
  'github.event.pull_request.diff_url': 'https://github.com/octo/demo/pull/7.diff',
  'github.event.pull_request.number': 7,
  'github.event.pull_request.title': 'Fix "it" #1',
  'github.event.pull_request.user.login': 'octocat',
  'github.event.release.name': 'Spring "release" #1',
  'github.event.release.tag_name': 'v1.4.2',
  'github.event.head_commit.message': 'Say "hi"\n\n{and: more}\t\\',
  'github.ref': 'refs/heads/main',
  'github.ref_name': 'v1.4.2',
  'github.repository': 'octo/demo',
  'github.run_id': '7000000001',
  'github.run_number': '42',
  'github.server_url': 'https://github.example.com',
  'github.sha': 'ffac537e6cbbf934b08745a378932722df287a53',
  'inputs.resumeUrl': 'https://n8n.example.com/webhook-waiting/231?signature=5f1d',
  'inputs.target': 'staging',
  'inputs.payload': '{"ref": "refs/heads/main"}',
  'inputs.version': '1.4.2 "final"',
  'inputs.wait-timeout': '10m',
  'job.status': 'cancelled',
  'matrix.environment': 'n8n-chat',
  'steps.artifact.outputs.artifact-url': 'https://github.com/octo/demo/actions/runs/7000000001/artifacts/1',
  'fromJSON(steps.deploy.outputs.workflows)[0].id': 'KIeKQ68b1pCfYfan',
  'steps.n8n.outputs.url': 'http://127.0.0.1:5678',
  'steps.n8n.outputs.api-key': 'n8n_api_0123456789',
  'steps.test.outcome': 'failure',
  "contains(needs.*.result, 'failure') && 'failure' || contains(needs.*.result, 'cancelled') && 'cancelled' || 'success'":
    'failure',
  inputs: { environment: 'staging', note: 'It\'s "now"\n' },
  matrix: { service: 'api', region: 'eu' },
  needs: { build: { result: 'failure', outputs: {} } },
};

/** A value with its expressions evaluated, of the kinds that the examples have. Throws on any other. */
function evaluated(value: string): string {
  return value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    const [, inner] = /^toJSON\((.*)\)$/.exec(expression) ?? [];
    const sample = SAMPLES[inner ?? expression];
    if (sample === undefined) throw new Error(`There is no sample for ${expression}`);
    return inner === undefined ? String(sample) : JSON.stringify(sample, undefined, 2);
  });
}
