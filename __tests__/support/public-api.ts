// A stand-in for n8n's public API: a client of it over a real socket, and what it answers.
import { tmpdir } from 'node:os';
import type { Json, JsonMap } from '../../src/json-text.ts';
import { type Api, apiClient } from '../../src/n8n/client.ts';
import { type TestClock, testClock } from './host.ts';
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
  const settings = { clock, random: () => 0, retries: 0, timeoutMs: 5000, spillDirectory: tmpdir(), debug: () => {} };
  const api = apiClient(
    { base: server.origin, secretKey: 'a-key', credentials: undefined, addressFrom: 'url' as const },
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
  const items = [{ json: { headers: headers ?? {}, params: {}, query: {}, body: {} } }];
  const runData =
    headers === undefined ? {} : { Webhook: [{ startTime: 1, executionTime: 1, data: { main: [items] } }] };
  return { ...rest, data: { resultData: { runData } } };
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
    const running = path.includes('status=running');
    const listed = rows.filter(({ status }) => (status === 'running') === running);
    return { data: listed.map(({ data, tracingContext, ...bare }) => bare).reverse(), nextCursor: null };
  };
}
