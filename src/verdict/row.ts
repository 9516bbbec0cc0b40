import type { Reply } from '../http/exchange.ts';
import type { StatusRange } from '../http/status.ts';
import type { AddressInput } from '../n8n/address.ts';
import type { Json } from '../text/json.ts';
import { type SafeText, type Show, say } from '../text/safe.ts';
import type { RowName } from './row-name.ts';
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
  /** The door for what the reply says. */
  readonly show: Show;
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
  readonly name: RowName;
  readonly matches: (view: ReplyView) => boolean;
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

/** What the server said, quoted for a message. */
export function quoteReply({ text, jsonMessage, call }: ReplyView): SafeText {
  const said = call.show(jsonMessage || text);
  return said === '' ? say`an empty body` : say`"${said}"`;
}

/** Where a redirect points to, without query and credentials. */
export function placeOf(headers: ReplyView['headers'], { url, show }: Pick<Call, 'url' | 'show'>): SafeText {
  const place = URL.parse(headers.location ?? '', url.href);
  if (!place) return say`a place that is no URL`;
  if (place.origin === url.origin) return say`another path of the same server`;
  return show(place.origin + place.pathname);
}
