// Route mcp against a server that plays what n8n's MCP server says; e2e/mcp.test.ts has the real one.
import { describe, expect, test } from '@jest/globals';
import { main } from '../../src/main.ts';
import { isMap, type Json, type JsonMap, tryJson } from '../../src/text/json.ts';
import { type TestHost, testHost } from '../../support/host.ts';
import { answer, type Handler, reset, type ScriptedServer, serve } from '../../support/server.ts';

const TOKEN = ['{}', '{"aud":"mcp-server-api"}', ''].map((part) => Buffer.from(part).toString('base64url')).join('.');

/** A message in an event, as n8n sends it. */
const event = (message: JsonMap): Handler =>
  answer(200, `event: message\ndata: ${JSON.stringify({ ...message, jsonrpc: '2.0', id: 1 })}\n\n`, {
    'content-type': 'text/event-stream',
  });
const gives = (structuredContent: JsonMap): Handler => event({ result: { structuredContent } });
const tools = (...list: JsonMap[]): Handler => event({ result: { tools: list } });

const NEWEST = { properties: { workflowId: {}, executionMode: {}, triggerNodeName: {}, inputs: {} } };
const HOOK = { name: 'Hook', type: 'n8n-nodes-base.webhook', parameters: { httpMethod: 'PUT' } };
const DETAILS = { workflow: { id: 'w', name: 'Deploy', nodes: [HOOK], activeVersion: { sameAsDraft: true } } };
const STARTED = { executionId: '10', status: 'started' };
const ENDED = { id: '10', workflowId: 'w', status: 'success' };

/** What is played for a method or tool, each time the next one and at last the same. */
type Play = Record<string, Handler[]>;

const usual: Play = {
  'tools/list': [tools({ name: 'execute_workflow', inputSchema: NEWEST }, { name: 'get_workflow_execution' })],
  get_workflow_details: [gives(DETAILS)],
  execute_workflow: [gives(STARTED)],
  get_workflow_execution: [gives({ execution: ENDED, data: { resultData: {} } })],
};

interface Run {
  host: TestHost;
  exitCode: number;
  server: ScriptedServer;
  /** The arguments of each call of a tool. */
  argumentsOf(tool: string): Json[];
}

async function run(
  play: Play = {},
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<Run> {
  const left: Play = Object.fromEntries(Object.entries({ ...usual, ...play }).map(([name, list]) => [name, [...list]]));
  const calls: { name: string; args: Json }[] = [];
  const server = await serve(({ body }) => {
    const { name, args } = calledBy(body);
    calls.push({ name, args });
    const list = left[name] ?? [];
    const next = list.length > 1 ? list.shift() : list[0];
    return next ?? answer(599);
  });
  const api = { mode: 'api', url: server.origin, 'workflow-id': 'w', 'secret-key': TOKEN, payload: '{"a":1}' };
  const host = testHost({ inputs: { ...api, ...inputs }, env });
  const exitCode = await main(host);
  const argumentsOf = (tool: string) => calls.filter(({ name }) => name === tool).map(({ args }) => args);
  return { host, exitCode, server, argumentsOf };
}

function calledBy(body: Buffer): { name: string; args: Json } {
  const message = tryJson(body.toString());
  if (!isMap(message) || !isMap(message['params'])) throw new Error(`No message of JSON-RPC: ${body}`);
  const { method, params } = message;
  return { name: String(method === 'tools/call' ? params['name'] : method), args: params['arguments'] ?? null };
}

describe('a workflow is run', () => {
  test('with three authenticated requests that accept both kinds of replies', async () => {
    const { server, host, argumentsOf } = await run({}, { headers: 'X-Proxy: open\nAuthorization: Bearer other' });
    expect(host.outputs).toMatchObject({ success: 'true', 'execution-id': '10', route: 'mcp', attempts: '1' });
    expect(host.outputs['response-body']).toBe(JSON.stringify(STARTED));
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(
      Array(3).fill('POST /mcp-server/http'),
    );
    for (const { headers } of server.requests) {
      expect(headers).toMatchObject({
        accept: 'application/json, text/event-stream',
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'user-agent': expect.stringMatching(/^n8n-workflow-trigger\//),
      });
    }
    expect(server.requests.at(-1)?.headers).toMatchObject({ 'x-proxy': 'open' });
    expect(argumentsOf('execute_workflow')).toEqual([
      {
        workflowId: 'w',
        executionMode: 'production',
        triggerNodeName: 'Hook',
        inputs: {
          webhookData: {
            method: 'PUT',
            query: {},
            body: { a: 1 },
            headers: {
              'content-type': 'application/json',
              traceparent: expect.stringContaining('00-'),
              'idempotency-key': expect.any(String),
              'x-proxy': 'open',
              authorization: 'Bearer other',
            },
          },
        },
      },
    ]);
  });

  test('at an address that is not secret', async () => {
    const { host, server } = await run();
    expect(host.events.join('\n')).toContain(`Calling the MCP server at ${server.origin}: POST with`);
  });

  test('once more if it certainly did not run, and not before Retry-After', async () => {
    const limited = answer(429, '{"message":"Too many requests"}', { 'retry-after': '7' });
    const { host, argumentsOf } = await run({ execute_workflow: [limited, gives(STARTED)] });
    expect(host.outputs).toMatchObject({ success: 'true', attempts: '2' });
    expect(host.clock.slept).toEqual([7500]);
    expect(argumentsOf('execute_workflow')).toHaveLength(2);
  });

  test.each<[string, Handler]>([
    ['the connection breaks after the request', reset],
    ['a proxy gives up', answer(504)],
    ['the server fails', event({ error: { code: -32603, message: 'Internal error' } })],
  ])('only once if %s: it may have run', async (_, trouble) => {
    const { host, exitCode, argumentsOf } = await run({ execute_workflow: [trouble] }, { wait: 'true' });
    expect(exitCode).toBe(1);
    expect(argumentsOf('execute_workflow')).toHaveLength(1);
    expect(host.events.filter((line) => line.startsWith('error')).join()).toMatch(/The workflow may have run/);
  });

  test('a second time with retry-ambiguous, although it may have run', async () => {
    const { host } = await run({ execute_workflow: [reset, gives(STARTED)] }, { 'retry-ambiguous': 'true' });
    expect(host.outputs).toMatchObject({ success: 'true', attempts: '2' });
  });

  test('even if reading about it takes several attempts', async () => {
    const starting = answer(200, 'n8n is starting up. Please wait', { 'content-type': 'text/html' });
    const { host } = await run({
      'tools/list': [starting, ...(usual['tools/list'] ?? [])],
      get_workflow_details: [reset, answer(404, '<pre>Cannot POST /mcp-server/http</pre>'), gives(DETAILS)],
    });
    expect(host.outputs).toMatchObject({ success: 'true', attempts: '1' });
  });
});

test('a method that the trigger does not accept is replaced by one that it does', async () => {
  const { argumentsOf } = await run({}, { method: 'GET', payload: '' });
  expect(argumentsOf('execute_workflow')).toMatchObject([{ inputs: { webhookData: { method: 'PUT' } } }]);
});

test('a node that listens to GET drops the default payload, which gives a warning', async () => {
  const get = { ...HOOK, parameters: { httpMethod: 'GET' } };
  const details = { workflow: { ...DETAILS.workflow, nodes: [get] } };
  const { host } = await run({ get_workflow_details: [gives(details)] }, { payload: '' });
  expect(host.outputs).toMatchObject({ success: 'true' });
  expect(host.events.join('\n')).toMatch(
    /warning: \[The n8n workflow gets no payload\] "Hook" \(Webhook\) listens to GET/,
  );
});

describe('older n8n', () => {
  const typed = {
    properties: {
      workflowId: {},
      executionMode: {},
      inputs: { anyOf: [{ properties: { type: { const: 'webhook' }, webhookData: {} } }] },
    },
  };

  test('gets the type of the inputs, and not the name of the trigger', async () => {
    const { argumentsOf, host } = await run(
      {
        'tools/list': [tools({ name: 'execute_workflow', inputSchema: typed }, { name: 'get_execution' })],
        get_execution: [gives({ execution: ENDED })],
      },
      { wait: 'true' },
    );
    expect(argumentsOf('execute_workflow')).toEqual([
      {
        workflowId: 'w',
        executionMode: 'production',
        inputs: { type: 'webhook', webhookData: expect.objectContaining({ body: { a: 1 } }) },
      },
    ]);
    expect(host.outputs).toMatchObject({ success: 'true', 'execution-status': 'success' });
  });

  test('that replies with a failure at the end is asked for the failing node', async () => {
    const failed = { success: false, executionId: '10', error: { message: 'x' } };
    const error = { message: 'No stock', node: { name: 'Refuse' } };
    const { host } = await run({
      execute_workflow: [gives(failed)],
      get_workflow_execution: [gives({ execution: { ...ENDED, status: 'error' }, data: { resultData: { error } } })],
    });
    expect(host.outputs).toMatchObject({ success: 'false', 'execution-status': 'error' });
    expect(host.events.join('\n')).toMatch(/Execution 10 failed in the node "Refuse": No stock/);
  });
});

describe('an execution is followed', () => {
  test('through a limit of requests and a restart, to data of any size', async () => {
    const items = [{ json: { big: 'x'.repeat(600_000) } }];
    const data = { resultData: { lastNodeExecuted: 'End', runData: { End: [{ data: { main: [items] } }] } } };
    const { host, argumentsOf } = await run(
      {
        get_workflow_execution: [
          gives({ execution: { ...ENDED, status: 'running' } }),
          answer(429, '{"message":"Too many requests"}'),
          reset,
          gives({ execution: ENDED }),
          gives({ execution: ENDED, data, again: data }),
        ],
      },
      { wait: 'true' },
    );
    expect(host.outputs).toMatchObject({ success: 'true', 'execution-status': 'success' });
    expect(JSON.parse(host.outputs['execution-data'] ?? '')).toEqual([items[0]?.json]);
    expect(argumentsOf('tools/list')).toHaveLength(1);
    expect(argumentsOf('get_workflow_execution').at(-1)).toEqual({
      workflowId: 'w',
      executionId: '10',
      includeData: true,
    });
  });

  test('to an unknown end, if n8n does not save it', async () => {
    const gone = { execution: null, error: "Execution '10' not found for workflow 'w'" };
    const { host, exitCode } = await run({ get_workflow_execution: [gives(gone)] }, { wait: 'true' });
    expect(exitCode).toBe(0);
    expect(host.events.join('\n')).toMatch(
      /warning: \[The result of the n8n workflow is unknown\] Execution 10 has ended, and n8n did not save it/,
    );
  });

  test('only if the token may read executions, which is found out before anything runs', async () => {
    const { host, argumentsOf } = await run(
      { 'tools/list': [tools({ name: 'execute_workflow', inputSchema: NEWEST })] },
      { wait: 'true' },
    );
    expect(host.events.join('\n')).toMatch(/no tool that reads executions.* The workflow did not run\. Leave wait out/);
    expect(argumentsOf('execute_workflow')).toEqual([]);
  });
});

test('a token that may run nothing is reported as such', async () => {
  const { host, argumentsOf } = await run({ 'tools/list': [tools({ name: 'search_workflows' })] });
  expect(host.events.join('\n')).toMatch(/no tool that runs workflows.* The workflow did not run/);
  expect(argumentsOf('execute_workflow')).toEqual([]);
});

test('a form that requires a file is not run, because MCP accepts none', async () => {
  const fields = [{ fieldLabel: 'Name' }, { fieldLabel: 'CV', fieldType: 'file', requiredField: true }];
  const node = { name: 'F', type: 'n8n-nodes-base.formTrigger', parameters: { formFields: { values: fields } } };
  const details = { workflow: { ...DETAILS.workflow, nodes: [{ ...node, typeVersion: 2.3 }] } };
  const { host, argumentsOf } = await run({ get_workflow_details: [gives(details)] }, { payload: 'Name: Ada' });
  expect(host.events.join('\n')).toMatch(
    /requires a file for "CV"\. files: n8n's MCP server accepts none\. Use an API key/,
  );
  expect(argumentsOf('execute_workflow')).toEqual([]);
});

/** A refusal by a tool, as n8n gives it. */
const refuses = (text: string): Handler => event({ result: { isError: true, content: [{ type: 'text', text }] } });
/** What the tool that runs workflows itself found wrong. */
const says = (error: string): Handler => gives({ executionId: null, status: 'error', error });

const OLD_SCHEMA = {
  properties: {
    workflowId: {},
    executionMode: {},
    inputs: { anyOf: [{ properties: { type: { const: 'webhook' }, webhookData: {} } }] },
  },
};

describe('a server that wants a form of the call other than the one it lists', () => {
  const stale = { 'tools/list': [tools({ name: 'execute_workflow', inputSchema: OLD_SCHEMA })] };

  test.each([
    [
      'the type is not recognized',
      refuses(
        "Input validation error: Invalid arguments for tool execute_workflow: inputs: Unrecognized key(s) in object: 'type'",
      ),
    ],
    ['the type is not recognized, in few words', refuses("Unrecognized key(s) in object: 'type'")],
    ['the type is not recognized, in other words', refuses('Unrecognized key: "type" at inputs')],
    [
      'the type is not recognized, as JSON',
      refuses('[{"code":"unrecognized_keys","keys":["type"],"path":["inputs"]}]'),
    ],
    ["the trigger's name is demanded", refuses('triggerNodeName is required when inputs are given')],
    ["the trigger's name is missing", says('Provide triggerNodeName when passing inputs. Available triggers: Hook.')],
    [
      "the trigger's name is required",
      refuses(
        'MCP error -32602: Input validation error: Invalid arguments for tool execute_workflow: [{"code":"invalid_type","expected":"string","received":"undefined","path":["triggerNodeName"],"message":"Required"}]',
      ),
    ],
  ])('is called once more: %s', async (_, refusal) => {
    const { host, argumentsOf } = await run({ ...stale, execute_workflow: [refusal, gives(STARTED)] });
    expect(host.outputs).toMatchObject({ success: 'true', 'execution-id': '10', attempts: '2' });
    expect(argumentsOf('execute_workflow')).toEqual([
      expect.objectContaining({ inputs: { type: 'webhook', webhookData: expect.anything() } }),
      expect.objectContaining({ triggerNodeName: 'Hook', inputs: { webhookData: expect.anything() } }),
    ]);
    expect(host.events.filter((line) => /Attempt \d/.test(line)).map((line) => /Attempt \d/.exec(line)?.[0])).toEqual([
      'Attempt 1',
      'Attempt 2',
    ]);
  });

  test('is not called forever', async () => {
    const refusal = refuses("Unrecognized key(s) in object: 'type'");
    const { host, argumentsOf, exitCode } = await run({ ...stale, execute_workflow: [refusal] });
    expect(exitCode).toBe(1);
    expect(argumentsOf('execute_workflow')).toHaveLength(2);
    expect(host.events.join('\n')).toMatch(/error: .*The workflow did not run/);
  });

  test('is not called again if it may have run', async () => {
    const unrecognized = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      result: { isError: true, content: [{ type: 'text', text: "Unrecognized key(s) in object: 'type'" }] },
    });
    for (const trouble of [refuses('Internal error'), answer(502, unrecognized)]) {
      const { argumentsOf } = await run({ ...stale, execute_workflow: [trouble] });
      expect(argumentsOf('execute_workflow')).toHaveLength(1);
    }
  });
});

describe('if n8n cannot describe the workflow', () => {
  const crash = refuses("Cannot read properties of undefined (reading 'find')");
  const named = { 'trigger-node': 'Hook' };

  test('it is run by the name of its trigger', async () => {
    const { host, argumentsOf } = await run({ get_workflow_details: [crash] }, named);
    expect(host.outputs).toMatchObject({ success: 'true', 'execution-id': '10', attempts: '1' });
    expect(argumentsOf('execute_workflow')).toMatchObject([
      {
        triggerNodeName: 'Hook',
        executionMode: 'production',
        inputs: { webhookData: { method: 'POST', body: { a: 1 } } },
      },
    ]);
  });

  test.each<[string, Record<string, string>, string, object]>([
    [
      'a form',
      { payload: 'Name: Ada' },
      'Trigger node "Hook" requires inputs matching { formData: { FIELD_NAME: VALUE } }.',
      { inputs: { formData: { Name: 'Ada' } } },
    ],
    [
      'a chat',
      { payload: 'chatInput: Hello' },
      'Trigger node "Hook" requires inputs matching { chatInput: string }.',
      { inputs: { chatInput: 'Hello' } },
    ],
    [
      'a webhook that gets the default payload',
      { payload: '' },
      'Trigger node "Hook" requires inputs matching { webhookData: { headers?, query?, body? } }.',
      { inputs: { webhookData: { body: { sha: expect.anything() } } } },
    ],
    [
      'a Manual trigger',
      { payload: '' },
      'Trigger node "Hook" cannot be used in production mode. Use a webhook, form, chat, or schedule trigger, or execute in manual mode.',
      { executionMode: 'manual' },
    ],
  ])('%s is run as the server wants it', async (_, given, refusal, args) => {
    const play = { get_workflow_details: [crash], execute_workflow: [says(refusal), gives(STARTED)] };
    const { host, argumentsOf } = await run(play, { ...named, ...given }, { GITHUB_SHA: 'abc' });
    expect(host.outputs).toMatchObject({ success: 'true', attempts: '2' });
    expect(argumentsOf('execute_workflow').at(-1)).toMatchObject(args);
  });

  test('a server that keeps changing its mind is not called forever', async () => {
    const wants = (shape: string) => says(`Trigger node "Hook" requires inputs matching { ${shape} }.`);
    const [form, hook] = [wants('formData: { FIELD_NAME: VALUE }'), wants('webhookData: { headers?, query?, body? }')];
    const play = { get_workflow_details: [crash], execute_workflow: [form, hook, form, hook, form, hook] };
    const { argumentsOf, exitCode } = await run(play, named);
    expect(exitCode).toBe(1);
    expect(argumentsOf('execute_workflow')).toHaveLength(3);
  });

  test('a payload for a trigger that accepts none is a wrong input', async () => {
    const refusal = says('Trigger node "Hook" does not accept inputs. Omit inputs.');
    const play = { get_workflow_details: [crash], execute_workflow: [refusal] };
    const { host, exitCode } = await run(play, { ...named, 'fail-on-error': 'false' });
    expect(exitCode).toBe(1);
    expect(host.events.join('\n')).toMatch(/error: .*payload: "Hook" \(Schedule\) accepts none/);
    expect(host.outputs).toMatchObject({ attempts: '1' });
  });

  test("and trigger-node is not given, n8n's tool is named, and what to give", async () => {
    const { host, argumentsOf } = await run({ get_workflow_details: [crash] });
    expect(host.events.join('\n')).toMatch(
      /get_workflow_details failed, .*Cannot read properties.* The workflow did not run\. Give the trigger's name in trigger-node/,
    );
    expect(argumentsOf('execute_workflow')).toEqual([]);
  });

  test('and does not let the caller choose the trigger, nothing is run', async () => {
    const old = { 'tools/list': [tools({ name: 'execute_workflow', inputSchema: OLD_SCHEMA })] };
    const { host, argumentsOf } = await run({ ...old, get_workflow_details: [crash] }, named);
    expect(host.events.join('\n')).toMatch(/Update n8n, or use an API key/);
    expect(argumentsOf('execute_workflow')).toEqual([]);
  });

  test('because there is none, it is not run', async () => {
    const gone = refuses('Workflow not found');
    const { host, argumentsOf } = await run({ get_workflow_details: [gone] }, named);
    expect(host.events.join('\n')).toMatch(/Workflow not found\. The workflow did not run/);
    expect(argumentsOf('execute_workflow')).toEqual([]);
  });
});
