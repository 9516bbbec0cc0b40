import { type SafeText, say } from '../text/safe.ts';
import type { Call, ReplyView } from './row.ts';

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
