import type { ApiTarget } from '../inputs/target.ts';
import { chatMessage } from '../n8n/chat.ts';
import { executionIdOf } from '../n8n/execution-id.ts';
import { attachFiles, fillForm, formData, readFields } from '../n8n/form.ts';
import { readAnswer } from '../n8n/mcp-message.ts';
import {
  chooseMcpTrigger,
  corrected,
  type ExecuteCall,
  type ExecuteTool,
  presumedTrigger,
  toExecuteTool,
  workflowFromDetails,
} from '../n8n/mcp-trigger.ts';
import { methodFor } from '../n8n/triggers.ts';
import { namesOf, type TriggerNode } from '../n8n/workflow.ts';
import type { McpServer } from '../n8n-api/mcp.ts';
import { encodePayload } from '../request/payload.ts';
import { isMap, type JsonMap, scalarText, toJsonText } from '../text/json.ts';
import { shownLine } from '../text/problem.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { NOTHING, type SafeText, say } from '../text/safe.ts';
import { verdictOfFailure } from '../verdict/api.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import { warnOfDroppedContext } from './dropped-context.ts';
import { endedBefore, notSent, type Outcome, unfit } from './outcome.ts';
import { sendTrigger } from './send.ts';
import type { Step } from './step.ts';

/** Runs a workflow by its id through n8n's own MCP server, which returns the execution's id at once. */
export async function callMcpServer(step: Step, target: ApiTarget, mcp: McpServer): Promise<Outcome> {
  const { host } = step;
  const { workflowId, triggerNode } = target;
  const [listed, details] = await Promise.all([
    mcp.tools(),
    mcp.read('get_workflow_details', { workflowId }, { signal: host.cancelled }),
  ]);
  if (!listed.ok) return endedBefore('mcp', verdictOfFailure(listed.error));
  const schema = listed.value.get('execute_workflow');
  if (!schema) {
    const message = say`n8n's MCP server offers this token no tool that runs workflows.`;
    const hint = say`Update n8n, or create a new token: n8n, Settings, Instance-level MCP.`;
    return notSent('mcp', { row: 'mcp-no-tool', message, hint });
  }
  const tool = toExecuteTool(schema);
  if (!details.ok) {
    if (!isToolBroken(details.error)) return endedBefore('mcp', verdictOfFailure(details.error));
    return callUndescribed(step, target, tool, mcp, details.error.message);
  }
  const workflow = workflowFromDetails(details.value);
  const workflowName = host.show(workflow.name, 80);
  const chosen = chooseMcpTrigger(workflow, triggerNode, tool, host.show);
  if (!chosen.ok) return notSent('mcp', { row: 'no-trigger', ...chosen.error }, workflowName);
  const trigger = chosen.value;
  const draft = trigger.kind === 'Manual' ? say`, which runs the draft` : NOTHING;
  const label = namesOf([trigger], host.show);
  host.log.info(say`Workflow "${workflowName}": ${label}${draft}`);
  if (trigger.kind === 'Webhook') warnOfDroppedContext(step, methodFor(trigger, step.inputs.method), label);
  return { ...(await execute(step, target, { tool, trigger }, mcp)), workflowName };
}

/** Whether the tool itself fails, and not because the workflow is missing or the server refuses. */
function isToolBroken({ code, status }: ApiFailure): boolean {
  return code === 'mcp-refused' || code === 'mcp-unreadable' || code === 'api-refused' || status === 500;
}

/** Runs a workflow that n8n cannot describe: the trigger's name is enough, because the server checks all the rest. */
async function callUndescribed(
  step: Step,
  target: ApiTarget,
  tool: ExecuteTool,
  mcp: McpServer,
  reason: SafeText,
): Promise<Outcome> {
  const { host, inputs } = step;
  const { triggerNode } = target;
  if (triggerNode === undefined || !tool.takesName) {
    const message = say`n8n's tool get_workflow_details failed, so the workflow's triggers are not known: ${reason}`;
    const hint = tool.takesName
      ? say`Give the trigger's name in trigger-node: with it, the action runs the workflow without that tool.`
      : say`Update n8n, or use an API key as secret-key (route webhook).`;
    return notSent('mcp', { row: 'mcp-refused', message, hint });
  }
  host.log.info(say`n8n's tool get_workflow_details failed: running "${host.show(triggerNode, 60)}" without it.`);
  // Only triggers that take no data can ignore the default payload.
  const kind = inputs.payload.source === 'context' ? 'Schedule' : 'Webhook';
  return execute(step, target, { tool, trigger: presumedTrigger(triggerNode, kind, inputs.method) }, mcp);
}

/** How often a call is corrected: once for the form of its arguments, once for the kind of an unknown trigger. */
const MOST_CORRECTIONS = 2;

/** Calls the tool that runs workflows. If the server refuses the form of the call, calls again in the form it wants. */
async function execute(step: Step, target: ApiTarget, call: ExecuteCall, mcp: McpServer): Promise<Outcome> {
  const { host, inputs } = step;
  let { tool, trigger } = call;
  let sentBefore = 0;
  for (let corrections = 0; ; corrections += 1) {
    const data = await dataFor(trigger, step);
    if (!data.ok) return { ...notSent('mcp', unfit(data.error)), attempts: sentBefore };
    const request = mcp.toolCall('execute_workflow', argumentsOf({ tool, trigger }, target.workflowId, data.value));
    // A proxy in front of n8n may need some of these; the token replaces Authorization.
    const headers = { ...Object.fromEntries(inputs.headers), ...request.headers };
    const sent = await sendTrigger(step, {
      route: 'mcp',
      request: { ...request, headers },
      credentials: ['secret-key'],
      addressInput: mcp.addressInput,
      sentBefore,
    });
    const refusal = corrections < MOST_CORRECTIONS ? refusalIn(sent) : undefined;
    const next = refusal === undefined ? undefined : corrected({ tool, trigger }, refusal);
    if (!next) return withResult(sent, target.workflowId);
    host.log.info(say`n8n's MCP server expects different arguments: ${host.show(refusal ?? '')}`);
    ({ tool, trigger } = next);
    sentBefore = sent.attempts;
  }
}

function argumentsOf({ tool, trigger }: ExecuteCall, workflowId: string, data: JsonMap | undefined): JsonMap {
  return {
    workflowId,
    ...(tool.takesMode ? { executionMode: trigger.kind === 'Manual' ? 'manual' : 'production' } : {}),
    ...(tool.takesName ? { triggerNodeName: trigger.name } : {}),
    ...(data ? { inputs: tool.takesType ? { type: trigger.kind.toLowerCase(), ...data } : data } : {}),
  };
}

/** The server's message, if it refused and certainly ran nothing. */
function refusalIn({ verdict, exchange }: Outcome): string | undefined {
  if (verdict.ran !== 'no' || exchange?.kind !== 'reply') return undefined;
  const answer = readAnswer(exchange.body.start.toString('utf8'));
  return answer?.ok ? scalarText(answer.value['error']) || undefined : answer?.error.message;
}

/** The payload in the form that the trigger takes, or why it does not fit; undefined for triggers that take none. */
async function dataFor(
  trigger: TriggerNode,
  { inputs, identity, host }: Step,
): Promise<Result<JsonMap | undefined, readonly SafeText[]>> {
  const { payload } = inputs;
  const data = 'data' in payload ? payload.data : null;
  switch (trigger.kind) {
    case 'Webhook': {
      const method = methodFor(trigger, inputs.method);
      const encoded = await encodePayload(payload, method, 'application/json');
      if (!encoded.ok) return failed([shownLine(encoded.error, host.show)]);
      const { query, body } = encoded.value;
      if (body && !isMap(data)) return failed([say`payload: n8n's MCP server accepts a map, not a list.`]);
      const given = inputs.headers.map(([name, value]) => [name.toLowerCase(), value]);
      const headers = { 'content-type': 'application/json', ...identity, ...Object.fromEntries(given) };
      const sent = { query: Object.fromEntries(query), headers, body: body && isMap(data) ? data : {} };
      return ok({ webhookData: { method, ...sent } });
    }
    case 'Form': {
      const fields = readFields(trigger);
      // With an expression, the fields are not known here: the payload is sent as it is.
      if (!fields && isMap(data)) return ok({ formData: data });
      const filled = fillForm(fields ?? [], data, payload.source !== 'context', host.show);
      if (!filled.ok) return filled;
      const required = attachFiles(fields ?? [], [], host.show);
      if (!required.ok) {
        const instead = say`files: n8n's MCP server accepts none. Use an API key as secret-key (route webhook).`;
        return failed([...required.error, instead]);
      }
      return ok({ formData: formData(filled.value) });
    }
    case 'Chat': {
      const message = chatMessage(data, host.randomUUID);
      return message.ok ? ok({ chatInput: message.value['chatInput'] ?? '' }) : message;
    }
    default:
      if (payload.source === 'context') return ok(undefined);
      return failed([
        say`payload: ${namesOf([trigger], host.show)} accepts none. Leave it out, or name another trigger in trigger-node.`,
      ]);
  }
}

/** Unwraps the reply from the protocol, and adds the execution. */
function withResult(outcome: Outcome, workflowId: string): Outcome {
  const { exchange } = outcome;
  if (exchange?.kind !== 'reply') return outcome;
  const answer = readAnswer(exchange.body.start.toString('utf8'));
  if (!answer?.ok) return outcome;
  const text = toJsonText(answer.value);
  const start = Buffer.from(text ?? '');
  const headers = { ...exchange.headers, 'content-type': 'application/json' };
  const body = { start, size: start.length, file: undefined };
  const unwrapped = text === undefined ? exchange : { ...exchange, headers, body };
  const id = outcome.verdict.ran === 'yes' ? executionIdOf(answer.value['executionId']) : undefined;
  const execution = id === undefined ? undefined : ({ id, workflowId, status: 'unknown' } as const);
  return { ...outcome, exchange: unwrapped, execution };
}
