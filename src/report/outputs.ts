import type { Outcome } from '../routes/outcome.ts';
import type { SafeText } from '../text/safe.ts';

/** A text of more bytes is written to a file, too: an environment variable holds 128 KiB, including name and end. */
export const FILE_FROM = 100 * 1024;

export interface OutputText {
  /** The text, as far as an output can hold it; absent if there is none, or it is not text. */
  readonly text?: string;
  /** The file with all of it, if it is long or not text. */
  readonly file?: string;
  readonly warning?: SafeText;
}

/** What is known of a step at its end. */
export interface Finished {
  readonly outcome: Outcome;
  /** Whether it was to resume an execution, and not to start one. */
  readonly resumes: boolean;
  readonly reply: OutputText;
  /** The items that the last executed node gave. */
  readonly data: OutputText;
  readonly traceId: string;
  /** How long the whole step took, in milliseconds. */
  readonly durationMs: number;
}

/** Every output of action.yml and its value, set on success and failure alike. */
export function outputsOf({ outcome, reply, data, traceId, durationMs }: Finished): Record<string, string> {
  const { exchange, execution, verdict, route, attempts } = outcome;
  return {
    success: String(verdict.success),
    status: exchange?.kind === 'reply' ? String(exchange.status) : '',
    'response-body': reply.text ?? '',
    'response-file': reply.file ?? '',
    'response-headers': exchange?.kind === 'reply' ? JSON.stringify(exchange.headers) : '',
    route: route ?? '',
    attempts: String(attempts),
    duration: String(Math.round(durationMs)),
    'execution-id': execution?.id ?? '',
    'execution-status': execution?.status ?? '',
    'execution-url': execution?.url ?? '',
    'execution-data': data.text ?? '',
    'execution-data-file': data.file ?? '',
    'trace-id': traceId,
  };
}
