import type { Body } from '../http/body.ts';
import { type Json, tryJson } from '../text/json.ts';
import type { Call } from '../verdict/row.ts';

/** A value that a call carried. */
export interface Mark {
  readonly value: string;
  /** Whether no other call carries it: it is the step's own, and not from the inputs. */
  readonly isUnique: boolean;
}

/** The call that was made to trigger a workflow, with everything that identifies its execution. */
export interface TriggeredCall extends Call {
  readonly body: Body | undefined;
  /** The header `traceparent`. */
  readonly trace: Mark;
  /** The header `Idempotency-Key`. */
  readonly key: Mark;
  /** The id of the workflow that it starts, if that is known; a gateway workflow starts another one. */
  readonly workflowId: string | undefined;
  /** The newest execution's id before the call, if n8n was asked for it; 0 if there was none. */
  readonly afterId: number | undefined;
  /** When it was first made, in milliseconds since 1970, by this machine's clock. */
  readonly sentAt: number;
  /** The same by the monotonic clock, in milliseconds. */
  readonly since: number;
}

/** The largest body that is compared, in bytes. */
const LARGEST_COMPARED = 1024 * 1024;

/** The body that a call carried, if it is JSON of a reasonable size. */
export async function sentJson({ body }: TriggeredCall): Promise<Json | undefined> {
  if (!body || body.size > LARGEST_COMPARED || !/^application\/json\b/i.test(body.contentType)) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of body.open()) pieces.push(Buffer.from(piece));
  return tryJson(Buffer.concat(pieces).toString('utf8'));
}
