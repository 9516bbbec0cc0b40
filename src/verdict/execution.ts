import { type Execution, type ExecutionResult, isFinal } from '../n8n/execution.ts';
import { excerpt, formatDuration } from '../text/format.ts';
import type { ApiFailure } from './api-failure.ts';
import type { Verdict } from './verdict.ts';

/** How an execution that was found ended for the step; `url` is its page in the editor. */
export type Ending =
  | {
      readonly end: 'ended';
      readonly execution: Execution;
      readonly url: string;
      readonly result: ExecutionResult | undefined;
    }
  | { readonly end: 'gone'; readonly execution: Execution; readonly url: string }
  /** `trouble`: why it is not known how the execution stands; else empty. */
  | { readonly end: 'timeout'; readonly execution: Execution; readonly url: string; readonly trouble: string }
  | {
      readonly end: 'cancelled';
      readonly execution: Execution;
      readonly url: string;
      /** Why it could not be stopped, `stopped` if it was, `unwanted` if it was to go on. */
      readonly fate: 'stopped' | 'unwanted' | ApiFailure;
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
      return notSaved(verdict, `${label} has ended, and n8n does not save it`);
    case 'timeout':
      return {
        row: 'execution-timeout',
        success: false,
        ran: 'yes',
        message:
          ending.trouble === ''
            ? `${label} is still ${execution.status} after ${formatDuration(waitMs)}, and goes on in n8n.`
            : `${label} was ${execution.status} when last seen; how it stands after ${formatDuration(waitMs)} is unknown: ${ending.trouble}`,
        hint: `Raise wait-timeout if it may take longer. See ${url}`,
      };
    case 'cancelled':
      return {
        row: 'cancelled',
        success: false,
        ran: 'yes',
        message: `The job was cancelled; execution ${execution.id} ${fateOf(ending.fate, execution)}.`,
        hint: `${hintOn(ending.fate)}See ${url}`,
      };
  }
}

/** An execution that ended and left nothing behind: that is no failure, and no proof of success either. */
export function notSaved(verdict: Verdict, message: string): Verdict {
  if (!verdict.success) return verdict;
  return {
    row: 'execution-not-saved',
    success: true,
    ran: 'yes',
    message: `${message}: its result is unknown.`,
    hint: "To learn it, let the workflow's settings save executions.",
  };
}

function fateOf(fate: 'stopped' | 'unwanted' | ApiFailure, { status }: Execution): string {
  if (fate === 'unwanted') return 'goes on in n8n, because stop-on-cancel is false';
  if (fate === 'stopped') return 'was stopped in n8n';
  return isFinal(status)
    ? `had ended before (${status})`
    : `could not be stopped in n8n: ${fate.message.replace(/\.$/, '')}`;
}

function hintOn(fate: 'stopped' | 'unwanted' | ApiFailure): string {
  return typeof fate === 'object' && fate.code === 'api-forbidden' ? `${fate.hint} ` : '';
}

function succeeded(verdict: Verdict): Verdict {
  if (!verdict.overruledByExecution) return verdict;
  return { row: 'execution-success', success: true, ran: 'yes', message: '', hint: '' };
}

function failed({ id, status }: Execution, result: ExecutionResult | undefined, url: string): Verdict {
  const verdict = { row: `execution-${status}`, success: false, ran: 'yes', hint: `See ${url}` } as const;
  const error = result?.error;
  if (status === 'canceled') {
    return { ...verdict, message: `Execution ${id} was canceled in n8n, by a person or by the workflow's timeout.` };
  }
  if (!error || (error.message === '' && status === 'crashed')) {
    const why = status === 'crashed' ? 'crashed: n8n or its worker went down while it ran' : 'failed';
    return { ...verdict, message: `Execution ${id} ${why}.` };
  }
  const where = error.node === '' ? '' : ` in the node "${excerpt(error.node, 80)}"`;
  const more =
    error.description === '' || error.description === error.message ? '' : ` (${excerpt(error.description)})`;
  return {
    ...verdict,
    message: `Execution ${id} ${status === 'crashed' ? 'crashed' : 'failed'}${where}: ${excerpt(error.message, 300)}${more}`,
  };
}
