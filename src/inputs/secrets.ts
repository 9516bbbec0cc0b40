import type { Env } from '../host/host.ts';
import { credentialsOf, decode } from '../n8n/address.ts';
import type { HeaderList } from '../request/auth.ts';
import type { Parsed } from '../text/problem.ts';
import type { Text } from './defaults.ts';
import { presumedUrl } from './values.ts';

/** Words in a header's name which mean that its value is secret. `X-Author` and `X-Keyboard` contain none. */
const SECRET_WORD =
  /(?:^auth|authorization|authentication|tokens?|secret|cookies?|signature|^sig|hmac|password|passwd|passphrase|^pass|^pwd|^otp|credentials?|jwt|session|^access|^bearer|^key|(?:api|access|auth|secret|private)key)$/;

/** Schemes of the Authorization header (from IANA's registry, and others that APIs use). */
export const SCHEME =
  /^(?:basic|bearer|digest|dpop|gnap|hoba|mutual|negotiate|oauth|privatetoken|vapid|token|api-?key|key|jwt|ssws|splunk|geniekey|hmac|signature|aws4-hmac-sha256|scram-sha-(?:1|256))$/i;

/** A last word that describes a secret without being one: `X-Auth-Type`, `X-Signature-Version`. */
const DESCRIPTION =
  /^(?:alg|algorithm|expires|expiry|format|level|method|mode|scheme|timeout|timestamp|ttl|type|version)$/;

/** Whether a header's name means that its value is secret. */
export function hasSecretName(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  const parts = words.split(/[^a-z\d]+/);
  if (DESCRIPTION.test(parts.at(-1) ?? '') || words.startsWith('access-control-')) return false;
  return parts.some((word) => SECRET_WORD.test(word));
}

/** A guess at headers that could not be read, so that their secrets can be hidden. */
function presumedHeaders(text: string): HeaderList {
  return text.split(/[\r\n]+/).map((line): HeaderList[number] => {
    const [, name, value = ''] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? ['Authorization', line] : [name, value.replace(/^["']|["']?[,}\s]*$/g, '')];
  });
}

/** Every text that must not be shown, whether the inputs are sound or wrong. */
export function secretsIn(text: Text, headers: Readonly<Record<string, Parsed<HeaderList>>>): string[] {
  const pairs = Object.entries(headers).flatMap(([name, read]) => (read.ok ? read.value : presumedHeaders(text(name))));
  // Credentials are secret even if they are refused.
  const urls = ['url', 'api-url', 'webhook-base'].flatMap((name) => presumedUrl(text(name)) ?? []);
  const credentials = [text('basic-auth'), ...urls.map((url) => credentialsOf(url) ?? '')].filter(Boolean);
  return [
    text('secret-key'),
    text('jwt-secret'),
    text('client-key'),
    text('signing-secret'),
    ...pairs.flatMap(secretsOfHeader),
    ...credentials.flatMap(secretsOfPair),
    ...urls.map(({ username, password }) => password || username),
  ].filter((secret) => secret !== '');
}

/** The value of a header whose name means that it is secret, and a single word after a scheme, whatever the name. */
function secretsOfHeader([name, value]: HeaderList[number]): string[] {
  const [, scheme = value.trim(), rest = ''] = /^(\S+)\s+(.+)$/s.exec(value) ?? [];
  const isScheme = SCHEME.test(scheme);
  // A scheme with nothing after it is an invalid input, not a secret: masking the word would hide it in the whole job.
  if (hasSecretName(name) && isScheme && rest === '') return [];
  if (hasSecretName(name)) return [value, ...(scheme.includes('=') ? [] : [rest]), ...pairValues(value)];
  return isScheme && !/\s/.test(rest) ? [rest] : [];
}

/** The values of `name=value`, as in cookies and signatures; but no words and nothing short, which also occur elsewhere. */
function pairValues(text: string): string[] {
  const values = text.split(/[\s,;]+/).flatMap((pair) => /^[\w.-]+="?([^"]+)"?$/.exec(pair)?.[1] ?? []);
  return values.filter((value) => value.length >= 8 && /[^a-z]/i.test(value));
}

/** User and password of the proxies that the environment names: a proxy may repeat them. */
export function proxySecretsIn(env: Env): string[] {
  const proxies = ['http_proxy', 'https_proxy'].flatMap((name) => [env[name], env[name.toUpperCase()]]);
  // Even if it is not a valid URL, because a character is not escaped.
  const pairs = proxies.flatMap((proxy) => /^(?:\w+:\/\/)?(.+)@/s.exec(proxy ?? '')?.[1] ?? []);
  return pairs.flatMap((pair) => secretsOfPair(decode(pair)));
}

/** `user:password` in its forms, and the secret in it: the password, or without one, a token in place of the user. */
function secretsOfPair(pair: string): string[] {
  const colon = pair.indexOf(':');
  return [pair, pair.slice(colon + 1) || pair.slice(0, colon), Buffer.from(pair).toString('base64')];
}
