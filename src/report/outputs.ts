import type { Outcome } from '../routes/outcome.ts';
import type { ReplyText } from './reply-text.ts';

/** What is known of a run at its end. */
export interface Result {
  readonly outcome: Outcome;
  readonly reply: ReplyText;
  readonly traceId: string;
  /** The whole step's work, in milliseconds. */
  readonly durationMs: number;
}

/** Every output of action.yml and its value, set on success and failure alike. */
export function outputsOf({ outcome, reply, traceId, durationMs }: Result): Record<string, string> {
  const { exchange, verdict, route, attempts } = outcome;
  return {
    success: String(verdict.success),
    status: exchange?.kind === 'reply' ? String(exchange.status) : '',
    'response-body': reply.text,
    'response-file': reply.file,
    'response-headers': exchange?.kind === 'reply' ? JSON.stringify(exchange.headers) : '',
    route,
    attempts: String(attempts),
    duration: String(Math.round(durationMs)),
    'trace-id': traceId,
  };
}
