/** Whether the workflow ran, as far as the exchange tells. */

export type Ran = 'yes' | 'no' | 'maybe';

/** What an exchange means, and what to do about it. */

export interface Verdict {
  /** The name of the row that decided. */
  readonly row: string;
  readonly success: boolean;
  readonly ran: Ran;
  /** Given where sending again may help: after how many milliseconds at the soonest. */
  readonly retry?: { readonly minDelayMs: number };
  /** Given where it is an input that is wrong, and nothing in n8n: then the step fails, whatever `fail-on-error` says. */
  readonly wrongInput?: true;
  /** Given where the reply leaves open how the run went: with a key, its execution is looked at even without `wait`. */
  readonly inconclusive?: true;
  /** Given where the verdict is about the reply and not about the run: an execution that succeeded overrules it. */
  readonly overruledByExecution?: true;
  /** What happened, in a sentence. On success, given only where there is something to warn of. */
  readonly message: string;
  /** What to do next, in a sentence or two. */
  readonly hint: string;
}

/** A verdict in two or three sentences: what happened, whether the workflow ran, what to do next. */

export function explain({ message, ran, hint }: Verdict): string {
  const sentences = [message, RAN[ran], hint].filter((sentence) => sentence !== '');
  return sentences.map((sentence) => (/[.!?…)"]$|https?:\S+$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');
}

export const RAN = {
  yes: '',
  no: 'The workflow did not run.',
  maybe: 'The workflow may have run.',
} as const;
