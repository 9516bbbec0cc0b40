import { answersAt } from '../n8n/triggers.ts';
import type { JsonMap } from '../text/json.ts';
import { say } from '../text/safe.ts';
import type { Subject } from '../verdict/api.ts';
import type { RequestOptions } from './ask.ts';
import type { Api, Resource } from './client.ts';
import { pagesOf } from './pages.ts';

/** Reads a workflow, with its draft and its published version. */
export function readWorkflow(api: Api, id: string, options?: RequestOptions): Promise<Resource> {
  const subject = {
    thing: say`the workflow ${api.show(id, 64)}`,
    scope: say`workflow:read`,
    ifMissing: say`Compare workflow-id with the editor's address, …/workflow/ID.`,
  };
  return api.request('GET', `workflows/${encodeURIComponent(id)}?excludePinnedData=true`, subject, options);
}

const WORKFLOWS: Subject = { thing: say`the list of workflows`, scope: say`workflow:list` };

const MOST_PAGES = 8;

/**
 * The workflow that a URL calls; undefined if the key has no access to it, or there are several.
 *
 * @param workflowId the id from the inputs, which may be another workflow's; undefined if none was given
 */
export async function workflowAt(
  api: Api,
  { url, method }: { readonly url: URL; readonly method: string },
  workflowId: string | undefined,
  options: RequestOptions,
): Promise<JsonMap | undefined> {
  const fits = (workflow: JsonMap) => answersAt(workflow, url, method);
  if (workflowId !== undefined) {
    const read = await readWorkflow(api, workflowId, options);
    return read.ok && fits(read.value) ? read.value : undefined;
  }
  let found: JsonMap[] = [];
  const list = 'workflows?active=true&excludePinnedData=true&';
  for await (const page of pagesOf(api, list, WORKFLOWS, MOST_PAGES, options)) {
    // A workflow on a page that was not read may fit, too.
    if (!page.ok) return undefined;
    found = [...found, ...page.value.filter(fits)];
    // n8n has one workflow per path; if two fit, one has a parameter in its path.
    if (found.length > 1) return undefined;
  }
  return found[0];
}
