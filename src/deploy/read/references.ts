import { isMap, type Json, type JsonMap, scalarText, textOf } from '../../text/json.ts';
import { type Content, isEnabled, parametersOf, typeOf } from './workflow.ts';

/** How one workflow refers to another. */
export interface Reference {
  /**
   * `call`: a node that runs it as a sub-workflow; `tool`: a node that an agent runs; `error`: the workflow that runs
   * when this one fails.
   */
  readonly kind: 'call' | 'tool' | 'error';
  /** The place of the node in `nodes`; undefined for `error`, which is a setting. */
  readonly node: number | undefined;
  readonly enabled: boolean;
  readonly id: string;
  /** The name that the editor noted next to the id. */
  readonly name: string | undefined;
  /** Whether the reference is an address instead of an id. */
  readonly byUrl: boolean;
}

const NODES: Readonly<Record<string, 'call' | 'tool'>> = {
  'n8n-nodes-base.executeWorkflow': 'call',
  '@n8n/n8n-nodes-langchain.toolWorkflow': 'tool',
  '@n8n/n8n-nodes-langchain.retrieverWorkflow': 'tool',
};

/** The other workflows that a workflow needs, unless an expression computes them. */
export function referencesOf({ nodes, settings }: Pick<Content, 'nodes' | 'settings'>): Reference[] {
  const found: Reference[] = nodes.flatMap((node, index) => {
    const kind = kindOf(node);
    if (kind === undefined) return [];
    const { workflowId } = parametersOf(node);
    const locator = isMap(workflowId) ? workflowId : undefined;
    const id = scalarText(locator ? locator['value'] : workflowId).trim();
    if (id === '' || id.startsWith('=')) return [];
    const name = textOf(locator?.['cachedResultName']) || undefined;
    return [{ kind, node: index, enabled: isEnabled(node), id, name, byUrl: locator?.['mode'] === 'url' }];
  });
  const error = textOf(settings['errorWorkflow']);
  if (error === '' || error === 'DEFAULT' || error.startsWith('=')) return found;
  return [...found, { kind: 'error', node: undefined, enabled: true, id: error, name: undefined, byUrl: false }];
}

/** A workflow with new ids in its references; those for which `idOf` returns nothing stay. */
export function withReferences<Given extends Content>(
  content: Given,
  idOf: (reference: Reference) => string | undefined,
): Given {
  const references = referencesOf(content);
  const nodes = content.nodes.map((node, index) => {
    const reference = references.find((each) => each.node === index);
    const id = reference && idOf(reference);
    return id === undefined || id === reference?.id ? node : withTarget(node, reference?.id ?? '', id);
  });
  const error = references.find(({ kind }) => kind === 'error');
  const errorWorkflow = error && idOf(error);
  const settings = errorWorkflow === undefined ? content.settings : { ...content.settings, errorWorkflow };
  return { ...content, nodes, settings };
}

/** A workflow with new ids in the list of those that may call it; those for which `idOf` returns nothing stay. */
export function withCallers<Given extends Content>(content: Given, idOf: (id: string) => string | undefined): Given {
  const { callerIds } = content.settings;
  if (typeof callerIds !== 'string') return content;
  const ids = callerIds.replace(/[^\s,]+/g, (id) => idOf(id) ?? id);
  return { ...content, settings: { ...content.settings, callerIds: ids } };
}

function kindOf(node: JsonMap): 'call' | 'tool' | undefined {
  const type = typeOf(node);
  const isStored = (parametersOf(node)['source'] ?? 'database') === 'database';
  return isStored && Object.hasOwn(NODES, type) ? NODES[type] : undefined;
}

function withTarget(node: JsonMap, from: string, to: string): JsonMap {
  const parameters = parametersOf(node);
  const { workflowId } = parameters;
  return {
    ...node,
    parameters: { ...parameters, workflowId: isMap(workflowId) ? relocated(workflowId, from, to) : to },
  };
}

function relocated(locator: JsonMap, from: string, to: string): JsonMap {
  const url: Json | undefined = locator['cachedResultUrl'];
  const moved = typeof url === 'string' ? { cachedResultUrl: url.replace(from, () => to) } : {};
  return { ...locator, value: to, ...moved };
}
