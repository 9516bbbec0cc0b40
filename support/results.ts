import type { Result } from '../src/report/outputs.ts';
import type { Outcome } from '../src/routes/outcome.ts';
import type { Verdict } from '../src/verdict/verdict.ts';
import { madeReply } from './recorded.ts';

export const accepted: Verdict = { row: 'accepted', success: true, ran: 'yes', message: '', hint: '' };

/** The result of a run that went well, with whatever is given in its place. */
export function madeResult(outcome: Partial<Outcome> = {}, rest: Partial<Omit<Result, 'outcome'>> = {}): Result {
  return {
    outcome: {
      route: 'webhook',
      verdict: accepted,
      exchange: madeReply(200, '{"a":1}', { 'content-type': 'application/json' }),
      attempts: 1,
      workflowName: 'Deploy',
      ...outcome,
    },
    reply: { text: '{"a":1}', file: '', warning: '' },
    data: { text: '', file: '', warning: '' },
    traceId: '0af7651916cd43dd8448eb211c80319c',
    durationMs: 1234.5,
    ...rest,
  };
}
