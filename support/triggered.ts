// The call that an execution is looked for by, unless a test says otherwise.

import type { Execution } from '../src/n8n/execution.ts';
import type { TriggeredCall } from '../src/n8n-api/triggered-call.ts';
import { madeCall } from './call.ts';

export const OUR_TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
export const OUR_KEY = '00000000-0000-4000-8000-000000000000';

/** A POST to a webhook with the step's own headers. */
export function triggered(given: Partial<TriggeredCall> = {}): TriggeredCall {
  return {
    ...madeCall({ url: new URL('https://n8n.test/webhook/deploy') }),
    body: undefined,
    trace: { value: OUR_TRACE, isUnique: true },
    key: { value: OUR_KEY, isUnique: true },
    workflowId: undefined,
    afterId: undefined,
    sentAt: Date.UTC(2026, 0, 1),
    since: 0,
    ...given,
  };
}

/** A running execution, as n8n gives it. */
export function madeExecution(given: Partial<Execution> = {}): Execution {
  return {
    id: '7',
    workflowId: 'wf1',
    status: 'running',
    mode: 'webhook',
    traceparent: undefined,
    storesTraces: true,
    waitTill: undefined,
    ...given,
  };
}
