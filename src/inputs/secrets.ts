import { credentialsOf } from '../n8n/address.ts';
import type { HeaderList } from '../request/auth.ts';
import type { Text } from './defaults.ts';
import { secretLines } from './pem.ts';

/** What may be a secret in headers that cannot be read. */
export function presumedHeaders(text: string): HeaderList {
  return text.split(/[\r\n]+/).map((line) => ['', line.replace(/^[^:]*:\s*/, '')]);
}

/** Every text that must not be shown, in each form in which it could turn up. */
export function secretsIn(text: Text, headers: HeaderList): string[] {
  // Where credentials are refused, they are secret all the same.
  const urls = ['url', 'api-url', 'webhook-base'].flatMap((name) => URL.parse(text(name)) ?? []);
  const credentials = [text('basic-auth'), ...urls.map((url) => credentialsOf(url) ?? '')].filter(Boolean);
  return [
    text('secret-key'),
    ...secretLines(text('jwt-secret')),
    ...secretLines(text('client-key')),
    text('signing-secret'),
    ...headers.flatMap(([, value]) => [value, value.replace(/^\S+ +/, '')]),
    ...credentials.flatMap((pair) => [pair, secretOf(pair), Buffer.from(pair).toString('base64')]),
    ...urls.map(({ username, password }) => password || username),
  ];
}

/** What is secret in `user:password`; of a token in place of the user, with nothing behind it, that is the token. */

export function secretOf(pair: string): string {
  const colon = pair.indexOf(':');
  return pair.slice(colon + 1) || pair.slice(0, colon);
}
