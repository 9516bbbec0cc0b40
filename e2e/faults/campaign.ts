// Breaks a seeded lot of triggers between the action and a real n8n, kills n8n under a stream of them, and compares what
// the steps say with what n8n ran.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { certificate, HAS_OPENSSL } from '../../support/certificate.ts';
import { chanceFrom } from '../../support/chance.ts';
import { type N8nServer, spawnN8n, startN8n } from '../../support/n8n/server.ts';
import * as workflows from '../../support/n8n/workflows.ts';
import { draw, MANNERS, type Manner, play, type Scenario, type Told, wrongIn } from './step.ts';
import { executionsByTrace } from './truth.ts';

export interface Settings {
  readonly seed: number;
  /** Steps with faults between them and n8n. */
  readonly count: number;
  /** Steps while n8n is killed and restarted. */
  readonly underKill: number;
  readonly atOnce: number;
  readonly say: (line: string) => void;
  /** Where the log of each wrong step goes. */
  readonly wrongLog: string;
}

export interface Figures {
  readonly passed: number;
  readonly failed: number;
}

/** A hook each for few steps, so that a step can tell its execution from those of others. */
const HOOKS = 40;

export async function campaign({ seed, count, underKill, atOnce, say, wrongLog }: Settings): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-faults-'));
  const began = Date.now();
  let n8n: N8nServer | undefined;
  try {
    n8n = await startN8n({ folder, progress: say });
    const { api, port, apiKey } = n8n;
    const hooks = Array.from({ length: HOOKS }, (_, number) => `faults-${number}`);
    // Where the settings leave open whether failures are saved, and none has been, a lost call cannot be ruled out.
    const fixtures = [workflows.immediate, workflows.echo];
    const settings = { saveDataSuccessExecution: 'all', saveDataErrorExecution: 'all' };
    for (const [number, hook] of hooks.entries()) {
      const workflow = (fixtures[number % 2] ?? workflows.echo)(hook);
      await api.deploy(number % 4 < 2 ? workflow : { ...workflow, settings: { ...workflow.settings, ...settings } });
    }
    // Each hook has run before, as hooks have.
    for (const hook of hooks) await (await fetch(`${n8n.url}/webhook/${hook}`, { method: 'POST' })).text();

    const chance = chanceFrom(seed);
    const place = { n8nPort: port, apiKey, certificate: HAS_OPENSSL ? certificate('localhost') : undefined };
    const scenarios = Array.from({ length: count }, (_, number) => draw(number, hooks, chance));
    say(`${count} steps with faults, ${atOnce} at a time …`);
    const told = await inParallel(scenarios, atOnce, (scenario) => play(scenario, place), say);

    const killed = Array.from({ length: underKill }, (_, number): Scenario => {
      const plain = draw(count + number, hooks, chance);
      return { ...plain, fault: 'n8n killed', triggerFaults: [], apiFaults: [] };
    });
    say(`${underKill} steps while n8n is killed and restarted …`);
    const stream = inParallel(
      killed,
      atOnce,
      (scenario) => play(scenario, place, { retries: '8', timeout: '5s' }),
      say,
    );
    const kills = await killAgainAndAgain(n8n, folder, stream, chance);
    n8n = { ...n8n, ...kills.server };
    told.push(...(await stream));

    const executions = await executionsByTrace(api);
    say(`n8n was killed ${kills.count} times. All took ${Math.round((Date.now() - began) / 1000)} s.`);
    return judge(told, executions, seed, say, wrongLog);
  } finally {
    await n8n?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Kills n8n as a power failure does, at a random moment, and starts it on the same folder, until the stream is dry. */
async function killAgainAndAgain(n8n: N8nServer, folder: string, stream: Promise<unknown>, chance: () => number) {
  let isDry = false;
  void stream.finally(() => {
    isDry = true;
  });
  let server: Awaited<ReturnType<typeof spawnN8n>> = n8n;
  let count = 0;
  for (; !isDry && count < 12; count += 1) {
    await sleep(1000 + chance() * 5000);
    await server.kill();
    server = await spawnN8n({ folder, port: n8n.port });
    await server.ready();
  }
  await stream;
  return { server, count };
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  say: (line: string) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      results.push(await work(item));
      if (results.length % 100 === 0) say(`  ${results.length} of ${items.length}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

function judge(
  told: readonly Told[],
  executions: ReadonlyMap<string, number>,
  seed: number,
  say: (line: string) => void,
  wrongLog: string,
): Figures {
  const ranOf = ({ scenario }: Told): number => executions.get(scenario.traceId) ?? 0;
  let failed = 0;
  for (const each of told) {
    const wrong = wrongIn(each, ranOf(each));
    if (wrong === undefined) continue;
    failed += 1;
    const { number, manner, fault } = each.scenario;
    say(`WRONG: step ${number}, ${manner}, ${fault}${each.scenario.isSecure ? ', https' : ''}: ${wrong}`);
    const plan = JSON.stringify({ ...each.scenario, apiFaults: undefined });
    appendFileSync(wrongLog, `\n=== ${plan}\n${wrong}\n${each.result.log}\n`);
  }
  for (const manner of MANNERS)
    say(
      table(
        manner,
        told.filter(({ scenario }) => scenario.manner === manner),
        ranOf,
      ),
    );
  const faults = told.reduce((sum, each) => sum + each.faults, 0);
  const longest = Math.max(...told.map(({ result }) => result.durationMs));
  const secure = told.filter(({ scenario }) => scenario.isSecure).length;
  say(
    `\nseed ${seed}: ${told.length} steps, ${secure} of them over https, ${faults} faults injected, longest step ${Math.round(longest / 1000)} s`,
  );
  say(`${told.length - failed} claims right, ${failed} wrong`);
  return { passed: told.length - failed, failed };
}

/** Fault × claim: how many steps, and how many executions they had. */
function table(manner: Manner, told: readonly Told[], ranOf: (each: Told) => number): string {
  const claims = ['success', 'failed', 'result unknown', 'may have run', 'did not run'] as const;
  const faults = [...new Set(told.map(({ scenario }) => scenario.fault))].sort();
  const line = (name: string, among: readonly Told[]): string => {
    const cells = claims.map((claim) => {
      const these = among.filter((each) => each.claim === claim);
      const ran = [0, 1, 2].map((times) => these.filter((each) => Math.min(ranOf(each), 2) === times).length);
      return these.length === 0 ? '–' : `${these.length} (${ran.join('/')})`;
    });
    return `| ${[name, ...cells].join(' | ')} |`;
  };
  return [
    `\n**${manner}** (in parentheses: how many of them ran not at all / once / more often)\n`,
    `| fault | ${claims.join(' | ')} |`,
    `|---|${claims.map(() => '---').join('|')}|`,
    ...faults.map((fault) =>
      line(
        fault,
        told.filter(({ scenario }) => scenario.fault === fault),
      ),
    ),
    line('all', told),
  ].join('\n');
}
