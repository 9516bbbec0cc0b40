import type { Reply } from '../http/exchange.ts';
import { isForm, isMarked } from './mark.ts';
import { PROXY_SAYINGS, type ProxySaying } from './proxies.ts';
import { headOf } from './reply.ts';
import type { ReplyView } from './row.ts';

/**
 * Who replied, and how that is known:
 *
 * - `webhook`: a webhook was reached. n8n puts a sandbox policy on a workflow's replies and on its own "Workflow was
 *   started"; never on a refusal, a 404 or a reply while it starts. Whatever such a reply says, even in n8n's own
 *   words, comes from the workflow's author.
 * - `form`: a page for a form or an approval. There, n8n puts the policy on its own pages, too, so the wording decides.
 * - `proxy`: a proxy that names itself, in words or headers that say that it did not pass the call on.
 * - `unknown`: n8n itself, if the words are its own, or anyone else. n8n before August 2025 has no sandbox policy, and
 *   N8N_INSECURE_DISABLE_WEBHOOK_IFRAME_SANDBOX removes it: there, a workflow's author may be among them.
 */
type Answerer =
  | { readonly who: 'webhook' | 'form' | 'unknown' }
  | { readonly who: 'proxy'; readonly saying: ProxySaying };

export function answererOf({
  status,
  headers,
  text,
  call,
}: Pick<ReplyView, 'status' | 'headers' | 'text' | 'call'>): Answerer {
  if (isMarked(headers)) return { who: isForm(call.url, text) ? 'form' : 'webhook' };
  const start = headOf(text);
  const saying = PROXY_SAYINGS.find(
    ({ status: known, header, without, words }) =>
      known.includes(status) &&
      (header === undefined || header[1].test(String(headers[header[0]] ?? ''))) &&
      !without?.some((name) => headers[name] !== undefined) &&
      (words === undefined || words.test(start)),
  );
  return saying ? { who: 'proxy', saying } : { who: 'unknown' };
}

/**
 * Whether a proxy that asks for a pause has not passed the call on. Varnish, and proxies built on it, ask for one
 * whenever a fetch fails, even after the server got the call.
 */
export function asksForPause(headers: Reply['headers']): boolean {
  if (headers['retry-after'] === undefined) return false;
  const isCache = /varnish|fastly/i.test(`${headers.via ?? ''} ${headers.server ?? ''}`);
  return !isCache && headers['x-varnish'] === undefined && headers['x-served-by'] === undefined;
}
