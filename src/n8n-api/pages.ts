import { type JsonMap, mapsOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { say } from '../text/safe.ts';
import { type Subject, unreadable } from '../verdict/api.ts';
import { type ApiFailure, lasting } from '../verdict/api-failure.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { ROWS } from './executions.ts';

/**
 * The rows of a list, page by page. It ends after the last page, or with a failure: if there are more pages than this,
 * too, because then the list is not complete.
 */
export async function* pagesOf(
  api: Api,
  path: `${string}?${string}`,
  subject: Subject,
  most: number,
  options: RequestOptions = {},
): AsyncGenerator<Result<JsonMap[], ApiFailure>, void> {
  let cursor = '';
  for (let page = 0; page < most; page += 1) {
    const reply = await api.request('GET', `${path}limit=${ROWS}${cursor}`, subject, options);
    if (!reply.ok) {
      yield reply;
      return;
    }
    const { data, nextCursor } = reply.value;
    // Something other than n8n replied with JSON: a missing list means nothing.
    if (!Array.isArray(data)) {
      yield failed(unreadable(subject.thing));
      return;
    }
    yield ok(mapsOf(data));
    if (typeof nextCursor !== 'string' || nextCursor === '') return;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
  yield failed(lasting('api-unreadable', say`n8n's API returned ${subject.thing} without an end.`));
}
