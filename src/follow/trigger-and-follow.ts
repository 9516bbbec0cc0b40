import { freshConnections, keptConnections } from '../http/connections.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { certainRoute } from '../inputs/target.ts';
import { apiClient } from '../n8n-api/client.ts';
import { mcpServer } from '../n8n-api/mcp.ts';
import { mcpExecutions } from '../n8n-api/mcp-source.ts';
import { apiExecutions } from '../n8n-api/source.ts';
import { isJson } from '../request/payload.ts';
import { trigger } from '../routes/choose.ts';
import { endedBefore, type Outcome, type Route } from '../routes/outcome.ts';
import type { Step } from '../routes/send.ts';
import { follow } from './follow.ts';
import { lostReplyResolver } from './lost-reply.ts';
import { prepare } from './prepare.ts';

/** Triggers by any route, looks into lost replies, and follows the execution, where n8n's API is known. */
export async function triggerAndFollowByApi(step: Step): Promise<Outcome> {
  const { inputs, host, spillDirectory } = step;
  const { instance, target, timeoutMs, retries } = inputs;
  if (!instance) throw new Error('no n8n is known');
  const { clock, random, log, cancelled, show } = host;
  const connections = { kept: keptConnections(inputs.tls), fresh: freshConnections(inputs.tls) };
  const settings = { clock, random, retries, timeoutMs, spillDirectory, ...connections, debug: log.debug, show };
  const clients = { api: apiClient(instance, settings), mcp: mcpServer(instance, settings, cancelled) };
  const executions = target.byMcp ? mcpExecutions(clients.mcp, target.workflowId) : apiExecutions(clients.api);
  const prepared = await prepare(inputs, executions, host);
  if (!prepared.ok) return endedBefore(routeOf(inputs), prepared.error);
  // Over MCP, there is no list of executions to search.
  const lookInto = target.byMcp ? undefined : lostReplyResolver(inputs, clients.api, host);
  const outcome = await trigger({ ...step, lookInto, afterId: prepared.value }, instance, clients);
  return follow(outcome, executions, inputs, host);
}

/** The route that will be taken; undefined where that depends on n8n. */
function routeOf({ target, contentType }: Inputs): Route | undefined {
  return target.mode === 'webhook' ? 'webhook' : certainRoute(target, isJson(contentType));
}
