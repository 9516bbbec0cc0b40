// A server that echoes what it was sent: no part of a secret shows, wherever the action cuts or changes the echo.
import { createHash } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import { answer, type Handler, type Received, type ScriptedServer, serve } from '../../support/server.ts';
import { runStep, type StepResult } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(60_000);

/** Longer than all that is ever shown of a text. */
const LONG = ['a', 'b', 'c', 'd'].map((seed) => createHash('sha512').update(seed).digest('hex')).join('+');
const TOKEN = ['{}', `{"aud":"mcp-server-api","n":"${LONG}"}`, LONG]
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

/** All that people see of a step, raw but for the commands that register masks, which the runner takes out. */
const shownBy = ({ log, summary }: StepResult): string =>
  [...log.split('\n').filter((line) => !line.startsWith('::add-mask::')), summary].join('\n');

/** How much of a secret is recognized. */
const PIECE = 8;

/** The pieces of a secret that are shown. */
function piecesShown(step: StepResult, secret: string): string[] {
  const shown = shownBy(step);
  return Array.from({ length: secret.length - PIECE + 1 }, (_, at) => secret.slice(at, at + PIECE)).filter((piece) =>
    shown.includes(piece),
  );
}

/** So much that what comes next is cut somewhere. */
const filler = (length: number): string => 'x '.repeat(length / 2);

const json = (value: unknown, status = 200): Handler => answer(status, JSON.stringify(value));

function callWebhook({ origin }: ScriptedServer, given: Record<string, string>): Promise<StepResult> {
  return runStep({
    with: { url: `${origin}/webhook/deploy-9f8e7d?env=prod`, payload: 'a: 1', retries: '0', ...given },
  });
}

function callApi({ origin }: ScriptedServer, given: Record<string, string> = {}): Promise<StepResult> {
  const api = { mode: 'api', url: origin, 'workflow-id': 'w1', 'secret-key': LONG, payload: 'a: 1', retries: '0' };
  return runStep({ with: { ...api, ...given } });
}

/** Echoes a header, after a text. */
const echoOf =
  (name: string, before = '') =>
  ({ headers }: Received): Handler =>
    answer(418, `${before}${headers[name]}`, { 'content-type': 'text/plain' });

describe('what a webhook echoes never shows', () => {
  test.each([0, 150, 190])('in a long header after %d characters', async (length) => {
    const step = await callWebhook(await serve(echoOf('x-token', filler(length))), { headers: `X-Token: ${LONG}` });
    expect(piecesShown(step, LONG)).toEqual([]);
    expect(step.annotations[0]?.message).toContain('***');
    expect(step.outputs['response-body']).toBe(filler(length) + LONG);
  });

  test('in a header that the summary cuts', async () => {
    const step = await callWebhook(await serve(echoOf('x-token', filler(3900))), { headers: `X-Token: ${LONG}` });
    expect(step.summary).toContain('Reply');
    expect(piecesShown(step, LONG)).toEqual([]);
  });

  test('in a header whose blanks and colons change in the log', async () => {
    const step = await callWebhook(await serve(echoOf('x-token')), { headers: 'X-Token: hush::value  two' });
    expect(shownBy(step)).not.toMatch(/hush|value {1,2}two/);
  });

  test('in a header that contains a value of the query', async () => {
    const step = await callWebhook(await serve(echoOf('x-token')), { headers: 'X-Token: hushprodvalue99' });
    expect(shownBy(step)).not.toMatch(/hush|value99/);
  });

  test('in its path, which contains a header', async () => {
    const server = await serve(({ target }) => answer(418, `POST ${target}`));
    expect(shownBy(await callWebhook(server, { headers: 'X-A: deploy' }))).not.toContain('9f8e7d');
  });

  test('in a minted token', async () => {
    const server = await serve(echoOf('authorization'));
    const step = await callWebhook(server, { 'jwt-secret': 'a passphrase' });
    const token = server.requests[0]?.headers.authorization?.replace('Bearer ', '') ?? '';
    expect(token.length).toBeGreaterThan(300);
    expect(piecesShown(step, token)).toEqual([]);
  });

  test('in a signature', async () => {
    const server = await serve(echoOf('x-hub-signature-256', filler(170)));
    const step = await callWebhook(server, { 'signing-secret': 'a secret' });
    const signature = String(server.requests[0]?.headers['x-hub-signature-256']).replace('sha256=', '');
    expect(signature).toHaveLength(64);
    expect(piecesShown(step, signature)).toEqual([]);
  });

  test('in a token in place of the user, in url', async () => {
    const server = await serve(({ headers }) => {
      const pair = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
      return answer(418, `No user ${pair.replace(/:$/, '')} here`);
    });
    const url = `${server.origin.replace('//', '//a-token-for-all@')}/webhook/x`;
    const step = await callWebhook(server, { url });
    expect(step.outputs['response-body']).toBe('No user a-token-for-all here');
    expect(shownBy(step)).not.toContain('a-token');
    expect(step.masks).toContain('a-token-for-all');
  });
});

describe("nothing shows that n8n's API echoes:", () => {
  const noStart = json({ message: 'not found' }, 404);
  const lookedUp = (handler: Handler) => serve(({ target }) => (target.includes('/start') ? noStart : handler));

  test('the key, in a refusal', async () => {
    const step = await callApi(await lookedUp(json({ message: `${filler(60)} ${LONG}` }, 400)));
    expect(piecesShown(step, LONG)).toEqual([]);
    expect(step.annotations[0]?.message).toContain('***');
  });

  const hook = {
    name: `${filler(40)}${LONG}`,
    type: 'n8n-nodes-base.webhook',
    webhookId: 'h',
    parameters: { path: 'p' },
  };
  const form = {
    ...hook,
    type: 'n8n-nodes-base.formTrigger',
    parameters: { formFields: { values: [{ fieldLabel: `${filler(40)}${LONG}`, requiredField: true }] } },
  };
  const named = (nodes: unknown[] | undefined) => ({
    id: 'w1',
    name: `${filler(60)}${LONG}`,
    active: true,
    activeVersion: nodes ? { nodes } : null,
  });

  test.each<[string, Record<string, unknown>]>([
    ['without a published version', named(undefined)],
    ['with two triggers', named([hook, hook])],
    ['with a disabled trigger', named([{ ...hook, disabled: true }])],
    ['with a path by an expression', named([{ ...hook, parameters: { path: '={{ 1 }}' } }])],
    [
      'with a node that wants what is not given',
      named([{ ...hook, parameters: { path: 'p', authentication: 'jwtAuth' } }]),
    ],
    ['with a field in its form', named([form])],
  ])('the key, in the names of a workflow %s', async (_, workflow) => {
    const step = await callApi(await lookedUp(json(workflow)));
    expect(step.exitCode).toBe(1);
    expect(piecesShown(step, LONG)).toEqual([]);
    expect(step.annotations[0]?.message).toContain('***');
  });

  test('the key, in the names of what is called', async () => {
    const step = await callApi(
      await serve(({ target }) =>
        /^\/api/.test(target) ? (target.includes('/start') ? noStart : json(named([hook]))) : json({}),
      ),
    );
    expect(step.exitCode).toBe(0);
    expect(step.log).toContain('Workflow "x x');
    expect(piecesShown(step, LONG)).toEqual([]);
  });

  test('a password, in the failure of an execution and in the names of its nodes', async () => {
    const password = `p@ss:w::rd  ${LONG}`;
    let traceparent: unknown;
    const server = await serve(({ target, headers }) => {
      if (!target.startsWith('/api/')) {
        traceparent = headers['traceparent'];
        return json({ message: 'Workflow was started' });
      }
      const execution = {
        id: 7,
        status: traceparent ? 'error' : 'success',
        workflowId: 'w1',
        startedAt: new Date().toISOString(),
        tracingContext: { traceparent: traceparent ?? '' },
      };
      if (!target.includes('/executions/')) return json({ data: traceparent ? [execution] : [] });
      if (target.includes('/executions/1?') || target.endsWith('/executions/1'))
        return json({ message: 'Not Found' }, 404);
      const node = `${filler(20)}${password}`;
      const run = {
        startTime: Date.now(),
        executionTime: 5,
        executionStatus: 'error',
        data: { main: [[{ json: { password } }]] },
      };
      const error = {
        message: `${filler(250)}${password}`,
        description: `${filler(150)}${password}`,
        node: { name: node },
      };
      const resultData = { error, lastNodeExecuted: node, runData: { [node]: [run] } };
      return json({ ...execution, workflowData: { name: node }, data: { resultData } });
    });
    const given = { wait: 'true', 'secret-key': 'n8n_api_key', 'basic-auth': `alice:${password}` };
    const step = await callWebhook(server, given);
    expect(step.outputs).toMatchObject({ 'execution-id': '7', 'execution-data': JSON.stringify([{ password }]) });
    expect(step.summary).toContain('```mermaid');
    expect(piecesShown(step, LONG)).toEqual([]);
    expect(shownBy(step)).not.toMatch(/p@ss|p#64;ss|p&#64;ss|w: ?:rd/);
    expect(step.annotations[0]?.message).toContain('***');
  });
});

describe("nothing shows that n8n's MCP server echoes:", () => {
  const mcp = { 'secret-key': TOKEN };
  const rpc = (more: object): Handler => json({ jsonrpc: '2.0', id: 1, ...more });

  test('the token, in an error', async () => {
    const step = await callApi(await serve(() => rpc({ error: { code: -32000, message: filler(150) + TOKEN } })), mcp);
    expect(piecesShown(step, TOKEN)).toEqual([]);
    expect(step.annotations[0]?.message).toContain('***');
  });

  test('the token, in a refusal', async () => {
    const step = await callApi(await serve(() => answer(403, filler(50) + TOKEN)), mcp);
    expect(piecesShown(step, TOKEN)).toEqual([]);
    expect(step.annotations[0]?.message).toContain('***');
  });

  test('the token, in the name of a workflow and in the result of the tool that runs it', async () => {
    const nodes = [{ name: filler(40) + TOKEN, type: 'n8n-nodes-base.webhook', parameters: {} }];
    const workflow = { id: 'w1', name: filler(150) + TOKEN, nodes, activeVersion: { sameAsDraft: true } };
    const server = await serve(({ body }) => {
      const said = body.toString();
      if (said.includes('tools/list'))
        return rpc({ result: { tools: [{ name: 'execute_workflow', inputSchema: {} }] } });
      if (said.includes('get_workflow_details')) return rpc({ result: { structuredContent: { workflow } } });
      return rpc({ result: { isError: true, content: [{ text: filler(150) + TOKEN }] } });
    });
    const step = await callApi(server, mcp);
    expect(step.log).toContain('Workflow "x x');
    expect(piecesShown(step, TOKEN)).toEqual([]);
    expect(step.annotations[0]?.message).toContain('***');
  });

  test('the token, in an execution', async () => {
    const server = await serve(({ body }) => {
      const said = body.toString();
      const tools = [{ name: 'execute_workflow', inputSchema: {} }, { name: 'get_workflow_execution' }];
      if (said.includes('tools/list')) return rpc({ result: { tools } });
      if (said.includes('get_workflow_execution')) {
        return rpc({ result: { structuredContent: { execution: null, error: filler(150) + TOKEN } } });
      }
      if (said.includes('execute_workflow')) return rpc({ result: { structuredContent: { executionId: '7' } } });
      const nodes = [{ name: 'Hook', type: 'n8n-nodes-base.webhook', parameters: {} }];
      const workflow = { id: 'w1', name: 'W', nodes, activeVersion: { sameAsDraft: true } };
      return rpc({ result: { structuredContent: { workflow } } });
    });
    const step = await callApi(server, { ...mcp, wait: 'true', 'wait-timeout': '1s' });
    expect(step.log).toContain('***');
    expect(piecesShown(step, TOKEN)).toEqual([]);
  });
});

test('credentials in api-url are refused, and masked', async () => {
  const server = await serve([]);
  const address = server.origin.replace('//', '//alice:a-password@');
  const step = await callWebhook(server, { 'api-url': address, 'secret-key': 'n8n_api_key' });
  expect(step.annotations[0]?.message).toContain('api-url: contains credentials');
  expect(step.masks).toContain('a-password');
  expect(server.requests).toEqual([]);
});
