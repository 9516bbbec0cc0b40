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
import { excerpt } from '../text/format.ts';
import { isMap, type JsonMap, toJsonText } from '../text/json.ts';
import { Problem } from '../text/problem.ts';
import { endedBefore, noTrigger, notSent, type Outcome, unfitPayload } from './outcome.ts';
import { type Step, sendTrigger } from './send.ts';

/** Runs a workflow by its id through n8n's own MCP server, which tells the execution's id at once. */
export async function callMcpServer(step: Step, target: ApiTarget, mcp: McpServer): Promise<Outcome> {
  const { host, inputs } = step;
  const { workflowId, triggerNode } = target;
  const [listed, details] = await Promise.all([
    mcp.tools(),
    mcp.read('get_workflow_details', { workflowId }, { signal: host.cancelled }),
  ]);
  if (!listed.found) return endedBefore('mcp', listed.verdict);
  const schema = listed.tools.get('execute_workflow');
  if (!schema) {
    const message = "n8n's MCP server offers this token no tool that runs workflows.";
    const hint = 'Update n8n, or create the token anew: n8n, Settings, Instance-level MCP.';
    return notSent('mcp', 'mcp-no-tool', message, hint);
  }
  if (!details.found) return endedBefore('mcp', details.verdict);
  const workflow = workflowFromDetails(details.data, host.redact);
  const tool = toExecuteTool(schema);
  const trigger = chooseMcpTrigger(workflow, triggerNode, tool);
  if (!('kind' in trigger)) return noTrigger('mcp', trigger);
  const data = dataFor(trigger, step);
  if (data instanceof Problem) return unfitPayload('mcp', data);

  const isManual = trigger.kind === 'Manual';
  host.log.info(`Workflow ${excerpt(workflow.name)}: ${namesOf([trigger])}${isManual ? ', which runs the draft' : ''}`);
  const request = mcp.toolCall('execute_workflow', {
    workflowId,
    ...(tool.takesMode ? { executionMode: isManual ? 'manual' : 'production' } : {}),
    ...(tool.takesName ? { triggerNodeName: trigger.name } : {}),
    ...(data ? { inputs: tool.takesType ? { type: trigger.kind.toLowerCase(), ...data } : data } : {}),
  });
  // What stands before n8n may want some of these; the token has the place of Authorization.
  const headers = { ...Object.fromEntries(inputs.headers), ...request.headers };
  const sent = await sendTrigger(step, {
    route: 'mcp',
    request: { ...request, headers },
    credentials: ['secret-key'],
    addressInput: mcp.addressInput,
  });
  return withResult({ ...sent, workflowName: workflow.name }, `${mcp.base}/workflow/${workflowId}/executions`);
}

/** The payload as the trigger's node would give it, or why it cannot be that; undefined for triggers that take none. */
function dataFor(trigger: TriggerNode, { inputs, identity, host }: Step): JsonMap | undefined | Problem {
  const { payload } = inputs;
  const data = 'data' in payload ? payload.data : null;
  switch (trigger.kind) {
    case 'Webhook': {
      const method = methodFor(trigger, inputs.method);
      const encoded = encodePayload(payload, method, 'application/json');
      if (encoded instanceof Problem) return encoded;
      if (encoded.body && !isMap(data)) return new Problem("payload: n8n's MCP server takes a map and no list.");
      const given = inputs.headers.map(([name, value]) => [name.toLowerCase(), value]);
      const headers = { 'content-type': 'application/json', ...identity, ...Object.fromEntries(given) };
      const query = Object.fromEntries(encoded.query);
      return { webhookData: { method, query, headers, body: encoded.body && isMap(data) ? data : {} } };
    }
    case 'Form': {
      const fields = readFields(trigger, host.redact);
      // What an expression makes of the fields is not known here: the payload is taken as it is.
      if (!fields && isMap(data)) return { formData: data };
      const filled = fillForm(fields ?? [], data, payload.source !== 'context');
      if (filled instanceof Problem) return filled;
      const required = attachFiles(fields ?? [], []);
      if (required instanceof Problem) {
        return new Problem(
          ...required.lines,
          "files: n8n's MCP server takes none. Use an API key as secret-key (route webhook).",
        );
      }
      return { formData: formData(filled) };
    }
    case 'Chat': {
      const message = chatMessage(data, host.randomUUID);
      return message instanceof Problem ? message : { chatInput: message['chatInput'] ?? '' };
    }
    default:
      if (payload.source === 'context') return undefined;
      return new Problem(
        `payload: ${namesOf([trigger])} takes none. Leave it out, or name another trigger in trigger-node.`,
      );
  }
}

/** The method that is asked for where the Webhook node takes it, else one that it does; empty for other triggers. */
function methodFor(trigger: TriggerNode, wanted: string): string {
  if (trigger.kind !== 'Webhook') return '';
  const methods = methodsOf(trigger);
  return methods.find((candidate) => candidate === wanted) ?? methods[0] ?? 'GET';
}

/** Takes the protocol's wrapping off the reply, and notes the execution. */
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
  const execution = { id, status: 'unknown', url: `${executionsPage}/${id}`, result: undefined } as const;
  return { ...outcome, exchange: unwrapped, execution };
}
