import { declareSafe, join, type SafeText, say } from '../text/safe.ts';
import type { RowName } from './row-name.ts';

/** Whether the workflow ran, as far as the exchange tells. */
export type Ran = 'yes' | 'no' | 'maybe';

/** What a failed step is certain of: the annotation's title says it. */
export type Claim =
  | 'wrong inputs'
  | 'not triggered'
  | 'may have run'
  /** The workflow ran and failed, or gave an answer that is no success. */
  | 'failed'
  | 'cancelled'
  /** It is still running in n8n. */
  | 'stopped waiting'
  | 'result unknown';

/** What an exchange means, and what to do about it. */
export interface Verdict {
  /** What decided. */
  readonly row: RowName;
  readonly success: boolean;
  readonly ran: Ran;
  /** What a failed step claims, where that does not follow from `ran`: {@link claimOf} gives it. */
  readonly claim?: Claim;
  /** Given where the call was to resume an execution, and not to start one. */
  readonly resumes?: true;
  /** Given where sending again may help: after how many milliseconds at the soonest. */
  readonly retry?: { readonly minDelayMs: number };
  /** Given where the reply leaves open how the run went: with a key, its execution is looked at even without `wait`. */
  readonly inconclusive?: true;
  /** Given where the verdict is about the reply and not about the run: an execution that succeeded overrules it. */
  readonly overruledByExecution?: true;
  /** What happened, in a sentence. On success, given only where there is something to warn of. */
  readonly message: SafeText;
  /** What to do next, in a sentence or two. */
  readonly hint: SafeText;
}

/** For where there is nothing to say. */
export const NOTHING = say``;

const CLAIMS: Readonly<Record<Ran, Claim>> = { yes: 'failed', no: 'not triggered', maybe: 'may have run' };

/** What a failed step claims. */
export function claimOf({ claim, ran }: Verdict): Claim {
  return claim ?? CLAIMS[ran];
}

/** A verdict in two or three sentences: what happened, whether the workflow ran, what to do next. */
export function explain({ message, ran, resumes, hint }: Verdict): SafeText {
  const whetherItRan = resumes && ran === 'no' ? NOT_RESUMED : RAN[ran];
  return join([message, whetherItRan, hint].map(asSentence));
}

function asSentence(text: SafeText): SafeText {
  return text === '' || /[.!?…)"]$|https?:\S+$/.test(text) ? text : declareSafe(`${text}.`);
}

const NOT_RESUMED = say`The execution was not resumed.`;

export const RAN = {
  yes: NOTHING,
  no: say`The workflow did not run.`,
  maybe: say`The workflow may have run.`,
} as const;
