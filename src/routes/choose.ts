import { type ApiTarget, certainRoute } from '../inputs/target.ts';
import type { Instance } from '../n8n/address.ts';
import type { Api } from '../n8n-api/client.ts';
import type { McpServer } from '../n8n-api/mcp.ts';
import { readWorkflow } from '../n8n-api/workflows.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { callMcpServer } from './mcp.ts';
import type { Outcome } from './outcome.ts';
import { callStartEndpoint } from './start.ts';
import type { Step } from './step.ts';
import { callWorkflowTrigger } from './webhook.ts';
import { callWebhookUrl } from './webhook-url.ts';

/** Triggers the step's target by the route that fits it. */
export async function trigger(step: Step, instance: Instance, api: Api, mcp: McpServer): Promise<Outcome> {
  const { target } = step.inputs;
  if (target.mode === 'webhook') return callWebhookUrl(step, target);
  const byWebhook = async () =>
    callWorkflowTrigger(step, target, await readWorkflow(api, target.workflowId, { signal: step.host.cancelled }));
  switch (certainRoute(target, step.inputs.contentType)) {
    case 'start':
      return callStartEndpoint(step, target, instance);
    case 'webhook':
      return byWebhook();
    case 'mcp':
      return callMcpServer(step, target, mcp);
    case undefined:
      return findRoute(step, target, api, instance);
  }
}

/**
 * Calls the start endpoint, or, if the instance has none, the workflow's own trigger. The workflow is read at the
 * same time, which saves a round trip.
 */
async function findRoute(step: Step, target: ApiTarget, api: Api, instance: Instance): Promise<Outcome> {
  const startAnswered = new AbortController();
  const signal = AbortSignal.any([startAnswered.signal, step.host.cancelled]);
  const reading = readWorkflow(api, target.workflowId, { signal });
  const isMissing = ({ row }: Verdict) => row === 'no-start-endpoint';
  const started = await callStartEndpoint(step, target, instance, isMissing);
  if (isMissing(started.verdict)) return callWorkflowTrigger(step, target, await reading);
  startAnswered.abort();
  await reading;
  return started;
}
