// What the table of replies says contains no secret, and hiding one changes no decision.
import { expect, test } from '@jest/globals';
import { judge } from '../../src/verdict/judge.ts';
import type { Call } from '../../src/verdict/row.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { madeCall } from '../../support/call.ts';
import { madeReply } from '../../support/recorded.ts';

const SECRET = `hush::${'0123456789'.repeat(30)}  end`;

/** A verdict with these texts hidden, and without. */
async function judged(
  masks: readonly string[],
  reply: Parameters<typeof judge>[0],
  given: Partial<Call> = {},
): Promise<[hidden: Verdict, open: Verdict]> {
  const url = new URL('https://n8n.example.com/webhook/deploy-9f8e7d?env=prod');
  const all = { url, credentials: ['headers'], ...given };
  return [await judge(reply, madeCall(all, ...masks)), await judge(reply, madeCall(all))];
}

const json = { 'content-type': 'application/json' };
const gateway = { ...json, 'x-n8n-execution-id': '7' };
const said = `It said ${SECRET}`;
const rpc = (more: object): string => JSON.stringify({ jsonrpc: '2.0', id: 1, ...more });

test.each<[string, Parameters<typeof judge>[0], Partial<Call>]>([
  ['a text', madeReply(418, said), {}],
  ['a message', madeReply(418, JSON.stringify({ message: said }), json), {}],
  ['JSON without a message', madeReply(418, JSON.stringify({ oops: said }), json), {}],
  ['a refusal', madeReply(403, said), {}],
  ['an overload', madeReply(429, said), {}],
  ['a node of a stream', madeReply(200, `{"type":"error","metadata":{"nodeName":${JSON.stringify(said)}}}`), {}],
  ['a gateway', madeReply(404, JSON.stringify({ message: said, workflowId: 'w' }), gateway), { route: 'start' }],
  [
    "a gateway's workflow",
    madeReply(500, JSON.stringify({ message: said, workflowId: 'w' }), gateway),
    { route: 'start' },
  ],
  ['an MCP server', madeReply(200, rpc({ error: { code: -32000, message: said } }), json), { route: 'mcp' }],
  ['a tool', madeReply(200, rpc({ result: { isError: true, content: [{ text: said }] } }), json), { route: 'mcp' }],
  ['no MCP server', madeReply(200, said), { route: 'mcp' }],
  ['a redirect', madeReply(302, '', { location: `https://elsewhere.example/${encodeURIComponent(SECRET)}` }), {}],
])('a secret that %s repeats is hidden before the text is cut and put on one line', async (_, reply, given) => {
  const [hidden, open] = await judged(
    [SECRET, JSON.stringify(SECRET).slice(1, -1), encodeURIComponent(SECRET)],
    reply,
    given,
  );
  expect(open.message).toMatch(/01234567/);
  expect(hidden).toEqual({ ...open, message: expect.stringContaining('***') });
  expect(hidden.message).not.toMatch(/hush|0123|end/);
});

test('a name of a host that is a secret is hidden before it is put in lower case', async () => {
  const [hidden] = await judged(['MyToken'], madeReply(302, '', { location: 'https://MyToken.example/x' }));
  expect(hidden.message).toContain('https://***.example');
});

test('what is cut out of an address leaves no gap in a secret, nor the other way round', async () => {
  const [torn] = await judged(['hushprodvalue99'], madeReply(418, 'hushprodvalue99'));
  expect(torn.message).toBe('The reply is HTTP 418 with "***".');
  const [address] = await judged(['deploy'], madeReply(418, 'POST deploy-9f8e7d'));
  expect(address.message).toBe('The reply is HTTP 418 with "POST …".');
});

test("a secret that is a word of n8n's changes no decision", async () => {
  for (const [status, body, word] of [
    [500, '{"message":"Error in workflow"}', 'workflow'],
    [404, '{"code":404,"message":"The requested webhook \\"POST x\\" is not registered."}', 'registered'],
    [403, 'Authorization data is wrong!', 'Authorization'],
    [200, rpc({ error: { code: -32000, message: 'Workflow is not available in MCP' } }), 'available'],
  ] as const) {
    const [hidden, open] = await judged([word], madeReply(status, body, json), status === 200 ? { route: 'mcp' } : {});
    expect(hidden).toMatchObject({ row: open.row, ran: open.ran, success: open.success });
    expect(hidden.retry).toEqual(open.retry);
  }
});
