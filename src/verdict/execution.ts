import { type Execution, type ExecutionResult, isFinal } from '../n8n/execution.ts';
import { formatDuration } from '../text/format.ts';
import { join, type SafeText, type Show, say, withoutFullStop } from '../text/safe.ts';
import type { ApiFailure } from './api-failure.ts';
import { NOTHING, type Verdict } from './verdict.ts';

/** Which executions of a workflow n8n saves, by how they ended; undefined where that is not known. */
export interface SavedEndings {
  readonly successes: boolean | undefined;
  readonly failures: boolean | undefined;
}

/** How following an execution ended; `url` is its page in the editor. */
export type Ending =
  | {
      readonly end: 'ended';
      readonly execution: Execution;
      readonly url: string;
      readonly result: ExecutionResult | undefined;
    }
  /** It existed and is gone. `saves`: which executions of its workflow n8n saves; undefined where that is not known. */
  | { readonly end: 'gone'; readonly execution: Execution; readonly url: string; readonly saves?: SavedEndings }
  /** `trouble`: why the execution's current status is not known; else empty. */
  | { readonly end: 'timeout'; readonly execution: Execution; readonly url: string; readonly trouble: SafeText }
  | {
      readonly end: 'cancelled';
      readonly execution: Execution;
      readonly url: string;
      /** `stopped`, `unwanted` if it should continue, or why it could not be stopped. */
      readonly fate: 'stopped' | 'unwanted' | ApiFailure;
    };

/**
 * The step's verdict, from the verdict on the reply and the end of the execution: a failed execution fails the step,
 * whatever the reply was; a successful one leaves the verdict on the reply.
 *
 * @param waitMs how long the execution was followed at most, in milliseconds
 */
export function settle(verdict: Verdict, ending: Ending, waitMs: number, show: Show): Verdict {
  const { execution } = ending;
  const url = show(ending.url, 500);
  const id = show(execution.id);
  const status = show(execution.status);
  switch (ending.end) {
    case 'ended':
      return execution.status === 'success'
        ? succeeded(verdict, id)
        : failed(ending.execution, ending.result, url, show);
    case 'gone':
      return gone(verdict, id, ending.saves, url);
    case 'timeout':
      return {
        row: 'execution-timeout',
        success: false,
        ran: 'yes',
        claim: 'stopped waiting',
        message:
          ending.trouble === ''
            ? say`Stopped waiting: execution ${id} is still ${status} after ${formatDuration(waitMs)}, and continues in n8n.`
            : say`Stopped waiting: execution ${id} was ${status} when last seen; how it stands after ${formatDuration(waitMs)} is unknown: ${ending.trouble}`,
        hint: say`Raise wait-timeout if it may take longer. See ${url}`,
      };
    case 'cancelled':
      return {
        row: 'cancelled',
        success: false,
        ran: 'yes',
        claim: 'cancelled',
        message: say`The step was cancelled; execution ${id} ${fateOf(ending.fate, execution, show)}.`,
        hint: join([hintOn(ending.fate), say`See ${url}`]),
      };
  }
}

/** The verdict on an execution that is gone: n8n removes those that end in a way that it does not save. */
function gone(verdict: Verdict, id: SafeText, saves: SavedEndings | undefined, url: SafeText): Verdict {
  const label = say`Execution ${id}`;
  if (saves?.successes === true && saves.failures === false) {
    return {
      row: 'execution-error',
      success: false,
      ran: 'yes',
      claim: 'no success',
      message: say`${label} failed or was canceled: it is gone, and its workflow's settings save successful executions but no failed ones.`,
      hint: say`Let the workflow's settings save failed executions to see why. See ${url}`,
    };
  }
  if (saves?.successes === false && saves.failures === true) {
    const ended = succeeded(verdict, id);
    if (!ended.success) return ended;
    return {
      row: 'execution-not-saved',
      success: true,
      ran: 'yes',
      message: say`${label} succeeded: it is gone, and its workflow's settings save failed executions but no successful ones.`,
      hint: say`Its data is not saved. To have it, let the workflow's settings save successful executions.`,
    };
  }
  return notSaved(verdict, say`${label} has ended, and n8n does not save it`);
}

/** The verdict on an execution that ended and was not saved: that proves neither failure nor success. */
export function notSaved(verdict: Verdict, message: SafeText): Verdict {
  if (!verdict.success) return verdict;
  return {
    row: 'execution-not-saved',
    success: true,
    ran: 'yes',
    claim: 'result unknown',
    message: say`${message}: its result is unknown.`,
    hint: say`To learn it, let the workflow's settings save executions.`,
  };
}

function fateOf(fate: 'stopped' | 'unwanted' | ApiFailure, { status }: Execution, show: Show): SafeText {
  if (fate === 'unwanted') return say`continues in n8n, because stop-on-cancel is false`;
  if (fate === 'stopped') return say`was stopped in n8n`;
  return isFinal(status)
    ? say`had ended before (${show(status)})`
    : say`could not be stopped in n8n: ${withoutFullStop(fate.message)}`;
}

function hintOn(fate: 'stopped' | 'unwanted' | ApiFailure): SafeText {
  return typeof fate === 'object' && fate.code === 'api-forbidden' ? (fate.hint ?? NOTHING) : NOTHING;
}

function succeeded(verdict: Verdict, id: SafeText): Verdict {
  if (verdict.overruledByExecution) {
    return { row: 'execution-success', success: true, ran: 'yes', message: NOTHING, hint: NOTHING };
  }
  if (verdict.success || verdict.ran === 'yes') return verdict;
  const message = say`${verdict.message} It did run, as execution ${id}, and succeeded.`;
  return { ...verdict, ran: 'yes', claim: 'result unknown', message };
}

function failed({ id, status }: Execution, result: ExecutionResult | undefined, url: SafeText, show: Show): Verdict {
  const verdict = { success: false, ran: 'yes', hint: say`See ${url}` } as const;
  const label = say`Execution ${show(id)}`;
  if (status === 'canceled') {
    const message = say`${label} was canceled in n8n, by a person or by the workflow's timeout.`;
    return { ...verdict, row: 'execution-canceled', claim: 'no success', message };
  }
  const row = status === 'crashed' ? 'execution-crashed' : 'execution-error';
  const error = result?.error;
  if (!error || (error.message === '' && status === 'crashed')) {
    const why = status === 'crashed' ? say`crashed: n8n or its worker went down while it ran` : say`failed`;
    return { ...verdict, row, message: say`${label} ${why}.` };
  }
  const how = status === 'crashed' ? say`crashed` : say`failed`;
  const where = error.node === '' ? NOTHING : say` in the node "${show(error.node, 80)}"`;
  const more =
    error.description === '' || error.description === error.message ? NOTHING : say` (${show(error.description)})`;
  return { ...verdict, row, message: say`${label} ${how}${where}: ${show(error.message, 300)}${more}` };
}
