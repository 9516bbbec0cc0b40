// Runs the step of a scenario against its n8n, in this process and over real sockets, and keeps what it says.
import { randomBytes } from 'node:crypto';
import { main } from '../../src/main.ts';
import type { Certificate } from '../../support/certificate.ts';
import { chanceFrom } from '../../support/chance.ts';
import { testHost } from '../../support/host.ts';
import { SharedClock, within } from './clock.ts';
import { type Front, startFront } from './front.ts';
import type { Execution } from './n8n.ts';
import { WORKFLOW } from './n8n.ts';
import type { Said } from './pages.ts';
import type { Scenario } from './scenario.ts';

/** A line that was shown, and how many requests had been sent by then that might trigger. */
export interface Line {
  readonly level: 'info' | 'debug' | 'warning' | 'error';
  readonly title: string;
  readonly text: string;
  readonly afterRequests: number;
}

/** All that there is to compare. */
export interface Played {
  readonly scenario: Scenario;
  readonly exitCode: number | 'threw' | 'hangs';
  readonly lines: readonly Line[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** When the step ended, by the shared clock, in milliseconds. */
  readonly endedAt: number;
  readonly cancelled: boolean;
  readonly secrets: readonly string[];
  readonly requests: number;
  readonly runs: readonly (Execution & { readonly status: string; readonly statusThen: string })[];
  readonly delivered: readonly Said[];
  readonly stops: readonly number[];
}

const START = Date.UTC(2026, 0, 1);

/** How long a step may really take, in milliseconds; what is asked to wait takes none. */
const LONGEST_MS = 30_000;

export async function play(scenario: Scenario, certificate: Certificate | undefined): Promise<Played> {
  const clock = new SharedClock(START);
  const hook = `hook-${scenario.seed.toString(36)}-q7w8e9`;
  const secretKey = `n8n_api_${scenario.seed.toString(36)}_s3cr3t`;
  const own = scenario.isSecure ? certificate : undefined;
  const front = await startFront(scenario, clock, hook, own);
  try {
    return await within(clock, () => playWith({ scenario, clock, front, hook, key: secretKey, authority: own?.cert }));
  } finally {
    clock.stop();
  }
}

interface Place {
  readonly scenario: Scenario;
  readonly clock: SharedClock;
  readonly front: Front;
  readonly hook: string;
  readonly key: string;
  /** As PEM; absent if n8n speaks http. */
  readonly authority: string | undefined;
}

async function playWith(place: Place): Promise<Played> {
  const { scenario, clock, front, hook, key } = place;
  const lines: Line[] = [];
  const chance = chanceFrom(scenario.seed ^ 0x5eed);
  const trace = scenario.seed.toString(16).padStart(32, 'a');
  const cancel = new AbortController();
  const tell =
    (level: Line['level']) =>
    (text: string, title = ''): void => {
      lines.push({ level, title, text, afterRequests: front.triggers() });
    };
  const base = testHost({
    inputs: inputsOf(place),
    env: { TRACEPARENT: `00-${trace}-${'1'.repeat(16)}-01` },
  });
  const host = {
    ...base,
    log: { info: tell('info'), debug: tell('debug'), warning: tell('warning'), error: tell('error') },
    clock,
    cancelled: cancel.signal,
    random: chance,
    randomBytes,
    randomUUID: () => `${scenario.seed.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
  };
  const { cancelAtMs } = scenario;
  if (cancelAtMs !== undefined) void clock.sleep(cancelAtMs).then(() => cancel.abort());
  for (const other of scenario.others)
    void clock.sleep(Math.max(0, other.atMs)).then(() => front.n8n.runOther(other, trace));
  let guard: NodeJS.Timeout | undefined;
  const hangs = new Promise<'hangs'>((resolve) => {
    guard = setTimeout(() => resolve('hangs'), LONGEST_MS);
  });
  const ran = main(host).catch((error: unknown) => {
    tell('error')(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 'threw' as const;
  });
  const exitCode = await Promise.race([ran, hangs]);
  clearTimeout(guard);
  const endedAt = clock.monotonic();
  const then = new Map(front.n8n.runs().map((run) => [run.id, front.n8n.statusOf(run)]));
  // What is still held on its way arrives; what runs, ends.
  await clock.sleep(600_000);
  await front.close();
  const runs = front.n8n.runs().map((run) => ({
    ...run,
    status: front.n8n.statusOf(run),
    statusThen: then.get(run.id) ?? 'not there',
  }));
  return {
    scenario,
    exitCode,
    lines,
    outputs: base.outputs,
    summary: base.summary,
    endedAt,
    cancelled: cancelAtMs !== undefined && endedAt >= cancelAtMs,
    secrets: [key, hook],
    requests: front.triggers(),
    runs,
    delivered: front.delivered,
    stops: front.stops,
  };
}

function inputsOf({ scenario, front: { origin }, hook, key, authority }: Place): Record<string, string> {
  const isApi = scenario.mode === 'api';
  return {
    mode: scenario.mode,
    url: isApi ? origin : `${origin}/webhook/${hook}`,
    ...(isApi && { route: 'webhook' }),
    ...(scenario.namesWorkflow && { 'workflow-id': WORKFLOW }),
    ...(scenario.hasKey && { 'secret-key': key }),
    payload: JSON.stringify({ step: scenario.seed, ...(scenario.isLarge && { filler: 'x'.repeat(6_000_000) }) }),
    ...(authority !== undefined && { 'ca-cert': authority }),
    timeout: '2s',
    retries: String(scenario.retries),
    'retry-ambiguous': String(scenario.retryAmbiguous),
    wait: String(scenario.wait),
    'wait-timeout': `${scenario.waitTimeoutMs}ms`,
    'stop-on-cancel': String(scenario.stopOnCancel),
    'accept-status': scenario.acceptStatus,
    'fail-on-error': String(scenario.failOnError),
  };
}
