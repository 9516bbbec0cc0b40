// The n8n nodes that fixture workflows are made of, and the wiring between them.
import { randomUUID } from 'node:crypto';

export interface WorkflowNode {
  /** Publishing fails for triggers without one. */
  id: string;
  name: string;
  type: string;
  typeVersion: number;
  position: [number, number];
  parameters: Record<string, unknown>;
  webhookId?: string;
  credentials?: Record<string, { id: string; name: string }>;
}

/** What the public API creates a workflow from; all members are required. */
export interface Workflow {
  name: string;
  nodes: WorkflowNode[];
  connections: Record<string, { main: { node: string; type: 'main'; index: number }[][] }>;
  settings: Record<string, unknown>;
}

export type Authentication =
  | { type: 'none' }
  | { type: 'basicAuth' | 'headerAuth' | 'jwtAuth'; credential?: { id: string; name: string } };

export interface WebhookOptions {
  method?: string | string[];
  responseMode?: 'onReceived' | 'lastNode' | 'responseNode' | 'streaming';
  /** In lastNode mode. */
  responseData?: 'firstEntryJson' | 'allEntries' | 'firstEntryBinary' | 'noData';
  /** The file to reply with, instead of `data`. */
  file?: string;
  authentication?: Authentication;
  /** The node's Options, such as `ignoreBots`, `onlyRunIf`, `rawBody`, `responseCode`. */
  options?: Record<string, unknown>;
  name?: string;
}

function node(type: string, typeVersion: number, name: string, parameters: Record<string, unknown>): WorkflowNode {
  return { id: randomUUID(), name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0], parameters };
}

export function webhook(path: string, options: WebhookOptions = {}): WorkflowNode {
  const { method = 'POST', responseMode = 'onReceived', authentication = { type: 'none' } } = options;
  const credential = 'credential' in authentication ? authentication.credential : undefined;
  const credentialType = authentication.type === 'jwtAuth' ? 'jwtAuth' : `http${capitalised(authentication.type)}`;
  return {
    ...node('webhook', 2.1, options.name ?? 'Webhook', {
      path,
      httpMethod: method,
      ...(Array.isArray(method) && { multipleMethods: true }),
      responseMode,
      ...(options.responseData && { responseData: options.responseData }),
      ...(options.file && { responseBinaryPropertyName: options.file }),
      ...(authentication.type !== 'none' && { authentication: authentication.type }),
      options: options.options ?? {},
    }),
    webhookId: randomUUID(),
    ...(credential && { credentials: { [credentialType]: credential } }),
  };
}

export interface FormOptions {
  typeVersion?: number;
  name?: string;
  parameters?: Record<string, unknown>;
  credentials?: { httpBasicAuth: { id: string; name: string } };
}

/** A form at this path; `fields` as n8n has them. By default of a version that all n8n have. */
export function form(path: string, fields: Record<string, unknown>[], options: FormOptions = {}): WorkflowNode {
  const { typeVersion = 2.3, name = 'On form submission', parameters = {}, credentials } = options;
  const place = typeVersion < 2.2 ? { path } : { options: { path } };
  return {
    ...node('formTrigger', typeVersion, name, {
      formTitle: 'A form',
      formFields: { values: fields },
      ...place,
      ...parameters,
    }),
    webhookId: randomUUID(),
    ...(credentials && { credentials }),
  };
}

/** A chat under its webhook id; public unless its parameters say otherwise. */
export const chat = (webhookId: string, parameters: Record<string, unknown> = {}): WorkflowNode => ({
  ...node('chatTrigger', 1.1, 'When chat message received', { public: true, options: {}, ...parameters }),
  type: '@n8n/n8n-nodes-langchain.chatTrigger',
  webhookId,
});

/** The trigger of a workflow that others run; it takes whatever it is given unless it declares its inputs. */
export const calledByAnotherWorkflow = (inputs?: { name: string; type: string }[]): WorkflowNode =>
  node('executeWorkflowTrigger', 1.1, 'When Executed by Another Workflow', {
    ...(inputs ? { workflowInputs: { values: inputs } } : { inputSource: 'passthrough' }),
  });

/** Asks a URL. */
export const httpRequest = (name: string, url: string): WorkflowNode =>
  node('httpRequest', 4.2, name, { url, options: {} });

/** Every 100 years: a trigger that can be published and that does nothing by itself. */
export const schedule = (): WorkflowNode =>
  node('scheduleTrigger', 1.2, 'Schedule Trigger', {
    rule: { interval: [{ field: 'cronExpression', expression: '0 0 29 2 *' }] },
  });

export const manual = (): WorkflowNode => node('manualTrigger', 1, 'Manual Trigger', {});

/** A Set node that gives this JSON; text is an expression without its leading `=`, such as `{{ $json.body }}`. */
export const set = (name: string, json: string | Record<string, unknown>): WorkflowNode =>
  node('set', 3.4, name, {
    mode: 'raw',
    jsonOutput: typeof json === 'string' ? `=${json}` : JSON.stringify(json),
    options: {},
  });

/** Makes items of a list in the field `items`. */
export const splitOut = (name: string): WorkflowNode =>
  node('splitOut', 1, name, { fieldToSplitOut: 'items', options: {} });

/** Lets nothing through. */
export const dropAll = (name: string): WorkflowNode =>
  node('filter', 2, name, {
    conditions: {
      options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 1 },
      combinator: 'and',
      conditions: [
        { id: randomUUID(), leftValue: 'a', rightValue: 'b', operator: { type: 'string', operation: 'equals' } },
      ],
    },
    options: {},
  });

export const stopAndError = (name: string, message: string): WorkflowNode =>
  node('stopAndError', 1, name, { errorMessage: message });

/** Pauses an execution; up to 65 s within its process. */
export const wait = (name: string, seconds: number): WorkflowNode => ({
  ...node('wait', 1.1, name, { amount: seconds, unit: 'seconds' }),
  webhookId: randomUUID(),
});

/** Puts an execution to `waiting`, until somebody calls its `$execution.resumeUrl`. */
export const waitForCall = (name: string, parameters: Record<string, unknown> = {}): WorkflowNode => ({
  ...node('wait', 1.1, name, { resume: 'webhook', options: {}, ...parameters }),
  webhookId: randomUUID(),
});

/** Gives its items one after the other to its second output, and all of them to its first in the end. */
export const loopOver = (name: string): WorkflowNode => node('splitInBatches', 3, name, { options: {} });

/** Puts the text of the field `text` into a file in `binary.data`. */
export const toFile = (name: string, fileName: string, mimeType: string): WorkflowNode =>
  node('convertToFile', 1.1, name, {
    operation: 'toText',
    sourceProperty: 'text',
    options: { fileName, mimeType },
  });

/** Puts the text of the file in `binary.data` into the field `data`. */
export const fromFile = (name: string): WorkflowNode =>
  node('extractFromFile', 1, name, { operation: 'text', options: {} });

/** Puts the SHA-256 of the file in this property of `binary` into the field `sha256`. */
export const hashFile = (name: string, property: string): WorkflowNode =>
  node('crypto', 1, name, {
    action: 'hash',
    type: 'SHA256',
    binaryData: true,
    binaryPropertyName: property,
    dataPropertyName: 'sha256',
    encoding: 'hex',
  });

export interface Response {
  /** `json` and `text` take a body, which may be an expression with its leading `=`. */
  with: 'json' | 'text' | 'binary' | 'noData' | 'redirect' | 'allIncomingItems' | 'firstIncomingItem';
  body?: string;
  redirectTo?: string;
  /** A number, or an expression with its leading `=`. */
  code?: number | string;
  headers?: Record<string, string>;
}

export const respond = (name: string, response: Response): WorkflowNode =>
  node('respondToWebhook', 1.5, name, {
    respondWith: response.with,
    ...(response.body !== undefined && { responseBody: response.body }),
    ...(response.redirectTo !== undefined && { redirectURL: response.redirectTo }),
    options: {
      ...(response.code !== undefined && { responseCode: response.code }),
      ...(response.headers && {
        responseHeaders: {
          entries: Object.entries(response.headers).map(([header, value]) => ({ name: header, value })),
        },
      }),
    },
  });

/** A workflow whose nodes run one after the other. */
export function chain(name: string, ...nodes: WorkflowNode[]): Workflow {
  const links = nodes
    .slice(1)
    .map((next, index): [string, Workflow['connections'][string]] => [
      nodes[index]?.name ?? '',
      { main: [[{ node: next.name, type: 'main', index: 0 }]] },
    ]);
  return {
    name,
    nodes: nodes.map((each, index) => ({ ...each, position: [index * 220, 0] })),
    connections: Object.fromEntries(links),
    settings: { executionOrder: 'v1' },
  };
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
