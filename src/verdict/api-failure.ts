import { join, NOTHING, type SafeText, say, withoutFullStop } from '../text/safe.ts';
import type { RowName } from './row-name.ts';

/** Why a request to n8n's API or MCP server got no usable reply. */
export type ApiFailureCode = Exclude<Extract<RowName, 'aborted' | `${'api' | 'mcp'}-${string}`>, 'mcp-started'>;

/** A failed request to n8n's API or MCP server, none of which runs a workflow. */
export interface ApiFailure {
  readonly code: ApiFailureCode;
  readonly message: SafeText;
  readonly hint?: SafeText | undefined;
  /** Whether asking again may help. */
  readonly transient: boolean;
  /** The status of the reply, if one came. */
  readonly status?: number | undefined;
  /** Whether n8n may have received the request, which matters if it changes something. */
  readonly mayHaveArrived: boolean;
}

/** Whether n8n says that there is no execution of this id. */
export function isGone({ code }: ApiFailure): boolean {
  return code === 'api-not-found' || code === 'mcp-no-execution';
}

/** Why an execution could not be read, and what to do unless that is temporary, as the end of a sentence. */
export function whyNotAsked(failure: ApiFailure | undefined): SafeText {
  if (failure === undefined) return say`there was no time left to ask n8n's API`;
  const { message, hint = NOTHING, transient } = failure;
  return withoutFullStop(join([message, transient ? NOTHING : hint]));
}

/** A failure that would only repeat itself; what was asked for was not done. */
export function lasting(code: ApiFailureCode, message: SafeText, hint?: SafeText, status?: number): ApiFailure {
  return { code, message, hint, status, transient: false, mayHaveArrived: false };
}
