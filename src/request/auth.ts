import type { JwtSigner } from './jwt.ts';

/** As GitHub signs its own webhooks, and as n8n's GitHub trigger verifies it. */
export const SIGNATURE_HEADER = 'X-Hub-Signature-256';

/** The credentials that the inputs give for the call. */
export interface Credentials {
  readonly headers: HeaderList;
  /** `user:password` */
  readonly basicAuth: string | undefined;
  readonly jwt: JwtSigner | undefined;
  readonly signingSecret: string | undefined;
}

/** The value of an Authorization header from `user:password` (RFC 7617, in UTF-8). */
export function basicAuthorization(userAndPassword: string): string {
  return `Basic ${Buffer.from(userAndPassword, 'utf8').toString('base64')}`;
}

export function hasHeader(headers: HeaderList, name: string): boolean {
  return headers.some(([own]) => own.toLowerCase() === name.toLowerCase());
}

/** Header names as given, with their values. */
export type HeaderList = readonly (readonly [name: string, value: string])[];
