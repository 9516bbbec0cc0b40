// One step of the campaign: what it is asked to do, what goes wrong for it, and what it claims.
import { randomBytes } from 'node:crypto';
import type { Certificate } from '../../support/certificate.ts';
import { oneOf } from '../../support/chance.ts';
import { runStep, type StepResult } from '../../support/step.ts';
import { FAULTS, type Fault, LARGE, type Planned, startFaultyProxy } from './faulty-proxy.ts';

/** What the step may do about a reply that it lost. */
export const MANNERS = ['with key', 'with key, wait', 'without key', 'retry-ambiguous'] as const;
export type Manner = (typeof MANNERS)[number];

/** What a step says about its trigger. */
export type Claim = 'success' | 'failed' | 'result unknown' | 'may have run' | 'did not run';

export interface Scenario {
  readonly number: number;
  readonly manner: Manner;
  readonly isSecure: boolean;
  readonly fault: Fault | 'n8n killed' | 'none';
  readonly hook: string;
  readonly traceId: string;
  /** By the number of the connection. */
  readonly triggerFaults: readonly (Planned | undefined)[];
  readonly apiFaults: readonly (Planned | undefined)[];
}

export interface Told {
  readonly scenario: Scenario;
  readonly claim: Claim;
  readonly faults: number;
  readonly result: StepResult;
}

const API_FAULTS: readonly Fault[] = [
  'reset on accept',
  'close on accept',
  'reset behind request',
  'reset in reply',
  'garbage in place of reply',
  '502 in place of reply',
  '503 with Retry-After, not passed on',
];

const ordinary = FAULTS.filter((fault) => fault !== 'reset while sending');

/** Draws a step. All of its chance is used up here, so that a seed gives the same steps whatever their order. */
export function draw(number: number, hooks: readonly string[], chance: () => number): Scenario {
  const fault = chance() < 0.01 ? 'reset while sending' : oneOf(ordinary, chance);
  const planned = (kinds: readonly Fault[]): Planned => ({ fault: oneOf(kinds, chance), at: chance() });
  const maybe = (share: number, kinds: readonly Fault[]) => (chance() < share ? planned(kinds) : undefined);
  return {
    number,
    manner: oneOf(['with key', 'with key', 'with key, wait', 'without key', 'without key', 'retry-ambiguous'], chance),
    isSecure: chance() < 0.5,
    fault,
    hook: oneOf(hooks, chance),
    traceId: randomBytes(16).toString('hex'),
    triggerFaults: [{ fault, at: chance() }, maybe(0.25, ordinary), maybe(0.1, ordinary)],
    apiFaults: Array.from({ length: 60 }, () => maybe(0.03, API_FAULTS)),
  };
}

export interface Place {
  readonly n8nPort: number;
  readonly apiKey: string;
  /** What the proxies over https show; without it, all speak http. */
  readonly certificate: Certificate | undefined;
}

/** Runs a step through a proxy of its own that plays its faults. */
export async function play(
  scenario: Scenario,
  { n8nPort, apiKey, certificate }: Place,
  given: Record<string, string> = {},
): Promise<Told> {
  let faults = 0;
  const own = scenario.isSecure ? certificate : undefined;
  const proxy = await startFaultyProxy(
    n8nPort,
    (kind, nth) => {
      const planned = (kind === 'api' ? scenario.apiFaults : scenario.triggerFaults)[nth - 1];
      if (planned) faults += 1;
      return planned;
    },
    own,
  );
  const { manner, hook, traceId, number } = scenario;
  const isLarge = scenario.fault === 'reset while sending';
  const result = await runStep({
    with: {
      url: `${own ? 'https' : 'http'}://127.0.0.1:${proxy.port}/webhook/${hook}`,
      ...(own && { 'ca-cert': own.cert }),
      timeout: '2s',
      retries: '2',
      'wait-timeout': '60s',
      ...(isLarge ? { 'payload-file': 'large.json' } : { payload: JSON.stringify({ step: number }) }),
      ...(manner.startsWith('with key') && { 'secret-key': apiKey }),
      ...(manner === 'with key, wait' && { wait: 'true' }),
      ...(manner === 'retry-ambiguous' && { 'retry-ambiguous': 'true' }),
      ...given,
    },
    env: { TRACEPARENT: `00-${traceId}-${traceId.slice(0, 16)}-01`, RUNNER_DEBUG: '1' },
    ...(isLarge && { files: { 'large.json': JSON.stringify({ step: number, filler: 'x'.repeat(LARGE) }) } }),
  });
  await proxy.close();
  return { scenario, claim: claimOf(result), faults, result };
}

function claimOf({ exitCode, outputs, annotations }: StepResult): Claim {
  if (exitCode === 0 && outputs['success'] === 'true') return 'success';
  const title = annotations.find(({ level }) => level === 'error')?.title ?? '';
  const claims: [RegExp, Claim][] = [
    [/not triggered/, 'did not run'],
    [/may have run/, 'may have run'],
    [/stopped waiting|result .*unknown|unknown .*result/i, 'result unknown'],
    [/failed|not accepted|did not succeed|canceled/, 'failed'],
  ];
  const claim = claims.find(([pattern]) => pattern.test(title))?.[1];
  if (!claim) throw new Error(`The step claims nothing, exit code ${exitCode}: ${title}`);
  return claim;
}

/** What is wrong with a claim, given how often the workflow ran in truth; undefined if it is right. */
export function wrongIn({ scenario, claim, result }: Told, executions: number): string | undefined {
  if (claim === 'did not run' && executions > 0) return 'it says that it did not run, and it did';
  const ran = claim === 'success' || claim === 'failed' || claim === 'result unknown';
  if (ran && executions === 0) return 'it says that it ran, and it did not';
  if (executions > 1 && scenario.manner !== 'retry-ambiguous') return `it ran ${executions} times`;
  const named = result.outputs['execution-id'] ?? '';
  if (claim === 'success' && scenario.manner === 'with key, wait' && named === '') return 'it names no execution';
  return undefined;
}
