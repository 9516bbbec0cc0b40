import type { SafeText } from '../text/safe.ts';

/** Why a request to n8n's API or MCP server got no usable answer. */
export type ApiFailureCode =
  /** The step was cancelled during the request. */
  | 'aborted'
  /** No reply came. */
  | 'api-unreachable'
  /** n8n, or a proxy for it, is not available now. */
  | 'api-unavailable'
  | 'api-redirect'
  /** The key is not accepted. */
  | 'api-unauthorized'
  /** The key lacks a scope. */
  | 'api-forbidden'
  /** n8n itself says that there is no such thing, or that this key may not see it. */
  | 'api-not-found'
  /** This n8n is too old for the endpoint or the request. */
  | 'api-too-old'
  /** Something in front of n8n refused. */
  | 'api-blocked'
  /** The answer was empty, as it is for crawlers. */
  | 'api-silent'
  /** A page came in place of JSON. */
  | 'api-not-there'
  | 'api-unreadable'
  /** Any other answer. */
  | 'api-refused'
  | 'mcp-disabled'
  | 'mcp-unauthorized'
  | 'mcp-not-there'
  | 'mcp-no-tool'
  /** The MCP server has no such execution. */
  | 'mcp-no-execution'
  | 'mcp-unreadable'
  /** The tool refused, for one of the known reasons or for another. */
  | McpRefusalRow;

/** Why n8n's MCP tools refuse. */
export type McpRefusalRow =
  | 'mcp-not-available'
  | 'mcp-not-found'
  | 'mcp-archived'
  | 'mcp-not-published'
  | 'mcp-trigger'
  | 'mcp-refused';

/** A failed request to n8n's API or MCP server, none of which runs a workflow. */
export interface ApiFailure {
  readonly code: ApiFailureCode;
  /** What happened, in a sentence. */
  readonly message: SafeText;
  /** What to do next. */
  readonly hint?: SafeText;
  /** Whether asking again may help. */
  readonly transient: boolean;
  /** The status of the reply, if one came. */
  readonly status?: number;
  /**
   * Whether n8n may have received the request, and done what it asked for: matters for requests that change something.
   */
  readonly mayHaveArrived: boolean;
}

/** Whether n8n says that there is no execution of this id. */
export function isGone({ code }: ApiFailure): boolean {
  return code === 'api-not-found' || code === 'mcp-no-execution';
}
