import { isTestUrl } from '../n8n/address.ts';
import type { Execution, ReceivedRequest } from '../n8n/execution.ts';
import { isMap, type Json, type JsonMap, textOf, toJsonText } from '../text/json.ts';
import type { ListedExecution } from './executions.ts';
import type { TriggeredCall } from './triggered-call.ts';

/*
 * Proofs of which call an execution belongs to, and when it started. What they do not prove is unknown, not false.
 * docs/reliability.md lists them.
 */

/** Whether it is ours: n8n stored the trace that only this step has sent. */
export function hasOurTrace({ traceparent }: Execution, { trace }: TriggeredCall): boolean {
  return trace.isUnique && traceparent === trace.value;
}

/**
 * Whether it is ours: its Webhook node received a header that only this step has sent. This works even if a proxy has
 * changed or doubled the trace, and on n8n before 2.20, which stores none.
 */
export function hasOurHeaders({ headers }: ReceivedRequest, { trace, key }: TriggeredCall): boolean {
  return (
    (key.isUnique && valuesOf(headers, 'idempotency-key').includes(key.value)) ||
    (trace.isUnique && valuesOf(headers, 'traceparent').includes(trace.value))
  );
}

/** n8n's modes of executions that it starts itself, or that another workflow starts. */
const NOT_BY_CALL: readonly (string | undefined)[] = ['trigger', 'cli', 'error', 'integrated', 'retry', 'evaluation'];

/** Whether it is not ours: no call to a webhook starts an execution in this mode, except test URLs in `manual`. */
export function isNotByCall({ mode }: Pick<Execution, 'mode'>, { route, url }: TriggeredCall): boolean {
  // How an instance's own start endpoint runs a workflow is not known.
  if (route === 'start') return false;
  return NOT_BY_CALL.includes(mode) || (mode === 'manual' && !isTestUrl(url));
}

/** Whether it is another call's: its Webhook node received a key other than ours. */
export function hasAnotherKey({ headers }: ReceivedRequest, { key }: TriggeredCall): boolean {
  const received = valuesOf(headers, 'idempotency-key');
  const ours = valuesIn(key.value);
  return received.length > 0 && !received.some((value) => ours.includes(value));
}

/**
 * Whether it is another call's: its Webhook node received a body other than ours. An empty one proves nothing: with the
 * node's option Raw Body, all look empty. Nor do texts that UTF-8 or a database cannot hold: they come back changed.
 */
export function hasAnotherBody({ body }: ReceivedRequest, sent: Json | undefined): boolean {
  if (sent === undefined || body === undefined || (isMap(body) && Object.keys(body).length === 0)) return false;
  const text = toJsonText(sent);
  if (text === undefined || /\\u(?:0000|d[89a-f])|\\ufffd/i.test(text)) return false;
  const [received, ours] = [canonical(body), canonical(sent)];
  return received !== undefined && ours !== undefined && received !== ours;
}

/** How far n8n's clock and this one may differ: if they are known to be close, or may have different time zones. */
const CLOCK_SLACK_MS = 60_000;
const UNKNOWN_SLACK_MS = 26 * 60 * 60 * 1000;

/**
 * The earliest start of a call's execution by n8n's clock, in milliseconds since 1970. An execution dated about when
 * the call was made, or later, shows that this clock is not behind; a proxy's `Date` says nothing about it.
 */
export function mayHaveStartedFrom({ sentAt }: TriggeredCall, listed: readonly ListedExecution[]): number {
  const isNotBehind = listed.some(({ startedAt }) => startedAt !== undefined && startedAt >= sentAt - CLOCK_SLACK_MS);
  return sentAt - (isNotBehind ? CLOCK_SLACK_MS : UNKNOWN_SLACK_MS);
}

/** Whether an execution existed before the call: by its id, because ids count up, or by its start. */
export function isOlder(
  { id, startedAt }: Pick<ListedExecution, 'id' | 'startedAt'>,
  { afterId = 0 }: TriggeredCall,
  from: number,
): boolean {
  return id <= afterId || (startedAt !== undefined && startedAt < from);
}

function valuesOf(headers: JsonMap, name: string): string[] {
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return Array.isArray(value) ? value.map(textOf).flatMap(valuesIn) : valuesIn(textOf(value));
}

/** The values in a header, without quotation marks: a gateway may write a key as a string (RFC 9651). */
function valuesIn(text: string): string[] {
  return text
    .split(/\s*,\s*/)
    .map((value) => value.replace(/^"|"$/g, ''))
    .filter((value) => value !== '');
}

/** JSON with members in alphabetical order: not every database keeps their order. */
function canonical(value: Json): string | undefined {
  try {
    return JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
  } catch {
    return undefined;
  }
}
