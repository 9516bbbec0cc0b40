import type { Method } from '../http/method.ts';
import type { ApiTarget } from '../inputs/target.ts';
import { chatMessage } from '../n8n/chat.ts';
import { idOf } from '../n8n/execution.ts';
import { attachFiles, fillForm, formData, readFields } from '../n8n/form.ts';
import { readAnswer } from '../n8n/mcp-message.ts';
import { chooseMcpTrigger, toExecuteTool, workflowFromDetails } from '../n8n/mcp-trigger.ts';
import { methodsOf } from '../n8n/triggers.ts';
import { namesOf, type TriggerNode } from '../n8n/workflow.ts';
import type { McpServer } from '../n8n-api/mcp.ts';
import { encodePayload } from '../request/payload.ts';
import { isMap, type JsonMap, toJsonText } from '../text/json.ts';
import { Problem } from '../text/problem.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { say } from '../text/safe.ts';
import { verdictOf } from '../verdict/api.ts';
import { endedBefore, notSent, type Outcome, unfit } from './outcome.ts';
import { type Step, sendTrigger } from './send.ts';

/** Runs a workflow by its id through n8n's own MCP server, which returns the execution's id at once. */
export async function callMcpServer(step: Step, target: ApiTarget, mcp: McpServer): Promise<Outcome> {
  const { host, inputs } = step;
  const { workflowId, triggerNode } = target;
  const [listed, details] = await Promise.all([
    mcp.tools(),
    mcp.read('get_workflow_details', { workflowId }, { signal: host.cancelled }),
  ]);
  if (!listed.ok) return endedBefore('mcp', verdictOf(listed.error));
  const schema = listed.value.get('execute_workflow');
  if (!schema) {
    const message = say`n8n's MCP server offers this token no tool that runs workflows.`;
    const hint = say`Update n8n, or create a new token: n8n, Settings, Instance-level MCP.`;
    return notSent('mcp', { row: 'mcp-no-tool', message, hint });
  }
  if (!details.ok) return endedBefore('mcp', verdictOf(details.error));
  const workflow = workflowFromDetails(details.value);
  const workflowName = host.show(workflow.name, 80);
  const tool = toExecuteTool(schema);
  const chosen = chooseMcpTrigger(workflow, triggerNode || undefined, tool, host.show);
  if (!chosen.ok) return notSent('mcp', { row: 'no-trigger', ...chosen.error }, workflowName);
  const trigger = chosen.value;
  const read = dataFor(trigger, step);
  if (!read.ok) return notSent('mcp', unfit(read.error), workflowName);
  const data = read.value;

  const isManual = trigger.kind === 'Manual';
  const label = namesOf([trigger], host.show);
  host.log.info(say`Workflow "${workflowName}": ${label}${isManual ? say`, which runs the draft` : say``}`);
  const request = mcp.toolCall('execute_workflow', {
    workflowId,
    ...(tool.takesMode ? { executionMode: isManual ? 'manual' : 'production' } : {}),
    ...(tool.takesName ? { triggerNodeName: trigger.name } : {}),
    ...(data ? { inputs: tool.takesType ? { type: trigger.kind.toLowerCase(), ...data } : data } : {}),
  });
  // A proxy in front of n8n may want some of these; the token takes the place of Authorization.
  const headers = { ...Object.fromEntries(inputs.headers), ...request.headers };
  const sent = await sendTrigger(step, {
    route: 'mcp',
    request: { ...request, headers },
    credentials: ['secret-key'],
    addressInput: mcp.addressInput,
  });
  return withResult({ ...sent, workflowName }, `${mcp.base}/workflow/${workflowId}/executions`);
}

/** The payload as the trigger's node would give it, or why it does not fit; undefined for triggers that take none. */
function dataFor(
  trigger: TriggerNode,
  { inputs, identity, host }: Step,
): Result<JsonMap | undefined, readonly string[]> {
  const { payload } = inputs;
  const data = 'data' in payload ? payload.data : null;
  switch (trigger.kind) {
    case 'Webhook': {
      const method = methodFor(trigger, inputs.method) ?? inputs.method;
      const encoded = encodePayload(payload, method, 'application/json');
      if (encoded instanceof Problem) return failed(encoded.lines);
      if (encoded.body && !isMap(data)) return failed([say`payload: n8n's MCP server takes a map, not a list.`]);
      const given = inputs.headers.map(([name, value]) => [name.toLowerCase(), value]);
      const headers = { 'content-type': 'application/json', ...identity, ...Object.fromEntries(given) };
      const query = Object.fromEntries(encoded.query);
      return ok({ webhookData: { method, query, headers, body: encoded.body && isMap(data) ? data : {} } });
    }
    case 'Form': {
      const fields = readFields(trigger);
      // What an expression makes of the fields is not known here: the payload is taken as it is.
      if (!fields && isMap(data)) return ok({ formData: data });
      const filled = fillForm(fields ?? [], data, payload.source !== 'context', host.show);
      if (!filled.ok) return filled;
      const required = attachFiles(fields ?? [], [], host.show);
      if (!required.ok) {
        const instead = say`files: n8n's MCP server takes none. Use an API key as secret-key (route webhook).`;
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
        say`payload: ${namesOf([trigger], host.show)} takes none. Leave it out, or name another trigger in trigger-node.`,
      ]);
  }
}

/** The wanted method where the Webhook node takes it, else one that it takes; undefined where it names none. */
function methodFor(trigger: TriggerNode, wanted: Method): Method | undefined {
  if (trigger.kind !== 'Webhook') return undefined;
  const methods = methodsOf(trigger);
  return methods.find((candidate) => candidate === wanted) ?? methods[0];
}

/** Unwraps the reply from the protocol, and notes the execution. */
function withResult(outcome: Outcome, executionsPage: string): Outcome {
  const { exchange } = outcome;
  if (exchange?.kind !== 'reply') return outcome;
  const answer = readAnswer(exchange.body.start.toString('utf8'));
  if (answer?.kind !== 'result') return outcome;
  const text = toJsonText(answer.data);
  const start = Buffer.from(text ?? '');
  const headers = { ...exchange.headers, 'content-type': 'application/json' };
  const body = { start, size: start.length, file: undefined };
  const unwrapped = text === undefined ? exchange : { ...exchange, headers, body };
  const id = idOf(answer.data['executionId']);
  if (outcome.verdict.ran !== 'yes' || id === '') return { ...outcome, exchange: unwrapped };
  const execution = {
    id,
    workflowId: undefined,
    status: 'unknown',
    url: `${executionsPage}/${id}`,
    result: undefined,
  } as const;
  return { ...outcome, exchange: unwrapped, execution };
}
