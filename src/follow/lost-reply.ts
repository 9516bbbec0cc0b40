import type { Host } from '../host/host.ts';
import type { Api } from '../n8n-api/client.ts';
import { findExecution, type Wanted } from '../n8n-api/find.ts';
import { type Finding, ruleOut } from '../n8n-api/rule-out.ts';
import { workflowBehind } from '../n8n-api/workflows.ts';
import type { LookInto, Sent } from '../routes/send.ts';
import { scalarText } from '../text/json.ts';
import { say } from '../text/safe.ts';
import { NOTHING } from '../verdict/verdict.ts';

/**
 * A request may still be on its way to n8n, in the queue of a proxy, when its sender has lost the connection. Proxies give
 * such requests up after some seconds (HAProxy's `timeout queue` is 5 s where nothing else is set), and n8n has a row for
 * an execution some milliseconds after the request's last byte: so long, in milliseconds, an execution may take to appear.
 */
const SETTLE_MS = 10_000;

/** Long enough for n8n to restart, in milliseconds: while its API does not answer, nothing is certain. */
const RIDE_OUT_MS = 60_000;

const EFFORT = { retries: 2, timeoutMs: 10_000 } as const;

/** Finds out, by n8n's API, whether a call ran whose reply was lost. */
export function lostReplyResolver(sought: Wanted, api: Api, host: Host): LookInto {
  return async ({ verdict }, sent) => {
    host.log.info(`${verdict.message} Looking in n8n whether it ran.`);
    const finding = await find(sought, api, sent, host);
    if (host.cancelled.aborted) {
      const message = say`The step was cancelled while it looked whether its call had run.`;
      return { verdict: { row: 'aborted', success: false, ran: 'maybe', claim: 'cancelled', message, hint: NOTHING } };
    }
    switch (finding.ran) {
      case 'yes': {
        const message = say`${verdict.message} It did run, as execution ${host.show(finding.execution.id)}.`;
        const hint = say`Only the reply is lost.`;
        const found = { row: 'reply-lost', success: true, ran: 'yes', inconclusive: true, message, hint } as const;
        return { verdict: found, execution: finding.execution };
      }
      case 'no': {
        const message = say`${verdict.message} n8n has no execution of this call.`;
        return { verdict: { ...verdict, ran: 'no', message, hint: say`Run the step again, or raise retries.` } };
      }
      case 'maybe':
        return {
          verdict: {
            ...verdict,
            hint: say`Whether it ran could not be determined, because ${host.show(finding.why)}. ${verdict.hint}`,
          },
        };
    }
  };
}

async function find(sought: Wanted, api: Api, { route, request }: Sent, host: Host): Promise<Finding> {
  const { traceparent, sentAt, afterId, others } = sought;
  const { clock, cancelled: signal } = host;
  const isGateway = route === 'start' && !request.url.href.startsWith(`${api.base}/api/v1/`);
  // A gateway workflow runs the other one: trace and URL are the gateway's.
  const workflowId = isGateway ? '' : sought.workflowId;
  if (route === 'start' && !isGateway && (await hasNoStartEndpoint(api, sought.workflowId, host))) return { ran: 'no' };
  const { url, method, headers } = request;
  const options = { ...EFFORT, signal };
  // Its own executions are few beside those of all workflows.
  const workflow = await workflowBehind(api, { url, method }, workflowId, options);
  const wanted = { traceparent, workflowId: scalarText(workflow?.['id']), sentAt, afterId, others };
  const patience = { clock, searchMs: SETTLE_MS, waitMs: RIDE_OUT_MS, signal };
  const search = await findExecution(api, wanted, patience);
  if (search.end === 'found') return { ran: 'yes', execution: search.execution };
  if (search.end !== 'absent') return { ran: 'maybe', why: "n8n's API could not be asked for the execution" };
  const call = { url, method, idempotencyKey: headerOf(headers, 'idempotency-key'), afterId, sentAt };
  // n8n may have been down when the workflow was asked for first.
  return ruleOut(api, call, workflow ?? (await workflowBehind(api, call, workflowId, options)), options);
}

/** Stock n8n answers 404 in JSON to whatever method where the start endpoint would be. */
async function hasNoStartEndpoint(api: Api, workflowId: string, { cancelled }: Host): Promise<boolean> {
  const none = say`There is no start endpoint.`;
  const subject = { thing: say`a start endpoint`, scope: say``, ifTooOld: none };
  const read = await api.request('GET', `workflow/${workflowId}/start`, subject, { ...EFFORT, signal: cancelled });
  return !read.ok && read.error.code === 'api-too-old';
}

function headerOf(headers: Readonly<Record<string, string>>, wanted: string): string {
  return Object.entries(headers).findLast(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}
