// Breaks a seeded lot of deployments between the action and a real n8n, one fault each, and compares n8n with the files
// afterwards: what runs is as it was or as it should be, nothing is there twice, and the next deployment mends the rest.
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom, oneOf } from '../../support/chance.ts';
import { N8nApi } from '../../support/n8n/api.ts';
import { calledByAnotherWorkflow, chain, set, webhook } from '../../support/n8n/nodes.ts';
import { at, isRecord, listAt } from '../../support/shapes.ts';
import { type StartedStep, type StepResult, startStep } from '../../support/step.ts';
import { FAULTS, type Fault, startFaultyProxy } from './faulty-proxy.ts';

export interface DeploymentSettings {
  readonly n8n: { readonly url: string; readonly port: number; readonly apiKey: string };
  readonly seed: number;
  readonly count: number;
  readonly atOnce: number;
  readonly say: (line: string) => void;
  /** Where the log of each wrong deployment goes. */
  readonly wrongLog: string;
}

type Trouble = Fault | 'step killed';

interface Scenario {
  readonly number: number;
  readonly trouble: Trouble;
  /** Which of the step's connections meets it, from 1. */
  readonly nth: number;
  /** Where in the request or reply, from 0 to under 1. */
  readonly at: number;
  /** When the step is killed, in milliseconds. */
  readonly killAfterMs: number;
}

/** What cuts nothing that a deployment sends: its requests are small. */
const USED = FAULTS.filter((fault) => fault !== 'reset while sending');

/** As many connections as a deployment of this kind makes, or nearly. */
const CONNECTIONS = 12;

interface Outcome {
  readonly scenario: Scenario;
  readonly step: StepResult;
  readonly wrong: string | undefined;
}

export async function deploymentFaults(settings: DeploymentSettings): Promise<{ passed: number; failed: number }> {
  const { seed, count, atOnce, say, wrongLog } = settings;
  const chance = chanceFrom(seed);
  const waiting = Array.from({ length: count }, (_, number): Scenario => {
    const trouble = chance() < 0.1 ? 'step killed' : oneOf<Trouble>(USED, chance);
    const nth = 1 + Math.floor(chance() * CONNECTIONS);
    return { number, trouble, nth, at: chance(), killAfterMs: 150 + chance() * 2500 };
  });
  say(`${count} deployments with faults, ${atOnce} at a time …`);
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let scenario = waiting.shift(); scenario !== undefined; scenario = waiting.shift()) {
      outcomes.push(await play(scenario, settings));
      if (outcomes.length % 50 === 0) say(`  ${outcomes.length} of ${count}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  for (const { scenario, step, wrong } of outcomes) {
    if (wrong === undefined) continue;
    say(`WRONG: deployment ${scenario.number}, ${scenario.trouble} at connection ${scenario.nth}: ${wrong}`);
    appendFileSync(wrongLog, `\n=== ${JSON.stringify(scenario)}\n${wrong}\n${step.log}\n`);
  }
  say(table(outcomes));
  const failed = outcomes.filter(({ wrong }) => wrong !== undefined).length;
  return { passed: outcomes.length - failed, failed };
}

/** A workflow that runs and changes, and one that is new and calls a third that is new. */
function filesOf(prefix: string, answer: number): Record<string, string> {
  const call = {
    ...set('Call', {}),
    type: 'n8n-nodes-base.executeWorkflow',
    typeVersion: 1.2,
    parameters: { workflowId: { __rl: true, mode: 'id', value: `${prefix}-sub` }, options: {} },
  };
  const hook = (path: string) => ({ ...webhook(path, { responseMode: 'lastNode' }), id: path, webhookId: path });
  const workflows = {
    live: {
      ...chain(`${prefix} live`, hook(`${prefix}-live`), { ...set('Answer', { answer }), id: 'a' }),
      active: true,
    },
    caller: { ...chain(`${prefix} caller`, hook(`${prefix}-caller`), { ...call, id: 'c' }), active: true },
    sub: {
      ...chain(`${prefix} sub`, calledByAnotherWorkflow(), { ...set('Answer', { answer: 7 }), id: 's' }),
      id: `${prefix}-sub`,
    },
  };
  return Object.fromEntries(
    Object.entries(workflows).map(([name, workflow]) => [`workflows/${name}.json`, JSON.stringify(workflow)]),
  );
}

async function play(scenario: Scenario, { n8n }: DeploymentSettings): Promise<Outcome> {
  const prefix = `deploy-fault-${scenario.number}-${Date.now().toString(36)}`;
  const start = (url: string, answer: number, only?: string): StartedStep =>
    startStep({
      action: 'deploy',
      with: {
        url,
        'secret-key': n8n.apiKey,
        workflows: only ?? 'workflows/*.json',
        timeout: '10s',
        'webhook-base': `${n8n.url}/webhook`,
      },
      files: filesOf(prefix, answer),
    });
  const before = await start(n8n.url, 1, 'workflows/live.json').finished;
  if (before.exitCode !== 0) return { scenario, step: before, wrong: 'the first deployment failed, without a fault' };
  const { trouble } = scenario;
  const proxy = await startFaultyProxy(n8n.port, (kind, nth) =>
    kind === 'api' && nth === scenario.nth && trouble !== 'step killed'
      ? { fault: trouble, at: scenario.at }
      : undefined,
  );
  const running = start(`http://127.0.0.1:${proxy.port}`, 2);
  if (trouble === 'step killed') void sleep(scenario.killAfterMs).then(() => running.child.kill('SIGKILL'));
  const step = await running.finished;
  await proxy.close();
  const wrong = await wrongNow(prefix, step, n8n);
  if (wrong !== undefined) return { scenario, step, wrong };
  const next = await start(n8n.url, 2).finished;
  if (next.exitCode !== 0)
    return { scenario, step: next, wrong: `the next deployment did not mend it: ${next.visibleLog}` };
  const after = await stateOf(prefix, n8n);
  const isMended = after.answer === 2 && after.callerAnswer === 7 && after.counts.every((each) => each === 1);
  return { scenario, step, wrong: isMended ? undefined : `after the next deployment: ${JSON.stringify(after)}` };
}

/** What is wrong right after the deployment with its fault. */
async function wrongNow(prefix: string, step: StepResult, n8n: DeploymentSettings['n8n']): Promise<string | undefined> {
  const state = await stateOf(prefix, n8n);
  const seen = JSON.stringify(state);
  if (state.counts.some((count) => count > 1)) return `something is there twice: ${seen}`;
  if (state.answer !== 1 && state.answer !== 2) return `what ran before is gone: ${seen}`;
  const { success } = step.outputs;
  if (success === 'true' && (state.answer !== 2 || state.callerAnswer !== 7)) return `it said success: ${seen}`;
  const saysWhole = /What runs in n8n is what ran before|Nothing was written/.test(step.visibleLog);
  if (saysWhole && state.answer !== 1) return `it said that what runs is what ran before: ${seen}`;
  return undefined;
}

async function stateOf(prefix: string, { url, apiKey }: DeploymentSettings['n8n']) {
  const api = new N8nApi(url, apiKey);
  const list = listAt(
    await api.request('GET', `/workflows?limit=250&name=${encodeURIComponent(prefix)}`),
    'data',
  ).filter(isRecord);
  const counts = ['live', 'caller', 'sub'].map(
    (name) => list.filter((row) => row['name'] === `${prefix} ${name}`).length,
  );
  await sleep(300);
  return {
    counts,
    answer: await answerAt(`${url}/webhook/${prefix}-live`),
    callerAnswer: await answerAt(`${url}/webhook/${prefix}-caller`),
  };
}

async function answerAt(url: string): Promise<unknown> {
  const reply = await fetch(url, { method: 'POST' });
  const text = await reply.text();
  return reply.ok ? at(JSON.parse(text), 'answer') : reply.status;
}

/** Fault × what the step said. */
function table(outcomes: readonly Outcome[]): string {
  const says = ({ step }: Outcome): string =>
    step.outputs['success'] === 'true'
      ? 'success'
      : /Nothing was written/.test(step.visibleLog)
        ? 'nothing written'
        : /What runs in n8n is what ran before/.test(step.visibleLog)
          ? 'put back'
          : 'look at it';
  const claims = ['success', 'nothing written', 'put back', 'look at it'];
  const troubles = [...new Set(outcomes.map(({ scenario }) => scenario.trouble))].sort();
  const cells = (of: readonly Outcome[]) =>
    claims.map((claim) => of.filter((each) => says(each) === claim).length || '–');
  return [
    '\n**deployments**\n',
    `| fault | ${claims.join(' | ')} |`,
    `|---|${claims.map(() => '---').join('|')}|`,
    ...troubles.map(
      (trouble) =>
        `| ${[trouble, ...cells(outcomes.filter(({ scenario }) => scenario.trouble === trouble))].join(' | ')} |`,
    ),
    `| ${['all', ...cells(outcomes)].join(' | ')} |`,
  ].join('\n');
}
