import { isMap, tryJson } from '../json-text.ts';
import { excerpt } from '../text.ts';
import type { Row } from './row.ts';

/** Replies whose status counts as success. */
export const acceptedRows: readonly Row[] = [
  {
    name: 'only-run-if',
    knows: ({ status, json, message }) =>
      status === 200 && message === 'Webhook call received' && isMap(json) && Object.keys(json).length === 1,
    means: () => ({
      success: true,
      ran: 'no',
      what: 'n8n took the call and ran nothing: the "Only Run If" condition of the Webhook node is false for it.',
      advice: 'If it should have run, compare the condition with what was sent.',
    }),
  },
  {
    name: 'stream-failed',
    knows: ({ text }) => streamError(text) !== undefined,
    means: ({ text }) => ({
      success: false,
      ran: 'yes',
      what: `The workflow failed while it was streaming its reply: "${excerpt(streamError(text) ?? '')}".`,
      advice: 'Open the execution in n8n to see the failing node.',
    }),
  },
  { name: 'accepted', knows: () => true, means: () => ({ success: true, ran: 'yes', what: '', advice: '' }) },
];

/**
 * The error that a streaming reply ends with, if any. n8n streams a JSON object a line, `{"type": "begin" | "item" |
 * "end" | "error" | "keepalive", …}`, under the status 200 that it began with.
 */
function streamError(text: string): string | undefined {
  if (!/^\s*\{"type":"(?:begin|keepalive)"/.test(text)) return undefined;
  for (const line of text.split('\n')) {
    const chunk = line.includes('"error"') ? tryJson(line) : undefined;
    if (isMap(chunk) && chunk['type'] === 'error') {
      return typeof chunk['content'] === 'string' ? chunk['content'] : 'no reason given';
    }
  }
  return undefined;
}
