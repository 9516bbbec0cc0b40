// For .github/workflows/self-test.yml: an n8n that lives as long as the steps of a job need it.
//   node tools/run.mjs tools/self-test.ts start       starts n8n, publishes workflows, and sets the step's outputs
//   node tools/run.mjs tools/self-test.ts stop PID    ends it
import { fork } from 'node:child_process';
import { mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setOutput, setSecret } from '@actions/core';
import { logTail } from '../support/n8n/log-tail.ts';
import { startN8n } from '../support/n8n/server.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { isRecord } from '../support/shapes.ts';

/** No job takes longer: where nobody stops n8n, it ends by itself. In milliseconds. */
const LIFE_MS = 45 * 60_000;

/** Started in the background: sends the starting process what the steps need, and stops n8n when it ends. */
async function serve(): Promise<void> {
  const stopped = new AbortController();
  process.once('SIGTERM', () => stopped.abort());
  setTimeout(() => stopped.abort(), LIFE_MS).unref();
  const { api, url, apiKey, exited } = await startN8n({ progress: console.log, signal: stopped.signal });
  void exited.then(() => process.exit());
  await api.deploy(workflows.echo('self-test-echo'));
  await api.deploy(workflows.waitsLong('self-test-works', 2));
  await api.deploy(workflows.fails('self-test-fails', 'No stock left', { responseMode: 'onReceived' }));
  process.send?.({ url, 'api-key': apiKey, 'workflow-id': await api.deploy(workflows.allItems('self-test-by-id')) });
}

/** Rejects with the end of the log where n8n does not come up. */
async function start(): Promise<void> {
  const log = join(mkdtempSync(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'self-test-')), 'log');
  const output = openSync(log, 'a');
  // In a session of its own: a runner ends what is left of a step.
  const server = fork(import.meta.filename, ['serve'], {
    detached: true,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', output, output, 'ipc'],
  });
  const details = await new Promise<Record<string, unknown>>((resolve, reject) => {
    server.once('message', (message) => {
      if (isRecord(message)) resolve(message);
    });
    server.once('exit', () => reject(new Error(`n8n did not come up. The end of the log:\n${logTail(log)}`)));
  });
  setSecret(String(details['api-key']));
  for (const [name, value] of Object.entries({ ...details, pid: server.pid })) setOutput(name, value);
  server.disconnect();
  server.unref();
}

const [command, pid] = process.argv.slice(2);
if (command === 'serve') await serve();
else if (command === 'start') await start();
else if (command === 'stop' && /^\d+$/.test(pid ?? '')) process.kill(Number(pid), 'SIGTERM');
else throw new Error('Say start, or stop and the process id that start has set.');
