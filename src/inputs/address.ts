import { credentialsOf } from '../n8n/address.ts';
import { Problem } from '../text/problem.ts';
import { parseUrl } from './values.ts';

/** The address of an n8n instance, and the workflow that is meant. */
export interface Address {
  /** `https://host/sub/path`, without credentials, query or slash at its end. */
  readonly base: string;
  readonly workflowId: string;
  /** `user:password` that the URL carried. */
  readonly credentials: string | undefined;
}

/** The path of a page in the editor: the path of n8n's address, then the workflow's id. */
export const EDITOR_LINK = /^(.*?)\/workflow\/([A-Za-z0-9_-]+)(?:\/.*)?$/;

/** Ids are nanoids, UUIDs or, on old instances, numbers. */
const WORKFLOW_ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads api mode's `url` and `workflow-id`. An editor link (`…/workflow/ID`, with whatever n8n adds after it) gives
 * base and id; `/api/v1` at the end, as in n8n's API playground, is dropped.
 */
export function parseApiUrl(text: string, workflowId: string): Address | Problem {
  const url = parseUrl('url', text);
  const problems = url instanceof Problem ? [url] : [];
  const link = url instanceof Problem ? null : EDITOR_LINK.exec(url.pathname);
  const linkedId = link?.[2] === 'new' ? '' : (link?.[2] ?? '');
  const id = parseWorkflowId(workflowId);
  if (id instanceof Problem) {
    problems.push(id);
  } else if (workflowId !== '' && linkedId !== '' && workflowId !== linkedId) {
    problems.push(
      new Problem(`workflow-id: is ${workflowId}, but the editor link in url names ${linkedId}. Keep one of the two.`),
    );
  } else if (workflowId === '' && linkedId === '') {
    problems.push(
      Problem.unset(
        "workflow-id: is required with mode: api. It is the last part of the editor's address, …/workflow/ID.",
      ),
    );
  }
  if (url instanceof Problem || problems.length > 0) return Problem.all(problems);
  const path = withoutApiPath(link?.[1] ?? url.pathname);
  return { base: url.origin + path, workflowId: workflowId || linkedId, credentials: credentialsOf(url) };
}

/** A workflow's id; empty if none was given. */
export function parseWorkflowId(text: string): string | Problem {
  if (text === '' || WORKFLOW_ID.test(text)) return text;
  return new Problem("workflow-id: is not a workflow's id. Take the last part of the editor's address, …/workflow/ID.");
}

/** The base URL of an instance, without a slash at its end; undefined if none was given. */
export function parseInstanceUrl(name: string, text: string): string | undefined | Problem {
  if (text === '') return undefined;
  const url = parseUrl(name, text);
  if (url instanceof Problem) return url;
  if (url.username || url.password) {
    return new Problem(
      `${name}: carries credentials; give them in url, which n8n's API gets too if it is at the same origin.`,
    );
  }
  return url.origin + withoutApiPath(url.pathname);
}

/** Where production webhooks live: an absolute URL without a slash at its end, or a path under the instance. */
export function parseWebhookBase(text: string): string | Problem {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return text.replace(/^\/+|\/+$/g, '');
  const url = parseUrl('webhook-base', text);
  if (url instanceof Problem) return url;
  if (url.username || url.password) return new Problem('webhook-base: carries credentials; give them in basic-auth.');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** A path without `/api/v1`, or a slash, at its end. */
export function withoutApiPath(path: string): string {
  return path.replace(/\/+$/, '').replace(/\/api\/v\d+$/, '');
}
