import { join, NOTHING, type SafeText, say } from '../text/safe.ts';
import type { RowName } from './row-name.ts';

/** Whether the workflow ran, as far as the exchange shows. */
export type Ran = 'yes' | 'no' | 'maybe';

/** What is certain about a failed step, as the annotation's title says. */
export type Claim =
  | 'wrong inputs'
  | 'not triggered'
  | 'may have run'
  /** The workflow ran and failed. */
  | 'failed'
  /** It was canceled in n8n. */
  | 'canceled'
  /** It failed or was canceled. */
  | 'no success'
  /** It ran, but `accept-status` or `success-when` does not count the answer as success. */
  | 'not accepted'
  /** The step was cancelled. */
  | 'cancelled'
  /** The execution continues in n8n. */
  | 'stopped waiting'
  | 'result unknown';

/** What an exchange means, and what to do next. */
export interface Verdict {
  readonly row: RowName;
  readonly success: boolean;
  readonly ran: Ran;
  /** What is certain about a failed step, if that does not follow from `ran`; read it with {@link claimOf}. */
  readonly claim?: Claim;
  /** Set if sending again may help: after how many milliseconds at the earliest. */
  readonly retry?: { readonly minDelayMs: number };
  /** Set if the reply does not show how the run ended: with a key, the execution is looked at even without `wait`. */
  readonly inconclusive?: true;
  /** Set if the verdict is about the reply and not about the run: a successful execution overrules it. */
  readonly overruledByExecution?: true;
  /** What happened, in a sentence. On success, empty unless there is something to warn about. */
  readonly message: SafeText;
  /** What to do next, in a sentence or two. */
  readonly hint: SafeText;
}

/** The verdict of a step that was cancelled: while it was sending (`aborted`), or before or after that. */
export function cancelledVerdict(
  row: 'aborted' | 'cancelled',
  ran: Ran,
  message: SafeText,
  hint: SafeText = NOTHING,
): Verdict {
  return { row, success: false, ran, claim: 'cancelled', message, hint };
}

const CLAIMS: Readonly<Record<Ran, Claim>> = { yes: 'failed', no: 'not triggered', maybe: 'may have run' };

export function claimOf({ claim, ran }: Verdict): Claim {
  return claim ?? CLAIMS[ran];
}

/**
 * A verdict in two or three sentences: what happened, whether the workflow ran, what to do next.
 *
 * @param resumes whether the step was to resume an execution, and not to start one
 */
export function explain({ message, ran, hint }: Verdict, resumes = false): SafeText {
  const whetherItRan = resumes && ran === 'no' ? NOT_RESUMED : RAN[ran];
  return join([message, whetherItRan, hint].map(asSentence));
}

function asSentence(text: SafeText): SafeText {
  return text === '' || /[.!?…。！？]["”)]?$|https?:\S*[^\s)]$/.test(text) ? text : say`${text}.`;
}

const NOT_RESUMED = say`The execution was not resumed.`;

const RAN = {
  yes: NOTHING,
  no: say`The workflow did not run.`,
  maybe: say`The workflow may have run.`,
} as const;
