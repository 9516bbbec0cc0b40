// Shows what people get: runs the committed bundle as a workflow's steps against a real n8n and prints what they see.
//   npm run demo                                       starts an n8n of its own, installing it the first time
//   N8N_URL=… N8N_API_KEY=… npm run demo               uses yours: adds sample workflows, and removes them in the end
// Exit code 0 if every step did what the demo says, 130 after Ctrl-C.
import { stringify } from 'yaml';
import { N8nApi } from '../support/n8n/api.ts';
import type { Owner } from '../support/n8n/owner.ts';
import { startN8n } from '../support/n8n/server.ts';
import { runStep, type StepResult } from '../support/step.ts';
import { deploymentScenes } from './demo/deployment.ts';
import { publishSamples } from './demo/samples.ts';
import { type Scene, scenesOf } from './demo/scenes.ts';

/** Ends whatever is under way: by Ctrl-C, or when n8n is gone. Its reason is the exit code. */
const stopped = new AbortController();
/** What to undo in the end, last first. */
const undo: (() => Promise<void>)[] = [];

const print = (line = ''): void => console.log(line);
const secret = /^(secret-key|basic-auth|jwt-secret|signing-secret|headers)$/;

/** The n8n to show it on: the one of the environment, or one of our own, which goes as a whole in the end. */
async function openN8n(): Promise<{ api: N8nApi; owner?: Owner }> {
  const { N8N_URL: url, N8N_API_KEY: key } = process.env;
  if (url && key) {
    print(`Using the n8n at ${url}. Sample workflows are added to it, and removed in the end.`);
    return { api: new N8nApi(url, key) };
  }
  print('Starting n8n …');
  const server = await startN8n({ progress: print, signal: stopped.signal });
  undo.push(() => server.stop());
  void server.exited.then(() => {
    if (stopped.signal.aborted) return;
    print('\nn8n has ended unexpectedly.');
    stopped.abort(1);
  });
  print(`n8n is ready at ${server.url}.`);
  return { api: server.api, owner: server.owner };
}

/** Runs one step and prints it. True if it did what it should. */
async function show(scene: Scene, number: number): Promise<boolean> {
  const shownInputs = Object.fromEntries(
    Object.entries(scene.with).map(([name, value]) => [name, secret.test(name) ? '***' : value]),
  );
  const step = stringify(
    [
      {
        uses: `your-org/trigger-n8n-workflow${scene.action ? `/${scene.action}` : ''}@v1`,
        id: 'n8n',
        with: shownInputs,
      },
    ],
    {
      lineWidth: 0,
    },
  );
  print(`\n━━━ ${number}. ${scene.title}\n`);
  print(`${indent(step.replaceAll('"***"', '***'))}\n`);
  await scene.before?.();
  const { action = '', files = {} } = scene;
  const result = await runStep({ action, files, with: scene.with, signal: stopped.signal });
  if (stopped.signal.aborted) return false;
  print(indent(result.visibleLog, '  │ '));
  print(`\n  Outputs${result.exitCode === 0 ? '' : `, exit code ${result.exitCode}`}:`);
  for (const [name, value] of Object.entries(result.outputs)) print(`    ${name}: ${shortened(value)}`);
  if (scene.summary) print(`\n  Job summary:\n${indent(result.summary, '    ')}`);
  const wrong = differences(scene.expected, result);
  print(wrong.length === 0 ? '\n  ✓ as it should be' : `\n  ✗ not as it should be: ${wrong.join('; ')}`);
  return wrong.length === 0;
}

function differences(expected: Scene['expected'], result: StepResult): string[] {
  const wrong = result.exitCode === expected.exitCode ? [] : [`exit code ${result.exitCode}, not ${expected.exitCode}`];
  for (const [name, wanted] of Object.entries(expected.outputs)) {
    const value = result.outputs[name] ?? '';
    if (typeof wanted === 'string' ? value !== wanted : !wanted.test(value)) {
      wrong.push(`${name} is ${shortened(value) || 'empty'}, not ${wanted}`);
    }
  }
  return wrong;
}

const indent = (text: string, by = '  '): string => text.trimEnd().replace(/^/gm, by);

const shortened = (text: string): string =>
  text.length > 160 ? `${text.slice(0, 160)} … (${text.length} characters)` : text;

/** Gives the exit code. */
async function demo(): Promise<number> {
  const { api, owner } = await openN8n();
  print('Publishing sample workflows …');
  const samples = await publishSamples(api, {
    owner,
    signal: stopped.signal,
    removeLater: (remove) => {
      if (!owner) undo.push(remove);
    },
  });
  const deployment = deploymentScenes(api);
  if (!owner) undo.push(deployment.remove);
  const scenes = [...scenesOf(samples), ...deployment.scenes];
  let right = 0;
  for (const [index, scene] of scenes.entries()) {
    stopped.signal.throwIfAborted();
    if (await show(scene, index + 1)) right += 1;
  }
  print(`\n${right} of ${scenes.length} steps did what they should.`);
  return right === scenes.length ? 0 : 1;
}

const ends = { SIGINT: 130, SIGTERM: 143 } as const;
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    // A second Ctrl-C does not wait for the clean-up.
    if (stopped.signal.aborted) process.exit(ends[name]);
    print('\nStopping …');
    stopped.abort(ends[name]);
  });
}
const exitCode = await demo().catch((error: unknown) => {
  if (!stopped.signal.aborted) print(error instanceof Error ? error.message : String(error));
  return 1;
});
// The first reason stays: after Ctrl-C the exit code is that of Ctrl-C.
stopped.abort(exitCode);
for (const each of undo.reverse()) {
  await each().catch((error: unknown) => print(`Could not be undone: ${error}`));
}
process.exit(Number(stopped.signal.reason));
