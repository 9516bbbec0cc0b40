import type { Reply } from '../http/exchange.ts';
import { PROXY_SAYINGS, type ProxySaying } from './proxies.ts';

/**
 * Who answered, and how that is known:
 *
 * - `webhook`: a webhook was reached. n8n puts a sandbox policy on what a workflow's author makes it answer, and on its own
 *   "Workflow was started"; never on a refusal, a 404 or what it says while it starts. Whatever such a reply says, be it word
 *   for word what n8n says, the author says it.
 * - `form`: a Form trigger's page, where n8n puts the policy on its own pages as well: words decide.
 * - `proxy`: a proxy that names itself, in words or headers that say that it did not pass the call on.
 * - `unknown`: n8n itself, where the words are its own, or anybody. n8n before August 2025 has no sandbox policy, and
 *   N8N_INSECURE_DISABLE_WEBHOOK_IFRAME_SANDBOX takes it off: there, a workflow's author may be among them.
 */
export type Answerer =
  | { readonly who: 'webhook' | 'form' | 'unknown' }
  | { readonly who: 'proxy'; readonly saying: ProxySaying };

/** As much of a page as is looked at: pages are hostile text, and searching them takes time that grows with its square. */
const MOST = 16_384;

export function answererOf({ status, headers }: Reply, text: string, url: URL): Answerer {
  if (isSandboxed(headers)) return { who: isForm(url, text) ? 'form' : 'webhook' };
  const start = text.slice(0, MOST);
  const saying = PROXY_SAYINGS.find(
    ({ status: known, header, without, words }) =>
      known.includes(status) &&
      (header === undefined || header[1].test(String(headers[header[0]] ?? ''))) &&
      !without?.some((name) => headers[name] !== undefined) &&
      (words === undefined || words.test(start)),
  );
  return saying ? { who: 'proxy', saying } : { who: 'unknown' };
}

/** Whether a Form trigger's URL was called: by its path, or where that is renamed, by n8n's own pages. */
export function isForm({ pathname }: URL, text: string): boolean {
  if (/\/webhook(?:-test|-waiting)?\//.test(pathname)) return false;
  return /\/form(?:-test|-waiting)?\//.test(pathname) || FORM_PAGES.some((words) => text.includes(words));
}

/** What n8n's pages of forms have in them. */
const FORM_PAGES = ["id='n8n-form'", '<title>Problem loading form</title>', '<title>Invalid Form Link</title>'];

/**
 * Whether a proxy that asks for a pause has not passed the call on. Varnish and what builds on it ask for one whenever a
 * fetch fails, also after the server got the call.
 */
export function asksForPause(headers: Reply['headers']): boolean {
  if (headers['retry-after'] === undefined) return false;
  const isCache = /varnish|fastly/i.test(`${headers.via ?? ''} ${headers.server ?? ''}`);
  return !isCache && headers['x-varnish'] === undefined && headers['x-served-by'] === undefined;
}

function isSandboxed(headers: Reply['headers']): boolean {
  return /\bsandbox\b/.test(String(headers['content-security-policy'] ?? ''));
}
