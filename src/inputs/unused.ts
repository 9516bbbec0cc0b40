import type { HeaderList } from '../request/auth.ts';
import { isJson } from '../request/payload.ts';
import { certainRoute, type Target } from './target.ts';

/** What is called, where that decides what an input is good for. */
export type Called = 'url' | 'start' | 'mcp';

/** The title of a warning that tells of one. */
export const UNUSED_TITLE = 'An input of the n8n step has no effect';

const WHERE: Readonly<Record<Called, string>> = {
  url: 'with mode: webhook',
  start: 'at the start endpoint',
  mcp: 'with an MCP access token',
};

const CALLS_URL = 'which calls url as it stands. Leave it out, or give mode: api.';
const TAKES_KEY = 'which takes secret-key. Leave it out';
const RUNS_WITHOUT =
  "which runs a workflow without its own authentication. Leave it out, or give an API key's secret-key.";

/** The inputs that change nothing there, and why; each goes on behind "has no effect …, ". */
const USELESS: Readonly<Record<Called, Readonly<Record<string, string>>>> = {
  url: { route: CALLS_URL, 'trigger-node': CALLS_URL, 'webhook-base': CALLS_URL },
  start: {
    method: 'which takes POST. Leave it out.',
    'basic-auth': `${TAKES_KEY}; for a proxy before n8n, give user:password in url.`,
    'jwt-secret': `${TAKES_KEY}.`,
    'trigger-node': 'which has no choice of triggers. Leave it out, or give route: webhook.',
    'webhook-base': 'which is under url. Leave it out, or give route: webhook.',
  },
  mcp: {
    'basic-auth': RUNS_WITHOUT,
    'jwt-secret': RUNS_WITHOUT,
    'signing-secret': 'which gives the workflow no bytes to verify. Leave it out.',
    'webhook-base': 'which calls no webhook. Leave it out.',
    'accept-status': "where n8n's answer itself says whether it is a success. Leave it out.",
  },
};

/** Headers that the start endpoint gets from the action itself. */
const OWN_HEADERS: Readonly<Record<string, string>> = {
  'x-n8n-api-key': 'which gets secret-key in it. Leave it out.',
  accept: 'which is asked for JSON. Leave it out.',
};

/**
 * What is given and changes nothing, a line each that begins with the input's name. What is given as its default cannot be
 * told from what is absent.
 *
 * @param isGiven whether an input has another value than its default
 */
export function findUnused(called: Called, isGiven: (name: string) => boolean, headers: HeaderList): string[] {
  const inputs = Object.entries(USELESS[called]).filter(([name]) => isGiven(name));
  const own = called === 'start' ? headers : [];
  return [
    ...inputs.map(([name, why]) => `${name}: has no effect ${WHERE[called]}, ${why}`),
    ...own.flatMap(([name]) => {
      const why = OWN_HEADERS[name.toLowerCase()];
      return why === undefined ? [] : [`headers: ${name} has no effect ${WHERE[called]}, ${why}`];
    }),
  ];
}

/**
 * A line on the input `method`, where the trigger gets another one. POST, the default, cannot be told from what is absent.
 *
 * @param sent empty where the trigger gets none
 * @param trigger its name, safe to print
 */
export function findUnusedMethod(given: string, sent: string, trigger: string): string[] {
  if (given === 'POST' || given === sent) return [];
  return [`method: ${trigger} does not take ${given}${sent === '' ? '' : `, and gets ${sent}`}. Leave method out.`];
}

export const KEY_WITHOUT_ADDRESS =
  "secret-key: has no effect, because url has no /webhook/ in it. Give n8n's address in api-url, or leave secret-key out.";

/** What has no effect on the route that is certain to be taken. */
export function findCertainlyUnused(
  {
    target,
    contentType,
    headers,
  }: { readonly target: Target; readonly contentType: string; readonly headers: HeaderList },
  isGiven: (name: string) => boolean,
  route: string,
): readonly string[] {
  // To name what is called anyhow is no mistake.
  const isMistaken = (name: string) => isGiven(name) && !(name === 'route' && route === 'webhook');
  if (target.mode === 'webhook') return findUnused('url', isMistaken, []);
  switch (certainRoute(target, isJson(contentType))) {
    case 'start':
      return findUnused('start', isGiven, headers);
    case 'mcp':
      return findUnused('mcp', isGiven, []);
    default:
      return [];
  }
}
