import { isGone } from '../verdict/api-failure.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { type FoundExecution, listExecutions, ROWS, readExecution } from './executions.ts';

/** As many executions are asked for by their ids at most, */
const MOST_READS = 120;

/** and so many beyond the newest that is listed: some may be of workflows that the key does not see. */
const BEYOND = 20;

/** All of it may take this long, in milliseconds. */
const LONGEST_MS = 20_000;

/**
 * The executions that started since a time, in milliseconds since 1970, and that no list has: n8n from 2.0 to 2.38 leaves
 * out an execution that waits, and knows it by its id all the same. Ids count up. Undefined where there are too many ids
 * to ask for, or n8n does not answer.
 *
 * @param withinMs how long it may take; never more than twenty seconds
 * @param afterId the newest execution's id that is known to be older; 0 if there is none
 */
export async function readUnlisted(
  api: Api,
  since: number,
  afterId: number,
  options: RequestOptions,
  withinMs = LONGEST_MS,
): Promise<readonly FoundExecution[] | undefined> {
  const inTime = AbortSignal.timeout(Math.ceil(Math.min(withinMs, LONGEST_MS)));
  const bounded = { ...options, signal: options.signal ? AbortSignal.any([options.signal, inTime]) : inTime };
  const read = await listExecutions(api, '', ROWS, bounded);
  if (!read.ok) return undefined;
  const listed = read.value;
  const older = listed.find(({ startedAt }) => startedAt !== undefined && startedAt < since)?.id ?? 0;
  const from = Math.max(afterId, older) + 1;
  const newest = listed[0]?.id ?? 0;
  const ids = new Set(listed.map(({ id }) => id));
  const found: FoundExecution[] = [];
  let last = newest + BEYOND;
  let reads = 0;
  for (let id = from; id <= last; id += 1) {
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
