import type { Breakdown, Exchange, Reply } from '../http/exchange.ts';
import type { AddressSource } from '../n8n/address.ts';
import { isMap, tryJson } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type SafeText, type Show, say } from '../text/safe.ts';
import type { ApiFailure, ApiFailureCode } from './api-failure.ts';
import { placeOf } from './row.ts';
import { mcpAccess, mcpRefusal } from './rows/mcp.ts';
import type { Verdict } from './verdict.ts';

/** What a request asks for, as its failure messages name it. */
export interface Subject {
  /** Such as `the workflow`. */
  readonly thing: SafeText;
  /** What is done to it, such as `publish the workflow`; absent where it is only read. */
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

/** How to name the source in a sentence, and what to check where the address may be wrong. */
const SOURCES: Readonly<Record<AddressSource, { readonly name: SafeText; readonly hint: SafeText }>> = {
  url: { name: say`url`, hint: say`Check url` },
  'api-url': { name: say`api-url`, hint: say`Check api-url` },
  webhook: {
    name: say`The part of url before /webhook/`,
    hint: say`Check url, or give n8n's own address in api-url if it has another one`,
  },
};

/** n8n's API says this about a path that it does not have; for a missing resource it says `Not Found`. */
const NO_ENDPOINT = 'not found';

/** What a reply of n8n's public API means. */
export function judgeApi(made: Exchange, asked: Asked, subject: Subject): Result<Reply, ApiFailure> {
  if (made.kind === 'breakdown') return failed(unreached(made, asked, API));
  const common = commonFailure(made, asked, API);
  if (common) return failed(common);
  const { status } = made;
  const text = startOf(made);
  if (status >= 200 && status < 300 && /^\s*\{/.test(text)) return ok(made);
  if (status === 413) return failed(TOO_LARGE);
  const data = tryJson(text);
  if (isMap(data)) return failed(refusal(status, messageIn(text), asked, subject));
  if (status === 401 || status === 403) return failed(blocked(made, asked, API));
  return failed(status === 204 ? SILENT : notThere(status, asked));
}

/** The same for replies that are not JSON. */
export function judgeText(made: Exchange, asked: Asked, subject: Subject): Result<Reply, ApiFailure> {
  const isText = made.kind === 'reply' && made.status === 200 && !/^\s*<|^n8n is starting up/.test(startOf(made));
  return isText ? ok(made) : judgeApi(made, asked, subject);
}

/** What a reply of n8n's MCP server means, before its answer is read. */
export function judgeMcp(made: Exchange, asked: Asked): Result<Reply, ApiFailure> {
  if (made.kind === 'breakdown') return failed(unreached(made, asked, MCP));
  const common = commonFailure(made, asked, MCP);
  if (common) return failed(common);
  const { status } = made;
  const text = startOf(made);
  if (status === 200 && /^\s*(?:\{|event:|data:|id:|retry:|:)/.test(text)) return ok(made);
  const { headers } = made;
  const denied = mcpAccess.find(({ matches }) => matches({ status, headers, jsonMessage: messageIn(text) }));
  if (!denied) return failed(mcpElse(made, asked));
  const { message, hint } = denied.why(status, inputName(asked.from));
  return failed({ ...lasting(denied.name, message, hint, status), transient: denied.isTransient });
}

/** Why a tool of n8n's MCP server gave no result. */
export function mcpToolFailure(message: string, code: number | undefined, show: Show): ApiFailure {
  const refusedTool = mcpRefusal(message, show, code);
  return lasting(refusedTool.row, refusedTool.message, refusedTool.hint);
}

/** An answer in a form that cannot be read. */
export function unreadable(thing: SafeText, size?: number): ApiFailure {
  const bytes = size === undefined ? say`` : say` (${size} bytes)`;
  return lasting('api-unreadable', say`n8n's API returned ${thing} in a form that cannot be read${bytes}.`);
}

/** A failed read as the verdict of a step, which ends before anything is triggered. */
export function verdictOf({ code, message, hint = say`` }: ApiFailure): Verdict {
  return { row: code, success: false, ran: 'no', message, hint };
}

/** The message where the job was cancelled during a request to n8n. */
const STOPPED_ASKING = say`The step was stopped while it asked n8n.`;

const API = say`n8n's API`;
const MCP = say`n8n's MCP server`;

const SILENT: ApiFailure = lasting(
  'api-silent',
  say`n8n's API answered with nothing (204), as it does to clients that it takes for crawlers.`,
  say`Check whether a proxy on the way changes the User-Agent.`,
  204,
);

const TOO_LARGE: ApiFailure = lasting(
  'api-refused',
  say`It is larger than n8n, or a proxy in front of n8n, accepts (HTTP 413).`,
  say`n8n accepts 16 MiB, or as much as its N8N_PAYLOAD_SIZE_MAX says.`,
  413,
);

function unreached({ code, stage }: Breakdown, { url, from, show }: Asked, server: SafeText): ApiFailure {
  const mayHaveArrived = stage === 'wait' || stage === 'receive';
  if (code === 'ABORTED') return { code: 'aborted', message: STOPPED_ASKING, transient: false, mayHaveArrived };
  const message = say`${server} at ${show(url.host)} was not reached (${show(code, 60)}).`;
  const hint = say`${SOURCES[from].hint}, and that this runner can reach that host.`;
  return { code: 'api-unreachable', message, hint, transient: true, mayHaveArrived };
}

/** Failures that are the same for n8n's API and its MCP server. */
function commonFailure(made: Reply, { url, from, show }: Asked, server: SafeText): ApiFailure | undefined {
  const { status } = made;
  const text = startOf(made);
  const isStarting = text.startsWith('n8n is starting up');
  if (status === 429 || status >= 500 || isStarting) {
    return {
      code: 'api-unavailable',
      message: say`${server} is not available now (HTTP ${status}: ${show(messageIn(text), 100)}).`,
      hint: say`Run the step again when n8n is up.`,
      transient: true,
      status,
      mayHaveArrived: status !== 429 && !isStarting,
    };
  }
  if (status >= 300 && status < 400 && made.headers.location !== undefined) {
    const place = placeOf(made.headers, { url, show });
    const hint = say`${whatToSet(from)}. If a login in front of n8n redirects, put the headers that it requires in api-headers.`;
    return lasting(
      'api-redirect',
      say`${server} redirects (HTTP ${status}) to ${place}; redirects are not followed, because they would carry the key along.`,
      hint,
      status,
    );
  }
  return undefined;
}

function refusal(status: number, message: string, asked: Asked, subject: Subject): ApiFailure {
  const { thing, deed, scope, ifMissing, ifTooOld } = subject;
  switch (status) {
    case 401:
      return lasting(
        'api-unauthorized',
        say`n8n's API does not accept this secret-key (401).`,
        say`Check that the key is of this instance and has not expired (n8n, Settings, n8n API); a disabled public API gives the same reply.`,
        status,
      );
    case 403:
      return lasting(
        'api-forbidden',
        say`This secret-key has no right to ${deed ?? thing} (403).`,
        say`Give the key the scope ${scope} (n8n, Settings, n8n API).`,
        status,
      );
    case 404:
      // A gateway in front of n8n also says 404 while its route is temporarily missing.
      if (!/not found/i.test(message)) return notThere(status, asked);
      if (ifTooOld !== undefined && message === NO_ENDPOINT) {
        return lasting('api-too-old', ifTooOld, undefined, status);
      }
      return lasting(
        'api-not-found',
        say`n8n's API does not know ${thing}, or this secret-key may not see it (404).`,
        ifMissing ?? say`${SOURCES[asked.from].hint}.`,
        status,
      );
    case 400:
      // Before n8n 1.112, running executions cannot be listed.
      if (/^request[/.]query[/.]status (?:must|should) be/.test(message)) {
        const said = asked.show(message, 100);
        return lasting(
          'api-too-old',
          say`This n8n cannot list running executions (HTTP 400: ${said}).`,
          say`Update n8n to 1.112 or later.`,
          status,
        );
      }
      return refused(status, message, asked);
    default:
      return refused(status, message, asked);
  }
}

function refused(status: number, message: string, { show }: Asked): ApiFailure {
  const said = show(message.replace(/[.\s]+$/, ''), 300);
  return lasting('api-refused', say`n8n's API answered HTTP ${status}: ${said}.`, undefined, status);
}

function blocked(reply: Reply, { show }: Asked, server: SafeText): ApiFailure {
  const said = show(startOf(reply), 100) || say`an empty body`;
  return lasting(
    'api-blocked',
    say`Something in front of ${server} refused the call (HTTP ${reply.status}: ${said}).`,
    say`n8n itself would refuse in JSON, so this was a proxy or firewall. Let the request pass it, or send what it requires: Basic Auth as user:password@ in url, other headers in api-headers.`,
    reply.status,
  );
}

/** A page in place of JSON. While n8n starts, its API answers with such a page for some seconds (404). */
function notThere(status: number, { from }: Asked): ApiFailure {
  const message = say`${SOURCES[from].name} is not the address of n8n's API: the reply is not JSON (HTTP ${status}).`;
  if (status !== 404) return lasting('api-not-there', message, say`${whatToSet(from)}.`, status);
  const hint = say`${whatToSet(from)}; a disabled public API gives the same reply.`;
  return passing('api-not-there', message, hint, status);
}

function mcpElse(reply: Reply, asked: Asked): ApiFailure {
  const { status } = reply;
  const message = messageIn(startOf(reply));
  if (status === 401 || status === 403) return blocked(reply, asked, MCP);
  const said = asked.show(message, 100) || say`an empty body`;
  return lasting(
    'mcp-unreadable',
    say`The reply is not from an MCP server (HTTP ${status}: ${said}).`,
    say`Check that ${inputName(asked.from)} is the address of n8n, and that nothing in front of it replied.`,
    status,
  );
}

function whatToSet(from: AddressSource): SafeText {
  const input = from === 'url' ? say`url` : say`api-url`;
  return say`Set ${input} to the address that opens n8n in the browser, with its sub-path if it has one`;
}

/** The input to mend. */
function inputName(from: AddressSource): SafeText {
  return from === 'api-url' ? say`api-url` : say`url`;
}

function startOf({ body }: Reply): string {
  return body.start.toString('utf8');
}

/** The `message` of a JSON reply, else all of it. */
function messageIn(text: string): string {
  const data = tryJson(text);
  return isMap(data) && typeof data['message'] === 'string' ? data['message'] : text;
}

/** Asking again has no effect. */
function lasting(code: ApiFailureCode, message: SafeText, hint?: SafeText, status?: number): ApiFailure {
  return {
    code,
    message,
    transient: false,
    mayHaveArrived: false,
    ...(hint !== undefined && hint !== '' && { hint }),
    ...(status !== undefined && { status }),
  };
}

/** Asking again may help. */
function passing(code: ApiFailureCode, message: SafeText, hint: SafeText, status: number): ApiFailure {
  return { ...lasting(code, message, hint, status), transient: true };
}
