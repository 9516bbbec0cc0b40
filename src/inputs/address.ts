import { credentialsOf } from '../n8n/address.ts';
import { gather, type Parsed, unset, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';
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
export function parseApiUrl(text: string, givenId: string): Parsed<Address> {
  const url = parseUrl('url', text);
  const link = url.ok ? EDITOR_LINK.exec(url.value.pathname) : null;
  const linkedId = link?.[2] === 'new' ? undefined : link?.[2];
  const read = gather({ url, workflowId: chooseId(givenId, linkedId) });
  if (!read.ok) return read;
  const { origin, pathname } = read.value.url;
  return ok({
    base: origin + withoutApiPath(link?.[1] ?? pathname),
    workflowId: read.value.workflowId,
    credentials: credentialsOf(read.value.url),
  });
}

function chooseId(text: string, linked: string | undefined): Parsed<string> {
  const given = parseWorkflowId(text);
  if (!given.ok) return given;
  const id = given.value ?? linked;
  if (id === undefined) {
    return unset(
      "workflow-id: is required with mode: api. It is the last part of the editor's address, …/workflow/ID.",
    );
  }
  if (linked === undefined || linked === id) return ok(id);
  return wrong(`workflow-id: is ${id}, but the editor link in url names ${linked}. Keep one of the two.`);
}

/** A workflow's id; undefined if none was given. */
export function parseWorkflowId(text: string): Parsed<string | undefined> {
  if (text === '') return ok(undefined);
  if (WORKFLOW_ID.test(text)) return ok(text);
  return wrong("workflow-id: is not a workflow's id. Take the last part of the editor's address, …/workflow/ID.");
}

/** The base URL in `api-url`, without a slash at its end; undefined if none was given. */
export function parseInstanceUrl(text: string): Parsed<string | undefined> {
  if (text === '') return ok(undefined);
  const url = parseUrl('api-url', text);
  if (!url.ok) return url;
  if (credentialsOf(url.value) !== undefined) {
    return wrong(
      "api-url: carries credentials; give them in url, which n8n's API gets too if it is at the same origin.",
    );
  }
  return ok(url.value.origin + withoutApiPath(url.value.pathname));
}

/** Where production webhooks live: an absolute URL without a slash at its end, or a path under the instance. */
export function parseWebhookBase(text: string): Parsed<string> {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return ok(text.replace(/^\/+|\/+$/g, ''));
  const url = parseUrl('webhook-base', text);
  if (!url.ok) return url;
  if (credentialsOf(url.value) !== undefined) {
    return wrong('webhook-base: carries credentials; give them in basic-auth.');
  }
  return ok(url.value.origin + url.value.pathname.replace(/\/+$/, ''));
}

/** A path without `/api/v1`, or a slash, at its end. */
export function withoutApiPath(path: string): string {
  return path.replace(/\/+$/, '').replace(/\/api\/v\d+$/, '');
}
