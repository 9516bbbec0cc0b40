// The request that a reply is judged by, unless a test says otherwise.
import { createDoor } from '../src/host/door.ts';
import type { Show } from '../src/text/safe.ts';
import type { Call } from '../src/verdict/row.ts';

/** The door for texts from outside, which hides these secrets and no address. */
export function showing(...secrets: readonly string[]): Show {
  const door = createDoor();
  for (const secret of secrets) door.hide(secret);
  return door.show;
}

/** A POST to a webhook by its URL, which the door hides. */
export function madeCall(given: Partial<Call> = {}, ...secrets: readonly string[]): Call {
  const url = given.url ?? new URL('https://n8n.example.com/webhook/deploy');
  const door = createDoor();
  door.hideAddress(url);
  for (const secret of secrets) door.hide(secret);
  return {
    mode: 'webhook',
    route: 'webhook',
    addressInput: 'url',
    method: 'POST',
    url,
    resumes: undefined,
    bodySize: 100,
    contentType: 'application/json',
    userAgent: undefined,
    chatAction: undefined,
    credentials: [],
    timeoutMs: 300_000,
    acceptStatus: [[200, 299]],
    show: door.show,
    ...given,
  };
}
