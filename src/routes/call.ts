import type { Mark, TriggeredCall } from '../n8n-api/triggered-call.ts';
import { isMap, textOf } from '../text/json.ts';
import type { Call } from '../verdict/row.ts';
import { resumedBy } from './hide-webhook.ts';
import type { Step, Trigger } from './step.ts';

/** What the table of replies needs. */
export function callOf({ route, addressInput, request, credentials }: Trigger, { inputs, host }: Step): Call {
  const { method, url, body, headers } = request;
  const { target, payload, signingSecret, timeoutMs, acceptStatus } = inputs;
  return {
    mode: target.mode,
    route,
    addressInput,
    method,
    url,
    resumes: resumedBy(inputs) !== undefined,
    bodySize: body?.size ?? 0,
    contentType: body?.contentType ?? '',
    userAgent: headerIn('user-agent', headers),
    chatAction: 'data' in payload && isMap(payload.data) ? textOf(payload.data['action']) : undefined,
    credentials: signingSecret === undefined ? credentials : [...credentials, 'signing-secret'],
    timeoutMs,
    acceptStatus,
    show: host.show,
  };
}

/**
 * What a search for its execution needs.
 *
 * @param headers all that are sent: the inputs may have replaced the step's own
 */
export function triggeredCall(
  { route, request: { url, method, body } }: Trigger,
  { inputs, identity, afterId, host }: Step,
  headers: Readonly<Record<string, string>>,
): TriggeredCall {
  const { workflowId } = inputs;
  const markOf = (name: keyof Step['identity']): Mark => {
    const value = headerIn(name, headers) ?? '';
    return { value, isUnique: value === identity[name] };
  };
  return {
    route,
    url,
    method,
    body,
    trace: markOf('traceparent'),
    key: markOf('idempotency-key'),
    // If a gateway workflow runs the other workflow, the trace is on the gateway's execution.
    workflowId: route === 'start' ? undefined : workflowId,
    afterId,
    resumes: resumedBy(inputs),
    sentAt: host.clock.now(),
    since: host.clock.monotonic(),
  };
}

/** The last header of this name, given in lower case. */
function headerIn(name: string, headers: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(headers).findLast(([given]) => given.toLowerCase() === name)?.[1];
}
