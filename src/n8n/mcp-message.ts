import { isMap, type JsonMap, mapOf, numberOf, scalarText, textOf, tryJson } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';

/** A tool's result, or why there is none: `code` is JSON-RPC's, and undefined if the tool itself refused. */
type McpAnswer = Result<JsonMap, { readonly code: number | undefined; readonly message: string }>;

/** A JSON-RPC request to an MCP server. Each is sent alone, in its own HTTP request, so all can have the same id. */
export function mcpRequest(method: string, params: JsonMap): JsonMap {
  return { jsonrpc: '2.0', id: 1, method, params };
}

export function mcpToolCall(name: string, args: JsonMap): JsonMap {
  return mcpRequest('tools/call', { name, arguments: args });
}

/** The MIME types of replies (MCP, Streamable HTTP): a server refuses with 406 unless both are offered. */
export const MCP_ACCEPT = 'application/json, text/event-stream';

/**
 * Reads an answer from a reply's body: JSON, or a stream of events of which one holds it (MCP, Streamable HTTP).
 * Undefined if it contains none.
 */
export function readAnswer(text: string): McpAnswer | undefined {
  for (const message of text.trimStart().startsWith('{') ? [text] : eventsIn(text)) {
    const rpc = tryJson(message);
    if (!isMap(rpc) || rpc['jsonrpc'] !== '2.0') continue;
    const { result, error } = rpc;
    if (isMap(error)) return failed({ code: numberOf(error['code']), message: scalarText(error['message']) });
    if (isMap(result)) return readResult(result);
  }
  return undefined;
}

/** Older n8n gives a tool's data only as text. */
function readResult(result: JsonMap): McpAnswer {
  const { structuredContent, content, isError } = result;
  const [first] = Array.isArray(content) ? content : [];
  const text = textOf(mapOf(first)['text']);
  if (isError === true) {
    return failed({ code: undefined, message: text || scalarText(mapOf(structuredContent)['error']) });
  }
  if (isMap(structuredContent)) return ok(structuredContent);
  const data = tryJson(text);
  return ok(isMap(data) ? data : result);
}

/** The data of each event (WHATWG HTML, section 9.2.6). */
function eventsIn(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n');
  return lines.split(/\n{2,}/).map((event) =>
    event
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).replace(/^ /, ''))
      .join('\n'),
  );
}
