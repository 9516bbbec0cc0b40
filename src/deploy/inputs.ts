import type { Tls } from '../http/connections.ts';
import { instancePath, parseWebhookBase } from '../inputs/address.ts';
import { DEFAULTS, type Text, withDefaults } from '../inputs/defaults.ts';
import { parseHeaders } from '../inputs/headers.ts';
import { exposesSecret } from '../inputs/plain-http.ts';
import { IF_UNCONFIGURED, type Reading, toleranceFor } from '../inputs/reading.ts';
import { isMcpToken, parseKey } from '../inputs/secret-key.ts';
import { secretsIn } from '../inputs/secrets.ts';
import { parseTls } from '../inputs/tls.ts';
import { parseBoolean, parseCount, parseDuration, parseUrl, parseWord, UNSET } from '../inputs/values.ts';
import { credentialsOf, type Instance, instanceOf, underInstance } from '../n8n/address.ts';
import { type HeaderList, hasHeader } from '../request/auth.ts';
import { gather, type Parsed, problemsOf, soundOf, unset, wrong } from '../text/problem.ts';
import { failed, ok } from '../text/result.ts';
import type { Mapping } from './match/credentials.ts';
import type { OnDrift } from './plan/drift.ts';
import type { PublishMode } from './plan/publication.ts';

/** Defaults as in deploy/action.yml: those that both actions have, and those of a deployment. */
const DEPLOY_DEFAULTS = {
  ...DEFAULTS,
  publish: 'auto',
  'dry-run': 'false',
  'on-drift': 'fail',
  'publish-timeout': '60s',
};

/** The settings of a deployment, checked. Durations are in milliseconds. */
export interface DeployInputs {
  readonly instance: Instance;
  /** Certificates for the connections to n8n; undefined if none are given. */
  readonly tls: Tls | undefined;
  /** Paths and globs, a line each. */
  readonly workflows: string;
  readonly publish: PublishMode;
  readonly dryRun: boolean;
  readonly onDrift: OnDrift;
  readonly credentials: Mapping;
  /** The name of published versions; empty for repository and commit. */
  readonly versionName: string;
  /** Where production webhooks live: an absolute URL without a trailing slash. */
  readonly webhookBase: string;
  readonly publishTimeoutMs: number;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly summary: boolean;
}

/** Reads and checks every input of the step; sends nothing and logs nothing. */
export async function readDeployInputs(input: Text): Promise<Reading<DeployInputs>> {
  const text = withDefaults(input, DEPLOY_DEFAULTS);
  const headers = await parseHeaders('api-headers', text('api-headers'));
  const fields = {
    url: parseInstance(text('url')),
    secretKey: parseApiKey(text('secret-key')),
    headers,
    tls: parseTls(text),
    workflows:
      text('workflows') === ''
        ? wrong('workflows: is required: one path or glob per line, like workflows/**/*.json')
        : ok(text('workflows')),
    publish: parseWord('publish', text('publish'), ['auto', 'all', 'none'] as const),
    dryRun: parseBoolean('dry-run', text('dry-run')),
    onDrift: parseWord('on-drift', text('on-drift'), ['fail', 'overwrite'] as const),
    credentials: parseMapping(text('credentials')),
    versionName: ok(text('version-name')),
    webhookBase: parseWebhookBase(text('webhook-base')),
    publishTimeoutMs: parseDuration('publish-timeout', text('publish-timeout')),
    ifUnconfigured: parseWord('if-unconfigured', text('if-unconfigured'), IF_UNCONFIGURED),
    allowHttp: parseBoolean('allow-http', text('allow-http')),
    timeoutMs: parseDuration('timeout', text('timeout')),
    retries: parseCount('retries', text('retries'), 100),
    summary: parseBoolean('summary', text('summary')),
  };
  const secrets = secretsIn(text, { 'api-headers': headers });
  const sound = soundOf(fields);
  const read = gather(fields);
  const problems = problemsOf([read, wrong(...findConflicts(sound))]);
  if (!read.ok || problems.length > 0) {
    return { inputs: failed(problems), secrets, unconfigured: toleranceFor(problems, sound.ifUnconfigured) };
  }
  const { url, secretKey, allowHttp, ifUnconfigured, ...rest } = read.value;
  const instance: Instance = { ...url, secretKey, headers: rest.headers, addressFrom: 'url' };
  return {
    inputs: ok({ ...rest, instance, webhookBase: underInstance(rest.webhookBase, url.base) }),
    secrets,
    unconfigured: undefined,
  };
}

/** Conflicts between inputs that are each sound on their own. One that is not sound conflicts with nothing. */
function findConflicts({ url, headers = [], tls, allowHttp, webhookBase = '' }: Partial<Comparable>): string[] {
  if (!url) return [];
  const conflicts: string[] = [];
  if (allowHttp === false && exposesSecret(new URL(url.base))) conflicts.push(EXPOSED);
  if (hasHeader(headers, 'authorization') && url.credentials !== undefined) {
    conflicts.push('api-headers: Authorization is given together with a password in url. Keep one of them.');
  }
  const plain = [['url', url.base] as const, ['webhook-base', webhookBase] as const].find(([, at]) =>
    /^http:/.test(at),
  );
  if (plain && tls?.cert !== undefined) {
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
  'url: is plain http to a public host, so secret-key could be read on the way. Use https, or set allow-http: true.';

/** The address of n8n, also from a link into its editor. */
function parseInstance(text: string): Parsed<Pick<Instance, 'base' | 'credentials'>> {
  const url = parseUrl('url', text);
  if (!url.ok) return url;
  const { origin, pathname } = url.value;
  if (instanceOf(url.value) !== undefined) {
    return wrong("url: is a webhook's URL. Give the address that opens n8n in the browser.");
  }
  return ok({ base: origin + instancePath(pathname), credentials: credentialsOf(url.value) });
}

function parseApiKey(key: string): Parsed<string> {
  if (key === '') {
    return unset(`secret-key: is required: an n8n API key. ${UNSET}`);
  }
  const sound = parseKey(key);
  if (!sound.ok || !isMcpToken(key)) return sound;
  return wrong('secret-key: is an MCP access token, which cannot deploy. Create an API key: n8n, Settings, n8n API.');
}

/** One `NAME IN THE FILE=NAME OR ID IN N8N` per line. */
function parseMapping(text: string): Parsed<Mapping> {
  const mapping = new Map<string, readonly string[]>();
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const at = line.indexOf('=');
    const [from, to] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 0 || from === '' || to === '') {
      problems.push(`credentials: line ${index + 1} is not of the form NAME IN THE FILE=NAME OR ID IN N8N.`);
    }
    mapping.set(from, [...(mapping.get(from) ?? []), to]);
  }
  return problems.length > 0 ? wrong(...problems) : ok(mapping);
}
