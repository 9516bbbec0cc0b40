import { createHmac } from 'node:crypto';
import type { Body } from '../http/body.ts';
import { errorCode } from '../text/error-code.ts';
import { failed, ok, type Result } from '../text/result.ts';

/**
 * The value of the header that signs a body: HMAC-SHA256 over the exact bytes of the body, or over no bytes. Files are read
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
    if (errorCode(error) === 'UNREADABLE') return failed('unreadable');
    throw error;
  }
  return ok(`sha256=${hmac.digest('hex')}`);
}
