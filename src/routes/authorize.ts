import { deadlineAfter } from '../host/deadline.ts';
import type { Host } from '../host/host.ts';
import type { Body } from '../http/body.ts';
import { SIGNATURE_HEADER } from '../request/auth.ts';
import { claimsOfRun, type JwtSigner, mintJwt } from '../request/jwt.ts';
import { signatureOf } from '../request/signature.ts';
import { formatDuration } from '../text/format.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { NOTHING, say } from '../text/safe.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { CANCELLED_BEFORE } from './outcome.ts';

type Headers = Readonly<Record<string, string>>;

/** The header that signs a body, or the verdict that ends the step here. */
export async function signatureHeader(
  body: Body | undefined,
  secret: string,
  timeoutMs: number,
  host: Host,
): Promise<Result<Headers, Verdict>> {
  const { signal } = deadlineAfter(timeoutMs, host.clock, host.cancelled);
  const signature = await signatureOf(body, secret, signal);
  if (signature.ok) {
    // Anyone who has body and signature can send them again.
    host.mask(signature.value.slice('sha256='.length));
    return ok({ [SIGNATURE_HEADER]: signature.value });
  }
  if (host.cancelled.aborted) return failed(CANCELLED_BEFORE);
  const isLate = signature.error === 'aborted';
  return failed({
    row: 'unsigned',
    success: false,
    ran: 'no',
    message: isLate
      ? say`The body could not be signed within ${formatDuration(timeoutMs)}.`
      : say`A file could not be read while its bytes were signed.`,
    hint: isLate ? say`Raise timeout.` : NOTHING,
  });
}

/** The header with a newly minted token. */
export async function bearerToken(jwt: JwtSigner, host: Host): Promise<Headers> {
  const token = await mintJwt(jwt, claimsOfRun(host.env), host.clock.now(), host.randomUUID());
  host.mask(token);
  return { authorization: `Bearer ${token}` };
}
