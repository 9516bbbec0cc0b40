import { hash } from 'node:crypto';
import type { Env, RandomSource } from '../host/host.ts';

/** The W3C trace context of one step: n8n stores it on the execution, which is how the execution is found again. */
export interface Trace {
  /** 32 hexadecimal digits, shared by everything in the same trace. */
  readonly traceId: string;
  /** The header's value, `00-<trace id>-<span id>-01`: the same for all attempts of a step, and unique to it. */
  readonly traceparent: string;
}

/** Version ff is invalid, and only versions after 00 may have more after the flags (W3C Trace Context, section 3.2). */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:$|(?<!^00.*)-)/;

/**
 * Continues the trace of `TRACEPARENT`, if it is valid; otherwise uses the trace id that the OpenTelemetry
 * Collector's GitHub receiver computes for this run, so that n8n's spans join the pipeline's trace.
 */
export function newTrace(env: Env, randomBytes: RandomSource): Trace {
  const traceId = TRACEPARENT.exec(env['TRACEPARENT'] ?? '')?.[1] ?? runTraceId(env) ?? randomBytes(16).toString('hex');
  const spanId = randomBytes(8);
  if (spanId.every((byte) => byte === 0)) spanId[7] = 1;
  return { traceId, traceparent: `00-${traceId}-${spanId.toString('hex')}-01` };
}

/** As in the receiver's `newTraceID`: the first 16 bytes of sha256("{run id}{run attempt}t"). */
function runTraceId(env: Env): string | undefined {
  const runId = env['GITHUB_RUN_ID'];
  if (!runId) return undefined;
  return hash('sha256', `${runId}${env['GITHUB_RUN_ATTEMPT'] ?? '1'}t`).slice(0, 32);
}
