import { createHmac } from 'node:crypto';
import type { Env } from '../host/host.ts';
import { type Body, FileUnreadable } from '../http/body.ts';
import type { JsonMap } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type SafeText, say } from '../text/safe.ts';
import type { JwtSigner } from './jwt.ts';

/** As GitHub signs its own webhooks, and as n8n's GitHub trigger verifies it. */
export const SIGNATURE_HEADER = 'X-Hub-Signature-256';

/** The credentials that the inputs give for the call. */
export interface Credentials {
  readonly headers: HeaderList;
  /** `user:password` */
  readonly basicAuth: string | undefined;
  readonly jwt: JwtSigner | undefined;
  /** The secret to sign bodies with. */
  readonly signingSecret: string | undefined;
}

/** The value of an Authorization header from `user:password` (RFC 7617, in UTF-8). */
export function basicAuthorization(userAndPassword: string): string {
  return `Basic ${Buffer.from(userAndPassword, 'utf8').toString('base64')}`;
}

/**
 * The value of {@link SIGNATURE_HEADER}: HMAC-SHA256 over the exact bytes of the body, or over no bytes. Files are read
 * once more for it, but not into memory.
 *
 * @param signal ends the work, which takes seconds for each gigabyte
 */
export async function signatureOf(
  body: Body | undefined,
  secret: string,
  signal?: AbortSignal,
): Promise<Result<string, 'unreadable' | 'aborted'>> {
  const hmac = createHmac('sha256', secret);
  try {
    for await (const chunk of body?.open() ?? []) {
      if (signal?.aborted) return failed('aborted');
      hmac.update(chunk);
    }
  } catch (error) {
    if (error instanceof FileUnreadable) return failed('unreadable');
    throw error;
  }
  return ok(`sha256=${hmac.digest('hex')}`);
}

/** Claims about the run, named as in GitHub's own OIDC tokens. n8n shows them as `$json.jwtPayload`. */
export function claimsOfRun(env: Env): JsonMap {
  const named = {
    iss: env['GITHUB_SERVER_URL'],
    sub: `repo:${env['GITHUB_REPOSITORY'] ?? ''}:ref:${env['GITHUB_REF'] ?? ''}`,
    repository: env['GITHUB_REPOSITORY'],
    ref: env['GITHUB_REF'],
    sha: env['GITHUB_SHA'],
    workflow: env['GITHUB_WORKFLOW'],
    event_name: env['GITHUB_EVENT_NAME'],
    actor: env['GITHUB_ACTOR'],
    run_id: env['GITHUB_RUN_ID'],
    run_number: env['GITHUB_RUN_NUMBER'],
    run_attempt: env['GITHUB_RUN_ATTEMPT'],
  };
  return Object.fromEntries(Object.entries(named).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * The authentication that a Webhook node requires and the inputs lack, and what to do; undefined if something that was
 * given may fit.
 *
 * @param authentication the node's parameter, as in n8n 2.41's Webhook node
 */
export function findMissingCredentials(
  authentication: string,
  given: Credentials,
  urlCredentials: string | undefined,
): { readonly wants: SafeText; readonly hint: SafeText } | undefined {
  const { headers, basicAuth, jwt } = given;
  const authorized = hasHeader(headers, 'authorization') || basicAuth !== undefined || urlCredentials !== undefined;
  switch (authentication) {
    case 'basicAuth':
      // n8n's own form pages authenticate with this header.
      if (authorized || hasHeader(headers, 'x-auth-token')) return undefined;
      return { wants: say`Basic Auth`, hint: say`Set basic-auth to user:password, as in its credential.` };
    case 'headerAuth':
      if (headers.length > 0 || authorized || jwt) return undefined;
      return { wants: say`Header Auth`, hint: say`Put the name and value of its credential in headers.` };
    case 'jwtAuth':
      if (jwt || hasHeader(headers, 'authorization')) return undefined;
      return { wants: say`JWT Auth`, hint: say`Set jwt-secret to the passphrase or private key of its credential.` };
    case 'n8nOAuth2':
      if (hasHeader(headers, 'authorization')) return undefined;
      return { wants: say`n8n User Auth`, hint: say`Put "Authorization: Bearer …" in headers.` };
    default:
      return undefined;
  }
}

export function hasHeader(headers: HeaderList, name: string): boolean {
  return headers.some(([own]) => own.toLowerCase() === name.toLowerCase());
}

/** Header names as given, with their values. */
export type HeaderList = readonly (readonly [name: string, value: string])[];
