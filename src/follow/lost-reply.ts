import { type Deadline, deadlineAfter } from '../host/deadline.ts';
import type { Clock, Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RequestOptions } from '../n8n-api/ask.ts';
import type { Api } from '../n8n-api/client.ts';
import { readExecution } from '../n8n-api/executions.ts';
import { findExecution } from '../n8n-api/find.ts';
import { type Finding, notAsked, ruleOut } from '../n8n-api/rule-out.ts';
import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import { readWorkflow, workflowAt } from '../n8n-api/workflows.ts';
import type { LookInto } from '../routes/step.ts';
import { type JsonMap, scalarText } from '../text/json.ts';
import { say } from '../text/safe.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import { cancelledVerdict } from '../verdict/verdict.ts';

/**
 * How long an execution may take to appear. After the sender has lost the connection, a request may stay in a proxy's
 * queue for some seconds (5 by default in HAProxy, `timeout queue`).
 */
const SETTLE_MS = 10_000;

/** How long n8n may take to restart: while its API does not reply, nothing is certain. */
const RIDE_OUT_MS = 60_000;

/** The limit for the whole search. */
const LOOK_MS = 90_000;

const RESUMED_PAUSE_MS = 500;

const RETRIES = 2;

/**
 * Finds out from n8n's API whether a call with a lost reply ran.
 *
 * @param wasWaiting for a resume URL: whether its execution was seen waiting before the call
 */
export function lostReplyResolver(inputs: Inputs, api: Api, host: Host, wasWaiting: boolean): LookInto {
  return async ({ verdict }, call) => {
    host.log.info(say`${verdict.message} Checking in n8n whether it ran.`);
    const deadline = deadlineAfter(LOOK_MS, host.clock, host.cancelled);
    const finding = await (call.resumes === undefined
      ? findStarted(call, api, inputs, host.clock, deadline)
      : findResumed(call.resumes, wasWaiting, api, deadline));
    if (host.cancelled.aborted) {
      const message = say`The step was cancelled while checking whether its call had run.`;
      return { verdict: cancelledVerdict('aborted', 'maybe', message) };
    }
    switch (finding.ran) {
      case 'yes': {
        const message = say`${verdict.message} It did run, as execution ${host.show(finding.execution.id)}.`;
        const hint = say`Only the reply was lost.`;
        const found = { row: 'reply-lost', success: true, ran: 'yes', inconclusive: true, message, hint } as const;
        return { verdict: found, execution: finding.execution };
      }
      case 'no': {
        const message = say`${verdict.message} n8n has no execution of this call.`;
        return { verdict: { ...verdict, ran: 'no', message, hint: say`Run the step again, or raise retries.` } };
      }
      case 'maybe': {
        const hint = say`Whether it ran could not be determined, because ${finding.why}. ${verdict.hint}`;
        return { verdict: { ...verdict, hint } };
      }
    }
  };
}

async function findStarted(
  call: TriggeredCall,
  api: Api,
  inputs: Inputs,
  clock: Clock,
  deadline: Deadline,
): Promise<Finding> {
  const options = { retries: RETRIES, deadline };
  // One workflow has far fewer executions than the whole instance.
  const workflow = await startedWorkflow(call, api, inputs, options);
  const started = scalarText(workflow?.['id']) || undefined;
  const limits = { clock, searchMs: SETTLE_MS, deadline: deadline.within(RIDE_OUT_MS), ruledOut: new Set<number>() };
  const search = await findExecution(
    api,
    { ...call, workflowId: call.route === 'start' ? undefined : started },
    limits,
  );
  if (search.end === 'found') return { ran: 'yes', execution: search.execution };
  if (search.end === 'unreachable') return notAsked(search.failure);
  if (search.end === 'cancelled') return notAsked();
  // n8n may have been down when the workflow was first read.
  return ruleOut(api, call, workflow ?? (await startedWorkflow(call, api, inputs, options)), options);
}

/** The workflow that a call starts. An instance's own start endpoint starts the given one, however n8n runs it. */
async function startedWorkflow(
  call: TriggeredCall,
  api: Api,
  { target }: Inputs,
  options: RequestOptions,
): Promise<JsonMap | undefined> {
  if (call.route === 'start' && target.mode === 'api' && !target.isGateway) {
    const read = await readWorkflow(api, target.workflowId, options);
    return read.ok ? read.value : undefined;
  }
  return workflowAt(api, call, call.workflowId, options);
}

/** How long n8n may take, before the call, to say whether an execution is waiting, in milliseconds. */
const ASK_MS = 5_000;

/** Whether an execution is known to be waiting. */
export async function isWaiting(id: string, api: Api, { clock, cancelled }: Host): Promise<boolean> {
  const deadline = deadlineAfter(ASK_MS, clock, cancelled);
  const read = await readExecution(api, id, false, { retries: 0, deadline });
  return read.ok && read.value.execution.status === 'waiting';
}

/** An execution that was waiting and no longer is was resumed. Any other was running, or had already ended. */
async function findResumed(id: string, wasWaiting: boolean, api: Api, deadline: Deadline): Promise<Finding> {
  const settled = deadline.within(SETTLE_MS);
  let wasRead = false;
  let failure: ApiFailure | undefined;
  while (settled.leftMs() > 0 && !settled.isCancelled()) {
    const read = await readExecution(api, id, false, { retries: 0, deadline: settled });
    if (read.ok && read.value.execution.status !== 'waiting') {
      if (wasWaiting || wasRead) return { ran: 'yes', execution: read.value.execution };
      return { ran: 'maybe', why: say`n8n did not show that the execution was waiting for it` };
    }
    if (read.ok) wasRead = true;
    else failure = read.error;
    await settled.sleep(RESUMED_PAUSE_MS);
  }
  return wasRead ? { ran: 'maybe', why: say`the execution is still waiting, or is waiting again` } : notAsked(failure);
}
