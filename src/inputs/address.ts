import { credentialsOf } from '../n8n/address.ts';
import { type Parsed, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';
import { parseUrl } from './values.ts';

/** A workflow's id; undefined if none was given. Ids are nanoids, UUIDs or, on old instances, numbers. */
export function parseWorkflowId(text: string): Parsed<string | undefined> {
  if (text === '') return ok(undefined);
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return ok(text);
  return wrong("workflow-id: is not a workflow's id. Take the last part of the editor's address, …/workflow/ID.");
}

/** The base URL in `api-url`, without a trailing slash; undefined if none was given. */
export function parseInstanceUrl(text: string): Parsed<string | undefined> {
  if (text === '') return ok(undefined);
  const url = parseUrl('api-url', text);
  if (!url.ok) return url;
  if (credentialsOf(url.value) !== undefined) {
    return wrong(
      "api-url: contains credentials. Put them in url: n8n's API gets them, too, if it has the same origin.",
    );
  }
  return ok(url.value.origin + instancePath(url.value.pathname));
}

/** Where production webhooks live: an absolute URL without a trailing slash, or a path under the instance. */
export function parseWebhookBase(text: string): Parsed<string> {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return ok(text.replace(/^\/+|\/+$/g, ''));
  const url = parseUrl('webhook-base', text);
  if (!url.ok) return url;
  if (credentialsOf(url.value) !== undefined) {
    return wrong('webhook-base: contains credentials. Put them in basic-auth.');
  }
  return ok(url.value.origin + url.value.pathname.replace(/\/+$/, ''));
}

/** The path of a page in n8n's editor, after the path of the instance. */
const EDITOR_PAGE =
  /\/(?:workflow\/[\w-]+|(?:home|projects\/[\w-]+)\/(?:workflows|credentials|executions)|settings\/[\w-]+|signin)(?:\/.*)?$/;

/** An instance's path, without a trailing slash, from that of a page in its editor, or of its API. */
export function instancePath(path: string): string {
  return path
    .replace(EDITOR_PAGE, '')
    .replace(/\/+$/, '')
    .replace(/\/api\/v\d+$/, '');
}
