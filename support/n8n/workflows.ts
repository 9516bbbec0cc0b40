// The workflows that tests and the demo run. Each takes the path of its webhook, so that every test can have its own.
import {
  type Authentication,
  calledByAnotherWorkflow,
  chain,
  dropAll,
  fromFile,
  httpRequest,
  loopOver,
  type Response,
  respond,
  schedule,
  set,
  splitOut,
  stopAndError,
  toFile,
  type WebhookOptions,
  type Workflow,
  wait,
  waitForCall,
  webhook,
} from './nodes.ts';

export type { Workflow, WorkflowNode } from './nodes.ts';

const to = (node: string) => ({ node, type: 'main' as const, index: 0 });

/** The same workflow, but n8n saves none of its successful executions. */
export const unsaved = (workflow: Workflow): Workflow => ({
  ...workflow,
  settings: { ...workflow.settings, saveDataSuccessExecution: 'none' },
});

/** Replies `Workflow was started` at once. */
export const immediate = (path: string, options: WebhookOptions = {}): Workflow =>
  chain(`Immediate ${path}`, webhook(path, options), set('Result', '{{ { "received": $json.body } }}'));

/** Replies with what the workflow received: `{ headers, params, query, body, files }`. */
export const echo = (path: string, options: WebhookOptions = {}): Workflow =>
  chain(
    `Echo ${path}`,
    webhook(path, { responseMode: 'lastNode', ...options }),
    // n8n 2.16 cannot spread $json.
    set('Received', '{{ Object.assign({}, $json, { "files": $binary }) }}'),
  );

/** Replies `{ "data": "<the body's exact text>" }`. */
export const rawBody = (path: string): Workflow =>
  chain(
    `Raw body ${path}`,
    webhook(path, { responseMode: 'lastNode', options: { rawBody: true } }),
    fromFile('Text of the body'),
  );

/** An echo protected by one of the Webhook node's authentication types; without a credential it refuses everybody. */
export const guarded = (path: string, authentication: Authentication, options: WebhookOptions = {}): Workflow =>
  echo(path, { ...options, authentication });

/** Replies with a list of three items. */
export const allItems = (path: string): Workflow =>
  chain(
    `All items ${path}`,
    webhook(path, { responseMode: 'lastNode', responseData: 'allEntries' }),
    set('List', { items: [{ n: 1 }, { n: 2 }, { n: 3 }] }),
    splitOut('Items'),
  );

/** Succeeds and replies 200 with no body at all. */
export const noBody = (path: string): Workflow =>
  chain(
    `No body ${path}`,
    webhook(path, { responseMode: 'lastNode', responseData: 'noData' }),
    set('Result', { a: 1 }),
  );

/** Succeeds, and yet n8n replies 500: the last node has no item. */
export const lastNodeEmpty = (path: string, options: WebhookOptions = {}): Workflow =>
  chain(`Last node empty ${path}`, webhook(path, { responseMode: 'lastNode', ...options }), dropAll('Nothing passes'));

/** Replies with a text file; if the Webhook node names another file than `data`, with 500. */
export const lastNodeBinary = (path: string, file = 'data'): Workflow =>
  chain(
    `Last node binary ${path}`,
    webhook(path, { responseMode: 'lastNode', responseData: 'firstEntryBinary', file }),
    set('Text', { text: 'a file from n8n' }),
    toFile('File', 'result.txt', 'text/plain'),
  );

/** Succeeds, and yet n8n replies 500: it should reply with a file and there is none. */
export const binaryMissing = (path: string): Workflow =>
  chain(
    `No file ${path}`,
    webhook(path, { responseMode: 'lastNode', responseData: 'firstEntryBinary' }),
    set('Result', { a: 1 }),
  );

/** Replies with what a Respond to Webhook node says. */
export const responds = (path: string, response: Response, options: WebhookOptions = {}): Workflow =>
  chain(`Responds ${path}`, webhook(path, { responseMode: 'responseNode', ...options }), respond('Respond', response));

/** Replies with a page of HTML that is neither a login page nor the editor. */
export const html = (path: string): Workflow =>
  responds(path, { with: 'text', body: '<h1>Done</h1>', headers: { 'Content-Type': 'text/html; charset=utf-8' } });

/** Replies `{ "a": 1 }` after some seconds. */
export const slow = (path: string, seconds: number, options: WebhookOptions = {}): Workflow =>
  chain(
    `Slow ${path}`,
    webhook(path, { responseMode: 'lastNode', ...options }),
    wait('Pause', seconds),
    set('Result', { a: 1 }),
  );

/** Fails in the node `Refuse` with the message given. */
export const fails = (path: string, message = 'No stock left', options: WebhookOptions = {}): Workflow =>
  chain(
    `Fails ${path}`,
    webhook(path, { responseMode: 'lastNode', ...options }),
    set('Look up', { stock: 0 }),
    stopAndError('Refuse', message),
  );

/** Should reply through a Respond to Webhook node, but fails before it. */
export const failsBeforeResponding = (path: string, message = 'No stock left'): Workflow =>
  chain(
    `Fails before responding ${path}`,
    webhook(path, { responseMode: 'responseNode' }),
    stopAndError('Refuse', message),
    respond('Respond', { with: 'allIncomingItems' }),
  );

/** Should reply through a Respond to Webhook node, but ends without reaching it. */
export const neverResponds = (path: string): Workflow =>
  chain(
    `Never responds ${path}`,
    webhook(path, { responseMode: 'responseNode' }),
    dropAll('Nothing passes'),
    respond('Respond', { with: 'allIncomingItems' }),
  );

/** Misconfigured: responds immediately, although it has a Respond to Webhook node. */
export const unusedRespondNode = (path: string): Workflow =>
  chain(`Unused respond node ${path}`, webhook(path), respond('Respond', { with: 'allIncomingItems' }));

/** Misconfigured: should reply through a node that it does not have. */
export const noRespondNode = (path: string): Workflow =>
  chain(`No respond node ${path}`, webhook(path, { responseMode: 'responseNode' }), set('Result', { a: 1 }));

/** Streams one JSON chunk; with `failure` it fails after that. */
export const streams = (path: string, failure?: string): Workflow =>
  chain(
    `Streams ${path}`,
    webhook(path, { responseMode: 'streaming' }),
    respond('First part', { with: 'json', body: '={{ { "part": 1 } }}' }),
    ...(failure === undefined ? [] : [stopAndError('Refuse', failure)]),
  );

/** Runs for as long as a URL takes to reply. n8n before 2.39 does not list an execution that a Wait node pauses. */
export const asks = (path: string, url: string, options: WebhookOptions = {}): Workflow =>
  chain(`Asks ${path}`, webhook(path, options), httpRequest('Slow request', url), set('Result', { a: 1 }));

/** Waits on and on: for tests that stop an execution. */
export const waitsLong = (path: string, seconds: number): Workflow =>
  chain(`Waits ${path}`, webhook(path), wait('Pause', seconds), set('Result', { a: 1 }));

/** Goes on when somebody calls the URL that its node `Where` gives. */
export const waitsForCall = (path: string): Workflow =>
  chain(
    `Waits for a call ${path}`,
    webhook(path),
    set('Where', '{{ { "resumeUrl": $execution.resumeUrl } }}'),
    waitForCall('Approval'),
    set('Result', { approved: true }),
  );

/** Replies with the address to call it back at, as n8n's GitHub node hands it out, and gives what was sent there. */
export const waitsForCallback = (path: string): Workflow =>
  chain(
    `Waits for a callback ${path}`,
    webhook(path, { responseMode: 'responseNode' }),
    respond('Dispatch', { with: 'json', body: '={{ { "resumeUrl": $execution.resumeUrl } }}' }),
    waitForCall('Callback', { httpMethod: 'POST', responseMode: 'onReceived' }),
    set('Result', '{{ $json.body }}'),
  );

/** Two parallel branches, then a loop that runs a node that many times, and a node that fails if there is a message. */
export function loops(path: string, times: number, message = ''): Workflow {
  const workflow = chain(
    `Loops ${path}`,
    webhook(path),
    set('List', { items: Array.from({ length: times }, (_, n) => ({ n })) }),
    splitOut('Items'),
    loopOver('Loop Over Items'),
    set('Round', '{{ { "n": $json.n } }}'),
  );
  const last = message === '' ? set('Result', { done: true }) : stopAndError('Refuse', message);
  workflow.nodes.push(set('Beside', { a: 1 }), last);
  workflow.connections['Webhook'] = { main: [[to('List'), to('Beside')]] };
  workflow.connections['Loop Over Items'] = { main: [[to(last.name)], [to('Round')]] };
  workflow.connections['Round'] = { main: [[to('Loop Over Items')]] };
  return workflow;
}

/** For the gateway: gives back, per item, `{ "received": <the item> }`. */
export const target = (name: string, inputs?: { name: string; type: string }[]): Workflow =>
  chain(name, calledByAnotherWorkflow(inputs), set('Result', '{{ { "received": $json } }}'));

/** For the gateway: ends in the node `Refuse`. */
export const failingTarget = (name: string, message: string): Workflow =>
  chain(name, calledByAnotherWorkflow(), stopAndError('Refuse', message));

/** For the gateway: succeeds with no item at all. */
export const emptyTarget = (name: string): Workflow =>
  chain(name, calledByAnotherWorkflow(), dropAll('Nothing passes'));

/** For the gateway: takes some seconds. */
export const slowTarget = (name: string, seconds: number): Workflow =>
  chain(name, calledByAnotherWorkflow(), wait('Pause', seconds), set('Result', '{{ { "received": $json } }}'));

/** Started by a Schedule trigger whose day never comes by itself here. */
export const scheduled = (): Workflow => chain('Scheduled', schedule(), set('Report', { a: 1 }));
