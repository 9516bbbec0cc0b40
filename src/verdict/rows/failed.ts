import { lostItsUpstream, placeOf, quoteReply, type Row } from '../row.ts';

const LOOK = "Open the workflow's executions in n8n to see what happened.";

/** Replies that say that the workflow failed, or may have, and all that nothing else knows. */
export const failedRows: readonly Row[] = [
  {
    name: 'workflow-failed',
    knows: ({ status, message }) => status === 500 && /^(?:Error in workflow|Workflow execution failed)$/.test(message),
    means: () => ({
      tellsLittle: true,
      success: false,
      ran: 'yes',
      what: 'The workflow ran and failed.',
      advice: LOOK,
    }),
  },
  {
    name: 'last-node-empty',
    knows: ({ status, message }) =>
      status === 500 &&
      /^No (?:item to return was found|binary data was found to return|binary data property)/.test(message),
    means: () => ({
      tellsLittle: true,
      ofReplyAlone: true,
      success: false,
      ran: 'yes',
      what: 'The workflow ran, and its last node had nothing to answer with, which n8n reports as an error (500).',
      advice: 'Let the last node return an item, or let the Webhook node respond with all entries or immediately.',
    }),
  },
  {
    name: 'redirect',
    knows: ({ status, headers }) => status >= 300 && status < 400 && headers.location !== undefined,
    means: (heard) => ({
      success: false,
      ran: 'maybe',
      what: `The server redirects (HTTP ${heard.status}) to ${placeOf(heard)}; redirects are not followed, because they would carry secrets along or turn POST into GET.`,
      advice: `Give that address in ${heard.call.addressInput} if it is the right one. If the workflow itself answers so, add the status to accept-status.`,
    }),
  },
  {
    name: 'gateway-failure',
    knows: (heard) => [502, 504, 520, 521, 522, 523, 524].includes(heard.status) || lostItsUpstream(heard),
    means: ({ status }) => ({
      ofReplyAlone: true,
      success: false,
      ran: 'maybe',
      retry: { leastMs: 0 },
      what: `A proxy before n8n had no proper answer from it (HTTP ${status}).`,
      advice:
        status === 504 || status === 524
          ? 'Look at the executions in n8n. If the workflow takes longer than the proxy waits (100 s on n8n Cloud), let its Webhook node respond immediately.'
          : 'Look at the executions in n8n before you run this again.',
    }),
  },
  {
    name: 'not-accepted',
    knows: () => true,
    means: (heard) => ({
      success: false,
      ran: 'maybe',
      what: `The reply is HTTP ${heard.status} with ${quoteReply(heard)}.`,
      advice:
        'If the workflow answers so on purpose and it counts as success, add the status to accept-status; else look at its executions.',
    }),
  },
];
