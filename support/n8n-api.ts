// A stand-in for n8n's public API: a client of it over a real socket, and what it replies.
import { freshConnections } from '../src/http/connections.ts';
import { type Api, apiClient } from '../src/n8n-api/client.ts';
import type { Json, JsonMap } from '../src/text/json.ts';
import { type TestClock, testClock } from './clock.ts';
import { testHost } from './host.ts';
import { answer, type Handler, type ScriptedServer, serve } from './server.ts';

/** Gives a JSON reply, another reply, or undefined for n8n's 404, by the path below `/api/v1/`. */
export type Play = (path: string, method: string) => Json | Handler | undefined;

export interface PlayedApi {
  api: Api;
  clock: TestClock;
  server: ScriptedServer;
  /** Paths below `/api/v1/`, in order. */
  asked(): string[];
}

export async function playApi(play: Play, clock = testClock()): Promise<PlayedApi> {
  const pathOf = (target: string): string => target.replace(/^.*?\/api\/v1\//, '');
  const server = await serve(({ target, method }) => {
    const reply = play(pathOf(target), method);
    if (typeof reply === 'function') return reply;
    return reply === undefined ? answer(404, '{"message":"Not Found"}') : answer(200, JSON.stringify(reply));
  });
  const settings = {
    host: { ...testHost(), clock },
    retries: 0,
    timeoutMs: 5000,
    kept: freshConnections(),
    fresh: freshConnections(),
  };
  const api = apiClient(
    { base: server.origin, secretKey: 'a-key', headers: [], credentials: undefined, addressFrom: 'url' },
    settings,
  );
  return { api, clock, server, asked: () => server.requests.map(({ target }) => pathOf(target)) };
}

/** An execution as `GET /executions/{id}` gives it, without data. */
export function row(id: number, more: JsonMap = {}): JsonMap {
  return {
    id: String(id),
    workflowId: 'wf1',
    status: 'success',
    startedAt: '2026-01-01T00:00:00.000Z',
    tracingContext: null,
    ...more,
  };
}

export function traced(traceparent: string): JsonMap {
  return { tracingContext: { traceparent } };
}

/** The same of n8n before 2.20: it knows no tracingContext, and the Webhook node keeps the headers. */
export function oldRow(id: number, headers: JsonMap | undefined, status = 'success'): JsonMap {
  const { tracingContext: _, ...rest } = row(id, { status });
  return { ...rest, data: receivedBy(headers) };
}

/** The data of an execution whose Webhook node received these headers; of one that has none yet, if they are absent. */
export function receivedBy(headers: JsonMap | undefined, body: Json = {}): JsonMap {
  const items = [{ json: { headers: headers ?? {}, params: {}, query: {}, body } }];
  const runData =
    headers === undefined ? {} : { Webhook: [{ startTime: 1, executionTime: 1, data: { main: [items] } }] };
  return { resultData: { runData } };
}

/** Plays these executions, newest first in lists; running ones in their own list only. */
export function playing(rows: readonly JsonMap[]): Play {
  return (path) => {
    const one = /^executions\/(\d+)(\?includeData=true)?$/.exec(path);
    if (one) {
      const found = rows.find(({ id }) => id === one[1]);
      const { data, ...bare } = found ?? {};
      return one[2] ? found : found && bare;
    }
    if (!path.startsWith('executions?')) return undefined;
    const query = new URLSearchParams(path.slice(path.indexOf('?')));
    const running = query.get('status') === 'running';
    const wanted = query.get('workflowId');
    const listed = rows.filter(
      ({ status, workflowId }) => (status === 'running') === running && (wanted ?? workflowId) === workflowId,
    );
    return { data: listed.map(({ data, tracingContext, ...bare }) => bare).reverse(), nextCursor: null };
  };
}

/** An execution, with what shows which call it belongs to. */
export interface Row {
  id: number;
  status?: string;
  traceparent?: string | undefined;
  /** What its Webhook node received; absent if n8n has no data of it. */
  headers?: Record<string, string> | undefined;
  body?: Json;
  mode?: string;
  startedAt?: string | null;
  workflowId?: string;
  /** Listed, and gone when it is read. */
  gone?: boolean;
  /** In no list, but readable by its id, like a waiting execution on n8n before 2.39. */
  unlisted?: boolean;
}

export interface FakeN8n {
  rows: Row[];
  workflows: JsonMap[];
  /** Replies in place of the API, if it gives a handler. */
  instead: (path: string, nth: number) => Handler | undefined;
}

/** A workflow with a Webhook node, as the API gives it. */
export function workflow(id: string, path: string, more: JsonMap = {}): JsonMap {
  const parameters = { path, httpMethod: 'POST' };
  const node = { name: 'Webhook', type: 'n8n-nodes-base.webhook', webhookId: 'hook-id', parameters };
  return { id, name: id, active: true, activeVersion: { nodes: [node] }, settings: {}, ...more };
}

/** Plays an n8n that has these executions and workflows. */
export function fakeN8n({
  rows = [],
  workflows = [],
  instead = () => undefined,
}: Partial<FakeN8n>): Promise<PlayedApi> {
  let nth = 0;
  return playApi((path, method) => {
    nth += 1;
    const [, kind, id] = /^(\w+)(?:\/(\w+))?/.exec(path) ?? [];
    const answered = (): ReturnType<Play> => {
      if (kind === 'executions') {
        const there = rows.filter(({ gone, unlisted }) => !(id === undefined ? unlisted : gone));
        return playing(there.map(toJson))(path, method);
      }
      if (kind !== 'workflows') return answer(404, '{"message":"not found"}');
      return id === undefined ? { data: workflows, nextCursor: null } : workflows.find((each) => each['id'] === id);
    };
    return instead(path, nth) ?? answered();
  });
}

function toJson({
  id,
  status = 'success',
  traceparent,
  headers,
  workflowId = 'w1',
  startedAt,
  mode,
  body,
}: Row): JsonMap {
  return row(id, {
    status,
    workflowId,
    ...(startedAt !== undefined && { startedAt }),
    ...(traceparent !== undefined && traced(traceparent)),
    ...(mode !== undefined && { mode }),
    data: receivedBy(headers, body),
  });
}
