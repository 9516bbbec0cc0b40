import { isWithin } from '../../http/status.ts';
import { decode } from '../../n8n/address.ts';
import { formatDuration } from '../../text/format.ts';
import { NOTHING, type SafeText, say } from '../../text/safe.ts';
import { asksForPause } from '../answerer.ts';
import { ageOf } from '../cache.ts';
import type { ProxySaying } from '../proxies.ts';
import { byServer, isJsonReply, isPage, placeOf, quoteReply } from '../reply.ts';
import { A_LITTLE, AT_ONCE, nothingRan, type ReplyView, type Row } from '../row.ts';
import { refusal } from './refused.ts';

const EXEMPT_HINT = say`Exempt the webhook's path from that cache, or let the Webhook node listen to POST and set method to it.`;
const UNSERVED_HINT = say`Check that n8n is running, and that the proxy points to it. If it was restarting, run the step again, or raise retries.`;
export const LOGIN_HINT = say`Exempt the webhook's path from it, or send what it requires in headers.`;
const REFUSED_HINT = say`Let this runner's calls to n8n pass there, or send what it requires in headers.`;

/** The row for a reply of a proxy that identifies itself and did not pass the call on. */
export function notPassedOnBy({ proxy, hint }: ProxySaying, status: number): Row {
  const isRefusal = status < 500 && status !== 404 && status !== 429;
  return {
    name: 'not-passed-on',
    ran: 'no',
    // A refusal stays one when the call is sent again.
    ...(hint === undefined && !isRefusal && { retry: status === 404 ? A_LITTLE : AT_ONCE }),
    message: (view) => say`${proxy} did not pass the call on to n8n (HTTP ${status}, ${quoteReply(view)}).`,
    hint: hint ?? (isRefusal ? REFUSED_HINT : UNSERVED_HINT),
  };
}

/** Replies from something in front of n8n, whose status or header shows that the call was not passed on. */
export const notPassedOnRows = nothingRan([
  {
    name: 'login-page',
    when: { status: [301, 302, 303, 307, 308, 401], where: leadsToLogin },
    message: ({ status, headers, call }) =>
      say`Something in front of n8n requires a login: it redirects (HTTP ${status}) to ${placeOf(headers, call)}.`,
    hint: LOGIN_HINT,
  },
  {
    name: 'not-passed-on',
    when: { where: (view) => view.status in UNHANDLED_HINT && !isJsonReply(view) },
    message: (view) =>
      say`The request was refused before anything handled it (HTTP ${view.status}, ${quoteReply(view)}).`,
    hint: ({ status }) => UNHANDLED_HINT[status] ?? NOTHING,
  },
  {
    name: 'unauthorized',
    // Who asks for a login so has not applied the request (RFC 9110, section 15.5.2), and workflows do not ask for one.
    when: { status: 401, where: ({ headers }) => headers['www-authenticate'] !== undefined },
    message: refusal,
    hint: say`Send the login that it requires, in headers or basic-auth.`,
  },
  {
    name: 'overloaded',
    when: {
      status: [429, 503],
      where: (view) => (view.status === 429 || asksForPause(view.headers)) && !mayBeAccepted(view),
    },
    retry: AT_ONCE,
    message: (view) => say`The server is overloaded or limits calls (HTTP ${view.status}, ${quoteReply(view)}).`,
    hint: say`Try again later, or raise retries.`,
  },
  {
    name: 'not-passed-on',
    when: { status: 405, where: acceptsOtherMethods },
    message: ({ headers, call }) =>
      say`The server does not accept ${call.show(call.method)} at this address, only ${call.show(headers.allow || 'nothing', 60)} (405).`,
    hint: ({ call }) => say`Check ${call.show(call.addressInput)}: n8n's webhooks never reply this way.`,
  },
  {
    name: 'no-such-page',
    when: { status: 404, text: /\S/, where: (view) => !isJsonReply(view) },
    retry: A_LITTLE,
    message: (view) => say`Something in front of n8n has nothing at this address (404, ${quoteReply(view)}).`,
    hint: ({ call }) =>
      say`n8n itself replies in JSON. Compare ${call.show(call.addressInput)} with the Production URL in the Webhook node; if it is right, n8n may be restarting, or its proxy does not know the address.`,
  },
  {
    name: 'not-passed-on',
    when: { where: (view) => view.status >= 400 && view.status < 500 && isPage(view) },
    message: (view) =>
      say`The call was refused before it reached a workflow (HTTP ${view.status}, ${quoteReply(view)}${byServer(view)}).`,
    hint: say`If a proxy or firewall refused it, let this runner's calls to n8n pass there, or send what it requires in headers. Otherwise check url.`,
  },
]);

/**
 * A reply to GET or HEAD that a cache had stored. By default, Varnish stores the replies of n8n's webhooks and API for two
 * minutes. For another few seconds, it still serves them, and asks n8n in the background.
 */
export const CACHED: Row = {
  name: 'not-passed-on',
  ran: 'maybe',
  retry: A_LITTLE,
  overruledByExecution: true,
  message: ({ status, headers }) => {
    const age = ageOf(headers) > 0 ? say`, ${formatDuration(ageOf(headers) * 1000)} old` : NOTHING;
    return say`A cache in front of n8n replied (HTTP ${status}${age}), and may not have passed the call on.`;
  },
  hint: EXEMPT_HINT,
};

/** Statuses that by definition say that the request was not handled, and what to do. */
const UNHANDLED_HINT: Readonly<Record<number, SafeText>> = {
  407: say`A proxy on the way requires a login: check HTTPS_PROXY and HTTP_PROXY in the runner's environment.`,
  421: say`The server, or its certificate, is not for this host name: check the name, and the proxy's list of hosts.`,
  425: say`Run the step again.`,
  431: say`Send fewer or shorter headers, or shorten the query.`,
  511: say`The runner's network requires a login before it allows any traffic.`,
};

/**
 * Whether a redirect leads to a login: by OpenID Connect, SAML or WS-Federation, or one that returns to the call's own
 * address afterwards.
 */
function leadsToLogin({ headers, call: { url } }: ReplyView): boolean {
  const place = URL.parse(headers.location ?? '', url.href);
  const own = new Set([...url.searchParams].map(String));
  const query = new Map([...(place?.searchParams ?? [])].filter((pair) => !own.has(String(pair))));
  if (query.has('client_id') && (query.has('redirect_uri') || query.has('response_type'))) return true;
  if (query.has('SAMLRequest') || query.get('wa') === 'wsignin1.0') return true;
  return url.pathname !== '/' && [...query.values()].some((value) => decode(value).includes(url.pathname));
}

/** Whether the server names the methods that it accepts here, and the call's is not among them. */
function acceptsOtherMethods({ headers, call }: ReplyView): boolean {
  return (
    headers.allow !== undefined &&
    !headers.allow
      .toUpperCase()
      .split(/[\s,]+/)
      .includes(call.method)
  );
}

/** If n8n does not mark replies, JSON with a status that counts as success may be the workflow's reply. */
function mayBeAccepted(view: ReplyView): boolean {
  return isJsonReply(view) && isWithin(view.status, view.call.acceptStatus);
}
