import { asItIs, type Redact } from '../host/masks.ts';
import { isMap, type Json, type JsonMap, numberOf, scalarText, textOf } from '../text/json.ts';

/** How an execution stands, as n8n names it (`execution-status.ts` of its package n8n-workflow). */
export type ExecutionStatus = 'success' | 'error' | 'canceled' | 'crashed' | 'waiting' | 'running' | 'new' | 'unknown';

/** An execution, without its data. */
export interface Execution {
  readonly id: string;
  readonly workflowId: string;
  readonly status: ExecutionStatus;
  /** What the trigger's request carried, where this n8n stores it (2.20 and later). */
  readonly traceparent: string | undefined;
  /** Whether this n8n stores a `traceparent` at all. */
  readonly storesTraces: boolean;
}

/** One run of a node within an execution: loops run a node several times. */
export interface NodeRun {
  readonly node: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly tookMs: number;
  readonly failed: boolean;
}

/** What an ended execution's data tells. */
export interface ExecutionResult {
  readonly workflowName: string;
  /** In the order in which they started. */
  readonly runs: readonly NodeRun[];
  /** What the last executed node gave at its first output, as n8n itself answers a webhook with it. */
  readonly items: readonly Json[];
  /** Present if the execution failed. */
  readonly error: ExecutionError | undefined;
}

/** Why an execution failed. */
export interface ExecutionError {
  /** The failing node's name; empty where n8n tells none. */
  readonly node: string;
  readonly message: string;
  readonly description: string;
}

const STATUSES: readonly ExecutionStatus[] = ['success', 'error', 'canceled', 'crashed', 'waiting', 'running', 'new'];
const FINAL: readonly ExecutionStatus[] = ['success', 'error', 'canceled', 'crashed'];

/** Whether an execution in this status will not change any more. */
export function isFinal(status: ExecutionStatus): boolean {
  return FINAL.includes(status);
}

/** An id that n8n gives, for addresses and the log; empty where it is none. */
export function idOf(value: Json | undefined): string {
  const text = scalarText(value);
  return /^[\w-]{1,64}$/.test(text) ? text : '';
}

/** Reads an execution as `GET /executions` and `GET /executions/{id}` give it. */
export function toExecution(data: JsonMap): Execution {
  const tracing = data['tracingContext'];
  return {
    id: idOf(data['id']),
    workflowId: idOf(data['workflowId']),
    status: STATUSES.find((status) => status === data['status']) ?? 'unknown',
    traceparent: isMap(tracing) ? textOf(tracing['traceparent']) : undefined,
    storesTraces: tracing !== undefined,
  };
}

/**
 * Reads an execution's data (`includeData=true`). What is missing or redacted by n8n is left out.
 *
 * @param redact takes what is secret out of names and errors, which are shown; items stay as they are
 */
export function toResult(data: JsonMap, redact = asItIs): ExecutionResult {
  const result = mapAt(data, 'data', 'resultData');
  const runData = mapAt(result, 'runData');
  const runs = Object.entries(runData).flatMap(([node, list]) => asMaps(list).map((run) => [node, run] as const));
  const lastNode = textOf(result['lastNodeExecuted']);
  return {
    workflowName: redact(textOf(mapAt(data, 'workflowData')['name'])),
    runs: runs.toSorted(byStart).map(([node, run]) => toRun(redact(node), run)),
    items: outputsOf(asMaps(runData[lastNode]).at(-1))[0] ?? [],
    error: isMap(result['error']) ? toError(result['error'], lastNode, redact) : undefined,
  };
}

/**
 * The headers that the Webhook node of an execution received; undefined where its data does not have them (yet). While an
 * execution runs, n8n shows no node's run unless it saves progress, and instead what the execution was started with.
 */
export function receivedHeaders(data: JsonMap): JsonMap | undefined {
  const runData = mapAt(data, 'data', 'resultData', 'runData');
  const runs = Object.values(runData).flatMap((list) => asMaps(list).slice(0, 1));
  const begun = asMaps(mapAt(data, 'data', 'executionData')['nodeExecutionStack']);
  // A node that takes several methods has an output for each.
  for (const item of [...runs, ...begun].flatMap(outputsOf).flat()) {
    if (isMap(item) && isMap(item['headers']) && isMap(item['query'])) return item['headers'];
  }
  return undefined;
}

/** Runs that start in the same millisecond are told apart by their place in the order, where n8n gives it. */
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

function toError(error: JsonMap, lastNode: string, redact: Redact): ExecutionError {
  const node = isMap(error['node']) ? textOf(error['node']['name']) : '';
  return {
    node: redact(node || lastNode),
    message: redact(textOf(error['message'])),
    description: redact(textOf(error['description'])),
  };
}

/** The items of a node's run by its outputs. */
function outputsOf(run: JsonMap | undefined): Json[][] {
  const outputs = run ? mapAt(run, 'data')['main'] : undefined;
  if (!Array.isArray(outputs)) return [];
  return outputs.map((items) => asMaps(items).map((item) => item['json'] ?? {}));
}

function mapAt(data: JsonMap, ...path: string[]): JsonMap {
  return path.reduce<JsonMap>((map, name) => {
    const inner = map[name];
    return isMap(inner) ? inner : {};
  }, data);
}

function asMaps(value: Json | undefined): JsonMap[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}
