import { isGone } from '../verdict/api-failure.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { type FoundExecution, listExecutions, ROWS, readExecution } from './executions.ts';
import { isOlder, mayHaveStartedFrom } from './proofs.ts';
import type { TriggeredCall } from './triggered-call.ts';

/** The limits for all reads. */
const MOST_READS = 120;
const LONGEST_MS = 20_000;

/** How many ids beyond the newest listed one are tried: some may belong to workflows that the key has no access to. */
const BEYOND = 20;

/**
 * The executions that started since a call and are in no list: n8n 2.0 to 2.38 lists no waiting executions, but gives
 * them by their ids. Undefined if there are too many ids to try, or n8n does not reply.
 */
export async function readUnlisted(
  api: Api,
  call: TriggeredCall,
  options: RequestOptions,
): Promise<readonly FoundExecution[] | undefined> {
  const bounded = { ...options, deadline: options.deadline?.within(LONGEST_MS) };
  const read = await listExecutions(api, undefined, ROWS, bounded);
  if (!read.ok) return undefined;
  const listed = read.value;
  const from = mayHaveStartedFrom(call, listed);
  const older = listed.find((row) => isOlder(row, call, from))?.id ?? 0;
  const newest = listed[0]?.id ?? 0;
  const first = Math.max(call.afterId ?? 0, older) + 1;
  const ids = new Set(listed.map(({ id }) => id));
  const found: FoundExecution[] = [];
  let last = newest + BEYOND;
  let reads = 0;
  // If there are certainly too many, none is read.
  if (last - first + 1 - ids.size > MOST_READS) return undefined;
  for (let id = first; id <= last && Number.isSafeInteger(id); id += 1) {
    if (ids.has(id)) continue;
    reads += 1;
    if (reads > MOST_READS) return undefined;
    const one = await readExecution(api, String(id), true, bounded);
    if (one.ok) {
      found.push(one.value);
      last = Math.max(last, id + BEYOND);
    } else if (!isGone(one.error)) return undefined;
  }
  return found;
}
