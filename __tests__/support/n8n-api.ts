// n8n's public API as far as looking for an execution asks it, over a real socket.
import { type Api, apiClient } from '../../src/n8n/client.ts';
import { testClock } from './host.ts';
import { answer, type Handler, type ScriptedServer, serve } from './server.ts';

/** An execution as the API gives it. */
export interface Row {
  id: number;
  status?: string;
  traceparent?: string | undefined;
  /** What its Webhook node received; absent where n8n has no data of it. */
  headers?: Record<string, string> | undefined;
  startedAt?: string | null;
  workflowId?: string;
  /** Listed, and gone when it is read. */
  gone?: boolean;
  /** In no list, and there when it is read, as n8n before 2.39 has it of an execution that waits. */
  unlisted?: boolean;
}

export interface FakeN8n {
  rows: Row[];
  workflows: Record<string, unknown>[];
  /** Answers in place of the API, where it gives a handler. */
  instead: (target: string, nth: number) => Handler | undefined;
}

/** A workflow with a Webhook node, as the API gives it. */
export function workflow(id: string, path: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const parameters = { path, httpMethod: 'POST' };
  const node = { name: 'Webhook', type: 'n8n-nodes-base.webhook', webhookId: 'hook-id', parameters };
  return { id, name: id, active: true, activeVersion: { nodes: [node] }, settings: {}, ...more };
}

export async function fakeN8n(given: Partial<FakeN8n>): Promise<{ api: Api; server: ScriptedServer; n8n: FakeN8n }> {
  const n8n: FakeN8n = { rows: [], workflows: [], instead: () => undefined, ...given };
  let nth = 0;
  const json = (value: unknown): Handler => answer(200, JSON.stringify(value));
  const server = await serve(({ target }) => {
    nth += 1;
    return n8n.instead(target, nth) ?? reply(new URL(target, 'http://n8n'));
  });
  const reply = ({ pathname, searchParams }: URL): Handler => {
    const [, , , kind, id] = pathname.split('/');
    if (kind === 'executions' && id === undefined) {
      const running = searchParams.get('status') === 'running';
      const wanted = searchParams.get('workflowId');
      const listed = n8n.rows.filter(
        ({ status = 'success', workflowId = 'w1', unlisted = false }) =>
          !unlisted && (status === 'running') === running && (wanted === null || wanted === workflowId),
      );
      return json({ data: listed.map((row) => toJson(row)), nextCursor: null });
    }
    if (kind === 'executions') {
      const row = n8n.rows.find((each) => String(each.id) === id && !each.gone);
      return row ? json(toJson(row, searchParams.get('includeData') === 'true')) : missing;
    }
    if (kind === 'workflows' && id === undefined) return json({ data: n8n.workflows, nextCursor: null });
    const found = n8n.workflows.find((each) => each['id'] === id);
    if (kind !== 'workflows') return noEndpoint;
    return found ? json(found) : missing;
  };
  const settings = { clock: testClock(), random: () => 0, retries: 0, timeoutMs: 2000, spillDirectory: '/nowhere' };
  const api = apiClient(
    { base: server.origin, secretKey: 'key', credentials: undefined, addressFrom: 'url' as const },
    { ...settings, debug: () => {} },
  );
  return { api, server, n8n };
}

const missing = answer(404, '{"message":"Not Found"}');
const noEndpoint = answer(404, '{"message":"not found"}');

function toJson({ id, status = 'success', traceparent, headers, startedAt, workflowId = 'w1' }: Row, withData = false) {
  const item = { json: { headers, query: {}, params: {}, body: {} } };
  const runData = headers ? { Webhook: [{ data: { main: [[item]] } }] } : {};
  return {
    id,
    status,
    workflowId,
    startedAt: startedAt === undefined ? new Date(Date.UTC(2026, 0, 1)).toISOString() : startedAt,
    tracingContext: traceparent === undefined ? null : { traceparent },
    ...(withData && { data: { resultData: { runData } } }),
  };
}
