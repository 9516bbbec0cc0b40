import { type Json, type JsonMap, mapOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { say } from '../text/safe.ts';
import type { PayloadProblems } from './form.ts';

/**
 * The message that a Chat trigger takes: n8n's own chat sends `action`, `sessionId` and `chatInput`, and other members
 * reach the workflow as they are.
 *
 * @param newId makes a session id, if the payload has none
 */
export function chatMessage(data: Json, newId: () => string): Result<JsonMap, PayloadProblems> {
  const { chatInput, sessionId, ...others } = mapOf(data);
  if (typeof chatInput !== 'string' || chatInput === '') {
    return failed([say`payload: a chat needs the message as text, in the member chatInput.`]);
  }
  if (sessionId !== undefined && typeof sessionId !== 'string') {
    return failed([say`payload: the sessionId of a chat must be text.`]);
  }
  return ok({ action: 'sendMessage', ...others, sessionId: sessionId || newId(), chatInput });
}
