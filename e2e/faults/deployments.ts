// Breaks a seeded lot of deployments between the action and a real n8n, one fault each, kills steps and n8n, runs two at
// once, and compares n8n with the files afterwards: what runs is as it was or as it should be, nothing is there twice, and
// the next deployment mends the rest.
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom, oneOf } from '../../support/chance.ts';
import { N8nApi } from '../../support/n8n/api.ts';
import { calledByAnotherWorkflow, chain, set, webhook } from '../../support/n8n/nodes.ts';
import { at, isRecord, listAt } from '../../support/shapes.ts';
import { type StartedStep, type StepResult, startStep } from '../../support/step.ts';
import { FAULTS, type Fault, startFaultyProxy } from './faulty-proxy.ts';

export interface DeploymentSettings {
  readonly n8n: {
    readonly url: string;
    readonly port: number;
    readonly apiKey: string;
    readonly killAndRestart: () => Promise<void>;
  };
  readonly seed: number;
  /** Deployments with a fault each. */
  readonly count: number;
  /** Deployments while n8n is killed and restarted. */
  readonly underKill: number;
  readonly atOnce: number;
  readonly say: (line: string) => void;
  /** Where the log of each wrong deployment goes. */
  readonly wrongLog: string;
}

type Trouble = Fault | 'step killed' | 'two at once' | 'n8n killed';

interface Scenario {
  readonly number: number;
  readonly trouble: Trouble;
  /** Which of the step's connections meets it, from 1. */
  readonly nth: number;
  /** Where in the request or reply, from 0 to under 1. */
  readonly at: number;
  /** When the step or n8n is killed, or the second deployment begins, in milliseconds. */
  readonly afterMs: number;
}

/** What cuts nothing that a deployment sends: its requests are small. */
const USED = FAULTS.filter((fault) => fault !== 'reset while sending');

/** As many connections as a deployment of this kind makes, or nearly. */
const CONNECTIONS = 17;

/** How many deployments are under way when n8n is killed. */
const PER_KILL = 4;

interface Outcome {
  readonly scenario: Scenario;
  /** Two, if two ran at once. */
  readonly steps: readonly StepResult[];
  readonly wrong: string | undefined;
}

export async function deploymentFaults(settings: DeploymentSettings): Promise<{ passed: number; failed: number }> {
  const { seed, count, underKill, atOnce, say } = settings;
  const chance = chanceFrom(seed);
  const draw = (number: number, trouble: Trouble): Scenario => ({
    number,
    trouble,
    nth: 1 + Math.floor(chance() * CONNECTIONS),
    at: chance(),
    afterMs: trouble === 'two at once' ? chance() ** 2 * 1500 : 150 + chance() * 2500,
  });
  const waiting = Array.from({ length: count }, (_, number) => draw(number, drawTrouble(chance)));
  say(`${count} deployments with faults, ${atOnce} at a time …`);
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let scenario = waiting.shift(); scenario !== undefined; scenario = waiting.shift()) {
      outcomes.push(reported(await play(scenario, settings), settings));
      if (outcomes.length % 50 === 0) say(`  ${outcomes.length} of ${count}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  say(table(outcomes));
  say(`${underKill} deployments while n8n is killed and restarted …`);
  for (let number = count; number < count + underKill; number += PER_KILL) {
    const size = Math.min(PER_KILL, count + underKill - number);
    const batch = Array.from({ length: size }, (_, index) => draw(number + index, 'n8n killed'));
    for (const outcome of await playKilled(batch, settings)) outcomes.push(reported(outcome, settings));
  }
  say(table(outcomes.slice(count)));
  const failed = outcomes.filter(({ wrong }) => wrong !== undefined).length;
  return { passed: outcomes.length - failed, failed };
}

/** Says at once what is wrong, so that a run that is stopped has said it. */
function reported(outcome: Outcome, { say, wrongLog }: DeploymentSettings): Outcome {
  const { scenario, steps, wrong } = outcome;
  if (wrong === undefined) return outcome;
  say(`WRONG: deployment ${scenario.number}, ${scenario.trouble} at connection ${scenario.nth}: ${wrong}`);
  const logs = steps.map(({ log }) => log).join('\n---\n');
  appendFileSync(wrongLog, `\n=== ${JSON.stringify(scenario)}\n${wrong}\n${logs}\n`);
  return outcome;
}

function drawTrouble(chance: () => number): Trouble {
  const share = chance();
  if (share < 0.1) return 'step killed';
  return share < 0.2 ? 'two at once' : oneOf<Trouble>(USED, chance);
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
      ...chain(
        `${prefix} sub`,
        { ...calledByAnotherWorkflow(), id: 't' },
        { ...set('Answer', { answer: 7 }), id: 's' },
      ),
      id: `${prefix}-sub`,
    },
  };
  return Object.fromEntries(
    Object.entries(workflows).map(([name, workflow]) => [`workflows/${name}.json`, JSON.stringify(workflow)]),
  );
}

/** One scenario's workflows in n8n: the first deployment of one of them is done. */
interface Trial {
  readonly prefix: string;
  /** Deploys all of them, with a change in the one that runs. */
  readonly deploy: (url: string) => StartedStep;
  readonly first: StepResult;
}

async function begin({ number }: Scenario, { n8n }: DeploymentSettings): Promise<Trial> {
  const prefix = `deploy-fault-${number}-${Date.now().toString(36)}`;
  const start = (url: string, answer: number, workflows: string): StartedStep =>
    startStep({
      action: 'deploy',
      with: { url, 'secret-key': n8n.apiKey, workflows, timeout: '10s', 'webhook-base': `${n8n.url}/webhook` },
      files: filesOf(prefix, answer),
    });
  const first = await start(n8n.url, 1, 'workflows/live.json').finished;
  return { prefix, first, deploy: (url) => start(url, 2, 'workflows/*.json') };
}

async function play(scenario: Scenario, settings: DeploymentSettings): Promise<Outcome> {
  const trial = await begin(scenario, settings);
  const steps = await meet(scenario, trial, settings);
  return judge(scenario, trial, steps, settings);
}

/** Lets the trouble happen to a deployment, or to two. */
async function meet(
  { trouble, nth: planned, at: place, afterMs }: Scenario,
  { deploy }: Trial,
  { n8n }: DeploymentSettings,
): Promise<StepResult[]> {
  if (trouble === 'two at once') {
    const one = deploy(n8n.url);
    await sleep(afterMs);
    return Promise.all([one.finished, deploy(n8n.url).finished]);
  }
  if (trouble === 'step killed') {
    const running = deploy(n8n.url);
    void sleep(afterMs).then(() => running.child.kill('SIGKILL'));
    return [await running.finished];
  }
  if (trouble === 'n8n killed') throw new Error('n8n is killed for several deployments in one');
  const proxy = await startFaultyProxy(n8n.port, (kind, nth) =>
    kind === 'api' && nth === planned ? { fault: trouble, at: place } : undefined,
  );
  const step = await deploy(`http://127.0.0.1:${proxy.port}`).finished;
  await proxy.close();
  return [step];
}

/** Kills n8n once, as a power failure does, while several deployments are under way, and starts it again. */
async function playKilled(batch: readonly Scenario[], settings: DeploymentSettings): Promise<Outcome[]> {
  const { n8n } = settings;
  const trials = await Promise.all(batch.map((scenario) => begin(scenario, settings)));
  // They begin at different times before the kill.
  const killAfterMs = Math.max(...batch.map(({ afterMs }) => afterMs));
  const running = trials.map(async ({ deploy }, index) => {
    await sleep(killAfterMs - (batch[index]?.afterMs ?? 0));
    return deploy(n8n.url).finished;
  });
  await sleep(killAfterMs);
  await n8n.killAndRestart();
  const steps = await Promise.all(running);
  return Promise.all(
    batch.map((scenario, index) => {
      const [trial, step] = [trials[index], steps[index]];
      if (!trial || !step) throw new Error(`Scenario ${scenario.number} is missing`);
      return judge(scenario, trial, [step], settings);
    }),
  );
}

/** Compares n8n with the files and with what the steps said, right afterwards and after the next deployment. */
async function judge(
  scenario: Scenario,
  { prefix, first, deploy }: Trial,
  steps: readonly StepResult[],
  { n8n }: DeploymentSettings,
): Promise<Outcome> {
  if (first.exitCode !== 0) return { scenario, steps: [first], wrong: 'the first deployment failed, without a fault' };
  const withinMs = scenario.trouble === 'n8n killed' ? LEASE_MS : SETTLED_MS;
  const wrong = await wrongNow(prefix, steps, n8n, withinMs);
  if (wrong !== undefined) return { scenario, steps, wrong };
  const next = await deploy(n8n.url).finished;
  if (next.exitCode !== 0) return { scenario, steps: [...steps, next], wrong: 'the next deployment did not mend it' };
  const isMended = ({ answer, callerAnswer, counts }: State) =>
    answer === 2 && callerAnswer === 7 && counts.every((each) => each === 1);
  const after = await stateOf(prefix, n8n, isMended, withinMs);
  if (!isMended(after)) return { scenario, steps, wrong: `after the next deployment: ${JSON.stringify(after)}` };
  const last = await deploy(n8n.url).finished;
  const isSettled = last.exitCode === 0 && last.outputs['changed'] === 'false' && last.annotations.length === 0;
  return { scenario, steps: isSettled ? steps : [...steps, next, last], wrong: isSettled ? undefined : 'not settled' };
}

const PUT_BACK = /What runs in n8n has not changed/;
const NOT_WRITTEN = /Nothing was written/;

/** What is wrong right after the deployment with its fault. */
async function wrongNow(
  prefix: string,
  steps: readonly StepResult[],
  n8n: DeploymentSettings['n8n'],
  withinMs: number,
): Promise<string | undefined> {
  const isSuccess = steps.some(({ outputs }) => outputs['success'] === 'true');
  const isWhole = steps.every(({ visibleLog }) => PUT_BACK.test(visibleLog) || NOT_WRITTEN.test(visibleLog));
  const isRight = ({ answer, callerAnswer }: State): boolean => {
    if (isSuccess) return answer === 2 && callerAnswer === 7;
    return answer === 1 || (answer === 2 && !isWhole);
  };
  const state = await stateOf(prefix, n8n, isRight, withinMs);
  const seen = JSON.stringify(state);
  if (state.counts.some((count) => count > 1)) return `something is there twice: ${seen}`;
  if (isRight(state)) return undefined;
  if (state.answer !== 1 && state.answer !== 2) return `what ran before is gone: ${seen}`;
  return `it said ${isSuccess ? 'success' : 'that what runs is what ran before'}: ${seen}`;
}

interface State {
  /** How many workflows there are of each name. */
  readonly counts: readonly number[];
  readonly answer: unknown;
  readonly callerAnswer: unknown;
}

/** How long n8n may take to start its triggers on this machine, in milliseconds. */
const SETTLED_MS = 10_000;

/**
 * The same after n8n was killed. A publication that was under way then is taken up again after two minutes, and later
 * ones of the same workflow wait for it (`N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS`).
 */
const LEASE_MS = 150_000;

/** What n8n has and what its webhooks reply: as soon as that is as expected, or when there was time enough. */
async function stateOf(
  prefix: string,
  { url, apiKey }: DeploymentSettings['n8n'],
  isExpected: (state: State) => boolean,
  withinMs: number,
): Promise<State> {
  const api = new N8nApi(url, apiKey);
  const list = listAt(
    await api.request('GET', `/workflows?limit=250&name=${encodeURIComponent(prefix)}`),
    'data',
  ).filter(isRecord);
  const counts = ['live', 'caller', 'sub'].map(
    (name) => list.filter((row) => row['name'] === `${prefix} ${name}`).length,
  );
  const began = Date.now();
  for (;;) {
    await sleep(300);
    const answer = await answerAt(`${url}/webhook/${prefix}-live`);
    const callerAnswer = await answerAt(`${url}/webhook/${prefix}-caller`);
    const state = { counts, answer, callerAnswer };
    if (isExpected(state) || Date.now() - began > withinMs) return state;
  }
}

async function answerAt(url: string): Promise<unknown> {
  const reply = await fetch(url, { method: 'POST' });
  const text = await reply.text();
  return reply.ok ? at(JSON.parse(text), 'answer') : reply.status;
}

/** Fault × what the step said. */
function table(outcomes: readonly Outcome[]): string {
  const says = ({ steps }: Outcome): string => {
    if (steps.some(({ outputs }) => outputs['success'] === 'true')) return 'success';
    const log = steps.map(({ visibleLog }) => visibleLog).join('\n');
    return NOT_WRITTEN.test(log) ? 'nothing written' : PUT_BACK.test(log) ? 'put back' : 'look at it';
  };
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
