import { NOTHING, type SafeText, say } from '../text/safe.ts';
import type { Call, ReplyView } from './row.ts';

/** How much of a page is searched, in characters: pages may be hostile, and the time grows with their square. */
const MOST = 16_384;

/** The part of a page that is searched. */
export function headOf(text: string): string {
  return text.slice(0, MOST);
}

/** Whether a body is a page, and not just text sent as HTML, as n8n's Respond to Webhook node sends all text. */
export function isPage({ headers, text }: ReplyView): boolean {
  const type = headers['content-type'];
  return (
    /^[\s\ufeff]*<[a-z!?]/i.test(text) &&
    (type === undefined || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type))
  );
}

/** Whether a body is JSON, which may come from the workflow's author if n8n does not mark replies. */
export function isJsonReply({ headers, json }: ReplyView): boolean {
  return json !== undefined || /\bjson\b/i.test(headers['content-type'] ?? '');
}

/** A page's title; undefined if it has none. */
export function titleOf(text: string): string | undefined {
  return /<title[^<>]{0,100}>\s*([^<\s][^<]{0,200})/i.exec(headOf(text))?.[1];
}

/** What a page says: its title, or else its text. */
export function wordsOf(page: string): string {
  return titleOf(page) ?? headOf(page).replace(/<[^<>]*>/g, ' ');
}

/** What the server said, quoted for a message. */
export function quoteReply(view: ReplyView): SafeText {
  const { text, jsonMessage, call } = view;
  const said = call.show(jsonMessage || (isPage(view) ? wordsOf(text) : text));
  return said === '' ? say`an empty body` : say`"${said}"`;
}

/** Which server replied, as it names itself, to follow other words; empty if it does not. */
export function byServer({ headers: { server }, call }: ReplyView): SafeText {
  return server === undefined ? NOTHING : say`, from the server "${call.show(String(server), 80)}"`;
}

/** Where a redirect points to, without query and credentials. */
export function placeOf(headers: ReplyView['headers'], { url, show }: Pick<Call, 'url' | 'show'>): SafeText {
  const place = URL.parse(headers.location ?? '', url.href);
  if (!place || !/^https?:$/.test(place.protocol)) return say`an invalid URL`;
  if (place.origin === url.origin) return say`another path on the same server`;
  return show(place.origin + place.pathname);
}
