import type { SafeText } from '../text/safe.ts';

/** Why a request to n8n's API or MCP server got no answer of use. */
export type ApiFailureCode =
  /** The step was cancelled while it asked. */
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
  /** This n8n is too old to have the endpoint, or to understand what is asked for. */
  | 'api-too-old'
  /** Something in front of n8n refused. */
  | 'api-blocked'
  /** Nothing was answered, as to a crawler. */
  | 'api-silent'
  /** A page where JSON was due. */
  | 'api-not-there'
  | 'api-unreadable'
  /** Any other answer. */
  | 'api-refused'
  | 'mcp-disabled'
  | 'mcp-unauthorized'
  | 'mcp-not-there'
  | 'mcp-no-tool'
  /** The MCP server knows no such execution. */
  | 'mcp-no-execution'
  | 'mcp-unreadable'
  /** The tool refused, for one of the reasons that are known by name, or for another. */
  | McpRefusalRow;

/** The names of what n8n's MCP tools refuse. */
export type McpRefusalRow =
  | 'mcp-not-available'
  | 'mcp-not-found'
  | 'mcp-archived'
  | 'mcp-not-published'
  | 'mcp-trigger'
  | 'mcp-refused';

/** A request to n8n's API or MCP server that failed. It says nothing of a workflow: none is run by it. */
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
  /** Whether n8n may have got the request, and done what it asked for: of interest where it was to change something. */
  readonly mayHaveArrived: boolean;
}

/** Whether n8n says that there is no execution of this id. */
export function isGone({ code }: ApiFailure): boolean {
  return code === 'api-not-found' || code === 'mcp-no-execution';
}
