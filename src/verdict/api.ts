import { asItIs, type Redact } from '../host/masks.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import type { AddressSource } from '../n8n/address.ts';
import { excerpt } from '../text/format.ts';
import { isMap, tryJson } from '../text/json.ts';
import { judge } from './judge.ts';
import { type Call, placeOf } from './row.ts';
import type { Verdict } from './verdict.ts';

/** What is read, for the texts of its failures. */
export interface Subject {
  /** Such as `the workflow`. */
  readonly thing: string;
  /** The API key's scope that it takes. */
  readonly scope: string;
  /** What to check where it is not there; absent if every n8n has it. */
  readonly ifMissing?: string;
  /** What to say where this n8n is too old to have the endpoint, if there are such. */
  readonly ifTooOld?: string;
}

/** What is asked. */
interface Asked {
  readonly url: URL;
  readonly from: AddressSource;
  /** Takes what is secret out of what is told of the reply. */
  readonly redact?: Redact | undefined;
}

/** How to name the source in a sentence, and what to check where the address may be wrong. */
const SOURCES: Readonly<Record<AddressSource, { readonly name: string; readonly hint: string }>> = {
  url: { name: 'url', hint: 'Check url' },
  'api-url': { name: 'api-url', hint: 'Check api-url' },
  webhook: {
    name: 'What stands before /webhook/ in url',
    hint: "Check url, or give n8n's own address in api-url if it has another one",
  },
};

/** Passing trouble: asking again may help. */
const passing = { success: false, ran: 'no', retry: { minDelayMs: 0 } } as const;

/** What n8n's API says of a path that it does not have; of a thing that is not there it says `Not Found`. */
const NO_ENDPOINT = 'not found';

const lasting = { success: false, ran: 'no' } as const;

/** What a reply of n8n's public API means. */
export function judgeApi(reply: Exchange, asked: Asked, subject: Subject): Verdict {
  if (reply.kind === 'breakdown') {
    if (reply.code === 'ABORTED') return { ...passing, row: 'aborted', message: STOPPED_ASKING, hint: '' };
    const message = `n8n's API at ${asked.url.host} was not reached (${reply.code}).`;
    const hint = `${SOURCES[asked.from].hint}, and see that this runner may reach that host.`;
    return { ...passing, row: 'api-unreachable', message, hint };
  }
  const { status } = reply;
  const text = reply.body.start.toString('utf8');
  if (status === 200 && /^\s*\{/.test(text)) return { row: 'api-ok', success: true, ran: 'no', message: '', hint: '' };
  const data = tryJson(text);
  const answer = isMap(data) && typeof data['message'] === 'string' ? data['message'] : text;
  // What is decided is decided by what the server said, and what is told has no secret in it.
  const said = excerpt((asked.redact ?? asItIs)(answer), 100);
  if (status === 429 || status >= 500 || text.startsWith('n8n is starting up')) {
    const message = `n8n's API is not available now (HTTP ${status}: ${said}).`;
    return { ...passing, row: 'api-unavailable', message, hint: 'Run the step again when n8n is up.' };
  }
  if (status >= 300 && status < 400 && reply.headers.location !== undefined) return redirected(reply, asked);
  if (isMap(data)) return refusal(status, { message: excerpt(answer, 100), said }, asked, subject);
  if (status === 401 || status === 403) {
    return {
      ...lasting,
      row: 'api-blocked',
      message: `Something before n8n's API refused the call (HTTP ${status}: ${said || 'an empty body'}).`,
      hint: 'n8n itself refuses in JSON: a proxy or firewall before it did. Let /api/v1/ pass it; where it requires Basic Auth, give user:password in url.',
    };
  }
  return status === 204 ? SILENT : notThere(status, asked);
}

/** What is told where the job was cancelled while n8n was asked. */
export const STOPPED_ASKING = 'The step was stopped while it asked n8n.';

const SILENT: Verdict = {
  ...lasting,
  row: 'api-silent',
  message: "n8n's API answered nothing (204), as it does to clients that it takes for crawlers.",
  hint: 'See whether a proxy on the way changes the User-Agent.',
};

function redirected({ status, headers }: Reply, { url, from, redact = asItIs }: Asked): Verdict {
  const place = redact(placeOf({ headers, call: { url } }));
  return {
    ...lasting,
    row: 'api-redirect',
    message: `n8n's API redirects (HTTP ${status}) to ${place}; redirects are not followed, because they would carry the key along.`,
    hint: `If n8n lives there, give ${address(from)}; else let /api/v1/ pass what stands before n8n.`,
  };
}

function refusal(
  status: number,
  { message, said }: { readonly message: string; readonly said: string },
  asked: Asked,
  { thing, scope, ifMissing, ifTooOld }: Subject,
): Verdict {
  switch (status) {
    case 401:
      return {
        ...lasting,
        row: 'api-unauthorized',
        message: "n8n's API does not accept this secret-key (401).",
        hint: 'Check that the key is of this instance and has not expired (n8n, Settings, n8n API); a public API that is switched off answers so too.',
      };
    case 403:
      return {
        ...lasting,
        row: 'api-forbidden',
        message: `This secret-key has no right to ${thing} (403).`,
        hint: `Give the key the scope ${scope} (n8n, Settings, n8n API).`,
      };
    case 404:
      // What a gateway before n8n says while its route is away is passing trouble.
      if (!/not found/i.test(message)) return { ...passing, ...notThere(status, asked) };
      return {
        ...lasting,
        row: 'api-not-found',
        ...(ifTooOld !== undefined && message === NO_ENDPOINT
          ? { message: ifTooOld, hint: '' }
          : {
              message: `n8n's API does not know ${thing}, or this secret-key may not see it (404).`,
              hint: ifMissing ?? `${SOURCES[asked.from].hint}.`,
            }),
      };
    default:
      return { ...lasting, row: 'api-refused', message: `n8n's API answered HTTP ${status}: ${said}.`, hint: '' };
  }
}

/** A page where JSON was due. While n8n starts, its API is such a page for some seconds (404). */
function notThere(status: number, { from }: Asked): Verdict {
  const message = `${SOURCES[from].name} is not the address of n8n's API: the reply is not JSON (HTTP ${status}).`;
  // Of a public API that is switched off, newer n8n says 401.
  const hint =
    status === 404
      ? `Give ${address(from)}; a public API that is switched off answers so too.`
      : `Give ${address(from)}.`;
  return { ...(status === 404 ? passing : lasting), row: 'api-not-there', message, hint };
}

function address(from: AddressSource): string {
  const input = from === 'url' ? 'url' : 'api-url';
  return `the address that opens n8n in the browser in ${input}, with its sub-path if it has one`;
}

/** What a reply to a request means that cannot have run anything. */
export function judgeReading(
  reply: Exchange,
  asked: Pick<Call, 'url' | 'addressInput' | 'timeoutMs' | 'redact'>,
): Verdict {
  const { url, addressInput } = asked;
  if (reply.kind === 'breakdown') {
    if (reply.code === 'ABORTED') return { ...passing, row: 'aborted', message: STOPPED_ASKING, hint: '' };
    const message = `n8n's MCP server at ${url.host} was not reached (${reply.code}).`;
    const hint = `Check ${addressInput}, and that this runner may reach that host.`;
    return { ...passing, row: 'mcp-unreachable', message, hint };
  }
  const start = reply.body.start.toString('utf8', 0, 100);
  if (reply.status === 200 && /^\s*(?:\{|event:|data:|id:|retry:|:)/.test(start)) {
    return { row: 'mcp-ok', success: true, ran: 'no', message: '', hint: '' };
  }
  const acceptStatus = [[200, 299]] as const;
  const sent = { mode: 'api', route: 'mcp', method: 'POST', bodySize: 0, contentType: '', credentials: [] } as const;
  return { ...judge(reply, { ...asked, ...sent, acceptStatus }), ran: 'no' };
}
