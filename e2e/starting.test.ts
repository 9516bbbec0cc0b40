import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { N8nApi, until } from '../support/n8n/api.ts';
import { Owner } from '../support/n8n/owner.ts';
import { type SpawnedN8n, spawnN8n } from '../support/n8n/server.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { call, endings, failureOf, newPath, run, startCall, succeeded } from './suite.ts';

/** An n8n of its own, to be stopped and started again, and with a smaller limit for bodies. */
const folder = mkdtempSync(join(tmpdir(), 'n8n-'));
const begin = (port?: number): Promise<SpawnedN8n> =>
  spawnN8n({ folder, extraEnv: { N8N_PAYLOAD_SIZE_MAX: '1' }, ...(port !== undefined && { port }) });
let server = await begin();
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until n8n replies to a webhook's call with this. */
const says = (url: string, words: string): Promise<true> =>
  until(`n8n to say "${words}"`, 40_000, async () => {
    const reply = await fetch(url, { method: 'POST' }).catch(() => undefined);
    return (await reply?.text())?.includes(words) || undefined;
  });

test('what n8n says while it starts is not taken for success, although it comes with 200', async () => {
  const url = `${server.url}/webhook/any`;
  await says(url, 'n8n is starting up');
  const step = await call({ url });
  expect(failureOf(step)).toContain('n8n is still starting up. The workflow did not run.');
  expect(step.outputs).toMatchObject({ success: 'false', status: '200' });
});

test('a body over N8N_PAYLOAD_SIZE_MAX is reported with that setting', async () => {
  const { api } = await access();
  const path = newPath();
  const id = await api.deploy(workflows.echo(path));
  const files = { 'large.txt': 'x'.repeat(1_100_000) };
  const inputs = { 'payload-file': 'large.txt', 'content-type': 'text/plain' };
  const failure = failureOf(await call({ url: `${server.url}/webhook/${path}` }, inputs, { files }));
  expect(failure).toMatch(/N8N_PAYLOAD_SIZE_MAX/);
  expect(failure).toContain('1.1 MB');
  expect(await endings({ id }, api)).toEqual([]);
});

test('steps that begin while n8n is down or starting wait for it, and each workflow runs once', async () => {
  const { api, apiKey } = await access();
  const [early, starting, byId] = await Promise.all(
    [newPath(), newPath(), newPath()].map(async (path) => ({
      id: await api.deploy(workflows.immediate(path)),
      url: `${server.url}/webhook/${path}`,
    })),
  );
  if (!early || !starting || !byId) throw new Error('The workflows were not deployed');

  await server.stop();
  const first = startCall(early, { retries: '20' });
  await first.logged(/refused the connection\. Next attempt in/);
  server = await begin(server.port);
  await says(starting.url, 'Cannot POST');
  const others = [
    startCall(starting, { retries: '20' }).finished,
    run(byId, { url: server.url, 'secret-key': apiKey, retries: '20' }),
    run(byId, { url: server.url, 'secret-key': apiKey, retries: '20', route: 'webhook' }),
  ];
  const steps = await Promise.all([first.finished, ...others]);
  for (const step of steps) succeeded(step);
  expect(steps[1]?.log).toMatch(/serves nothing at this address \(404\)\. Next attempt in/);
  expect(await endings(early, api)).toEqual(['success']);
  expect(await endings(starting, api)).toEqual(['success']);
  expect(await endings(byId, api)).toEqual(['success', 'success']);
}, 180_000);

/** Waits until the server is ready, and gives access to its API. */
async function access(): Promise<{ api: N8nApi; apiKey: string }> {
  await server.ready();
  const owner = await Owner.signIn(server.url);
  const apiKey = await owner.createApiKey();
  return { api: new N8nApi(server.url, apiKey), apiKey };
}
