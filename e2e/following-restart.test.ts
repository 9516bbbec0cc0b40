import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { N8nApi, until } from '../support/n8n/api.ts';
import { Owner } from '../support/n8n/owner.ts';
import { type SpawnedN8n, spawnN8n, startN8n } from '../support/n8n/server.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { at } from '../support/shapes.ts';
import { startSlowServer } from '../support/slow-server.ts';
import { failureOf, newPath, startCall, succeeded } from './suite.ts';

/** Starting n8n again takes most of it. */
jest.setTimeout(180_000);

/** An n8n of its own, that goes down and comes up again at the same place. */
const folder = mkdtempSync(join(tmpdir(), 'n8n-'));
const first = await startN8n({ folder });
const servers: SpawnedN8n[] = [first];
const deploy = async (fixture: (path: string) => workflows.Workflow) => {
  const path = newPath();
  return { id: await first.api.deploy(fixture(path)), url: `${first.url}/webhook/${path}` };
};
const slow = await startSlowServer();
const [interrupted, approval] = await Promise.all([
  deploy((path) => workflows.asks(path, slow.after(60))),
  deploy(workflows.waitsForCall),
]);
const wait = { wait: 'true', 'secret-key': first.apiKey };

const startAgain = async (extraEnv: Record<string, string> = {}): Promise<SpawnedN8n> => {
  const again = await spawnN8n({ folder, port: first.port, extraEnv });
  servers.push(again);
  await again.ready();
  return again;
};

afterAll(async () => {
  slow.close();
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const approvals = async (api: N8nApi, id: string): Promise<string> => {
  const data = JSON.stringify((await api.execution(id, true))?.raw ?? {});
  const link = new URL(/"resumeUrl":"([^"]+)"/.exec(data)?.[1] ?? '');
  return api.url + link.pathname + link.search;
};

test('steps survive a crash of n8n: running executions have crashed, and waiting ones go on', async () => {
  const crashes = startCall(interrupted, wait);
  const waits = startCall(approval, wait);
  await Promise.all([crashes.logged(/Execution \d+: running/), waits.logged(/Execution \d+: waiting/)]);
  await first.kill();
  await Promise.all([
    crashes.logged(/was not reached .* Still trying\./),
    waits.logged(/was not reached .* Still trying\./),
  ]);
  await startAgain();

  const crashed = await crashes.finished;
  const id = crashed.outputs['execution-id'];
  expect(failureOf(crashed)).toMatch(new RegExp(`Execution ${id} crashed`));
  expect(failureOf(crashed)).toContain(`/workflow/${interrupted.id}/executions/${id}`);
  expect(crashed.outputs).toMatchObject({ 'execution-status': 'crashed', status: '200', success: 'false' });

  const waiting = /Execution (\d+): waiting/.exec(waits.log())?.[1] ?? '';
  const again = new N8nApi(first.url, first.apiKey);
  if ((await again.execution(waiting))?.status === 'crashed') {
    // Killed right after the pause, n8n has not saved it: the step reports what n8n makes of that.
    expect(failureOf(await waits.finished)).toContain(`Execution ${waiting} crashed`);
    return;
  }
  const link = await approvals(again, waiting);
  await until('n8n to take the call', 20_000, async () => ((await fetch(link)).ok ? true : undefined));
  expect(succeeded(await waits.finished).outputs['execution-data']).toBe('[{"approved":true}]');
});

test('if the public API is disabled, nothing is triggered and the step says so', async () => {
  await servers.at(-1)?.stop();
  const off = await startAgain({ N8N_PUBLIC_API_DISABLED: 'true' });
  const step = await startCall(approval, { ...wait, retries: '1' }).finished;
  expect(failureOf(step)).toMatch(/The workflow did not run\. .*a disabled public API gives the same reply/);
  expect(step.outputs['attempts']).toBe('0');
  const filter = encodeURIComponent(JSON.stringify({ workflowId: approval.id }));
  const listed = await (await Owner.signIn(off.url)).rest('GET', `/executions?filter=${filter}`);
  expect(at(listed, 'results')).toHaveLength(1);
});
