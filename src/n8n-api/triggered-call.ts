import type { Body } from '../http/body.ts';
import { type Json, tryJson } from '../text/json.ts';

/** A value that a call carried. */
export interface Mark {
  readonly value: string;
  /** Whether no other call carries it: the step's own, and not one that the inputs put in its place. */
  readonly isUnique: boolean;
}

/** The call that was made to trigger a workflow: what its execution is known by. */
export interface TriggeredCall {
  readonly route: 'webhook' | 'start' | 'mcp';
  readonly url: URL;
  readonly method: string;
  readonly body: Body | undefined;
  /** The header `traceparent`. */
  readonly trace: Mark;
  /** The header `Idempotency-Key`. */
  readonly key: Mark;
  /** The workflow that it starts, where that is known; a gateway workflow starts another one. */
  readonly workflowId: string | undefined;
  /** The newest execution's id before the call, where n8n was asked for it; 0 if there was none. */
  readonly afterId: number | undefined;
  /** The execution that it continues, if it was made to a resume URL. */
  readonly resumes: string | undefined;
  /** When it was made first, in milliseconds since 1970 by the clock of this machine. */
  readonly sentAt: number;
  /** The same by the monotonic clock. */
  readonly since: number;
}

/** Bodies beyond this, in bytes, are not compared. */
const LARGEST_COMPARED = 1024 * 1024;

/** The body that a call carried, where it is JSON of a reasonable size. */
export async function sentJson({ body }: TriggeredCall): Promise<Json | undefined> {
  if (!body || body.size > LARGEST_COMPARED || !/^application\/json\b/i.test(body.contentType)) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of body.open()) pieces.push(Buffer.from(piece));
  return tryJson(Buffer.concat(pieces).toString('utf8'));
}

/** Whether a URL is one that n8n serves while a workflow is open in the editor. */
export function isTestUrl({ pathname }: URL): boolean {
  return /\/(?:webhook|form)-test\//.test(pathname);
}
