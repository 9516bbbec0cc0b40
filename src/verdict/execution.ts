import { type Execution, type ExecutionResult, isFinal } from '../n8n/execution.ts';
import { formatDuration } from '../text/format.ts';
import { join, NOTHING, type SafeText, type Show, say, withoutFullStop } from '../text/safe.ts';
import type { ApiFailure } from './api-failure.ts';
import type { Verdict } from './verdict.ts';

/** Whether n8n saves a workflow's executions that end in one way; `seemingly-not`: nothing shows that it does. */
export type Saves = 'yes' | 'no' | 'seemingly-not' | 'unknown';

/** Whether n8n saves a workflow's successes and its failures. */
export interface Saving {
  readonly successes: Saves;
  readonly failures: Saves;
}

/** How following an execution ended. */
export type Ending =
  | { readonly end: 'ended'; readonly execution: Execution; readonly result: ExecutionResult | undefined }
  /** It existed and is gone. `saves`: which executions of its workflow n8n saves; undefined if that is not known. */
  | { readonly end: 'gone'; readonly execution: Execution; readonly saves: Saving | undefined }
  /** `readFailure`: why the execution's current status is not known; undefined if it is known. */
  | { readonly end: 'timeout'; readonly execution: Execution; readonly readFailure: SafeText | undefined }
  | { readonly end: 'cancelled'; readonly execution: Execution; readonly stopped: Stopped };

/** Whether a cancelled step's execution was stopped: `unwanted` if it should continue, or why that failed. */
export type Stopped = 'yes' | 'unwanted' | ApiFailure;

const NO_SUCCESS = { success: false, ran: 'yes' } as const;

/**
 * The step's verdict, from the verdict on the reply and the end of the execution: a failed execution fails the step,
 * whatever the reply was; a successful one leaves the verdict on the reply.
 *
 * @param page the execution's page in the editor, if it is known
 * @param waitMs how long the execution was followed at most, in milliseconds
 */
export function settle(
  verdict: Verdict,
  ending: Ending,
  page: string | undefined,
  waitMs: number,
  show: Show,
): Verdict {
  const { execution } = ending;
  const see = page === undefined ? NOTHING : say`See ${show(page, 500)}`;
  const id = show(execution.id);
  const status = show(execution.status);
  switch (ending.end) {
    case 'ended':
      return execution.status === 'success' ? succeeded(verdict, id) : failed(execution, ending.result, see, show);
    case 'gone':
      return gone(verdict, id, ending.saves, see);
    case 'timeout': {
      const message =
        ending.readFailure === undefined
          ? say`Stopped waiting: execution ${id} is still ${status} after ${formatDuration(waitMs)}, and continues in n8n.`
          : say`Stopped waiting: execution ${id} was ${status} when last seen, and its status after ${formatDuration(waitMs)} is unknown: ${ending.readFailure}`;
      const hint = join([say`Raise wait-timeout if it may take longer.`, see]);
      return { ...NO_SUCCESS, row: 'execution-timeout', claim: 'stopped waiting', message, hint };
    }
    case 'cancelled': {
      const message = say`The step was cancelled; execution ${id} ${outcomeOfStop(ending.stopped, execution, show)}.`;
      return {
        ...NO_SUCCESS,
        row: 'cancelled',
        claim: 'cancelled',
        message,
        hint: join([hintOn(ending.stopped), see]),
      };
    }
  }
}

/** The verdict on an execution that is gone: n8n removes those that end in a way that it does not save. */
function gone(verdict: Verdict, id: SafeText, saves: Saving | undefined, see: SafeText): Verdict {
  const label = say`Execution ${id}`;
  if (saves?.successes === 'yes' && saves.failures === 'no') {
    const message = say`${label} failed or was canceled: it is gone, and its workflow's settings save successful executions but not failed ones.`;
    const hint = join([say`To see why, turn on saving failed executions in the workflow's settings.`, see]);
    return { ...NO_SUCCESS, row: 'execution-error', claim: 'no success', message, hint };
  }
  if (saves?.successes === 'no' && saves.failures === 'yes') {
    const ended = succeeded(verdict, id);
    if (!ended.success) return ended;
    const message = say`${label} succeeded: it is gone, and its workflow's settings save failed executions but not successful ones.`;
    const hint = say`Its data is not saved. To get it, turn on saving successful executions in the workflow's settings.`;
    return { row: 'execution-not-saved', success: true, ran: 'yes', message, hint };
  }
  if (saves?.successes === 'yes' && saves.failures === 'yes') {
    const hint = say`A person deleted it, or n8n did to make room (EXECUTIONS_DATA_MAX_AGE, EXECUTIONS_DATA_PRUNE_MAX_COUNT).`;
    return notSaved(verdict, say`${label} was deleted while the step followed it`, hint);
  }
  return notSaved(verdict, say`${label} has ended, and n8n did not save it`);
}

const SAVE_HINT = say`To see results, turn on saving executions in the workflow's settings.`;

/** The verdict on an execution that ended and was not saved: that proves neither failure nor success. */
export function notSaved(verdict: Verdict, message: SafeText, hint = SAVE_HINT): Verdict {
  if (!verdict.success) return verdict;
  return {
    row: 'execution-not-saved',
    success: true,
    ran: 'yes',
    claim: 'result unknown',
    message: say`${message}: its result is unknown.`,
    hint,
  };
}

function outcomeOfStop(stopped: Stopped, { status }: Execution, show: Show): SafeText {
  if (stopped === 'unwanted') return say`continues in n8n, because stop-on-cancel is false`;
  if (stopped === 'yes') return say`was stopped in n8n`;
  return isFinal(status)
    ? say`had already ended (${show(status)})`
    : say`could not be stopped in n8n: ${withoutFullStop(stopped.message)}`;
}

function hintOn(stopped: Stopped): SafeText {
  return typeof stopped === 'object' && stopped.code === 'api-forbidden' ? (stopped.hint ?? NOTHING) : NOTHING;
}

function succeeded(verdict: Verdict, id: SafeText): Verdict {
  if (verdict.overruledByExecution) {
    return { row: 'execution-success', success: true, ran: 'yes', message: NOTHING, hint: NOTHING };
  }
  if (verdict.success || verdict.ran === 'yes') return verdict;
  const message = say`${verdict.message} It did run, as execution ${id}, and succeeded.`;
  return { ...verdict, ran: 'yes', claim: 'not accepted', message };
}

function failed({ id, status }: Execution, result: ExecutionResult | undefined, see: SafeText, show: Show): Verdict {
  const verdict = { ...NO_SUCCESS, hint: see };
  const label = say`Execution ${show(id)}`;
  if (status === 'canceled') {
    const message = say`${label} was canceled in n8n, by a person or by the workflow's timeout.`;
    return { ...verdict, row: 'execution-canceled', claim: 'canceled', message };
  }
  const hasCrashed = status === 'crashed';
  const row = hasCrashed ? 'execution-crashed' : 'execution-error';
  const how = hasCrashed ? say`crashed` : say`failed`;
  const error = result?.error;
  if (!error || (error.message === '' && hasCrashed)) {
    const why = hasCrashed ? say`: n8n or its worker went down while it ran` : NOTHING;
    return { ...verdict, row, message: say`${label} ${how}${why}.` };
  }
  const where = error.node === '' ? NOTHING : say` in the node "${show(error.node, 80)}"`;
  const said = error.message || error.description;
  const more = ['', said].includes(error.description) ? NOTHING : say` (${show(error.description)})`;
  const what = said === '' ? say`.` : say`: ${show(said, 300)}${more}`;
  return { ...verdict, row, message: say`${label} ${how}${where}${what}` };
}
