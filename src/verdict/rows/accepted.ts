import { isMap, scalarText, tryJson } from '../../text/json.ts';
import { say } from '../../text/safe.ts';
import type { Row } from '../row.ts';
import { NOTHING } from '../verdict.ts';

/** Replies whose status counts as success. */
export const acceptedRows: readonly Row[] = [
  {
    name: 'only-run-if',
    matches: ({ status, json, jsonMessage }) =>
      status === 200 && jsonMessage === 'Webhook call received' && isMap(json) && Object.keys(json).length === 1,
    verdict: () => ({
      success: true,
      ran: 'no',
      message: say`n8n took the call and ran nothing: the "Only Run If" condition of the Webhook node is false for it.`,
      hint: say`If it should have run, compare the condition with what was sent.`,
    }),
  },
  {
    name: 'stream-failed',
    matches: ({ text }) => failedNode(text) !== undefined,
    verdict: ({ text, call }) => ({
      inconclusive: true,
      success: false,
      ran: 'yes',
      message: say`The workflow failed in the node "${call.show(failedNode(text) ?? '')}" while it was streaming its reply.`,
      hint: say`Open the execution in n8n to see why.`,
    }),
  },
  {
    name: 'never-responded',
    // What a workflow's author makes n8n answer carries n8n's sandbox policy, an empty reply too.
    matches: ({ call, status, headers, text }) =>
      status === 200 &&
      text === '' &&
      call.method !== 'HEAD' &&
      /^application\/json\b/.test(headers['content-type'] ?? '') &&
      headers['content-security-policy'] === undefined,
    verdict: () => ({
      inconclusive: true,
      overruledByExecution: true,
      success: true,
      ran: 'yes',
      message: say`The reply is empty, as where a workflow ends without reaching its Respond to Webhook node. n8n before 2.38 answers so to a workflow that failed, too.`,
      hint: say`With secret-key, the step learns how the execution ended.`,
    }),
  },
  {
    name: 'accepted',
    matches: () => true,
    verdict: () => ({ success: true, ran: 'yes', message: NOTHING, hint: NOTHING }),
  },
];

/**
 * The node whose error a streaming reply tells of, if any. n8n streams a JSON object a line, `{"type": "begin" | "item" |
 * "end" | "error" | "keepalive", "metadata": {"nodeName": …}}`, under the status 200 that it began with.
 */
function failedNode(text: string): string | undefined {
  if (!/^\s*\{"type":"(?:begin|keepalive|error)"/.test(text)) return undefined;
  for (const line of text.split('\n')) {
    const chunk = line.startsWith('{"type":"error"') ? tryJson(line) : undefined;
    if (isMap(chunk)) return (isMap(chunk['metadata']) && scalarText(chunk['metadata']['nodeName'])) || 'unknown';
  }
  return undefined;
}
