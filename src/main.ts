import { tmpdir } from 'node:os';
import { doubtResolver } from './following/doubt.ts';
import { follow, prepare, withNamedExecution } from './following/follow.ts';
import { githubContext } from './github.ts';
import type { Host } from './host.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { instanceOf } from './n8n/address.ts';
import { apiClient } from './n8n/client.ts';
import { apiExecutions } from './n8n/execution-source.ts';
import { mcpServer } from './n8n/mcp.ts';
import { mcpExecutions } from './n8n/mcp-executions.ts';
import { Problem } from './problem.ts';
import { executionData } from './report/execution-data.ts';
import { replyText } from './report/reply-text.ts';
import { report, reportWrongInputs } from './report/report.ts';
import { trigger } from './routes/choose.ts';
import { notSent, type Outcome } from './routes/outcome.ts';
import { masksFor } from './secrets.ts';
import { newTrace } from './trace.ts';
import { UNUSED_TITLE } from './unused.ts';

/** One run of the step: read the inputs, trigger the workflow, follow it, report. Gives the exit code. */
export async function main(host: Host): Promise<0 | 1> {
  const { env, clock } = host;
  const began = clock.monotonic();
  const spillDirectory = env['RUNNER_TEMP'] ?? tmpdir();
  const { traceId, traceparent } = newTrace(env, host.randomBytes);
  const conclude = async (outcome: Outcome) => ({
    outcome,
    reply: await replyText(outcome.exchange, spillDirectory),
    data: await executionData(outcome.execution?.result?.items, spillDirectory),
    traceId,
    durationMs: clock.monotonic() - began,
  });

  const { inputs, secrets } = await readInputs(host.input, env['GITHUB_WORKSPACE'] ?? '.', () => githubContext(env));
  for (const mask of masksFor(secrets)) host.mask(mask);
  if (inputs instanceof Problem) {
    return reportWrongInputs(inputs.lines, await conclude(notSent('', 'inputs', inputs.lines.join(' '), '')), host);
  }
  for (const line of inputs.unused) host.log.warning(line, UNUSED_TITLE);
  const outcome = await triggerAndFollow(inputs, traceparent, spillDirectory, host);
  return report(await conclude(outcome), inputs, host);
}

async function triggerAndFollow(
  inputs: Inputs,
  traceparent: string,
  spillDirectory: string,
  host: Host,
): Promise<Outcome> {
  const { instance, target, workflowId, timeoutMs, retries } = inputs;
  const { clock, random, log } = host;
  const identity = { traceparent, 'idempotency-key': host.randomUUID() };
  const step = { inputs, host, identity, spillDirectory };
  if (!instance) return withNamedExecution(await trigger(step, undefined));

  const settings = { clock, random, retries, timeoutMs, spillDirectory, debug: log.debug };
  const doors = { api: apiClient(instance, settings), mcp: mcpServer(instance, settings, host.cancelled) };
  const byMcp = target.mode === 'api' && target.route === 'mcp';
  const executions = byMcp ? mcpExecutions(doors.mcp, workflowId) : apiExecutions(doors.api);
  // Behind a gateway workflow, the execution that carries the trace is the gateway's.
  const isGateway = target.mode === 'api' && instanceOf(new URL(target.base)) !== undefined;
  const clue = { executions, traceparent, workflowId: isGateway ? '' : workflowId };
  const trail = await prepare(inputs, clue, host);
  if ('row' in trail) return { ...notSent('', '', '', ''), verdict: trail };
  // Over MCP there is no list of executions to look through.
  const lookInto = byMcp ? undefined : doubtResolver(trail, doors.api, host);
  return follow(await trigger({ ...step, lookInto }, doors), trail, inputs, host);
}
