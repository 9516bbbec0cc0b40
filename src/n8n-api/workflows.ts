import { isMap, type Json, type JsonMap } from '../text/json.ts';
import type { Api, Effort, Resource } from './client.ts';

/** Reads a workflow, with its draft and its published version. */
export function readWorkflow(api: Api, id: string, effort?: Effort): Promise<Resource> {
  const subject = {
    thing: `the workflow ${id}`,
    scope: 'workflow:read',
    ifMissing: "Compare workflow-id with the editor's address, …/workflow/ID.",
  };
  return api.request('GET', `workflows/${encodeURIComponent(id)}?excludePinnedData=true`, subject, effort);
}

/** What a workflow's settings say of saving its executions; undefined where n8n's environment decides. */
export function savingOf(workflow: JsonMap): { successes: Json | undefined; failures: Json | undefined } {
  const settings = isMap(workflow['settings']) ? workflow['settings'] : {};
  const given = (value: Json | undefined) => (value === 'DEFAULT' || value === null ? undefined : value);
  return {
    successes: given(settings['saveDataSuccessExecution']),
    failures: given(settings['saveDataErrorExecution']),
  };
}
