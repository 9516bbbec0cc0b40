import type { Exchange } from '../http.ts';
import { isMap, tryJson } from '../json-text.ts';
import { asItIs } from '../masks.ts';
import { excerpt } from '../text.ts';
import type { Verdict } from '../verdicts/row.ts';

/** What is read, for the texts of its failures. */
export interface Subject {
  /** Such as `the workflow`. */
  readonly thing: string;
  /** The API key's scope that it takes. */
  readonly scope: string;
  /** What to check where it is not there. */
  readonly ifMissing: string;
  /** What to say where this n8n is too old to have the endpoint, if there are such. */
  readonly ifTooOld?: string;
}

/** Passing trouble: asking again may help. */
const passing = { success: false, ran: 'no', retry: { leastMs: 0 } } as const;

/** What n8n's API says of a path that it does not have; of a thing that is not there it says `Not Found`. */
const NO_ENDPOINT = 'not found';

const lasting = { success: false, ran: 'no' } as const;

/**
 * What a reply of n8n's public API means.
 *
 * @param redact takes what is secret out of what is told of it
 */
export function judgeApi(reply: Exchange, host: string, subject: Subject, redact = asItIs): Verdict {
  if (reply.kind === 'breakdown') {
    const what = `n8n's API at ${host} was not reached (${reply.code}).`;
    return { ...passing, row: 'api-unreachable', what, advice: 'Check url, and that this runner may reach that host.' };
  }
  const { status } = reply;
  const text = reply.body.start.toString('utf8');
  if (status === 200 && /^\s*\{/.test(text)) return { row: 'api-ok', success: true, ran: 'no', what: '', advice: '' };
  const data = tryJson(text);
  const answer = isMap(data) && typeof data['message'] === 'string' ? data['message'] : text;
  // What is decided is decided by what the server said, and what is told has no secret in it.
  const [message, said] = [excerpt(answer, 100), excerpt(redact(answer), 100)];
  if (status === 429 || status >= 500 || text.startsWith('n8n is starting up')) {
    const what = `n8n's API is not available now (HTTP ${status}: ${said}).`;
    return { ...passing, row: 'api-unavailable', what, advice: 'Run the step again when n8n is up.' };
  }
  return isMap(data) || status !== 404 ? refusal(status, { message, said }, isMap(data), subject) : notThere(status);
}

function refusal(
  status: number,
  { message, said }: { readonly message: string; readonly said: string },
  isJson: boolean,
  { thing, scope, ifMissing, ifTooOld }: Subject,
): Verdict {
  switch (status) {
    case 401:
      return {
        ...lasting,
        row: 'api-unauthorized',
        what: "n8n's API does not accept this secret-key (401).",
        advice:
          'Check that the key is of this instance and has not expired (n8n, Settings, n8n API); a public API that is switched off answers so too.',
      };
    case 403:
      return {
        ...lasting,
        row: 'api-forbidden',
        what: `This secret-key has no right to ${thing} (403).`,
        advice: `Give the key the scope ${scope} (n8n, Settings, n8n API).`,
      };
    case 404:
      // What a gateway before n8n says while its route is away is passing trouble.
      if (!/not found/i.test(message)) return { ...passing, ...notThere(status) };
      return {
        ...lasting,
        row: 'api-not-found',
        ...(ifTooOld !== undefined && message === NO_ENDPOINT
          ? { what: ifTooOld, advice: '' }
          : { what: `n8n's API does not know ${thing}, or this secret-key may not see it (404).`, advice: ifMissing }),
      };
    case 204:
      return {
        ...lasting,
        row: 'api-silent',
        what: "n8n's API answered nothing (204), as it does to clients that it takes for crawlers.",
        advice: 'See whether a proxy on the way changes the User-Agent.',
      };
    default:
      if (!isJson) return notThere(status);
      return { ...lasting, row: 'api-refused', what: `n8n's API answered HTTP ${status}: ${said}.`, advice: '' };
  }
}

/** A page where JSON was due. While n8n starts, its API is such a page for some seconds (404). */
function notThere(status: number): Verdict {
  const what = `url is not the address of n8n's API: the reply is no JSON (HTTP ${status}).`;
  const address = 'Give the address that opens n8n in the browser, with its sub-path if it has one';
  // Of a public API that is switched off, newer n8n says 401.
  const advice = status === 404 ? `${address}; a public API that is switched off answers so too.` : `${address}.`;
  return { ...(status === 404 ? passing : lasting), row: 'api-not-there', what, advice };
}
