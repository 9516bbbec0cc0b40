import type { KeyObject } from 'node:crypto';
import type { Env } from '../host/host.ts';
import type { JsonMap } from '../text/json.ts';

/** The algorithms of n8n's JWT credential, without `none`. */
export const ALGORITHMS = [
  ...(['HS256', 'HS384', 'HS512'] as const),
  ...(['RS256', 'RS384', 'RS512'] as const),
  ...(['ES256', 'ES384', 'ES512'] as const),
  ...(['PS256', 'PS384', 'PS512'] as const),
];

export type Algorithm = (typeof ALGORITHMS)[number];

/** How long a token is valid, in seconds: it is made for one attempt, and n8n stores it with the execution. */
const LIFETIME = 300;

/** What it takes to mint tokens that a Webhook node with JWT Auth accepts. */
export interface JwtSigner {
  readonly algorithm: Algorithm;
  readonly key: KeyObject;
  /** The user's own claims, which override all others. */
  readonly claims: JsonMap;
}

/**
 * Mints a token (RFC 7519) that is valid for five minutes, unless the user's claims say otherwise.
 *
 * @param run claims that say which run it is for
 * @param now milliseconds since 1970
 * @param id the token's unique id, for `jti`
 */
export async function mintJwt(signer: JwtSigner, run: JsonMap, now: number, id: string): Promise<string> {
  const { CompactSign } = await import('jose/jws/compact/sign');
  const iat = Math.floor(now / 1000);
  const claims = { ...run, iat, exp: iat + LIFETIME, jti: id, ...signer.claims };
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: signer.algorithm, typ: 'JWT' })
    .sign(signer.key);
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
