import { describe, expect, test } from '@jest/globals';
import { readAnswer } from '../../src/n8n/mcp-message.ts';
import { failed, ok } from '../../src/text/result.ts';

const RESULT = '{"result":{"structuredContent":{"a":1}},"jsonrpc":"2.0","id":1}';
const found = ok({ a: 1 });

describe('an answer is found', () => {
  test.each([
    ['in an event, as n8n sends it', `event: message\ndata: ${RESULT}\n\n`],
    [
      'in an event of several lines',
      `event: message\r\ndata: {"jsonrpc":"2.0","id":1,\r\ndata: ${RESULT.slice(1)}\r\n\r\n`,
    ],
    ['behind comments and notifications', `: hi\n\nid: 1\ndata:{"jsonrpc":"2.0","method":"log"}\n\ndata:${RESULT}\n\n`],
    ['in an event that is the last and has no end', `data: ${RESULT}`],
    ['in JSON', RESULT],
    [
      'in the text of a tool of older n8n',
      `{"jsonrpc":"2.0","result":{"content":[{"type":"text","text":"{\\"a\\":1}"}]}}`,
    ],
    ['in a result that is no tool call', '{"jsonrpc":"2.0","result":{"a":1}}'],
  ])('%s', (_, text) => {
    expect(readAnswer(text)).toEqual(found);
  });

  test('in a refusal by a tool, or by the protocol', () => {
    const byTool = '{"jsonrpc":"2.0","result":{"isError":true,"content":[{"type":"text","text":"No"}]}}';
    expect(readAnswer(byTool)).toEqual(failed({ code: undefined, message: 'No' }));
    const byProtocol = '{"jsonrpc":"2.0","error":{"code":-32602,"message":"No"}}';
    expect(readAnswer(byProtocol)).toEqual(failed({ code: -32602, message: 'No' }));
  });
});

test.each(['', 'OK', '{}', '[]', '{"jsonrpc":"2.0"}', 'data: {"result":{}}\n\n', 'data: {"jsonrpc'])(
  'there is none in %j',
  (text) => {
    expect(readAnswer(text)).toBeUndefined();
  },
);
