import { OUTPUT_LIMIT } from '../http/received-body.ts';
import { type Json, tryJson } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type SafeText, type Show, say } from '../text/safe.ts';
import { type Condition, findUnmet, inapplicable, type Readable } from '../verdict/success-when.ts';
import type { Finished } from './outputs.ts';

/** Applies the condition of `success-when` to a finished step: a success stays one only if the condition holds. */
export function withCondition(finished: Finished, condition: Condition, show: Show): Finished {
  const { outcome } = finished;
  const { verdict } = outcome;
  if (!verdict.success) return finished;
  const isAnswered = verdict.ran === 'yes' && verdict.claim !== 'result unknown';
  const unmet = isAnswered ? findUnmet(condition, readableOf(finished), show) : inapplicable(verdict);
  return unmet ? { ...finished, outcome: { ...outcome, verdict: unmet } } : finished;
}

const NO_DATA = failed(say`there is no data of the execution: it is redacted, not saved, or over 1 MB`);

function readableOf({ outcome, reply, data }: Finished): Readable {
  const { exchange, execution } = outcome;
  const lost = failed(say`no complete reply came`);
  const known = exchange?.kind === 'reply' ? exchange : undefined;
  const items = data.text === undefined ? undefined : tryJson(data.text);
  return {
    status: known ? ok(known.status) : lost,
    headers: known ? ok(known.headers) : lost,
    body: known ? bodyOf(known.headers['content-type'] ?? '', known.body.size, reply.text) : lost,
    execution: execution ? ok(execution) : failed(say`the execution is not known`),
    data: items === undefined ? NO_DATA : ok(items),
  };
}

/** A body as JSON if its content type says so, or it looks like a map or list; else as text. */
function bodyOf(contentType: string, size: number, text: string | undefined): Result<Json, SafeText> {
  if (size > OUTPUT_LIMIT) return failed(say`the body of the reply is over 1 MB`);
  if (size === 0) return ok('');
  if (text === undefined) return failed(say`the body of the reply is not text`);
  const parsed = /\bjson\b/i.test(contentType) || /^\s*[{[]/.test(text) ? tryJson(text) : undefined;
  return ok(parsed === undefined ? text : parsed);
}
