import { say } from '../../text/safe.ts';
import { placeOf, quoteReply, type ReplyView, type Row } from '../row.ts';
import type { Verdict } from '../verdict.ts';
import { isUnauthorized, sent } from './refused.ts';

const LOOK = say`Open the workflow's executions in n8n to see what happened.`;

/** A refusal that a webhook itself answers is the workflow's answer. */
function whetherItRan({ answerer }: ReplyView): Pick<Verdict, 'ran' | 'claim'> {
  return answerer.who === 'webhook' ? { ran: 'yes', claim: 'not accepted' } : { ran: 'maybe' };
}

const SIGNATURE: Row = {
  name: 'signature',
  matches: ({ status, text }) => isUnauthorized(status) && /\bsignature\b/i.test(text),
  verdict: (view) => ({
    success: false,
    ...whetherItRan(view),
    message: say`The workflow did not accept the signature and said ${quoteReply(view)}; ${sent(view.call)}.`,
    hint: view.call.contentType.startsWith('multipart/')
      ? say`n8n keeps no raw body of multipart/form-data to verify: use JWT Auth for uploads, or send one file with payload-file.`
      : say`Set signing-secret to the secret that the workflow verifies with.`,
  }),
};

const REDIRECT: Row = {
  name: 'redirect',
  matches: ({ status, headers }) => status >= 300 && status < 400 && headers.location !== undefined,
  verdict: (view) => ({
    success: false,
    ...(isToSamePath(view) && view.answerer.who !== 'webhook' ? { ran: 'no' } : whetherItRan(view)),
    message: say`The server redirects (HTTP ${view.status}) to ${placeOf(view.headers, view.call)}; redirects are not followed, because they would carry secrets along or turn POST into GET.`,
    hint: say`Give that address in ${view.call.show(view.call.addressInput)} if it is the right one. If the workflow itself redirects, add the status to accept-status.`,
  }),
};

/**
 * Whether a redirect only changes scheme, host, or the slash at the end: servers redirect this way before they pass a
 * call on, and no workflow sends its caller back to itself.
 */
function isToSamePath({ headers, call: { url } }: ReplyView): boolean {
  const place = URL.parse(headers.location ?? '', url.href);
  const pathOf = ({ pathname, search }: URL) => pathname.replace(/\/$/, '') + search;
  return place !== null && /^https?:$/.test(place.protocol) && pathOf(place) === pathOf(url);
}

/** Replies which say that the workflow failed, or may have; the last row matches any reply. */
export const failedRows: readonly Row[] = [
  {
    name: 'workflow-failed',
    matches: ({ status, jsonMessage }) =>
      status === 500 && /^(?:Error in workflow|Workflow execution failed)$/.test(jsonMessage),
    verdict: () => ({
      inconclusive: true,
      success: false,
      ran: 'yes',
      message: say`The workflow ran and failed.`,
      hint: LOOK,
    }),
  },
  {
    name: 'last-node-empty',
    matches: ({ status, jsonMessage }) =>
      status === 500 &&
      /^No (?:item to return was found|binary data was found to return|binary data property)/.test(jsonMessage),
    verdict: () => ({
      inconclusive: true,
      overruledByExecution: true,
      success: false,
      ran: 'yes',
      claim: 'result unknown',
      message: say`The workflow ran, and its last node returned nothing, which n8n reports as an error (500).`,
      hint: say`Let the last node return an item, or let the Webhook node respond with all entries or immediately.`,
    }),
  },
  SIGNATURE,
  {
    name: 'unauthorized',
    matches: ({ status }) => isUnauthorized(status),
    verdict: (view) => ({
      success: false,
      ran: 'maybe',
      message: say`The call was refused with HTTP ${view.status} and ${quoteReply(view)}; ${sent(view.call)}.`,
      hint: say`If a proxy or firewall in front of n8n said this, send what it requires in headers. If the workflow itself replies this way, look at its execution.`,
    }),
  },
  REDIRECT,
  {
    name: 'gateway-failure',
    matches: ({ status }) => [502, 503, 504, 520, 522, 524].includes(status),
    verdict: ({ status }) => ({
      overruledByExecution: true,
      success: false,
      ran: 'maybe',
      retry: { minDelayMs: 0 },
      message: say`A proxy in front of n8n got no valid response from it (HTTP ${status}).`,
      hint:
        status === 504 || status === 524
          ? say`Look at the executions in n8n. If the workflow takes longer than the proxy waits (100 s on n8n Cloud), let its Webhook node respond immediately.`
          : say`Look at the executions in n8n before you run this again.`,
    }),
  },
  {
    name: 'not-accepted',
    matches: () => true,
    verdict: (view) => ({
      success: false,
      ran: 'maybe',
      message: say`The reply is HTTP ${view.status} with ${quoteReply(view)}.`,
      hint: say`If the workflow replies with this status on purpose and it counts as success, add it to accept-status; else look at its executions.`,
    }),
  },
];

/** Replies of a webhook that was reached, without success: the workflow ran. */
export const failedWebhookRows: readonly Row[] = [
  SIGNATURE,
  REDIRECT,
  {
    name: 'answered',
    matches: () => true,
    verdict: (view) => ({
      success: false,
      ran: 'yes',
      claim: 'not accepted',
      message: say`The workflow ran, and replied with HTTP ${view.status} and ${quoteReply(view)}.`,
      hint: say`If that status counts as success, add it to accept-status; else look at the workflow's execution.`,
    }),
  },
];
