import { type AddressSource, type Instance, instanceOf } from '../n8n/address.ts';
import type { HeaderList } from '../request/auth.ts';
import type { Target } from './target.ts';

/** The address of a target's n8n, and the input that it comes from. */
export interface ApiAddress {
  /** The base URL; undefined if it is not known. */
  readonly base: string | undefined;
  readonly from: AddressSource;
}

/** The address of a target's n8n: `api-url` if given, else derived from the target's URL. */
export function apiAddress(target: Target, apiUrl: string | undefined): ApiAddress {
  if (apiUrl !== undefined) return { base: apiUrl, from: 'api-url' };
  const before = instanceOf(target.mode === 'api' ? new URL(target.base) : target.url);
  if (before !== undefined) return { base: before, from: 'webhook' };
  return { base: target.mode === 'api' ? target.base : undefined, from: 'url' };
}

/** A target's n8n; undefined if its address is not known, or no key to it is given. */
export function instanceBehind(
  target: Target,
  apiUrl: string | undefined,
  secretKey: string | undefined,
  headers: HeaderList,
): Instance | undefined {
  const { base, from } = apiAddress(target, apiUrl);
  if (base === undefined || secretKey === undefined) return undefined;
  const { origin } = target.mode === 'api' ? new URL(target.base) : target.url;
  const credentials = new URL(base).origin === origin ? target.credentials : undefined;
  return { base, secretKey, headers, credentials, addressFrom: from };
}
