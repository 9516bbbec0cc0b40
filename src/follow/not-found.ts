import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import { formatDuration } from '../text/format.ts';
import { NOTHING, say } from '../text/safe.ts';
import { whyNotAsked } from '../verdict/api-failure.ts';
import { notSaved } from '../verdict/execution.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { type Located, SEARCH_MS } from './locate.ts';

/** The verdict of a step whose execution was waited for and not found. */
export function notFound(
  verdict: Verdict,
  search: Exclude<Located, { end: 'found' | 'cancelled' }>,
  { workflowId }: TriggeredCall,
  waitMs: number,
): Verdict {
  const unknown = { success: false, ran: 'yes', claim: 'result unknown' } as const;
  if (search.end === 'unreachable') {
    const message = say`The execution could not be read from n8n's API: its result is unknown.`;
    const why = search.failure ? say`${whyNotAsked(search.failure)}. ` : NOTHING;
    return { ...unknown, row: 'execution-unreachable', message, hint: say`${why}Look at the executions in n8n.` };
  }
  if (search.end === 'undecided') {
    const message = say`The execution was not found, except for one that may belong to another call: n8n does not show what started it. The result is unknown.`;
    return { ...unknown, row: 'execution-absent', message, hint: say`Look at the executions in n8n.` };
  }
  const { saves } = search;
  if (saves === 'no') {
    return notSaved(verdict, say`The execution was not found, because the settings of its workflow do not save it`);
  }
  if (saves === 'seemingly-not') {
    return notSaved(
      verdict,
      say`The execution was not found: n8n does not appear to save successful executions (EXECUTIONS_DATA_SAVE_ON_SUCCESS)`,
    );
  }
  const narrow =
    workflowId === undefined && saves === 'unknown'
      ? say` With workflow-id, the action can tell which of these it is.`
      : NOTHING;
  return {
    ...unknown,
    row: 'execution-absent',
    message: say`The execution was not found within ${formatDuration(Math.min(SEARCH_MS, waitMs))}: its result is unknown.`,
    hint: say`Check that the key's owner may see the workflow, that its settings save executions, and that no proxy removes the headers traceparent and idempotency-key.${narrow} n8n before 2.39 does not list an execution while it waits (a Wait node, an approval): let the reply name it, in a member executionId.`,
  };
}
