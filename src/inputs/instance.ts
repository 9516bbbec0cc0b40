import { type AddressSource, type Instance, instanceOf } from '../n8n/address.ts';
import type { HeaderList } from '../request/auth.ts';
import type { Target } from './target.ts';

/** The address of the n8n behind a target, and the input that it comes from. */
export interface ApiAddress {
  /** Undefined where nothing tells it. */
  readonly base: string | undefined;
  readonly from: AddressSource;
}

export function apiAddress(target: Target, apiUrl: string | undefined): ApiAddress {
  if (apiUrl !== undefined) return { base: apiUrl, from: 'api-url' };
  const before = instanceOf(target.mode === 'api' ? new URL(target.base) : target.url);
  if (before !== undefined) return { base: before, from: 'webhook' };
  return { base: target.mode === 'api' ? target.base : undefined, from: 'url' };
}

/** The n8n behind a target; undefined where its address is not known, or no key to it is given. */
export function instanceBehind(
  target: Target,
  apiUrl: string | undefined,
  secretKey: string,
  headers: HeaderList,
): Instance | undefined {
  const { base, from } = apiAddress(target, apiUrl);
  if (base === undefined || secretKey === '') return undefined;
  const { origin } = target.mode === 'api' ? new URL(target.base) : target.url;
  const credentials = new URL(base).origin === origin ? target.credentials : undefined;
  return { base, secretKey, headers, credentials, addressFrom: from };
}
