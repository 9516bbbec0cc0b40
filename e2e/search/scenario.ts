// What one step of the search is asked to do, what n8n is like, and what goes wrong: all of it drawn from a seed.
import { chanceFrom, oneOf } from '../../support/chance.ts';
import { recordings } from '../../support/recorded.ts';
import { PAGES, type Page, type Said } from './pages.ts';

/** How an execution ends. */
export type Ended = 'success' | 'error' | 'crashed' | 'canceled';

/** What n8n replies for a workflow that it runs, or instead of running it. */
export type Manner =
  | 'at once'
  | 'at once, names its execution'
  | 'at once, no body'
  | 'last node'
  | 'last node, empty'
  | 'respond node'
  | 'respond node, never reached'
  | 'stream'
  | 'only run if is false'
  | 'refuses'
  | 'could not start'
  | 'problem executing';

/** What becomes of a request on its way to n8n. */
export type Passage =
  | 'passed on'
  | 'cut before its end'
  | 'dropped'
  | 'answered by a page'
  | 'answered before its end'
  | 'delivered late'
  | 'n8n is starting'
  | 'n8n has no routes yet'
  | 'webhook is not registered yet'
  | 'database is not ready';

/** What becomes of the reply. */
export type Return =
  | 'whole'
  | 'slow'
  | 'reset'
  | 'closed'
  | 'silence'
  | 'cut, reset'
  | 'cut, closed'
  | 'cut, silence'
  | 'garbage'
  | 'a page instead';

export interface Attempt {
  readonly passage: Passage;
  readonly back: Return;
  readonly page: Page;
  /** A share of the reply's bytes, from 0 to under 1. */
  readonly at: number;
  /** How long it is held, in milliseconds. */
  readonly heldMs: number;
}

/** A call of n8n's API that goes wrong. */
export type ApiFault =
  | 'reset'
  | 'closed'
  | 'silence'
  | 'slow'
  | '500'
  | '502'
  | '503'
  | '429'
  | 'page'
  | 'garbage'
  | 'one 404';

/** Who else runs workflows. */
export interface Other {
  readonly atMs: number;
  readonly tookMs: number;
  readonly ended: Ended;
  readonly kind:
    | 'other workflow'
    | 'keyless caller'
    | 'caller with a key'
    | 'step of the same run'
    | 'by hand'
    | 'retry';
}

export interface Scenario {
  readonly seed: number;
  readonly isSecure: boolean;
  readonly isLarge: boolean;
  readonly mode: 'webhook' | 'api';
  readonly hasKey: boolean;
  readonly wait: boolean;
  readonly namesWorkflow: boolean;
  readonly retryAmbiguous: boolean;
  readonly retries: number;
  readonly failOnError: boolean;
  readonly acceptStatus: string;
  readonly waitTimeoutMs: number;
  readonly stopOnCancel: boolean;
  readonly cancelAtMs: number | undefined;
  /** By the number of the connection. */
  readonly connections: readonly ('reset' | 'closed' | 'silence' | undefined)[];
  /** By the number of the request. */
  readonly attempts: readonly Attempt[];
  readonly headersOnTheWay: HeadersOnTheWay;
  readonly n8n: N8n;
  readonly manner: Manner;
  readonly ended: Ended;
  readonly tookMs: number;
  readonly waits: boolean;
  readonly authors: Said;
  /** Which execution the reply names, if it names one. */
  readonly named: 'own' | 'another' | 'none';
  readonly others: readonly Other[];
  readonly apiFaults: readonly (ApiFault | undefined)[];
  /** Paths of the API that never reply well. */
  readonly apiBroken: 'no' | 'one execution' | 'list' | 'workflows' | 'all';
}

export interface HeadersOnTheWay {
  readonly trace: 'kept' | 'stripped' | 'new span' | 'replaced' | 'doubled';
  readonly key: 'kept' | 'stripped' | 'doubled';
}

export interface N8n {
  readonly hasSandbox: boolean;
  readonly storesTraces: boolean;
  readonly saves: { readonly successes: Saved; readonly failures: Saved };
  /** What the environment says, if the workflow leaves it open. */
  readonly environment: { readonly successes: boolean; readonly failures: boolean };
  readonly isRedacted: boolean;
  readonly keySeesIt: boolean;
  /** How far n8n's clock is ahead, in milliseconds. */
  readonly aheadMs: number;
  /** How long after its start an execution shows in lists, in milliseconds. */
  readonly lateMs: number;
}

export type Saved = 'all' | 'none' | 'left open';

const REDIRECTS = PAGES.filter(({ status }) => status >= 300 && status < 400);

/** What a workflow's author may make it reply: anything that n8n and proxies say, and what people really write. */
const OWN: readonly Said[] = [
  { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' },
  { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>Done</title></html>' },
  { status: 200, headers: { 'content-type': 'application/json' }, body: '{"type":"error","message":"none"}' },
  { status: 202, headers: { 'content-type': 'application/json' }, body: '{"queued":true}' },
  { status: 204, headers: {}, body: '' },
  { status: 409, headers: { 'content-type': 'application/json' }, body: '{"error":"stock locked"}' },
  { status: 401, headers: { 'content-type': 'application/json' }, body: '{"error":"wrong signature"}' },
  { status: 404, headers: { 'content-type': 'application/json' }, body: '{"error":"no such order"}' },
  { status: 422, headers: { 'content-type': 'application/json' }, body: '{"error":"no such size"}' },
  { status: 503, headers: { 'content-type': 'application/json' }, body: '{"error":"stock locked"}' },
  { status: 502, headers: { 'content-type': 'application/json' }, body: '{"error":"supplier is down"}' },
  { status: 500, headers: { 'content-type': 'application/json' }, body: '{"error":"out of stock"}' },
];

const IMITATIONS: readonly Said[] = [
  ...PAGES,
  ...recordings
    .filter(({ title }) => title.startsWith('n8n-'))
    .map(({ reply: { status, headers, body } }) => ({
      status,
      headers: Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) =>
          typeof value === 'string' && name !== 'content-security-policy' ? [[name, value]] : [],
        ),
      ),
      body: body.start.toString('utf8'),
    })),
];

export function draw(seed: number): Scenario {
  const chance = chanceFrom(seed);
  // The first numbers of seeds that follow each other are alike.
  for (let skipped = 0; skipped < 5; skipped += 1) chance();
  const happens = (share: number): boolean => chance() < share;
  const number = (from: number, to: number): number => Math.floor(from + chance() * (to - from));
  const pick = <Item>(...items: readonly Item[]): Item => oneOf(items, chance);
  const mode = happens(0.2) ? 'api' : 'webhook';
  const hasKey = mode === 'api' || happens(0.6);
  const hasSandbox = happens(0.8);
  const isCalm = happens(0.15);
  const aPage = (): Page => (happens(0.1) ? oneOf(REDIRECTS, chance) : oneOf(PAGES, chance));
  const attempt = (trouble: number): Attempt => ({
    passage:
      isCalm || !happens(trouble)
        ? 'passed on'
        : pick<Passage>(
            'passed on',
            'passed on',
            'passed on',
            'passed on',
            'cut before its end',
            'dropped',
            'answered by a page',
            'answered by a page',
            'answered by a page',
            'answered before its end',
            'delivered late',
            'n8n is starting',
            'n8n has no routes yet',
            'webhook is not registered yet',
            'database is not ready',
          ),
    back:
      isCalm || !happens(trouble * 0.7)
        ? 'whole'
        : pick<Return>(
            'slow',
            'reset',
            'closed',
            'silence',
            'cut, reset',
            'cut, closed',
            'cut, silence',
            'garbage',
            'a page instead',
            'a page instead',
            'a page instead',
          ),
    page: aPage(),
    at: chance(),
    heldMs: number(0, 5000),
  });
  const saved = (): Saved => pick<Saved>('all', 'left open', 'left open', 'none');
  const manner = pick<Manner>(
    'at once',
    'at once',
    'at once, names its execution',
    'at once, no body',
    'last node',
    'last node',
    'last node, empty',
    'respond node',
    'respond node',
    'respond node',
    'respond node',
    'respond node, never reached',
    'stream',
    'only run if is false',
    'refuses',
    'could not start',
    'problem executing',
  );
  const apiTrouble = isCalm || happens(0.5) ? 0 : chance() * 0.2;
  return {
    seed,
    isSecure: happens(0.4),
    isLarge: happens(0.02),
    mode,
    hasKey,
    wait: hasKey && happens(0.5),
    namesWorkflow: mode === 'api' || (hasKey && happens(0.5)),
    retryAmbiguous: happens(0.2),
    retries: number(0, 5),
    failOnError: !happens(0.1),
    acceptStatus: happens(0.8) ? '200-299' : pick('200-299,409', '200-299,500', '200,301-308'),
    waitTimeoutMs: number(1_000, 60_000),
    stopOnCancel: !happens(0.2),
    cancelAtMs: !isCalm && happens(0.12) ? number(0, happens(0.5) ? 3_000 : 30_000) : undefined,
    connections: Array.from({ length: 30 }, () =>
      !isCalm && happens(0.02) ? pick('reset', 'closed', 'silence') : undefined,
    ),
    attempts: [attempt(0.8), attempt(0.6), attempt(0.4), attempt(0.2), attempt(0.2), attempt(0.2)],
    headersOnTheWay: {
      trace: isCalm || happens(0.6) ? 'kept' : pick('stripped', 'new span', 'replaced', 'doubled'),
      key: isCalm || happens(0.8) ? 'kept' : pick('stripped', 'doubled'),
    },
    n8n: {
      hasSandbox,
      storesTraces: happens(0.85),
      saves: isCalm ? { successes: 'all', failures: 'all' } : { successes: saved(), failures: saved() },
      environment: { successes: !happens(0.2), failures: !happens(0.2) },
      isRedacted: !isCalm && happens(0.1),
      keySeesIt: isCalm || happens(0.9),
      aheadMs: isCalm || happens(0.7) ? 0 : number(-120_000, 120_000),
      lateMs: number(0, 300),
    },
    manner,
    ended: happens(0.6) ? 'success' : pick<Ended>('error', 'error', 'crashed', 'canceled'),
    tookMs: happens(0.7) ? number(5, 1_500) : number(1_500, 40_000),
    waits: happens(0.1),
    // What an instance without the header says word for word looks like n8n's own words.
    authors: hasSandbox && happens(0.6) ? oneOf(IMITATIONS, chance) : oneOf(OWN, chance),
    named: pick('own', 'another', 'none', 'none'),
    others: Array.from({ length: isCalm ? 0 : number(0, 4) }, () => ({
      atMs: number(-100, 8_000),
      tookMs: number(5, 5_000),
      ended: pick<Ended>('success', 'error'),
      kind: pick('other workflow', 'keyless caller', 'caller with a key', 'step of the same run', 'by hand', 'retry'),
    })),
    apiFaults: Array.from({ length: 200 }, () =>
      happens(apiTrouble)
        ? pick<ApiFault>('reset', 'closed', 'silence', 'slow', '500', '502', '503', '429', 'page', 'garbage', 'one 404')
        : undefined,
    ),
    apiBroken: isCalm || happens(0.85) ? 'no' : pick('one execution', 'list', 'workflows', 'all'),
  };
}
