import type { Reply } from '../http/exchange.ts';
import type { StatusRange } from '../http/status.ts';
import type { AddressInput } from '../n8n/address.ts';
import type { Json } from '../text/json.ts';
import { type SafeText, type Show, say } from '../text/safe.ts';
import type { Answerer } from './answerer.ts';
import type { RowName } from './row-name.ts';
import type { Verdict } from './verdict.ts';

/** The request that was sent, for the rows. */
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
  /** The User-Agent from the input headers, in place of the action's own. */
  readonly userAgent?: string | undefined;
  /** The payload's `action`, which says what a chat is to do. */
  readonly chatAction?: string | undefined;
  /** The names of the inputs whose credentials were sent. */
  readonly credentials: readonly string[];
  readonly timeoutMs: number;
  readonly acceptStatus: readonly StatusRange[];
  /** Makes text from the reply safe to show. */
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
  readonly answerer: Answerer;
}

/** A row of the table of replies. The first row that matches a reply decides. */
export interface Row {
  readonly name: RowName;
  readonly matches: (view: ReplyView) => boolean;
  readonly verdict: (view: ReplyView) => Omit<Verdict, 'row'>;
}

/**
 * The pause after replies that soon change, in milliseconds: publishing a workflow takes n8n up to five seconds (2.40
 * and later), starting up some more. With the default of three retries, these pauses bridge both.
 */
export const A_LITTLE = { minDelayMs: 2000 };

/** Whether a body is a page, and not just text sent as HTML, as n8n's Respond to Webhook node sends all text. */
export function isPage({ headers, text }: ReplyView): boolean {
  const type = headers['content-type'];
  return (
    /^[\s\ufeff]*<[a-z!?]/i.test(text) &&
    (type === undefined || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type))
  );
}

/** Whether a body is JSON, which may come from the workflow's author where n8n does not mark replies. */
export function isJsonReply({ headers, json }: ReplyView): boolean {
  return json !== undefined || /\bjson\b/i.test(headers['content-type'] ?? '');
}

/** What the server said, quoted for a message. */
export function quoteReply({ text, jsonMessage, call }: ReplyView): SafeText {
  const said = call.show(jsonMessage || text);
  return said === '' ? say`an empty body` : say`"${said}"`;
}

/** Where a redirect points to, without query and credentials. */
export function placeOf(headers: ReplyView['headers'], { url, show }: Pick<Call, 'url' | 'show'>): SafeText {
  const place = URL.parse(headers.location ?? '', url.href);
  if (!place || !/^https?:$/.test(place.protocol)) return say`a place that is no URL`;
  if (place.origin === url.origin) return say`another path of the same server`;
  return show(place.origin + place.pathname);
}
