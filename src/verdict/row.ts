import { asItIs, type Redact } from '../host/masks.ts';
import type { Reply } from '../http/exchange.ts';
import type { StatusRange } from '../http/status.ts';
import type { AddressInput } from '../n8n/address.ts';
import { excerpt } from '../text/format.ts';
import type { Json } from '../text/json.ts';
import type { Verdict } from './verdict.ts';

/** What the rows may know of the request that was sent. */
export interface Call {
  readonly mode: 'webhook' | 'api';
  readonly route: 'webhook' | 'start' | 'mcp';
  /** The input to mend where the host is wrong. */
  readonly addressInput: AddressInput;
  readonly method: string;
  readonly url: URL;
  /** Bytes of the body. */
  readonly bodySize: number;
  readonly contentType: string;
  /** Which proofs of identity went along, by their input's names. */
  readonly credentials: readonly string[];
  readonly timeoutMs: number;
  readonly acceptStatus: readonly StatusRange[];
  /** Takes what is secret out of what is told of the reply. */
  readonly redact?: Redact;
}

/** A reply, taken apart for the rows. */
export interface ReplyView {
  readonly call: Call;
  readonly status: number;
  readonly headers: Reply['headers'];
  /** The body's start as text. */
  readonly text: string;
  /** The body, if it is JSON and short. */
  readonly json: Json | undefined;
  /** The `message` of a JSON body, else empty. */
  readonly jsonMessage: string;
  readonly isHtml: boolean;
}

/** A row of the table of replies. Rows are asked in order; the first that knows a reply decides. */
export interface Row {
  readonly name: string;
  readonly matches: (view: ReplyView) => boolean;
  /** What it tells, it gets from a reply that has no secret in it any more. */
  readonly verdict: (view: ReplyView) => Omit<Verdict, 'row'>;
}

/**
 * Whether Envoy (Istio and others build on it) says that it lost the server behind it when that may have had the request:
 * it says so with 503, which else says that nothing was passed on.
 */
export function lostItsUpstream({ status, text }: ReplyView): boolean {
  const reason = /disconnect\/reset before headers\.(?: retried and the latest)? reset reason: (.*)/.exec(text)?.[1];
  return (
    status === 503 &&
    reason !== undefined &&
    !/^(?:remote )?(?:connection failure|connection timeout|overflow)/.test(reason)
  );
}

/**
 * Whether the workflow itself answered, and not n8n for it: n8n puts a sandbox policy on what an author makes it answer.
 * Where an instance has switched that off, this cannot be told.
 */
export function isWorkflowsAnswer({ headers }: ReplyView): boolean {
  return /\bsandbox\b/.test(String(headers['content-security-policy'] ?? ''));
}

/** What the server said, quoted for a message: one line, cut short, without what is secret in the webhook's URL. */
export function quoteReply({ text, jsonMessage, call }: ReplyView): string {
  const said = excerpt(withoutAddress(jsonMessage || text, call));
  return said === '' ? 'an empty body' : `"${said}"`;
}

/**
 * A text without the webhook's path and query, which are half a secret, in any form in which it may repeat them.
 *
 * @param text without what `redact` takes out, which the address may have in it
 */
export function withoutAddress(text: string, { url, redact = asItIs }: Pick<Call, 'url' | 'redact'>): string {
  const path = url.pathname.replace(/^.*?\/webhook(?:-test|-waiting)?\/|^\//, '');
  const query = url.search.slice(1);
  const values = [...url.searchParams.values()];
  const forms = [path, decode(path), query, decode(query), ...values, ...values.map(encodeURIComponent)];
  const hidden = [...forms, ...forms.map(redact)].filter((form) => form.length > 2).sort((a, b) => b.length - a.length);
  return hidden.reduce((rest, form) => rest.replaceAll(form, '…'), text);
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Where a redirect points to, without query and credentials. */

export function placeOf({ headers, call }: { headers: ReplyView['headers']; call: Pick<Call, 'url'> }): string {
  const place = URL.parse(headers.location ?? '', call.url.href);
  if (!place) return 'a place that is no URL';
  if (place.origin === call.url.origin) return 'another path of the same server';
  // From http to https, or to another host, the path is mostly the same, and half a secret.
  return place.origin + withoutAddress(place.pathname, call);
}
