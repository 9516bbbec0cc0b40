import type { Execution, ExecutionResult } from '../n8n/execution.ts';
import { excerpt, formatDuration } from '../text.ts';
import type { Verdict } from '../verdicts/row.ts';

/** The row of a call whose execution was found though its reply was lost. */
export const REPLY_LOST = 'reply-lost';

/** Verdicts of the reply that an execution's success overrules: they tell of the reply, and not of the run. */
const OVERRULED: readonly string[] = [
  'last-node-empty',
  'no-reply',
  'broken-reply',
  'gateway-failure',
  'start-failure',
];

/** How an execution that was found ended for the step; `url` is its page in the editor. */
export type Ending =
  | {
      readonly end: 'ended';
      readonly execution: Execution;
      readonly url: string;
      readonly result: ExecutionResult | undefined;
    }
  | { readonly end: 'timeout' | 'gone'; readonly execution: Execution; readonly url: string }
  | {
      readonly end: 'cancelled';
      readonly execution: Execution;
      readonly url: string;
      readonly stopped: boolean | undefined;
    };

/**
 * The step's verdict from the reply's and the execution's end: a failed execution fails the step, whatever the reply was;
 * a successful one leaves what the reply was.
 *
 * @param waitMs how long the execution was followed at most
 */
export function settle(verdict: Verdict, ending: Ending, waitMs: number): Verdict {
  const { execution, url } = ending;
  const label = `Execution ${execution.id}`;
  switch (ending.end) {
    case 'ended':
      return execution.status === 'success' ? succeeded(verdict) : failed(ending.execution, ending.result, url);
    case 'gone':
      if (!verdict.success) return verdict;
      return {
        row: 'execution-not-saved',
        success: true,
        ran: 'yes',
        what: `${label} has ended, and n8n does not save it: its result is unknown.`,
        advice: "To learn it, let the workflow's settings save executions.",
      };
    case 'timeout':
      return {
        row: 'execution-timeout',
        success: false,
        ran: 'yes',
        what: `${label} is still ${execution.status} after ${formatDuration(waitMs)}, and goes on in n8n.`,
        advice: `Raise wait-timeout if it may take longer. See ${url}`,
      };
    case 'cancelled':
      return {
        row: 'cancelled',
        success: false,
        ran: 'yes',
        what: `The job was cancelled; execution ${execution.id} ${fate(ending.stopped)}.`,
        advice: `See ${url}`,
      };
  }
}

function fate(stopped: boolean | undefined): string {
  if (stopped === undefined) return 'goes on in n8n, because stop-on-cancel is false';
  return stopped ? 'was stopped in n8n' : 'could not be stopped in n8n';
}

function succeeded(verdict: Verdict): Verdict {
  if (!OVERRULED.includes(verdict.row)) return verdict;
  return { row: 'execution-success', success: true, ran: 'yes', what: '', advice: '' };
}

function failed({ id, status }: Execution, result: ExecutionResult | undefined, url: string): Verdict {
  const verdict = { row: `execution-${status}`, success: false, ran: 'yes', advice: `See ${url}` } as const;
  const error = result?.error;
  if (status === 'canceled') {
    return { ...verdict, what: `Execution ${id} was canceled in n8n, by a person or by the workflow's timeout.` };
  }
  if (!error || (error.message === '' && status === 'crashed')) {
    const why = status === 'crashed' ? 'crashed: n8n or its worker went down while it ran' : 'failed';
    return { ...verdict, what: `Execution ${id} ${why}.` };
  }
  const where = error.node === '' ? '' : ` in the node "${excerpt(error.node, 80)}"`;
  const more =
    error.description === '' || error.description === error.message ? '' : ` (${excerpt(error.description)})`;
  return {
    ...verdict,
    what: `Execution ${id} ${status === 'crashed' ? 'crashed' : 'failed'}${where}: ${excerpt(error.message, 300)}${more}`,
  };
}
