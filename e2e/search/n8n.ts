// A scripted n8n that keeps the truth: what it ran, for whom, and how it ended.
import type { IncomingHttpHeaders } from 'node:http';
import type { SharedClock } from './clock.ts';
import type { Said } from './pages.ts';
import type { Ended, Other, Saved, Scenario } from './scenario.ts';

export interface Execution {
  readonly id: number;
  readonly workflowId: string;
  readonly mode: string;
  /** By the shared clock, in milliseconds. */
  readonly startedAt: number;
  readonly endsAt: number;
  readonly ended: Ended;
  readonly waits: boolean;
  readonly headers: IncomingHttpHeaders;
  /** Which request of the step it is of, from 1; 0 for others. */
  readonly ofRequest: number;
  stoppedAt: number | undefined;
}

export const WORKFLOW = 'wAaBbCcDdEe1';
const OTHER_WORKFLOW = 'wOtherOther2';

const SANDBOX = 'sandbox allow-downloads allow-forms allow-modals allow-popups allow-scripts';
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const said = (status: number, body: unknown, headers: Record<string, string> = JSON_TYPE): Said => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export class ScriptedN8n {
  readonly executions: Execution[] = [];
  readonly #scenario: Scenario;
  readonly #clock: SharedClock;
  readonly #hook: string;
  #lastId: number;

  constructor(scenario: Scenario, clock: SharedClock, hook: string) {
    this.#scenario = scenario;
    this.#clock = clock;
    this.#hook = hook;
    this.#lastId = 40 + (scenario.seed % 1000);
    for (const [atMs, ended, workflowId] of [
      [-3_600_000, 'success', OTHER_WORKFLOW],
      [-600_000, 'success', WORKFLOW],
      [-400_000, 'error', WORKFLOW],
    ] as const) {
      this.#begin({ workflowId, startedAt: atMs, tookMs: 50, ended, mode: 'webhook', headers: {} });
    }
  }

  /** What the step's requests ran, in order. */
  runs(): Execution[] {
    return this.executions.filter(({ ofRequest }) => ofRequest > 0);
  }

  statusOf({ startedAt, endsAt, stoppedAt, waits, ended }: Execution): string {
    const now = this.#clock.monotonic();
    if (stoppedAt !== undefined) return 'canceled';
    if (now >= endsAt) return ended;
    return waits && now > startedAt + 20 ? 'waiting' : 'running';
  }

  /** Somebody else runs something. */
  runOther({ kind, tookMs, ended }: Other, trace: string): void {
    const headers: Record<Other['kind'], IncomingHttpHeaders> = {
      'other workflow': { 'user-agent': 'curl/8' },
      'keyless caller': { 'user-agent': 'curl/8' },
      'caller with a key': {
        'idempotency-key': '99999999-0000-4000-8000-000000000000',
        traceparent: `00-${'9'.repeat(32)}-${'9'.repeat(16)}-01`,
      },
      'step of the same run': {
        'idempotency-key': '88888888-0000-4000-8000-000000000000',
        traceparent: `00-${trace}-${'8'.repeat(16)}-01`,
      },
      'by hand': {},
      retry: { 'user-agent': 'curl/8' },
    };
    this.#begin({
      workflowId: kind === 'other workflow' ? OTHER_WORKFLOW : WORKFLOW,
      startedAt: this.#clock.monotonic(),
      tookMs,
      ended,
      mode: kind === 'by hand' ? 'manual' : kind === 'retry' ? 'retry' : 'webhook',
      headers: headers[kind],
    });
  }

  /** Runs the workflow for a request of the step. Gives its execution, and what n8n replies, once it does. */
  async call(ofRequest: number, headers: IncomingHttpHeaders): Promise<Said> {
    const { manner, authors, ended, tookMs, waits, n8n, named } = this.#scenario;
    const sandboxed = n8n.hasSandbox ? { 'content-security-policy': SANDBOX } : {};
    switch (manner) {
      case 'only run if is false':
        return said(200, { message: 'Webhook call received' });
      case 'refuses':
        return said(403, 'Authorization data is wrong!', { 'www-authenticate': 'Basic realm="Webhook"' });
      case 'could not start':
        return said(500, { code: 0, message: 'Workflow Webhook Error: Workflow could not be started!' });
      case 'problem executing':
        return said(500, {
          code: 0,
          message: 'There was a problem executing the workflow',
          stacktrace: 'Error: at /usr',
        });
    }
    const run = this.#begin({
      workflowId: WORKFLOW,
      startedAt: this.#clock.monotonic(),
      tookMs,
      ended,
      mode: 'webhook',
      headers,
      ofRequest,
      waits,
    });
    const another = this.executions.findLast(({ ofRequest: of }) => of === 0)?.id ?? 1;
    switch (manner) {
      case 'at once':
        return said(200, { message: 'Workflow was started' }, { ...JSON_TYPE, ...sandboxed });
      case 'at once, no body':
        return said(200, '', { ...JSON_TYPE, ...sandboxed });
      case 'at once, names its execution':
        return said(
          200,
          { executionId: String(named === 'another' ? another : run.id) },
          { ...JSON_TYPE, ...sandboxed },
        );
      case 'respond node': {
        await this.#clock.sleep(Math.min(tookMs, 300));
        const names = named === 'none' ? {} : { 'x-n8n-execution-id': String(named === 'own' ? run.id : another) };
        return { ...authors, headers: { ...authors.headers, ...names, ...sandboxed } };
      }
    }
    await this.#clock.sleep(tookMs);
    const failed = this.statusOf(run) !== 'success';
    switch (manner) {
      case 'stream': {
        const end = failed ? { type: 'error', content: 'none', metadata: { nodeName: 'Result' } } : { type: 'end' };
        return said(200, `{"type":"begin","metadata":{"nodeName":"Result"}}\n${JSON.stringify(end)}\n`);
      }
      case 'respond node, never reached':
        return failed && n8n.storesTraces ? said(500, { message: 'Error in workflow' }) : said(200, '');
      case 'last node, empty':
        return failed
          ? said(500, { message: 'Error in workflow' })
          : said(500, { code: 0, message: 'No item to return was found' });
      default:
        return failed
          ? said(500, { message: 'Error in workflow' })
          : said(200, { mark: `run-${run.id}` }, { ...JSON_TYPE, ...sandboxed });
    }
  }

  /** What its public API replies, below `/api/v1/`. */
  api(method: string, target: string): Said {
    const { pathname, searchParams } = new URL(target, 'http://n8n');
    const path = pathname.replace(/^.*?\/api\/v1\//, '');
    const notFound = said(404, { message: 'Not Found' });
    if (path.startsWith('workflow/')) return said(404, { message: 'not found' });
    const [kind, id = '', verb] = path.split('/');
    if (kind === 'workflows') {
      const seen = this.#scenario.n8n.keySeesIt ? this.#workflows() : [];
      if (id === '') return said(200, { data: seen, nextCursor: null });
      const workflow = seen.find((each) => each.id === id);
      return workflow ? said(200, workflow) : notFound;
    }
    if (kind !== 'executions') return said(404, { message: 'not found' });
    const there = this.#kept();
    if (id === '') return this.#list(there, searchParams);
    const execution = there.find((each) => String(each.id) === id);
    if (!execution) return notFound;
    if (verb === 'stop' && method === 'POST') {
      if (!/^(?:running|waiting)$/.test(this.statusOf(execution)))
        return said(409, { message: 'It has ended already.' });
      execution.stoppedAt = this.#clock.monotonic();
    }
    return said(200, this.#row(execution, searchParams.get('includeData') === 'true', true));
  }

  #begin(
    given: Omit<Execution, 'id' | 'endsAt' | 'stoppedAt' | 'ofRequest' | 'waits'> & {
      tookMs: number;
      ofRequest?: number;
      waits?: boolean;
    },
  ): Execution {
    const { tookMs, ofRequest = 0, waits = false, ...rest } = given;
    this.#lastId += 1;
    const execution = {
      ...rest,
      id: this.#lastId,
      endsAt: rest.startedAt + tookMs,
      ofRequest,
      waits,
      stoppedAt: undefined,
    };
    this.executions.push(execution);
    return execution;
  }

  #list(there: readonly Execution[], query: URLSearchParams): Said {
    const { lateMs } = this.#scenario.n8n;
    const now = this.#clock.monotonic();
    const status = query.get('status');
    const workflowId = query.get('workflowId');
    const rows = there
      .filter((each) => workflowId === null || each.workflowId === workflowId)
      .filter((each) => now >= each.startedAt + lateMs)
      .filter((each) => (status === null ? this.statusOf(each) !== 'running' : this.statusOf(each) === status))
      .toReversed()
      .slice(0, Number(query.get('limit') ?? 100));
    return said(200, {
      data: rows.map((each) => this.#row(each, query.get('includeData') === 'true', false)),
      nextCursor: null,
    });
  }

  /** Those that n8n has rows of now and that the key may see. */
  #kept(): Execution[] {
    const { saves, environment, keySeesIt } = this.#scenario.n8n;
    const keeps = (saved: Saved, open: boolean): boolean => saved === 'all' || (saved === 'left open' && open);
    if (!keySeesIt) return [];
    return this.executions.filter((execution) => {
      const status = this.statusOf(execution);
      if (execution.mode === 'manual' || status === 'running' || status === 'waiting') return true;
      const own =
        execution.workflowId === WORKFLOW ? saves : ({ successes: 'left open', failures: 'left open' } as const);
      return status === 'success'
        ? keeps(own.successes, environment.successes)
        : keeps(own.failures, environment.failures);
    });
  }

  #row(execution: Execution, withData: boolean, withTrace: boolean): object {
    const { storesTraces, aheadMs } = this.#scenario.n8n;
    const status = this.statusOf(execution);
    const date = (ms: number): string =>
      new Date(this.#clock.now() - this.#clock.monotonic() + ms + aheadMs).toISOString();
    const isOver = status !== 'running' && status !== 'waiting';
    const trace = String(execution.headers['traceparent'] ?? '');
    const isTrace = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(trace);
    return {
      id: String(execution.id),
      workflowId: execution.workflowId,
      status,
      mode: execution.mode,
      finished: status === 'success',
      startedAt: date(execution.startedAt),
      stoppedAt: isOver ? date(execution.stoppedAt ?? execution.endsAt) : null,
      ...(withTrace && storesTraces && { tracingContext: isTrace ? { traceparent: trace } : null }),
      ...(withData && { data: this.#dataOf(execution, isOver), workflowData: { name: 'Restock' } }),
    };
  }

  #dataOf({ id, headers, mode, startedAt, ended }: Execution, isOver: boolean): object {
    const received = { headers, params: {}, query: {}, body: {}, webhookUrl: this.#hook };
    const isRedacted = this.#scenario.n8n.isRedacted;
    const items = (json: object) => [[isRedacted ? { json: {}, redaction: { redacted: true } } : { json }]];
    const run = (at: number, json: object) => [
      {
        startTime: startedAt + at,
        executionTime: 3,
        executionIndex: at,
        executionStatus: 'success',
        data: { main: items(json) },
      },
    ];
    const info = isRedacted ? { redactionInfo: { isRedacted: true, reason: 'policy' } } : {};
    const first = mode === 'manual' ? { timestamp: 'now' } : received;
    if (!isOver) {
      const stack = [{ node: { name: 'Webhook' }, data: { main: items(first) } }];
      return { ...info, resultData: { runData: {} }, executionData: { nodeExecutionStack: stack } };
    }
    const error = ended === 'success' ? {} : { error: { message: 'No stock left', node: { name: 'Result' } } };
    const runData = { Webhook: run(0, first), Result: run(1, { mark: `run-${id}` }) };
    return { ...info, resultData: { runData, lastNodeExecuted: 'Result', ...error } };
  }

  #workflows() {
    const { saves } = this.#scenario.n8n;
    const settings = {
      ...(saves.successes !== 'left open' && { saveDataSuccessExecution: saves.successes }),
      ...(saves.failures !== 'left open' && { saveDataErrorExecution: saves.failures }),
    };
    const workflow = (id: string, path: string, own: object) => {
      const parameters = { path, httpMethod: 'POST', responseMode: 'responseNode' };
      const nodes = [
        { name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: `hook-${id}`, parameters },
      ];
      return { id, name: 'Restock', active: true, nodes, activeVersion: { nodes }, settings: own };
    };
    return [workflow(WORKFLOW, this.#hook, settings), workflow(OTHER_WORKFLOW, 'elsewhere', {})];
  }
}
