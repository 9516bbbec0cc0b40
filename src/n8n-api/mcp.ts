import { jsonBody } from '../http/body.ts';
import { exchange, type HttpRequest } from '../http/exchange.ts';
import type { AddressInput } from '../n8n/address.ts';
import { type Instance, inputOf } from '../n8n/address.ts';
import { MCP_ACCEPT, mcpRequest, mcpToolCall, readAnswer } from '../n8n/mcp-message.ts';
import { isMap, type JsonMap, scalarText } from '../text/json.ts';
import { judgeReading } from '../verdict/api.ts';
import { attempt } from '../verdict/attempts.ts';
import { mcpRefusal } from '../verdict/rows/mcp.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { type ApiSettings, type RequestOptions, type Resource, wholeText } from './client.ts';

/*
 * A client for the tools of n8n's own MCP server, over Streamable HTTP. That server is stateless: each POST is served
 * alone, without a session and without `initialize`, so a tool call is one request and one answer. The official SDK
 * would open with two requests and try a third, bring 1 MB of code (its own schemas, an OAuth client, a schema
 * compiler), and hide what matters here: whether a request that broke may have arrived.
 */

/** The tools of a server, by name, with their input schemas. */
export type Tools = ReadonlyMap<string, JsonMap>;

/** n8n's MCP server, as one token sees it. */
export interface McpServer {
  /** The instance's base URL, without a slash at its end. */
  readonly base: string;
  /** The input that gave it. */
  readonly addressInput: AddressInput;
  /** The tools that the token may use. Asked for once. */
  tools(): Promise<
    { readonly found: true; readonly tools: Tools } | { readonly found: false; readonly verdict: Verdict }
  >;
  /** Calls a tool that only reads. What looks like passing trouble is tried again. */
  read(tool: string, args: JsonMap, options?: RequestOptions): Promise<Resource>;
  /** The request that calls a tool. */
  toolCall(tool: string, args: JsonMap): HttpRequest;
}

/** One request may take this long at most, in milliseconds. */
const PATIENCE_MS = 30_000;

/** @param signal ends the asking for tools, which is shared by all that need them */
export function mcpServer(instance: Instance, settings: ApiSettings, signal: AbortSignal): McpServer {
  const url = new URL(`${instance.base}/mcp-server/http`);
  const addressInput = inputOf(instance.addressFrom);
  const told = settings.redact ? { redact: settings.redact } : {};
  const headers = { accept: MCP_ACCEPT, authorization: `Bearer ${instance.secretKey}` };
  const post = (message: JsonMap): HttpRequest => ({ method: 'POST', url, headers, body: jsonBody(message) });

  const ask = async (label: string, message: JsonMap, options: RequestOptions): Promise<Resource> => {
    const { retries = settings.retries } = options;
    const timeoutMs = Math.min(options.timeoutMs ?? PATIENCE_MS, settings.timeoutMs, PATIENCE_MS);
    const limits = { timeoutMs, spillDirectory: settings.spillDirectory, signal: options.signal };
    const { exchange: last, verdict } = await attempt({
      send: () => exchange(post(message), limits),
      judge: (reply) => judgeReading(reply, { url, addressInput, timeoutMs, ...told }),
      retries,
      retryAmbiguous: true,
      clock: settings.clock,
      random: settings.random,
      signal: options.signal,
      onAttempt: ({ verdict: { row }, tookMs }) => settings.debug(`MCP: ${label}: ${row} in ${Math.round(tookMs)} ms`),
    });
    if (last.kind !== 'reply' || !verdict.success) return { found: false, verdict };
    const answer = readAnswer(await wholeText(last.body));
    if (answer?.kind === 'result') return { found: true, data: answer.data };
    const refusal = answer
      ? mcpRefusal(answer.message, answer.code, settings.redact)
      : mcpRefusal(`${last.body.size} bytes, no answer`);
    return { found: false, verdict: { ...refusal, ran: 'no' } };
  };

  let tools: ReturnType<McpServer['tools']> | undefined;
  const askForTools: McpServer['tools'] = async () => {
    const listed = await ask('tools/list', mcpRequest('tools/list', {}), { signal });
    return listed.found ? { found: true, tools: toTools(listed.data) } : listed;
  };
  return {
    base: instance.base,
    addressInput,
    tools: () => {
      tools ??= askForTools();
      return tools;
    },
    read: (tool, args, options = {}) => ask(tool, mcpToolCall(tool, args), options),
    toolCall: (tool, args) => post(mcpToolCall(tool, args)),
  };
}

function toTools(data: JsonMap): Tools {
  const list = Array.isArray(data['tools']) ? data['tools'].filter(isMap) : [];
  return new Map(
    list.map((tool) => [scalarText(tool['name']), isMap(tool['inputSchema']) ? tool['inputSchema'] : {}] as const),
  );
}
