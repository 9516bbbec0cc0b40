import type { Outcome } from '../routes/outcome.ts';
import type { SafeText } from '../text/safe.ts';

/** From how many bytes on a text is in a file too: an environment variable holds 128 KiB, name and end included. */
export const FILE_FROM = 100 * 1024;

/** A text for an output. */
export interface OutputText {
  /** As it came, as far as an output can hold it; absent where there is none, or it is no text. */
  readonly text?: string;
  /** Where all of it is, if it is long or no text. */
  readonly file?: string;
  /** What to warn of. */
  readonly warning?: SafeText;
}

/** What is known of a step at its end. */
export interface Finished {
  readonly outcome: Outcome;
  readonly reply: OutputText;
  /** The items that the last executed node gave. */
  readonly data: OutputText;
  readonly traceId: string;
  /** The whole step's work, in milliseconds. */
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
