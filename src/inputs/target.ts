import { credentialsOf, instanceOf, resumedExecution } from '../n8n/address.ts';
import { isJson } from '../request/payload.ts';
import { gather, type Parsed, unset, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';
import type { Route } from '../verdict/row.ts';
import { instancePath, parseWebhookBase, parseWorkflowId } from './address.ts';
import type { Text } from './defaults.ts';
import { isMcpToken } from './secret-key.ts';
import { parseUrl, parseWord } from './values.ts';

export type Target = WebhookTarget | ApiTarget;

/** A Webhook node by its URL. */
export interface WebhookTarget {
  readonly mode: 'webhook';
  readonly isGateway: false;
  readonly byMcp: false;
  /** The whole URL, query included, credentials taken out. */
  readonly url: URL;
  /** `user:password` from the URL, for any request to its origin. */
  readonly credentials: string | undefined;
  /** The id of the execution that a resume URL continues; undefined for a URL that starts a new one. */
  readonly resumes: string | undefined;
}

/** A workflow by its id, with a key. */
export interface ApiTarget {
  readonly mode: 'api';
  /** Whether `url` is a gateway workflow's webhook: then trace and reply are those of the gateway's execution. */
  readonly isGateway: boolean;
  /** Whether n8n is accessed over MCP, and not by its public API. */
  readonly byMcp: boolean;
  /**
   * The URL, without a trailing slash, to which `/api/v1/workflow/{id}/start` is added: the instance's, or that of a
   * gateway workflow on it.
   */
  readonly base: string;
  readonly credentials: string | undefined;
  readonly resumes: undefined;
  readonly workflowId: string;
  /** With an MCP access token, `auto` has already become `mcp`. */
  readonly route: GivenRoute;
  /** Where production webhooks live: an absolute URL, or a path under the instance. */
  readonly webhookBase: string;
  /** The name of the trigger to run; undefined if none was given. */
  readonly triggerNode: string | undefined;
}

const ROUTES = ['auto', 'start', 'webhook', 'mcp'] as const;
type GivenRoute = (typeof ROUTES)[number];

/** Reads the inputs that say what to trigger: `mode`, `url`, `workflow-id` and those of api mode's routes. */
export function parseTarget(text: Text): Parsed<Target> {
  // All are checked in either mode: an unknown word is a mistake, even if it would change nothing.
  const words = gather({
    mode: parseWord('mode', text('mode'), ['webhook', 'api'] as const),
    route: parseWord('route', text('route'), ROUTES),
    webhookBase: parseWebhookBase(text('webhook-base')),
  });
  return text('mode') === 'api' ? parseApiTarget(text, words) : parseWebhookTarget(text, words);
}

/** The route that is taken, if that is certain before anything is sent; undefined if it depends on n8n. */
export function certainRoute(target: Target, contentType: string): Route | undefined {
  if (target.mode === 'webhook') return 'webhook';
  if (target.route !== 'auto') return target.route;
  // The start endpoint takes nothing but JSON.
  if (!isJson(contentType)) return 'webhook';
  // A gateway workflow has the endpoint.
  return target.isGateway ? 'start' : undefined;
}

/** The input that gives the host of production webhooks. */
export function inputOfWebhooks({ webhookBase }: ApiTarget): 'url' | 'webhook-base' {
  return /^https?:/.test(webhookBase) ? 'webhook-base' : 'url';
}

function parseWebhookTarget(text: Text, words: Parsed<unknown>): Parsed<WebhookTarget> {
  const read = gather({ words, url: parseWebhookUrl(text) });
  if (!read.ok) return read;
  const { url } = read.value;
  const credentials = credentialsOf(url);
  url.username = '';
  url.password = '';
  url.hash = '';
  return ok({ mode: 'webhook', isGateway: false, byMcp: false, url, credentials, resumes: resumedExecution(url) });
}

/** Where webhooks, forms and resumed executions live, unless n8n's endpoints are renamed. */
const ENDPOINT = /\/(?:webhook|form)(?:-test|-waiting)?\//;

/** What n8n shows in the URL of a webhook with parameters in its path. */
const PLACEHOLDER = /\/:[A-Za-z_]\w*(?:\/|$)/;

/** Paths of n8n itself: health, the editor's API, the public API, MCP, metrics. */
const OWN_PATH = /\/(?:healthz(?:\/.*)?|metrics)\/?$|\/(?:rest|api\/v\d+|mcp-server)(?:\/|$)/;

const USE_API_MODE = 'To run a workflow by its id, add mode: api.';
const IF_WEBHOOK = "If url is a webhook, give n8n's address in api-url.";

/** A webhook's URL; wrong if it is meant for mode api. With `api-url`, n8n's endpoints may have any name. */
function parseWebhookUrl(text: Text): Parsed<URL> {
  const url = parseUrl('url', text('url'));
  if (url.ok && PLACEHOLDER.test(url.value.pathname)) {
    return wrong('url: has a placeholder like :id in its path. Write a value in its place.');
  }
  if (!url.ok || text('api-url') !== '') return url;
  const { pathname } = url.value;
  if (ENDPOINT.test(pathname) || resumedExecution(url.value) !== undefined) return url;
  if (OWN_PATH.test(pathname)) {
    return wrong(
      `url: is one of n8n's own paths, where no workflow runs. Give the Production URL of the Webhook node. ${USE_API_MODE}`,
    );
  }
  if (EDITOR_LINK.test(pathname)) {
    return wrong(`url: is a link to n8n's editor, not a webhook's URL. ${USE_API_MODE} ${IF_WEBHOOK}`);
  }
  if (text('workflow-id') === '') return url;
  return wrong(`workflow-id: is given, but url has no /webhook/ in it. ${USE_API_MODE} ${IF_WEBHOOK}`);
}

/** The path of a workflow's page in the editor: its id, and whatever n8n adds. */
const EDITOR_LINK = /\/workflow\/([A-Za-z0-9_-]+)(?:\/.*)?$/;

/** In api mode, `url` is n8n's address, or an editor link, which gives the workflow's id as well. */
function parseApiTarget(
  text: Text,
  words: Parsed<{ readonly route: GivenRoute; readonly webhookBase: string }>,
): Parsed<ApiTarget> {
  const url = parseUrl('url', text('url'));
  // A link that is wrong in another way still has the id.
  const link = EDITOR_LINK.exec(url.ok ? url.value.pathname : text('url'));
  const linkedId = link?.[1] === 'new' ? undefined : link?.[1];
  const read = gather({ words, url, workflowId: parseRequiredId(text, linkedId) });
  if (!read.ok) return read;
  const { workflowId } = read.value;
  const { route: givenRoute, webhookBase } = read.value.words;
  const { origin, pathname } = read.value.url;
  const base = origin + instancePath(pathname);
  const route = givenRoute === 'auto' && isMcpToken(text('secret-key')) ? 'mcp' : givenRoute;
  return ok({
    mode: 'api',
    isGateway: instanceOf(new URL(base)) !== undefined,
    byMcp: route === 'mcp',
    base,
    credentials: credentialsOf(read.value.url),
    resumes: undefined,
    workflowId,
    route,
    webhookBase,
    triggerNode: text('trigger-node') || undefined,
  });
}

function parseRequiredId(text: Text, linked: string | undefined): Parsed<string> {
  const given = parseWorkflowId(text('workflow-id'));
  if (!given.ok) return given;
  const id = given.value ?? linked;
  if (id === undefined) {
    return unset(
      "workflow-id: is required with mode: api. It is the last part of the editor's address, …/workflow/ID.",
    );
  }
  if (linked === undefined || linked === id) return ok(id);
  return wrong(`workflow-id: is ${id}, but the editor link in url names ${linked}. Keep one of the two.`);
}
