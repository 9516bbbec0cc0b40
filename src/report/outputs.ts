import type { Outcome } from '../routes/outcome.ts';
import type { ReplyText } from './reply-text.ts';

/** What is known of a run at its end. */
export interface Result {
  readonly outcome: Outcome;
  readonly reply: ReplyText;
  /** The items that the last executed node gave. */
  readonly data: ReplyText;
  readonly traceId: string;
  /** The whole step's work, in milliseconds. */
  readonly durationMs: number;
}

/** Every output of action.yml and its value, set on success and failure alike. */
export function outputsOf({ outcome, reply, data, traceId, durationMs }: Result): Record<string, string> {
  const { exchange, execution, verdict, route, attempts } = outcome;
  return {
    success: String(verdict.success),
    status: exchange?.kind === 'reply' ? String(exchange.status) : '',
    'response-body': reply.text,
    'response-file': reply.file,
    'response-headers': exchange?.kind === 'reply' ? JSON.stringify(exchange.headers) : '',
    route: route ?? '',
    attempts: String(attempts),
    duration: String(Math.round(durationMs)),
    'execution-id': execution?.id ?? '',
    'execution-status': execution?.status ?? '',
    'execution-url': execution?.url ?? '',
    'execution-data': data.text,
    'execution-data-file': data.file,
    'trace-id': traceId,
  };
}
