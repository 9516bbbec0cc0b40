import { attempt, type Plan } from '../attempts.ts';
import { type Exchange, exchange } from '../http.ts';
import { isMap, type JsonMap, tryJson } from '../json-text.ts';
import { excerpt } from '../text.ts';
import type { Verdict } from '../verdicts/row.ts';

/** How to reach an instance's public API, and how long to try. */
export interface Access extends Pick<Plan, 'retries' | 'clock' | 'random'> {
  /** The instance's base URL, without a slash at its end. */
  readonly base: string;
  readonly secretKey: string;
  /** `user:password` for a proxy before the instance. */
  readonly credentials: string | undefined;
  /** Of one attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** The folder for replies that are too large to hold in memory. */
  readonly spillDirectory: string;
  readonly debug: (line: string) => void;
}

/** A resource of the API, or why it cannot be had. */
export type Resource =
  | { readonly found: true; readonly data: JsonMap }
  | { readonly found: false; readonly verdict: Verdict };

/**
 * Reads a resource of the public API, such as `workflows/abc`. Reading is safe to repeat, so what looks like passing
 * trouble is tried again.
 */
export async function readApi(access: Access, path: string, signal?: AbortSignal): Promise<Resource> {
  const { base, timeoutMs, spillDirectory, retries, clock, random } = access;
  const request = { method: 'GET', url: new URL(`${base}/api/v1/${path}`), headers: apiHeaders(access) };
  const { exchange: last, verdict } = await attempt({
    send: () => exchange(request, { timeoutMs, spillDirectory, signal }),
    judge: (reply) => judgeApi(reply, request.url.host),
    retries,
    retryAmbiguous: true,
    clock,
    random,
    signal,
    onAttempt: ({ verdict, tookMs }) => access.debug(`API: read in ${Math.round(tookMs)} ms, ${verdict.row}`),
  });
  const data = last.kind === 'reply' ? tryJson(last.body.start.toString('utf8')) : undefined;
  return verdict.success && isMap(data) ? { found: true, data } : { found: false, verdict };
}

/** The headers that prove who calls an instance's own endpoints. */
export function apiHeaders({
  secretKey,
  credentials,
}: Pick<Access, 'secretKey' | 'credentials'>): Record<string, string> {
  const authorization = credentials === undefined ? {} : { authorization: basicAuthorization(credentials) };
  return { accept: 'application/json', 'x-n8n-api-key': secretKey, ...authorization };
}

/** The value of an Authorization header from `user:password` (RFC 7617, in UTF-8). */
export function basicAuthorization(userAndPassword: string): string {
  return `Basic ${Buffer.from(userAndPassword, 'utf8').toString('base64')}`;
}

function judgeApi(reply: Exchange, host: string): Verdict {
  const failure = { success: false, ran: 'no' } as const;
  const retry = { leastMs: 0 };
  if (reply.kind === 'breakdown') {
    const what = `n8n's API at ${host} was not reached (${reply.code}).`;
    const advice = 'Check url, and that this runner may reach that host.';
    return { ...failure, row: 'api-unreachable', retry, what, advice };
  }
  const { status } = reply;
  const text = reply.body.start.toString('utf8');
  const data = tryJson(text);
  if (status === 200 && isMap(data)) return { row: 'api-ok', success: true, ran: 'no', what: '', advice: '' };
  const message = excerpt(isMap(data) && typeof data['message'] === 'string' ? data['message'] : text, 100);
  if (status === 429 || status >= 500 || message.startsWith('n8n is starting up')) {
    const what = `n8n's API is not available now (HTTP ${status}: ${message}).`;
    return { ...failure, row: 'api-unavailable', retry, what, advice: 'Run the step again when n8n is up.' };
  }
  if (status === 401) {
    const what = "n8n's API does not accept this secret-key (401).";
    const advice =
      'Check that the key is of this instance and has not expired (n8n, Settings, n8n API); a public API that is switched off answers so too.';
    return { ...failure, row: 'api-unauthorized', what, advice };
  }
  if (status === 403) {
    const what = 'This secret-key may not read workflows (403).';
    return { ...failure, row: 'api-forbidden', what, advice: 'Give it the scope workflow:read.' };
  }
  if (status === 204) {
    const what = "n8n's API answered nothing (204), as it does to clients that it takes for crawlers.";
    return { ...failure, row: 'api-silent', what, advice: 'See whether a proxy on the way changes the User-Agent.' };
  }
  if (status === 404 && isMap(data)) {
    const what = "n8n's API knows no workflow of this id, or this secret-key may not see it (404).";
    return {
      ...failure,
      row: 'api-not-found',
      what,
      advice: "Compare workflow-id with the editor's address, …/workflow/ID.",
    };
  }
  if (isMap(data))
    return { ...failure, row: 'api-refused', what: `n8n's API answered HTTP ${status}: ${message}.`, advice: '' };
  const what = `url is not the address of n8n's API: the reply is no JSON (HTTP ${status}).`;
  const advice = 'Give the address that opens n8n in the browser, with its sub-path if it has one.';
  return { ...failure, row: 'api-not-there', ...(status === 404 ? { retry } : {}), what, advice };
}
