import { isMap, type Json, type JsonMap, mapOf, mapsOf, numberOf, scalarText, textOf } from '../text/json.ts';
import type { Show } from '../text/safe.ts';
import { executionIdOf } from './execution-id.ts';

/** An execution's status, as n8n names it (`execution-status.ts` of its package n8n-workflow). */
export type ExecutionStatus = 'success' | 'error' | 'canceled' | 'crashed' | 'waiting' | 'running' | 'new' | 'unknown';

/** An execution, without its data. */
export interface Execution {
  readonly id: string;
  readonly workflowId: string | undefined;
  readonly status: ExecutionStatus;
  /** How it was started, as n8n names it. */
  readonly mode?: string | undefined;
  /** What the trigger's request carried, if this n8n stores it (2.20 and later). */
  readonly traceparent?: string | undefined;
  /** Whether this n8n stores a `traceparent` at all. */
  readonly storesTraces: boolean;
  /** When it continues by itself, in milliseconds since 1970, if it waits for a time. */
  readonly waitTill?: number | undefined;
}

/** One run of a node within an execution: loops run a node several times. */
export interface NodeRun {
  readonly node: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly tookMs: number;
  readonly failed: boolean;
}

/** The result of an execution that has ended. */
export interface ExecutionResult {
  readonly workflowName: string;
  /** In the order in which they started. */
  readonly runs: readonly NodeRun[];
  /** The last executed node's first output, with which n8n replies to a webhook. Undefined if n8n redacts it. */
  readonly items: readonly Json[] | undefined;
  /** Present if the execution failed. */
  readonly error: ExecutionError | undefined;
}

export interface ExecutionError {
  /** The failing node's name; empty if n8n does not name it. */
  readonly node: string;
  readonly message: string;
  readonly description: string;
}

/** What a Webhook node received, as n8n keeps it with the execution. */
export interface ReceivedRequest {
  readonly headers: JsonMap;
  readonly body: Json | undefined;
}

const STATUSES: readonly ExecutionStatus[] = ['success', 'error', 'canceled', 'crashed', 'waiting', 'running', 'new'];
const FINAL: readonly ExecutionStatus[] = ['success', 'error', 'canceled', 'crashed'];

export function isFinal(status: ExecutionStatus): boolean {
  return FINAL.includes(status);
}

/** An id from n8n, safe for URLs; undefined if it is not an id. */
export function idOf(value: Json | undefined): string | undefined {
  const text = scalarText(value);
  return /^[\w-]{1,64}$/.test(text) ? text : undefined;
}

/** Reads an execution as `GET /executions` and `GET /executions/{id}` give it; undefined if it has no id. */
export function toExecution(data: JsonMap): Execution | undefined {
  const id = executionIdOf(data['id']);
  if (id === undefined) return undefined;
  const tracing = data['tracingContext'];
  return {
    id,
    workflowId: idOf(data['workflowId']),
    status: STATUSES.find((status) => status === data['status']) ?? 'unknown',
    mode: textOf(data['mode']) || undefined,
    traceparent: isMap(tracing) ? textOf(tracing['traceparent']) : undefined,
    storesTraces: tracing !== undefined,
    waitTill: dateOf(data['waitTill']),
  };
}

/** A date as n8n writes it, in milliseconds since 1970; undefined if it is not a date. */
export function dateOf(value: Json | undefined): number | undefined {
  const date = Date.parse(textOf(value));
  return Number.isNaN(date) ? undefined : date;
}

/** Whether n8n shows an execution's data without its nodes' output (the redaction setting), or the last node's. */
export function isRedacted(data: JsonMap): boolean {
  return (
    mapAt(data, 'data', 'redactionInfo')['isRedacted'] === true ||
    itemsOf(lastRun(data)).some((items) => items.some((item) => mapAt(item, 'redaction')['redacted'] === true))
  );
}

/** Reads an execution's data (`includeData=true`). Whatever is missing, or redacted by n8n, is left out. */
export function toResult(data: JsonMap, show: Show): ExecutionResult {
  const result = mapAt(data, 'data', 'resultData');
  const runData = mapAt(result, 'runData');
  const lastNode = textOf(result['lastNodeExecuted']);
  return {
    workflowName: show(textOf(mapAt(data, 'workflowData')['name']), 80),
    runs: runsIn(runData).map(([node, run]) => toRun(show(node, 120), run)),
    items: isRedacted(data) ? undefined : (outputsOf(lastRun(data))[0] ?? []),
    error: isMap(result['error']) ? toError(result['error'], lastNode, show) : undefined,
  };
}

/**
 * What an execution's Webhook node received; undefined if the data does not have it (yet). While an execution runs,
 * n8n shows what it was started with, but its runs of nodes only if it saves progress.
 */
export function receivedRequest(data: JsonMap): ReceivedRequest | undefined {
  const runs = runsIn(mapAt(data, 'data', 'resultData', 'runData'));
  // The trigger runs first. Output of later nodes belongs to the workflow, and may look like a request.
  const first = runs.length > 0 ? [runs[0]?.[1]] : mapsOf(mapAt(data, 'data', 'executionData')['nodeExecutionStack']);
  // A node that takes several methods has an output for each.
  for (const item of first.flatMap(outputsOf).flat()) {
    if (isMap(item) && isMap(item['headers']) && isMap(item['query'])) {
      return { headers: item['headers'], body: item['body'] };
    }
  }
  return undefined;
}

/** Every run of every node, in the order in which they started. */
function runsIn(runData: JsonMap): (readonly [string, JsonMap])[] {
  const runs = Object.entries(runData).flatMap(([node, list]) => mapsOf(list).map((run) => [node, run] as const));
  return runs.toSorted(byStart);
}

/** Runs that start in the same millisecond are ordered by their index, if n8n gives it. */
function byStart([, a]: readonly [string, JsonMap], [, b]: readonly [string, JsonMap]): number {
  const difference = (name: string) => (numberOf(a[name]) || 0) - (numberOf(b[name]) || 0);
  return difference('startTime') || difference('executionIndex');
}

function toRun(node: string, run: JsonMap): NodeRun {
  return {
    node,
    startedAt: numberOf(run['startTime']) || 0,
    tookMs: numberOf(run['executionTime']) || 0,
    failed: run['executionStatus'] === 'error' || isMap(run['error']),
  };
}

function toError(error: JsonMap, lastNode: string, show: Show): ExecutionError {
  return {
    node: show(textOf(mapOf(error['node'])['name']) || lastNode, 80),
    message: show(textOf(error['message']), 300),
    description: show(textOf(error['description']), 200),
  };
}

/** The last run of the node that was executed last. */
function lastRun(data: JsonMap): JsonMap | undefined {
  const result = mapAt(data, 'data', 'resultData');
  return mapsOf(mapAt(result, 'runData')[textOf(result['lastNodeExecuted'])]).at(-1);
}

/** The data of a node's run, for each of its outputs. */
function outputsOf(run: JsonMap | undefined): Json[][] {
  return itemsOf(run).map((items) => items.map((item) => item['json'] ?? {}));
}

/** The items of a node's run, for each of its outputs. */
function itemsOf(run: JsonMap | undefined): JsonMap[][] {
  const outputs = run ? mapAt(run, 'data')['main'] : undefined;
  return Array.isArray(outputs) ? outputs.map(mapsOf) : [];
}

function mapAt(data: JsonMap, ...path: string[]): JsonMap {
  return path.reduce<JsonMap>((map, name) => mapOf(map[name]), data);
}
