// Shows what people get: runs the committed bundle as a workflow's steps against a real n8n and prints what they see.
//   npm run demo                                       starts an n8n of its own, installing it the first time
//   N8N_URL=… N8N_API_KEY=… npm run demo               uses yours: adds sample workflows, and removes them in the end
// Exit code 0 when every step did what is said of it, 130 after Ctrl-C.
import { randomBytes } from 'node:crypto';
import { stringify } from 'yaml';
import { runStep, type StepResult } from '../__tests__/support/step.ts';
import { N8nApi } from '../e2e/support/api.ts';
import { deployGateway } from '../e2e/support/gateway.ts';
import type { Owner } from '../e2e/support/owner.ts';
import { startN8n } from '../e2e/support/server.ts';
import * as workflows from '../e2e/support/workflows.ts';

interface Scene {
  title: string;
  with: Record<string, string>;
  /** Whether to show the job summary too. */
  summary?: true;
  /** The exit code and the outputs that make the step as it should be. */
  expected: { exitCode: number; outputs: Record<string, string | RegExp> };
}

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

/**
 * Publishes the sample workflows and tells which steps to show with them.
 *
 * @param owner of an n8n of our own, where everything may be switched on
 */
async function prepare(api: N8nApi, owner?: Owner): Promise<Scene[]> {
  // Paths and names of their own: a demo disturbs neither another one nor what is there.
  const prefix = `trigger-demo-${randomBytes(4).toString('hex')}`;
  const gatewayKey = randomBytes(16).toString('hex');
  const path = (name: string): string => `${prefix}-${name}`;
  const removeLater = (remove: () => Promise<void>): void => {
    if (!owner) undo.push(remove);
  };
  const publish = async (workflow: workflows.Workflow): Promise<string> => {
    stopped.signal.throwIfAborted();
    const id = await api.createWorkflow({ ...workflow, name: `[${prefix}] ${workflow.name}` });
    removeLater(() => api.deleteWorkflow(id));
    await api.publish(id);
    return id;
  };
  print('Publishing sample workflows …');
  await publish(workflows.immediate(path('start')));
  await publish(workflows.echo(path('answer')));
  await publish(workflows.fails(path('refuse')));
  await publish(workflows.waitsLong(path('works'), 3));
  await publish(workflows.fails(path('fails-later'), 'No stock left', { responseMode: 'onReceived' }));
  const byId = await publish(workflows.allItems(path('by-id')));
  const target = await publish(workflows.target('Target of the gateway'));
  const gateway = await deployGateway(api, gatewayKey, prefix);
  removeLater(() => api.deleteCredential(gateway.credentialId));
  removeLater(() => api.deleteWorkflow(gateway.workflowId));
  const paths = ['start', 'answer', 'refuse', 'works', 'fails-later', 'by-id'];
  await Promise.all(paths.map((name) => api.webhookRegistered(path(name))));

  const byMcp = owner ? await prepareMcp(owner, await publish(workflows.scheduled())) : [];

  const webhook = (name: string): string => `${api.url}/webhook/${path(name)}`;
  return [
    {
      title: 'Start a workflow by its webhook; n8n answers at once. No payload: the GitHub context is sent.',
      with: { url: webhook('start') },
      expected: { exitCode: 0, outputs: { success: 'true', status: '200', 'response-body': /Workflow was started/ } },
    },
    {
      title: 'Send a payload, and get the answer of the last node.',
      with: { url: webhook('answer'), payload: 'version: 1.4.2\nservices: [api, web]\n' },
      expected: { exitCode: 0, outputs: { success: 'true', 'response-body': /"body":\{"version":"1\.4\.2"/ } },
    },
    {
      title: 'Run a workflow by its id, through its own Webhook node, which the action finds.',
      with: { mode: 'api', url: api.url, 'workflow-id': byId, 'secret-key': api.key },
      expected: {
        exitCode: 0,
        outputs: { success: 'true', route: 'webhook', 'response-body': '[{"n":1},{"n":2},{"n":3}]' },
      },
    },
    {
      title: 'Run a workflow by its id, through the gateway workflow of n8n/gateway.json.',
      with: {
        mode: 'api',
        url: gateway.url,
        'workflow-id': target,
        'secret-key': gatewayKey,
        route: 'start',
        payload: '{"version": "1.4.2"}',
      },
      expected: {
        exitCode: 0,
        outputs: { success: 'true', route: 'start', 'response-body': '[{"received":{"version":"1.4.2"}}]' },
      },
    },
    ...byMcp,
    {
      title: 'n8n answers at once, and the workflow works on: the step follows it to its end.',
      with: { url: webhook('works'), 'secret-key': api.key, wait: 'true' },
      summary: true,
      expected: {
        exitCode: 0,
        outputs: { success: 'true', 'execution-status': 'success', 'execution-data': '[{"a":1}]' },
      },
    },
    {
      title: 'n8n answers "Workflow was started", and the workflow fails: the step fails with the node that failed.',
      with: { url: webhook('fails-later'), 'secret-key': api.key, wait: 'true' },
      summary: true,
      expected: { exitCode: 1, outputs: { success: 'false', status: '200', 'execution-status': 'error' } },
    },
    {
      title: 'A workflow that fails: the step fails, and is not run twice.',
      with: { url: webhook('refuse') },
      expected: { exitCode: 1, outputs: { success: 'false', status: '500', attempts: '1' } },
    },
  ];
}

/** Has n8n's own MCP server run a workflow that nothing else can start from outside. */
async function prepareMcp(owner: Owner, workflowId: string): Promise<Scene[]> {
  const token = await owner.createMcpToken();
  await owner.offerInMcp(workflowId);
  return [
    {
      title: "Run a workflow that has only a Schedule trigger, through n8n's own MCP server, and wait for its data.",
      with: { mode: 'api', url: owner.url, 'workflow-id': workflowId, 'secret-key': token, wait: 'true' },
      expected: { exitCode: 0, outputs: { success: 'true', route: 'mcp', 'execution-data': '[{"a":1}]' } },
    },
  ];
}

/** Runs one step and prints it. True if it did what it should. */
async function show(scene: Scene, number: number): Promise<boolean> {
  const shownInputs = Object.fromEntries(
    Object.entries(scene.with).map(([name, value]) => [name, secret.test(name) ? '***' : value]),
  );
  const step = stringify([{ uses: 'your-org/trigger-n8n-workflow@v1', id: 'n8n', with: shownInputs }], {
    lineWidth: 0,
  });
  print(`\n━━━ ${number}. ${scene.title}\n`);
  print(`${indent(step.replaceAll('"***"', '***'))}\n`);
  const result = await runStep({ with: scene.with, signal: stopped.signal });
  if (stopped.signal.aborted) return false;
  print(indent(result.visibleLog, '  │ '));
  print(`\n  Outputs${result.exitCode === 0 ? '' : `, exit code ${result.exitCode}`}:`);
  for (const [name, value] of Object.entries(result.outputs)) print(`    ${name}: ${shortened(value)}`);
  if (scene.summary) print(`\n  Job summary:\n${indent(result.summary, '    ')}`);
  const wrong = differences(scene.expected, result);
  print(wrong.length === 0 ? '\n  ✓ as it should be' : `\n  ✗ not as it should be: ${wrong.join('; ')}`);
  return wrong.length === 0;
}

function differences(expected: Scene['expected'], { exitCode, outputs }: StepResult): string[] {
  const wrong = exitCode === expected.exitCode ? [] : [`exit code ${exitCode}, not ${expected.exitCode}`];
  for (const [name, wanted] of Object.entries(expected.outputs)) {
    const value = outputs[name] ?? '';
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
  const scenes = await prepare(api, owner);
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
