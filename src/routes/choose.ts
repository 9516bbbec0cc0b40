import type { ApiTarget } from '../inputs.ts';
import { isJson } from '../payload.ts';
import { NO_START_ENDPOINT } from '../verdicts/start.ts';
import type { Outcome } from './outcome.ts';
import type { Step } from './send.ts';
import { callStartEndpoint } from './start.ts';
import { callWebhookUrl, callWorkflowWebhook, readWorkflow } from './webhook.ts';

/** Triggers the step's target over the route that fits it. */
export async function trigger(step: Step): Promise<Outcome> {
  const { target } = step.inputs;
  if (target.mode === 'webhook') return callWebhookUrl(step, target);
  switch (target.route) {
    case 'start':
      return callStartEndpoint(step, target);
    case 'webhook':
      return callWorkflowWebhook(step, target, await readWorkflow(step, target));
    case 'auto':
      return findRoute(step, target);
  }
}

/**
 * The start endpoint, and where the instance has none, the workflow's webhook. The workflow is read while the start
 * endpoint is tried, so that finding out costs no round trip of its own.
 */
async function findRoute(step: Step, target: ApiTarget): Promise<Outcome> {
  if (!isJson(step.inputs.contentType)) return callWorkflowWebhook(step, target, await readWorkflow(step, target));
  if (isGateway(target.base)) return callStartEndpoint(step, target);
  const startAnswered = new AbortController();
  const reading = readWorkflow(step, target, startAnswered.signal);
  const started = await callStartEndpoint(step, target);
  if (started.verdict.row === NO_START_ENDPOINT) {
    step.host.log.info("This n8n has no start endpoint: calling the workflow's webhook.");
    return callWorkflowWebhook(step, target, await reading);
  }
  startAnswered.abort();
  await reading;
  return started;
}

/** Whether a base is that of a gateway workflow, `…/webhook/{webhook id}`: there is no public API below it. */
function isGateway(base: string): boolean {
  return /\/webhook(?:-test)?\/[^/]+$/.test(new URL(base).pathname);
}
