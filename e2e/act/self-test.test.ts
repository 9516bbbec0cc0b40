// .github/workflows/self-test.yml, the project's own.
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { until } from '../../support/n8n/api.ts';
import { ROOT } from '../../support/paths.ts';
import { runWorkflow } from './act.ts';

// Another n8n starts in it.
jest.setTimeout(180_000);

test('the self-test starts an n8n of its own, uses the action against it, and stops it', async () => {
  const installed = process.env['N8N_INSTALL_DIR'] ?? join(ROOT, 'e2e', 'n8n');
  const run = await runWorkflow('self-test.yml', { in: 'project', env: { N8N_INSTALL_DIR: installed } });
  const pid = Number(run.outputs('n8n')['pid']);
  try {
    expect(run.annotations.map(({ level, title }) => [level, title])).toEqual([['error', 'The n8n workflow failed']]);
    expect(run.steps.filter((step) => !step.endsWith(': success'))).toEqual(['Against a real n8n/fails: failure']);
    expect(run).toMatchObject({ exitCode: 0, jobs: { 'Against a real n8n': 'success' } });
    await until('n8n to end', 15_000, async () => (isAlive(pid) ? undefined : true));
  } finally {
    if (isAlive(pid)) process.kill(pid, 'SIGTERM');
  }
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
