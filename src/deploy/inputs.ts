import type { Tls } from '../http/tls.ts';
import { parseWebhookBase, withoutApiPath } from '../inputs/address.ts';
import type { Read } from '../inputs/conflicts.ts';
import { parseHeaders } from '../inputs/headers.ts';
import { exposesSecret } from '../inputs/plain-http.ts';
import { presumedHeaders, secretsIn } from '../inputs/secrets.ts';
import { parseTls } from '../inputs/tls.ts';
import { parseBoolean, parseCount, parseDuration, parseUrl, parseWord } from '../inputs/values.ts';
import { credentialsOf, type Instance, underInstance } from '../n8n/address.ts';
import { isMcpToken } from '../n8n/mcp-message.ts';
import { type HeaderList, hasHeader } from '../request/auth.ts';
import { gather, Problem } from '../text/problem.ts';
import type { Mapping } from './match/credentials.ts';
import type { OnDrift } from './plan/drift.ts';
import type { PublishMode } from './plan/publication.ts';

/** Defaults of inputs that are absent, or empty because an expression gave nothing; as in deploy/action.yml. */
const DEFAULTS: Readonly<Record<string, string>> = {
  publish: 'auto',
  'dry-run': 'false',
  'on-drift': 'fail',
  'webhook-base': 'webhook',
  'publish-timeout': '60s',
  'if-unconfigured': 'error',
  'allow-http': 'false',
  timeout: '5m',
  retries: '3',
  summary: 'true',
};

/** The settings of a deployment, checked. Durations are in milliseconds. */
export interface DeployInputs {
  readonly instance: Instance;
  /** Certificates for the connections to n8n; undefined where none are given. */
  readonly tls: Tls | undefined;
  /** Paths and globs, a line each. */
  readonly workflows: string;
  readonly publish: PublishMode;
  readonly dryRun: boolean;
  readonly onDrift: OnDrift;
  readonly credentials: Mapping;
  /** The name of published versions; empty for repository and commit. */
  readonly versionName: string;
  /** Where production webhooks live: an absolute URL without a slash at its end. */
  readonly webhookBase: string;
  readonly publishTimeoutMs: number;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly summary: boolean;
}

/** The settings, or everything that is wrong with them. */
export interface DeployReading {
  readonly inputs: DeployInputs | Problem;
  /** What must never be shown, whether the inputs are right or wrong. */
  readonly secrets: readonly string[];
  /** Set if the only problem is that something is not set, as in pull requests from forks, and the step should not fail. */
  readonly unconfigured: 'warn' | 'ignore' | undefined;
}

/** Reads and checks every input of the step; sends nothing and logs nothing. */
export async function readDeployInputs(input: (name: string) => string): Promise<DeployReading> {
  const text = (name: string) => input(name).trim() || (DEFAULTS[name] ?? '');
  const headers = await parseHeaders('api-headers', text('api-headers'));
  const fields = {
    url: parseInstance(text('url')),
    secretKey: parseKey(text('secret-key')),
    headers,
    tls: parseTls(text),
    workflows:
      text('workflows') || new Problem('workflows: is required: a path or glob a line, like workflows/**/*.json'),
    publish: parseWord('publish', text('publish'), ['auto', 'all', 'none'] as const),
    dryRun: parseBoolean('dry-run', text('dry-run')),
    onDrift: parseWord('on-drift', text('on-drift'), ['fail', 'overwrite'] as const),
    credentials: parseMapping(text('credentials')),
    versionName: text('version-name'),
    webhookBase: parseWebhookBase(text('webhook-base')),
    publishTimeoutMs: parseDuration('publish-timeout', text('publish-timeout')),
    ifUnconfigured: parseWord('if-unconfigured', text('if-unconfigured'), ['error', 'warn', 'ignore'] as const),
    allowHttp: parseBoolean('allow-http', text('allow-http')),
    timeoutMs: parseDuration('timeout', text('timeout')),
    retries: parseCount('retries', text('retries'), 100),
    summary: parseBoolean('summary', text('summary')),
  };
  const secrets = secretsIn(text, headers instanceof Problem ? presumedHeaders(text('api-headers')) : headers);
  const read = gather(fields);
  const conflicts = findConflicts(fields);
  if (read instanceof Problem || conflicts.length > 0) {
    const inputs = Problem.all([...(read instanceof Problem ? [read] : []), new Problem(...conflicts)]);
    const { ifUnconfigured } = fields;
    const isUnset = inputs.unset.length === inputs.lines.length;
    const unconfigured = isUnset && ifUnconfigured !== 'error' && !(ifUnconfigured instanceof Problem);
    return { inputs, secrets, unconfigured: unconfigured ? ifUnconfigured : undefined };
  }
  const { url, secretKey, allowHttp, ifUnconfigured, ...rest } = read;
  const instance: Instance = { ...url, secretKey, headers: rest.headers, addressFrom: 'url' };
  return {
    inputs: { ...rest, instance, webhookBase: underInstance(rest.webhookBase, url.base) },
    secrets,
    unconfigured: undefined,
  };
}

/** Conflicts between inputs that are each sound on their own. One that is not sound conflicts with nothing. */
function findConflicts({ url, headers, tls, allowHttp, webhookBase }: Read<Comparable>): string[] {
  if (url instanceof Problem) return [];
  const conflicts: string[] = [];
  if (allowHttp === false && exposesSecret(new URL(url.base))) conflicts.push(EXPOSED);
  const isGiven = !(headers instanceof Problem) && hasHeader(headers, 'authorization');
  if (isGiven && url.credentials !== undefined) {
    conflicts.push('api-headers: Authorization is given together with a password in url. Keep one of them.');
  }
  const base = webhookBase instanceof Problem ? '' : webhookBase;
  const plain = [['url', url.base] as const, ['webhook-base', base] as const].find(([, at]) => /^http:/.test(at));
  if (plain && tls !== undefined && !(tls instanceof Problem) && tls.cert !== undefined) {
    conflicts.push(`client-cert: cannot be used over plain http. Use https in ${plain[0]}.`);
  }
  return conflicts;
}

/** The inputs that can conflict with one another. */
interface Comparable {
  readonly url: Pick<Instance, 'base' | 'credentials'>;
  readonly headers: HeaderList;
  readonly tls: Tls | undefined;
  readonly allowHttp: boolean;
  readonly webhookBase: string;
}

const EXPOSED =
  'url: is plain http to a public host, where secret-key could be read on the way. Use https, or set allow-http: true.';

/** The address of n8n, also from a link into its editor. */
function parseInstance(text: string): Pick<Instance, 'base' | 'credentials'> | Problem {
  const url = parseUrl('url', text);
  if (url instanceof Problem) return url;
  if (/\/webhook(?:-test)?\//.test(url.pathname)) {
    return new Problem('url: is a webhook. Give the address that opens n8n in the browser.');
  }
  const path = url.pathname.replace(/\/(?:workflow|home|projects)\/.*$/, '');
  return { base: url.origin + withoutApiPath(path), credentials: credentialsOf(url) };
}

function parseKey(key: string): string | Problem {
  if (key === '') {
    return Problem.unset(
      "secret-key: is required: an API key of n8n. If it comes from a secret, check the secret's name; runs from forks get no secrets.",
    );
  }
  if (!/^[\x21-\x7e]*$/.test(key))
    return new Problem('secret-key: contains a space, line break or other invalid character.');
  if (!isMcpToken(key)) return key;
  return new Problem(
    'secret-key: is an MCP access token, which deploys nothing. Create an API key: n8n, Settings, n8n API.',
  );
}

/** One `NAME IN THE FILE=NAME OR ID IN N8N` per line. */
function parseMapping(text: string): Mapping | Problem {
  const mapping = new Map<string, string>();
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const at = line.indexOf('=');
    const [from, to] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 0 || from === '' || to === '') {
      problems.push(`credentials: line ${index + 1} is not of the form NAME IN THE FILE=NAME OR ID IN N8N.`);
    } else if (mapping.has(from)) {
      problems.push(`credentials: line ${index + 1} names the same credential as a line before.`);
    }
    mapping.set(from, to);
  }
  return problems.length > 0 ? new Problem(...problems) : mapping;
}
