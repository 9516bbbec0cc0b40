import { answersAt } from '../n8n/triggers.ts';
import { isMap, type JsonMap } from '../text/json.ts';
import type { Subject } from '../verdict/api.ts';
import type { Api, RequestOptions, Resource } from './client.ts';
import { ROWS } from './executions.ts';

/** Reads a workflow, with its draft and its published version. */
export function readWorkflow(api: Api, id: string, options?: RequestOptions): Promise<Resource> {
  const subject = {
    thing: `the workflow ${id}`,
    scope: 'workflow:read',
    ifMissing: "Compare workflow-id with the editor's address, …/workflow/ID.",
  };
  return api.request('GET', `workflows/${encodeURIComponent(id)}?excludePinnedData=true`, subject, options);
}

const WORKFLOWS: Subject = {
  thing: 'the list of workflows',
  scope: 'workflow:list',
};
const MOST_PAGES = 8;

/**
 * The workflow that is known to answer at a URL; undefined where the key does not see it.
 *
 * @param workflowId empty if it is not known; an id that the user gave may be another one's
 */
export async function workflowBehind(
  api: Api,
  { url, method }: { readonly url: URL; readonly method: string },
  workflowId: string,
  options: RequestOptions,
): Promise<JsonMap | undefined> {
  const fits = (workflow: JsonMap) => answersAt(workflow, url, method);
  if (workflowId !== '') {
    const read = await readWorkflow(api, workflowId, options);
    return read.found && fits(read.data) ? read.data : undefined;
  }
  const found: JsonMap[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = `active=true&excludePinnedData=true&limit=${ROWS}${cursor}`;
    const read = await api.request('GET', `workflows?${query}`, WORKFLOWS, options);
    if (!read.found) return undefined;
    const { data, nextCursor } = read.data;
    found.push(...(Array.isArray(data) ? data.filter(isMap).filter(fits) : []));
    if (typeof nextCursor !== 'string' || nextCursor === '') break;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
  // n8n has one workflow a path; two that fit are one with a parameter in its path, and another.
  return found.length === 1 ? found[0] : undefined;
}
