// What is nested deeper than a program's stack, wherever it comes from, is reported or passed on, and breaks nothing.
import { expect, jest, test } from '@jest/globals';
import { answer, type Handler, serve } from '../../support/server.ts';
import { runStep } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const DEEP = nested(100_000);
/** As deep as an input can be: Linux takes 128 KiB for an environment variable. */
const INPUT = nested(60_000);

test.each([
  ['payload', 'JSON', { payload: `{"a":${INPUT}}` }],
  ['payload', 'YAML', { payload: `a: ${INPUT}` }],
  ['headers', 'JSON', { headers: `{"a":${INPUT}}` }],
  ['jwt-claims', 'JSON', { 'jwt-secret': 'secret', 'jwt-claims': `{"a":${INPUT}}` }],
  ['payload-file', 'a file of JSON', { 'payload-file': 'deep.json' }],
] as const)('%s in %s is a wrong input', async (name, _, given) => {
  const server = await serve([]);
  const files = { 'deep.json': `{"a":${DEEP}}` };
  const step = await runStep({ with: { url: `${server.origin}/webhook/x`, ...given }, files });
  expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(`^${name}: `) }]);
  expect(server.requests).toEqual([]);
});

/** Runs a step with wait against an n8n whose execution has this as its data. */
async function follow(reply: string, data: string): ReturnType<typeof runStep> {
  const row = { id: '7', workflowId: 'w', status: 'success', startedAt: new Date().toISOString() };
  let traceparent: unknown;
  const server = await serve(({ target, headers }): Handler => {
    if (target.startsWith('/webhook/')) {
      traceparent = headers['traceparent'];
      return answer(200, reply);
    }
    if (target.includes('/executions?')) return answer(200, JSON.stringify({ data: traceparent ? [row] : [] }));
    if (!/executions\/7\b/.test(target)) return answer(404, '{"message":"Not Found"}');
    const execution = JSON.stringify({ ...row, tracingContext: { traceparent } });
    return answer(200, target.includes('includeData') ? execution.replace(/\}$/, `,"data":${data}}`) : execution);
  });
  return runStep({ with: { url: `${server.origin}/webhook/x`, 'secret-key': 'a-key', wait: 'true' } });
}

test.each([
  ['a list', DEEP],
  ['an executionId', `{"executionId":${nested(20_000)}}`],
])('a reply that is %s is passed on', async (_, reply) => {
  const step = await follow(reply, '{}');
  expect(step.outputs).toMatchObject({ success: 'true', 'execution-id': '7', 'response-body': reply });
});

test('data of an execution that is nested too deep is left out with a warning, and its result still counts', async () => {
  const items = `[{"json":{"a":${DEEP}}}]`;
  const run = `{"data":{"main":[${items}]}}`;
  const step = await follow('{}', `{"resultData":{"lastNodeExecuted":"End","runData":{"End":[${run}]}}}`);
  expect(step.outputs).toMatchObject({ success: 'true', 'execution-status': 'success', 'execution-data': '' });
  expect(step.annotations).toMatchObject([{ level: 'warning', message: expect.stringMatching(/nested too deep/) }]);
});
