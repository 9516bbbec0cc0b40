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
import { follow, prepare } from './follow.ts';
import { lostReplyResolver } from './lost-reply.ts';

/** The middle of the walk where n8n's API is known: triggers over any route, looks into lost replies, and follows. */
export async function triggerAndFollowByApi(step: Step): Promise<Outcome> {
  const { inputs, host, identity, spillDirectory } = step;
  const { instance, target, workflowId, timeoutMs, retries } = inputs;
  if (!instance) throw new Error('no n8n is known');
  const { clock, random, log, cancelled, show } = host;
  const connections = { kept: keptConnections(inputs.tls), fresh: freshConnections(inputs.tls) };
  const settings = { clock, random, retries, timeoutMs, spillDirectory, ...connections, debug: log.debug, show };
  const clients = { api: apiClient(instance, settings), mcp: mcpServer(instance, settings, cancelled) };
  const { byMcp, isGateway } = target;
  const executions = byMcp ? mcpExecutions(clients.mcp, workflowId) : apiExecutions(clients.api);
  // Behind a gateway workflow, the execution that carries the trace is the gateway's.
  const clue = { executions, traceparent: identity.traceparent, workflowId: isGateway ? '' : workflowId };
  const trail = await prepare(inputs, clue, host);
  if ('row' in trail) return endedBefore(routeOf(inputs), trail);
  // Over MCP there is no list of executions to look through.
  const lookInto = byMcp ? undefined : lostReplyResolver(trail, clients.api, host);
  return follow(await trigger({ ...step, lookInto }, instance, clients), trail, inputs, host);
}

/** The route that will be taken; undefined where n8n is to be asked for it. */
function routeOf({ target, contentType }: Inputs): Route | undefined {
  return target.mode === 'webhook' ? 'webhook' : certainRoute(target, isJson(contentType));
}
