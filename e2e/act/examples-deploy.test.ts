// The examples for workflows as files of a repository.
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { freePort } from '../../support/loopback.ts';
import { ensureN8n } from '../../support/n8n/install.ts';
import { isRecord } from '../../support/shapes.ts';
import { named, owner } from '../deployment.ts';
import { apiKey, url } from '../suite.ts';
import type { ActRun } from './act.ts';
import { runExample } from './example.ts';

// Another n8n starts in one of them.
jest.setTimeout(240_000);

const NAME = 'Order of the demo';
const changesIn = (run: ActRun, step: string): unknown[] => {
  const list: unknown = JSON.parse(run.outputs(step)['workflows'] ?? '[]');
  return Array.isArray(list) ? list.filter(isRecord).map(({ change }) => change) : [];
};

test('deploy.yml: a pull request shows the plan with a read-only key, and a push deploys and calls what was deployed', async () => {
  const reads = await (await owner()).createApiKey(['workflow:list', 'workflow:read', 'credential:list']);
  const vars = { N8N_URL: url };
  const planned = await runExample('deploy.yml', { event: 'pull_request', vars, secrets: { N8N_PLAN_KEY: reads } });
  expect(planned).toMatchObject({ exitCode: 0, jobs: { plan: 'success' }, annotations: [] });
  expect(planned.summaries.at(-1)).toContain('1 created');
  expect(await named(NAME)).toEqual([]);

  const fork = await runExample('deploy.yml', { event: 'pull_request', vars });
  expect(fork).toMatchObject({ exitCode: 0, annotations: [] });

  const deployed = await runExample('deploy.yml', { event: 'push', vars, secrets: { N8N_DEPLOY_KEY: apiKey } });
  expect(deployed).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] });
  expect(changesIn(deployed, 'deploy')).toEqual(['created']);
  expect(await named(NAME)).toMatchObject([{ active: true }]);

  const again = await runExample('deploy.yml', { event: 'push', vars, secrets: { N8N_DEPLOY_KEY: apiKey } });
  expect(changesIn(again, 'deploy')).toEqual(['unchanged']);
});

test('test-workflows.yml: an n8n inside the job gets the workflows, and their data is checked', async () => {
  const { node, bin } = await ensureN8n(() => {});
  const env = {
    N8N_COMMAND: `exec ${node} ${bin} start`,
    N8N_PORT: String(await freePort()),
    RUNNER_TEMP: join(process.cwd(), 'build'),
  };
  const run = await runExample('test-workflows.yml', { event: 'pull_request', env });
  try {
    expect(run).toMatchObject({ exitCode: 0, jobs: { test: 'success' }, annotations: [] });
    expect(changesIn(run, 'deploy')).toEqual(['created']);
  } finally {
    const pid = Number(run.outputs('n8n')['pid']);
    if (pid > 0) process.kill(pid, 'SIGTERM');
  }
});
