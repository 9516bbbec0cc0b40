// Whatever a server puts in place of any of its values, nothing throws.
import { tmpdir } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withNamedExecution } from '../src/follow/named-execution.ts';
import { receivedRequest, toExecution, toResult } from '../src/n8n/execution.ts';
import { chooseMcpTrigger, toExecuteTool, workflowFromDetails } from '../src/n8n/mcp-trigger.ts';
import { answersAt, findTrigger } from '../src/n8n/triggers.ts';
import type { Api } from '../src/n8n-api/client.ts';
import { listExecutions } from '../src/n8n-api/executions.ts';
import { ruleOut } from '../src/n8n-api/rule-out.ts';
import { findSaving } from '../src/n8n-api/saving.ts';
import { workflowAt } from '../src/n8n-api/workflows.ts';
import { executionData } from '../src/report/execution-data.ts';
import { ganttBlock } from '../src/report/gantt.ts';
import { isMap, type Json, type JsonMap, numberOf, scalarText, toJsonText } from '../src/text/json.ts';
import { ok } from '../src/text/result.ts';
import { judge } from '../src/verdict/judge.ts';
import type { Call } from '../src/verdict/row.ts';
import { madeCall, showing } from '../support/call.ts';
import { testHost } from '../support/host.ts';
import { madeReply } from '../support/recorded.ts';
import { madeOutcome } from '../support/results.ts';
import { triggered } from '../support/triggered.ts';

const nested = (depth: number): Json => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const DEEP = nested(100_000);

/** Values that nobody expects. */
const ODD: readonly Json[] = [
  ...[null, true, 0, -1, 1e308, '', ' ', 'x', 'é\u0000\u202e', '9'.repeat(400), 'x'.repeat(70_000)],
  ...[[], [null], [[]], {}, { toString: 1 }, { toString: null, valueIn: null }, { length: 1e9 }, { a: DEEP }, DEEP],
  ...[JSON.parse('{"__proto__": {"name": 1}, "constructor": 1}')],
];

/** A value with one of its parts, or itself, replaced. */
function replaced(value: Json, place: number, odd: Json): Json {
  let at = -1;
  const walk = (part: Json): Json => {
    at += 1;
    if (at === place) return odd;
    if (Array.isArray(part)) return part.map(walk);
    return isMap(part) ? Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner)])) : part;
  };
  return walk(value);
}

const partsIn = (value: Json): number =>
  1 +
  (typeof value === 'object' && value !== null ? Object.values(value) : []).reduce(
    (sum: number, part) => sum + partsIn(part),
    0,
  );

/** Every part of a value replaced by every odd one. */
function* spoilt(value: Json): Generator<Json> {
  for (let place = 0; place < partsIn(value); place += 1) for (const odd of ODD) yield replaced(value, place, odd);
}

const NODES: Json = [
  {
    name: 'Hook',
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2,
    webhookId: 'id',
    disabled: false,
    parameters: {
      path: 'a/:b',
      httpMethod: ['GET', 'POST'],
      multipleMethods: true,
      authentication: 'none',
      options: {},
    },
  },
  {
    name: 'Form',
    type: 'n8n-nodes-base.formTrigger',
    typeVersion: 2.2,
    webhookId: 'id2',
    parameters: {
      options: { path: 'form' },
      formFields: {
        values: [{ fieldLabel: 'Who', fieldType: 'dropdown', fieldOptions: { values: [{ option: 'A' }] } }],
      },
    },
  },
];

const WORKFLOW = {
  id: 'w',
  name: 'Deploy',
  active: true,
  isArchived: false,
  activeVersion: { nodes: NODES },
  nodes: NODES,
  settings: { saveDataSuccessExecution: 'all', saveDataErrorExecution: 'DEFAULT' },
};

const ITEM = { json: { headers: { traceparent: 'x', 'idempotency-key': 'k' }, query: {}, body: {} } };
const EXECUTION = {
  id: '7',
  workflowId: 'w',
  status: 'error',
  mode: 'webhook',
  startedAt: '2026-01-01T00:00:00.000Z',
  tracingContext: { traceparent: 'x' },
  workflowData: { name: 'Deploy' },
  data: {
    executionData: { nodeExecutionStack: [{ data: { main: [[ITEM]] } }] },
    resultData: {
      lastNodeExecuted: 'Hook',
      error: { message: 'No', description: 'Stock', node: { name: 'Hook' } },
      runData: {
        Hook: [
          { startTime: 1, executionTime: 2, executionIndex: 0, executionStatus: 'success', data: { main: [[ITEM]] } },
          { startTime: 1, executionTime: 2, executionIndex: 1, executionStatus: 'error', data: { main: [[ITEM]] } },
        ],
      },
    },
  },
};

const asMap = (value: Json): JsonMap => (isMap(value) ? value : { value });

/** An API that answers this to all. */
const saying = (data: Json): Api => ({
  base: 'http://n8n',
  show: showing(),
  request: async () => ok(asMap(data)),
  text: async () => ok(''),
});

const call = (route: Call['route']): Call => madeCall({ route, url: new URL('https://n8n.example.com/webhook/a/1') });

describe('an unexpected value', () => {
  test('throws nothing in a reply, and keeps its types', async () => {
    const shapes: Json[] = [
      { executionId: '7', message: 'Error in workflow', code: 404 },
      { type: 'error', metadata: { nodeName: 'Hook' } },
      { jsonrpc: '2.0', id: 1, error: { code: -32603, message: 'Internal error' } },
      { jsonrpc: '2.0', id: 1, result: { structuredContent: { executionId: '7', status: 'error', error: 'x' } } },
      { jsonrpc: '2.0', id: 1, result: { isError: true, content: [{ type: 'text', text: 'refused' }] } },
    ];
    for (const body of shapes.flatMap((shape) => [...spoilt(shape)])) {
      const text = toJsonText(body) ?? `{"executionId":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
      for (const status of [200, 404, 500]) {
        const exchange = madeReply(status, text, { 'content-type': 'application/json' });
        for (const route of ['webhook', 'start', 'mcp'] as const)
          expect((await judge(exchange, call(route))).row).not.toBe('');
        expect(withNamedExecution(madeOutcome({ exchange })).execution?.id ?? '7').toMatch(/^\d+$/);
      }
    }
  });

  test('throws nothing in an execution, and keeps its types', async () => {
    for (const spoiltOne of spoilt(EXECUTION)) {
      const data = asMap(spoiltOne);
      expect(toExecution(data)?.id ?? '7').toMatch(/^[1-9]\d*$/);
      const headers = receivedRequest(data)?.headers;
      expect(headers === undefined || isMap(headers)).toBe(true);
      const { runs, items } = toResult(data, showing());
      expect(ganttBlock(runs)).toMatch(/^```mermaid\n[^`]*\n```$/);
      expect((await executionData(items ?? [], tmpdir(), testHost().show)).warning ?? '').toMatch(/^$|too deep/);
    }
  });

  test('throws nothing in a list of executions or a workflow, and keeps its types', async () => {
    const lost = triggered({ url: new URL('https://n8n.example.com/webhook/id/a/1') });
    for (const list of spoilt({ data: [EXECUTION], nextCursor: null })) {
      const rows = await listExecutions(saying(list), undefined, 9);
      // A list of another form shows nothing.
      expect(rows.ok || rows.error.code).toEqual(rows.ok || 'api-unreadable');
    }
    const { show } = testHost();
    for (const spoiltOne of spoilt(WORKFLOW)) {
      const data = asMap(spoiltOne);
      for (const name of [undefined, 'Form']) {
        const found = findTrigger(data, 'https://n8n.example.com/webhook', name, show);
        expect(!found.ok || URL.canParse(found.value.address)).toBe(true);
      }
      expect(typeof answersAt(data, lost.url, 'POST')).toBe('boolean');
      const workflow = workflowFromDetails({ workflow: data });
      chooseMcpTrigger(workflow, undefined, toExecuteTool({ properties: { inputs: data } }), show);
      await findSaving(saying(data), { ...lost, workflowId: 'w' }, {});
      await workflowAt(saying({ data: [data] }), lost, undefined, {});
      await ruleOut(saying({ data: [EXECUTION] }), lost, data, {});
    }
  });
});

describe('of any JSON', () => {
  test('text and number are those of a text, number or boolean, and of nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const json: Json = JSON.parse(JSON.stringify(value));
        const isPlain = json !== null && typeof json !== 'object';
        expect(scalarText(json)).toBe(isPlain ? String(json) : '');
        const isNumber = typeof json === 'number' || (typeof json === 'string' && json !== '');
        expect(numberOf(json)).toBe(isNumber ? Number(json) : Number.NaN);
      }),
    );
    for (const odd of ODD) expect(typeof scalarText(odd) + typeof numberOf(odd)).toBe('stringnumber');
  });

  test('the text is JSON again, unless it is nested too deep', () => {
    expect(toJsonText({ a: [1, 'é', null] })).toBe('{"a":[1,"é",null]}');
    expect(toJsonText(nested(500))).toBe('['.repeat(500) + ']'.repeat(500));
    expect(toJsonText(DEEP)).toBeUndefined();
  });
});
