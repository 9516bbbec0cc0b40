import type { HeaderList } from '../request/auth.ts';

/** Where an instance's address comes from: an input, or the part of `url` before `/webhook/`. */
export type AddressSource = 'url' | 'api-url' | 'webhook';

/** The instance's base URL from a webhook's URL: the part before `/webhook/` or `/webhook-test/`. */
export function instanceOf({ origin, pathname }: URL): string | undefined {
  const path = /^(.*?)\/webhook(?:-test)?\//.exec(pathname)?.[1];
  return path === undefined ? undefined : origin + path;
}

/**
 * Whether a URL is of a trigger's endpoint, unless they are renamed. Its path, too, may end in a number, and its query
 * have a signature of the caller's own.
 */
export function isTriggerUrl({ pathname }: URL): boolean {
  return /\/(?:webhook|form)(?:-test)?\//.test(pathname);
}

/** Whether a URL is a test URL, which n8n serves while a workflow is open in the editor. */
export function isTestUrl({ pathname }: URL): boolean {
  return /\/(?:webhook|form)-test\//.test(pathname);
}

/**
 * The id of the execution that a resume URL continues. The endpoint may be renamed, but since 2.16 n8n signs the URL: a
 * number and a signature mark one, too.
 */
export function resumedExecution({ pathname, searchParams }: URL): string | undefined {
  const named = /\/(?:webhook|form)-waiting\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
  if (named !== undefined || !searchParams.has('signature')) return named;
  return /\/(\d+)(?:\/[^/]*)?$/.exec(pathname)?.[1];
}

/** The input that gave an instance's address. */
export function inputOf(from: AddressSource): AddressInput {
  return from === 'api-url' ? 'api-url' : 'url';
}

/** An absolute URL as it is; a path as a URL under an instance's base. */
export function underInstance(place: string, base: string): string {
  return /^https?:/.test(place) ? place : `${base}/${place}`;
}

/** The page of an execution in the editor, if its workflow is known. */
export function executionPage(
  base: string,
  { id, workflowId }: { readonly id: string; readonly workflowId: string | undefined },
): string | undefined {
  return workflowId === undefined ? undefined : `${base}/workflow/${workflowId}/executions/${id}`;
}

/** The `user:password` inside a URL, decoded. */
export function credentialsOf(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return `${decode(url.username)}:${decode(url.password)}`;
}

/** A part of a URL, decoded; unchanged if it is malformed. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An n8n instance's API and the key to it. */
export interface Instance {
  /** The instance's base URL, without a trailing slash. */
  readonly base: string;
  readonly secretKey: string;
  /** Headers for a proxy in front of the instance (`api-headers`), sent to its origin alone. */
  readonly headers: HeaderList;
  /** `user:password` for a proxy in front of the instance. */
  readonly credentials: string | undefined;
  readonly addressFrom: AddressSource;
}

/** The inputs that can give the host of an address. */
export type AddressInput = 'url' | 'api-url' | 'webhook-base';
