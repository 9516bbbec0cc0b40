import { isMap, type Json, type JsonMap } from '../text/json.ts';
import { Problem } from '../text/problem.ts';

/**
 * What a Chat trigger takes: n8n's own chat sends `action`, `sessionId` and `chatInput`, and other members reach the
 * workflow as they are.
 *
 * @param newId gives the id of a session, where the payload names none
 */
export function chatMessage(data: Json, newId: () => string): JsonMap | Problem {
  const { chatInput, sessionId, ...others } = isMap(data) ? data : {};
  if (typeof chatInput !== 'string' || chatInput === '') {
    return new Problem('payload: a chat takes the message as the member chatInput, a text.');
  }
  if (sessionId !== undefined && typeof sessionId !== 'string') {
    return new Problem('payload: a chat takes sessionId as a text.');
  }
  return { action: 'sendMessage', ...others, sessionId: sessionId || newId(), chatInput };
}
