// The walk of a deployment, against a server that plays n8n's API and refuses to be written to: what keeps a plan from
// being carried out, and what does not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/deploy/main.ts';
import type { StoredWorkflow } from '../../src/deploy/match/stored.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { node, publishedWorkflow, storedWorkflow } from '../../support/deployment.ts';
import { testHost } from '../../support/host.ts';
import { answer, serve } from '../../support/server.ts';

const workspace = mkdtempSync(join(tmpdir(), 'deploy-main-'));
afterAll(() => rmSync(workspace, { recursive: true }));

/** The workflow in the file: its only node has another parameter than in n8n. */
const shop = { name: 'Shop', nodes: [node('First', { parameters: { a: 1 } })], connections: {}, settings: {} };
const byHand = publishedWorkflow('Shop', {}, { description: 'Published by hand' });
const SCOPES = ['workflow:read', 'workflow:list', 'workflow:create', 'workflow:update', 'workflow:activate'];

interface Given {
  inputs?: Record<string, string>;
  file?: JsonMap;
  scopes?: readonly string[];
  /** Whether n8n saves a published workflow without publishing it. */
  drafts?: boolean;
}

async function run(stored: readonly StoredWorkflow[], given: Given = {}) {
  const { inputs = {}, file = shop, scopes = SCOPES, drafts = true } = given;
  const server = await serve(({ target, method }) => {
    const json = (value: unknown) => answer(200, JSON.stringify(value));
    if (method !== 'GET') return answer(403, '{"message":"Forbidden"}');
    if (target === '/api/v1/discover') return json({ data: { scopes } });
    if (target === '/api/v1/openapi.yml') return answer(200, drafts ? 'name: publishIfActive' : 'openapi: 3.0.0');
    if (target.startsWith('/api/v1/workflows?')) return json({ data: stored.map(({ row }) => row) });
    const [one] = stored.filter(({ id }) => target.startsWith(`/api/v1/workflows/${encodeURIComponent(id)}?`));
    return one ? json(one.row) : answer(404, '{"message":"Not Found"}');
  });
  writeFileSync(join(workspace, 'shop.json'), JSON.stringify(file));
  const host = testHost({
    inputs: { url: server.origin, 'secret-key': 's3cret-key', workflows: 'shop.json', retries: '0', ...inputs },
    env: { GITHUB_WORKSPACE: workspace, GITHUB_REPOSITORY: 'octo/demo' },
  });
  const exitCode = await main(host);
  const written = server.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);
  const alerts = host.events.filter((line) => /^(?:warning|error): /.test(line));
  return { exitCode, written, alerts, host };
}

describe('a deployment writes nothing', () => {
  test('if a workflow was changed in n8n', async () => {
    const { exitCode, written, alerts, host } = await run([byHand]);
    expect([exitCode, written]).toEqual([1, []]);
    expect(alerts).toEqual([expect.stringMatching(/^error: \[Workflows were changed in n8n: drift\] "Shop": drift: /)]);
    expect(host.outputs).toMatchObject({ success: 'false', plan: expect.stringContaining('Shop') });
  });

  test('in a dry run, which shows drift and succeeds', async () => {
    const { exitCode, written, alerts, host } = await run([byHand], { inputs: { 'dry-run': 'true' } });
    expect([exitCode, written, alerts]).toEqual([0, [], []]);
    expect(host.outputs).toMatchObject({ success: 'true', changed: 'true', plan: expect.stringContaining('drift') });
  });

  test('if the key lacks a scope that the plan needs', async () => {
    const scopes = SCOPES.filter((scope) => scope !== 'workflow:activate');
    const { exitCode, written, alerts } = await run([publishedWorkflow('Shop')], { scopes });
    expect([exitCode, written]).toEqual([1, []]);
    expect(alerts).toEqual([expect.stringContaining('secret-key: lacks the scope workflow:activate')]);
  });

  test('with publish: none, if this n8n would publish what is saved', async () => {
    const inputs = { publish: 'none' };
    const { exitCode, written, alerts } = await run([publishedWorkflow('Shop')], { inputs, drafts: false });
    expect([exitCode, written]).toEqual([1, []]);
    expect(alerts).toEqual([expect.stringContaining('publish: none is not possible here')]);
  });

  test('if anything is wrong, and reports what is wrong in the file and in n8n together', async () => {
    const twice = ['a', 'b'].map((id) => storedWorkflow('Shop', { id }));
    const file = { ...shop, nodes: [node('First', { position: [1] })] };
    const { exitCode, written, alerts } = await run(twice, { file });
    expect([exitCode, written]).toEqual([1, []]);
    expect(alerts.join()).toMatch(/needs a position of two numbers\.[\s\S]*n8n has 2 workflows of this name: a, b\./);
  });

  test("if nothing differs, and warns that somebody's draft stays unpublished", async () => {
    const nodes = [node('First', { parameters: { a: 1 } })];
    const draft = publishedWorkflow('Shop', { versionId: 'v2', nodes: [node('Second')] }, { nodes });
    const { exitCode, written, alerts } = await run([draft]);
    expect([exitCode, written]).toEqual([0, []]);
    expect(alerts).toEqual(['warning: "Shop": somebody saved changes in n8n that are not published. They are kept.']);
  });
});

test('with on-drift: overwrite, drift is a warning, and the plan is carried out', async () => {
  const { written, alerts } = await run([byHand], { inputs: { 'on-drift': 'overwrite' } });
  expect(written).toContain('PUT');
  expect(alerts[0]).toMatch(/^warning: \[Workflows were changed in n8n: drift\] "Shop": drift: /);
});

test('the key is masked before anything is logged', async () => {
  const { host } = await run([byHand]);
  const firstLine = host.events.findIndex((line) => /^(?:info|debug|warning|error): /.test(line));
  expect(host.events.slice(0, firstLine)).toContain('mask: s3cret-key');
});
