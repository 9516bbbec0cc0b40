import { freshConnections, keptConnections } from '../http/connections.ts';
import { certainRoute } from '../inputs/target.ts';
import { apiClient } from '../n8n-api/client.ts';
import { mcpServer } from '../n8n-api/mcp.ts';
import { mcpExecutions } from '../n8n-api/mcp-source.ts';
import { apiExecutions } from '../n8n-api/source.ts';
import { trigger } from '../routes/choose.ts';
import { CANCELLED_BEFORE, endedBefore, type Outcome } from '../routes/outcome.ts';
import type { Step } from '../routes/step.ts';
import { ok } from '../text/result.ts';
import { verdictOfFailure } from '../verdict/api.ts';
import { follow } from './follow.ts';
import { isWaiting, lostReplyResolver } from './lost-reply.ts';

/** Triggers by any route, looks into lost replies, and follows the execution, if n8n's API is known. */
export async function triggerAndFollowByApi(step: Step): Promise<Outcome> {
  const { inputs, host } = step;
  const { instance, target, workflowId, wait, timeoutMs, retries, tls } = inputs;
  if (!instance) throw new Error('no n8n is known');
  const settings = { host, retries, timeoutMs, kept: keptConnections(tls), fresh: freshConnections(tls) };
  const [api, mcp] = [apiClient(instance, settings), mcpServer(instance, settings)];
  const executions = target.byMcp ? mcpExecutions(mcp, target.workflowId) : apiExecutions(api);
  const [newest, wasWaiting] = await Promise.all([
    // With a gateway workflow, the execution that carries the trace is the gateway's.
    wait
      ? executions.checkAccess(target.isGateway ? undefined : workflowId, { signal: host.cancelled })
      : ok(undefined),
    target.resumes !== undefined && isWaiting(target.resumes, api, host),
  ]);
  if (!newest.ok) {
    const verdict = host.cancelled.aborted ? CANCELLED_BEFORE : verdictOfFailure(newest.error);
    return endedBefore(certainRoute(target, inputs.contentType), verdict);
  }
  // Over MCP, there is no list of executions to search.
  const lookInto = target.byMcp ? undefined : lostReplyResolver(inputs, api, host, wasWaiting);
  const outcome = await trigger({ ...step, lookInto, afterId: newest.value }, instance, api, mcp);
  return follow(outcome, executions, inputs, host);
}
