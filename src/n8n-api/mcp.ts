import { jsonBody } from '../http/body.ts';
import type { HttpRequest } from '../http/exchange.ts';
import { type AddressInput, type Instance, inputOf } from '../n8n/address.ts';
import { MCP_ACCEPT, mcpRequest, mcpToolCall, readAnswer } from '../n8n/mcp-message.ts';
import { type JsonMap, mapOf, mapsOf, scalarText } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type SafeText, type Show, say } from '../text/safe.ts';
import { judgeMcp, mcpToolFailure } from '../verdict/api.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import { type ApiSettings, ask, type Question, type RequestOptions } from './ask.ts';
import type { Resource } from './client.ts';

/*
 * A client for n8n's own MCP server, over Streamable HTTP. The server is stateless: a tool call is one request, without
 * a session and without `initialize`. The official SDK would send three, bring 1 MB of code, and hide whether a request
 * that broke may have arrived.
 */

/** The tools of a server, by name, with their input schemas. */
export type ToolSchemas = ReadonlyMap<string, JsonMap>;

/** n8n's MCP server, as one token sees it. */
export interface McpServer {
  /** The instance's base URL, without a trailing slash. */
  readonly base: string;
  readonly addressInput: AddressInput;
  readonly show: Show;
  /** The tools that the token may use. Requested once. */
  tools(): Promise<Result<ToolSchemas, ApiFailure>>;
  /** Calls a tool that only reads; retried after transient failures. */
  read(tool: string, args: JsonMap, options?: RequestOptions): Promise<Resource>;
  toolCall(tool: string, args: JsonMap): HttpRequest;
}

export function mcpServer(instance: Instance, settings: ApiSettings): McpServer {
  const url = new URL(`${instance.base}/mcp-server/http`);
  const from = instance.addressFrom;
  const { host } = settings;
  const { show } = host;
  const headers = {
    ...Object.fromEntries(instance.headers),
    accept: MCP_ACCEPT,
    authorization: `Bearer ${instance.secretKey}`,
  };
  const post = (message: JsonMap): HttpRequest => ({ method: 'POST', url, headers, body: jsonBody(message) });

  const call = async (label: SafeText, message: JsonMap, options: RequestOptions): Promise<Resource> => {
    const question: Question = {
      request: post(message),
      label: say`MCP: ${label}`,
      judge: (made) => judgeMcp(made, { url, from, show }),
      // The tools that are called here only read.
      isWrite: false,
    };
    const replied = await ask(question, options, settings);
    if (!replied.ok) return replied;
    const answer = readAnswer(replied.value);
    if (answer?.ok) return answer;
    const refused = answer?.error ?? { message: `${replied.value.length} bytes, no answer`, code: undefined };
    return failed(mcpToolFailure(refused.message, refused.code, show));
  };

  let tools: ReturnType<McpServer['tools']> | undefined;
  const askForTools: McpServer['tools'] = async () => {
    const listed = await call(say`tools/list`, mcpRequest('tools/list', {}), { signal: host.cancelled });
    return listed.ok ? ok(toTools(listed.value)) : listed;
  };
  return {
    base: instance.base,
    addressInput: inputOf(from),
    show,
    tools: () => {
      tools ??= askForTools();
      return tools;
    },
    read: (tool, args, options = {}) => call(show(tool, 60), mcpToolCall(tool, args), options),
    toolCall: (tool, args) => post(mcpToolCall(tool, args)),
  };
}

function toTools({ tools }: JsonMap): ToolSchemas {
  return new Map(mapsOf(tools).map(({ name, inputSchema }) => [scalarText(name), mapOf(inputSchema)] as const));
}
