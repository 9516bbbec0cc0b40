import type { Mark, TriggeredCall } from '../n8n-api/triggered-call.ts';
import { isMap, textOf } from '../text/json.ts';
import type { Step, Trigger } from './step.ts';

/**
 * The call that a trigger makes, as its replies are judged and its execution is searched for.
 *
 * @param headers all that are sent: the inputs may have replaced the step's own
 */
export function triggeredCall(
  { route, addressInput, request: { method, url, body }, credentials }: Trigger,
  { inputs, identity, afterId, host }: Step,
  headers: Readonly<Record<string, string>>,
): TriggeredCall {
  const { target, workflowId, payload, signingSecret, timeoutMs, acceptStatus } = inputs;
  const markOf = (name: keyof Step['identity']): Mark => {
    const value = headerIn(name, headers) ?? '';
    return { value, isUnique: value === identity[name] };
  };
  return {
    mode: target.mode,
    route,
    addressInput,
    method,
    url,
    resumes: target.resumes,
    body,
    bodySize: body?.size ?? 0,
    contentType: body?.contentType ?? '',
    userAgent: headerIn('user-agent', headers),
    chatAction: 'data' in payload && isMap(payload.data) ? textOf(payload.data['action']) : undefined,
    credentials: signingSecret === undefined ? credentials : [...credentials, 'signing-secret'],
    timeoutMs,
    acceptStatus,
    show: host.show,
    trace: markOf('traceparent'),
    key: markOf('idempotency-key'),
    // If a gateway workflow runs the other workflow, the trace is on the gateway's execution.
    workflowId: route === 'start' ? undefined : workflowId,
    afterId,
    sentAt: host.clock.now(),
    since: host.clock.monotonic(),
  };
}

/** The last header of this name, given in lower case. */
function headerIn(name: string, headers: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(headers).findLast(([given]) => given.toLowerCase() === name)?.[1];
}
