import type { Method } from '../http/method.ts';
import { isMap, type Json, type JsonMap, mapOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type Show, say } from '../text/safe.ts';
import {
  chooseTrigger,
  labelOf,
  type NoTrigger,
  type Obstacle,
  type TriggerKind,
  type TriggerNode,
  toWorkflow,
  type Workflow,
} from './workflow.ts';

/** The triggers that n8n's MCP server runs in the published version. A Manual trigger runs the draft. */
const IN_PRODUCTION: readonly TriggerKind[] = ['Webhook', 'Form', 'Chat', 'Schedule'];

/** The parameters of the tool `execute_workflow`, which differ between versions of n8n. */
export interface ExecuteTool {
  /** Whether it takes the mode, production or manual (n8n 2.11 and later). */
  readonly takesMode: boolean;
  /** Whether it takes the name of the trigger to run (n8n 2.37 and later). */
  readonly takesName: boolean;
  /** Whether its inputs have a type (n8n 2.35 and earlier; refused later). */
  readonly takesType: boolean;
}

export function toExecuteTool(schema: JsonMap): ExecuteTool {
  const properties = mapOf(schema['properties']);
  return {
    takesMode: 'executionMode' in properties,
    takesName: 'triggerNodeName' in properties,
    takesType: variantsIn(properties['inputs'] ?? null).some(
      (variant) => 'webhookData' in variant && 'type' in variant,
    ),
  };
}

/** The `properties` of every object in a JSON schema. */
function variantsIn(schema: Json): JsonMap[] {
  const variants: JsonMap[] = [];
  // Without recursion, because a schema may be nested deeper than the stack allows.
  const left: Json[] = [schema];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (isMap(part) && isMap(part['properties'])) variants.push(part['properties']);
    if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) left.push(inner);
  }
  return variants;
}

/** Reads a workflow from `get_workflow_details`, which leaves out a published version that equals the draft. */
export function workflowFromDetails(details: JsonMap): Workflow {
  const workflow = mapOf(details['workflow']);
  const { activeVersion, nodes, active } = workflow;
  const isDraft = isMap(activeVersion) ? activeVersion['sameAsDraft'] === true : activeVersion === undefined && active;
  const published = isDraft === true ? { nodes: nodes ?? [] } : (activeVersion ?? null);
  return toWorkflow({ ...workflow, activeVersion: published });
}

/** The trigger to run: a published one, or a Manual trigger of the draft if it is named or nothing else can run. */
export function chooseMcpTrigger(
  workflow: Workflow,
  name: string | undefined,
  tool: ExecuteTool,
  show: Show,
): Result<TriggerNode, NoTrigger> {
  const chosen = chooseTrigger(workflow, name, obstacleInMcp, show);
  if (!chosen.ok) {
    const manual = workflow.archived ? undefined : manualTrigger(workflow, name, tool);
    return manual ? ok(manual) : chosen;
  }
  const others = (workflow.published ?? []).filter((trigger) => !trigger.disabled && !obstacleInMcp(trigger));
  if (tool.takesName || others.length === 1) return chosen;
  return failed({
    message: say`${labelOf(workflow, show)} has several triggers, and this n8n's MCP server does not let the caller choose one.`,
    hint: say`Update n8n to 2.37 or later, or disable the others and publish.`,
  });
}

function manualTrigger({ draft }: Workflow, name: string | undefined, tool: ExecuteTool): TriggerNode | undefined {
  const enabled = draft.filter(({ disabled }) => !disabled);
  const [one, another] = enabled.filter(
    (trigger) => trigger.kind === 'Manual' && (name === undefined || trigger.name === name),
  );
  if (!one || another || !tool.takesMode) return undefined;
  return name !== undefined || !enabled.some(({ kind }) => IN_PRODUCTION.includes(kind)) ? one : undefined;
}

function obstacleInMcp({ kind }: TriggerNode): Obstacle | undefined {
  if (IN_PRODUCTION.includes(kind)) return undefined;
  if (kind === 'Manual') {
    return {
      message: say`is for manual runs of the draft`,
      hint: say`Name it in trigger-node to run the draft, or add a Webhook or Schedule trigger and publish.`,
    };
  }
  return { message: say`cannot be run by n8n's MCP server`, hint: say`Add a Webhook node and publish.` };
}

/** What determines a call of `execute_workflow`. */
export interface ExecuteCall {
  readonly tool: ExecuteTool;
  readonly trigger: TriggerNode;
}

/** A trigger known only by its name: the server's refusals reveal the rest (see {@link corrected}). */
export function presumedTrigger(name: string, kind: TriggerKind, method: Method): TriggerNode {
  // With an expression for its fields, the payload is sent as it is.
  const parameters = { httpMethod: method, formFields: '=' };
  return { kind, name, typeVersion: 1, disabled: false, webhookId: undefined, parameters };
}

/**
 * The call, corrected by the server's refusal; undefined if that is not about the call's form. The list of tools may
 * describe an older form than the server demands.
 */
export function corrected({ tool, trigger }: ExecuteCall, refusal: string): ExecuteCall | undefined {
  // The release that no longer takes `type` wants the trigger's name instead.
  const isTypeRefused = tool.takesType && /unrecognized[ _]key.{0,200}?["']type["']/is.test(refusal);
  // In n8n's own words, or those of its argument check.
  const isNameWanted = !tool.takesName && /\btriggerNodeName\b/.test(refusal);
  if (isTypeRefused || isNameWanted) return { tool: { ...tool, takesType: false, takesName: true }, trigger };
  const kind = kindWanted(refusal);
  return kind === undefined || kind === trigger.kind ? undefined : { tool, trigger: { ...trigger, kind } };
}

function kindWanted(refusal: string): TriggerKind | undefined {
  if (!refusal.startsWith('Trigger node ')) return undefined;
  if (/cannot be used in production mode/.test(refusal)) return 'Manual';
  if (/does not accept inputs/.test(refusal)) return 'Schedule';
  const member = /requires inputs matching \{ (\w+):/.exec(refusal)?.[1] ?? '';
  return KIND_OF_INPUT.get(member);
}

/** The kinds of triggers, by the member of `inputs` that they take. */
const KIND_OF_INPUT: ReadonlyMap<string, TriggerKind> = new Map([
  ['webhookData', 'Webhook'],
  ['formData', 'Form'],
  ['chatInput', 'Chat'],
]);
