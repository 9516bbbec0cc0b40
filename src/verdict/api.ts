import type { Exchange, Reply } from '../http/exchange.ts';
import { isSuccess } from '../http/status.ts';
import { type AddressSource, inputOf } from '../n8n/address.ts';
import { isMap, tryJson } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { NOTHING, type SafeText, type Show, say } from '../text/safe.ts';
import { type ApiFailure, type ApiFailureCode, lasting } from './api-failure.ts';
import { isFromCache } from './cache.ts';
import { placeOf, wordsOf } from './reply.ts';
import { mcpRefusal, mcpRows } from './rows/mcp.ts';
import type { Verdict } from './verdict.ts';

/** What a request asks for, as its failure messages name it. */
export interface Subject {
  /** Such as `the workflow`. */
  readonly thing: SafeText;
  /** What is done to it, such as `publish the workflow`; absent if it is only read. */
  readonly deed?: SafeText;
  /** The scope that the API key needs. */
  readonly scope: SafeText;
  /** What to check if it is missing; absent if every n8n has it. */
  readonly ifMissing?: SafeText;
  /** The message if this n8n is too old for the endpoint; absent if every n8n has it. */
  readonly ifTooOld?: SafeText;
}

/** A request, as its failure messages need it. */
export interface Asked {
  readonly url: URL;
  readonly from: AddressSource;
  readonly show: Show;
}

/** An address's source in messages: its name, what to check, and what to set. */
interface Source {
  readonly name: SafeText;
  readonly hint: SafeText;
  readonly fix: SafeText;
}

const setIn = (input: SafeText): SafeText =>
  say`Set ${input} to the address that opens n8n in the browser, with its sub-path if it has one`;

const SOURCES: Readonly<Record<AddressSource, Source>> = {
  url: { name: say`url`, hint: say`Check url`, fix: setIn(say`url`) },
  'api-url': { name: say`api-url`, hint: say`Check api-url`, fix: setIn(say`api-url`) },
  webhook: {
    name: say`The part of url before /webhook/`,
    hint: say`Check url, or give n8n's own address in api-url if it has another one`,
    fix: setIn(say`api-url`),
  },
};

const API = say`n8n's API`;
const MCP = say`n8n's MCP server`;

/** n8n's API says this about a path that it does not have; for a missing resource it says `Not Found`. */
const NO_ENDPOINT = 'not found';

/** What a reply of n8n's public API means. */
export function judgeApi(made: Exchange, asked: Asked, subject: Subject): Result<Reply, ApiFailure> {
  const usable = usableReply(made, asked, API);
  if (!usable.ok) return usable;
  const { status } = usable.value;
  const text = startOf(usable.value);
  if (isSuccess(status) && /^\s*\{/.test(text)) return usable;
  if (status === 413) return failed(TOO_LARGE);
  if (isMap(tryJson(text))) return failed(refusal(status, messageIn(text), asked, subject));
  if (status === 401 || status === 403) return failed(blocked(usable.value, asked, API));
  return failed(status === 204 ? SILENT : notThere(status, asked));
}

/** The same for replies that are not JSON. */
export function judgeText(made: Exchange, asked: Asked, subject: Subject): Result<Reply, ApiFailure> {
  const isText = made.kind === 'reply' && made.status === 200 && !/^\s*<|^n8n is starting up/.test(startOf(made));
  return isText ? ok(made) : judgeApi(made, asked, subject);
}

/** What a reply of n8n's MCP server means, before its answer is read. */
export function judgeMcp(made: Exchange, asked: Asked): Result<Reply, ApiFailure> {
  const usable = usableReply(made, asked, MCP);
  if (!usable.ok) return usable;
  const { status, headers } = usable.value;
  const text = startOf(usable.value);
  if (status === 200 && /^\s*(?:\{|event:|data:|id:|retry:|:)/.test(text)) return usable;
  const { show, from } = asked;
  const view = { status, headers, jsonMessage: messageIn(text), call: { addressInput: inputOf(from), show } };
  const row = mcpRows.find(({ when }) => when.where(view));
  if (row) {
    const transient = row.retry !== undefined;
    return failed({ ...lasting(row.name, row.message(view), row.hint(view), status), transient });
  }
  if (status === 401 || status === 403) return failed(blocked(usable.value, asked, MCP));
  const said = show(messageIn(text), 100) || say`an empty body`;
  const message = say`The reply is not from an MCP server (HTTP ${status}: ${said}).`;
  const hint = say`Check that ${show(inputOf(from))} is the address of n8n, and that nothing in front of it replied.`;
  return failed(lasting('mcp-unreadable', message, hint, status));
}

/** Why a tool of n8n's MCP server gave no result. */
export function mcpToolFailure(message: string, code: number | undefined, show: Show): ApiFailure {
  const said = mcpRefusal(message, show, code);
  return lasting(said.name, said.message, said.hint);
}

/** A reply in a form that cannot be read. */
export function unreadable(thing: SafeText, size?: number): ApiFailure {
  const bytes = size === undefined ? NOTHING : say` (${size} bytes)`;
  return lasting('api-unreadable', say`n8n's API returned ${thing} in a form that cannot be read${bytes}.`);
}

/** A failed read as the verdict of a step, which ends before anything is triggered. */
export function verdictOfFailure({ code, message, hint = NOTHING }: ApiFailure): Verdict {
  return { row: code, success: false, ran: 'no', message, hint };
}

const SILENT: ApiFailure = lasting(
  'api-silent',
  say`n8n's API sent an empty reply (204), as it does to clients that it takes for crawlers.`,
  say`Check whether a proxy on the way changes the User-Agent.`,
  204,
);

const TOO_LARGE: ApiFailure = lasting(
  'api-refused',
  say`It is larger than n8n, or a proxy in front of n8n, accepts (HTTP 413).`,
  say`n8n accepts 16 MiB, or as much as its N8N_PAYLOAD_SIZE_MAX says.`,
  413,
);

/** A reply that is worth reading; else the failure, which is the same for the API and the MCP server. */
function usableReply(made: Exchange, { url, from, show }: Asked, server: SafeText): Result<Reply, ApiFailure> {
  if (made.kind === 'breakdown') {
    const { code, stage } = made;
    const mayHaveArrived = stage === 'wait' || stage === 'receive';
    if (code === 'ABORTED') {
      const message = say`The step was stopped while calling n8n's API.`;
      return failed({ code: 'aborted', message, transient: false, mayHaveArrived });
    }
    const message = say`${server} at ${show(url.host)} was not reached (${show(code, 60)}).`;
    const hint = say`${SOURCES[from].hint}, and that this runner can reach that host.`;
    return failed({ code: 'api-unreachable', message, hint, transient: true, mayHaveArrived });
  }
  const { status, headers } = made;
  if (isFromCache(headers)) {
    const message = say`A cache in front of n8n replied in place of ${server}, and its reply may be outdated.`;
    const hint = say`Exempt n8n's API, and everything else but static files, from that cache.`;
    return failed({ code: 'api-unavailable', message, hint, transient: true, status, mayHaveArrived: false });
  }
  const text = startOf(made);
  const isStarting = text.startsWith('n8n is starting up');
  if (status === 429 || status >= 500 || isStarting) {
    const message = say`${server} is not available now (HTTP ${status}: ${show(messageIn(text), 100)}).`;
    const hint = say`Run the step again when n8n is up.`;
    const mayHaveArrived = status !== 429 && !isStarting;
    return failed({ code: 'api-unavailable', message, hint, transient: true, status, mayHaveArrived });
  }
  if (status < 300 || status >= 400 || headers.location === undefined) return ok(made);
  const place = placeOf(headers, { url, show });
  const message = say`${server} redirects (HTTP ${status}) to ${place}; redirects are not followed, because they would carry the key along.`;
  const hint = say`${SOURCES[from].fix}. If a login in front of n8n redirects, put the headers that it requires in api-headers.`;
  return failed(lasting('api-redirect', message, hint, status));
}

function refusal(status: number, said: string, asked: Asked, subject: Subject): ApiFailure {
  const { thing, deed, scope, ifMissing, ifTooOld } = subject;
  const because = (code: ApiFailureCode, message: SafeText, hint?: SafeText) => lasting(code, message, hint, status);
  if (status === 401) {
    const hint = say`Check that the key is of this instance and has not expired (n8n, Settings, n8n API); a disabled public API gives the same reply.`;
    return because('api-unauthorized', say`n8n's API does not accept this secret-key (401).`, hint);
  }
  if (status === 403) {
    const hint = say`Give the key the scope ${scope} (n8n, Settings, n8n API).`;
    return because('api-forbidden', say`This secret-key has no right to ${deed ?? thing} (403).`, hint);
  }
  if (status === 404) {
    // A gateway in front of n8n also says 404 while its route is temporarily missing. Of a workflow to be written that
    // does not exist, n8n says that the key has no permission.
    if (!/not found|do not have permission/i.test(said)) return notThere(status, asked);
    if (ifTooOld !== undefined && said === NO_ENDPOINT) return because('api-too-old', ifTooOld);
    const message = say`n8n's API did not find ${thing}, or this secret-key has no access to it (404).`;
    return because('api-not-found', message, ifMissing ?? say`${SOURCES[asked.from].hint}.`);
  }
  // Before n8n 1.112, running executions cannot be listed.
  if (status === 400 && /^request[/.]query[/.]status (?:must|should) be/.test(said)) {
    const message = say`This n8n cannot list running executions (HTTP 400: ${asked.show(said, 100)}).`;
    return because('api-too-old', message, say`Update n8n to 1.112 or later.`);
  }
  const words = asked.show(said.replace(/[.\s]+$/, ''), 300);
  return because('api-refused', say`n8n's API replied with HTTP ${status}: ${words}.`);
}

function blocked(reply: Reply, { show }: Asked, server: SafeText): ApiFailure {
  const said = show(messageIn(startOf(reply)), 100) || say`an empty body`;
  const message = say`Something in front of ${server} refused the call (HTTP ${reply.status}: ${said}).`;
  const hint = say`n8n itself would refuse in JSON, so this was a proxy or firewall. Let the request pass it, or send what it requires: Basic Auth as user:password@ in url, other headers in api-headers.`;
  return lasting('api-blocked', message, hint, reply.status);
}

/** A page instead of JSON. While n8n starts, its API replies with such a page for some seconds (404). */
function notThere(status: number, { from }: Asked): ApiFailure {
  const { name, fix } = SOURCES[from];
  const message = say`${name} is not the address of n8n's API: the reply is not JSON (HTTP ${status}).`;
  if (status !== 404) return lasting('api-not-there', message, say`${fix}.`, status);
  const hint = say`${fix}; a disabled public API gives the same reply.`;
  return { ...lasting('api-not-there', message, hint, status), transient: true };
}

function startOf({ body }: Reply): string {
  return body.start.toString('utf8');
}

/** The `message` of a JSON reply, the words of a page, else all of it. */
function messageIn(text: string): string {
  const data = tryJson(text);
  if (isMap(data) && typeof data['message'] === 'string') return data['message'];
  return /^\s*</.test(text) ? wordsOf(text) : text;
}
