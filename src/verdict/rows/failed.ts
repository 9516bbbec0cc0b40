import { isWithin } from '../../http/status.ts';
import { say } from '../../text/safe.ts';
import { placeOf, quoteReply } from '../reply.ts';
import { AT_ONCE, type ReplyView, type Row } from '../row.ts';
import type { Verdict } from '../verdict.ts';
import { ONLY_RUN_IF } from './accepted.ts';
import { REFUSED, refusal, sent } from './refused.ts';

/** Whether the workflow ran: a refusal or redirect is its own only if the webhook was certainly reached. */
type Certainty = Pick<Verdict, 'ran' | 'claim'>;
const BY_WORKFLOW: Certainty = { ran: 'yes', claim: 'not accepted' };
const BY_SOMETHING: Certainty = { ran: 'maybe' };

const signature = (certainty: Certainty): Row => ({
  name: 'signature',
  when: { status: REFUSED, text: /\bsignature\b/i },
  ...certainty,
  message: (view) => say`The workflow rejected the signature and replied ${quoteReply(view)}; ${sent(view.call)}.`,
  hint: ({ call }) =>
    call.contentType.startsWith('multipart/')
      ? say`n8n does not keep the raw body of multipart/form-data, which the signature is for: use JWT Auth for uploads, or send one file with payload-file.`
      : say`Set signing-secret to the secret that the workflow verifies with.`,
});

const redirect = (certainty: Certainty, where: (view: ReplyView) => boolean = isRedirect): Row => ({
  name: 'redirect',
  when: { where },
  ...certainty,
  message: ({ status, headers, call }) =>
    say`The server redirects (HTTP ${status}) to ${placeOf(headers, call)}; redirects are not followed, because they would carry secrets along or turn POST into GET.`,
  hint: (view) =>
    say`Give that address in ${view.call.show(view.call.addressInput)} if it is the right one. ${isAccepted(view) ? UNMARKED_HINT : say`If the workflow itself redirects, add the status to accept-status.`}`,
});

const UNMARKED_HINT = say`Its status is in accept-status, but nothing shows that the workflow sent it: outside 2xx, only JSON, or what n8n marks as the workflow's, counts.`;

function isAccepted({ status, call }: ReplyView): boolean {
  return isWithin(status, call.acceptStatus);
}

function isRedirect({ status, headers }: ReplyView): boolean {
  return status >= 300 && status < 400 && headers.location !== undefined;
}

/**
 * Whether a redirect only changes scheme, host, or the slash at the end: servers redirect this way before they pass a
 * call on, and no workflow sends its caller back to itself.
 */
function isToSamePath(view: ReplyView): boolean {
  const { url } = view.call;
  const place = URL.parse(view.headers.location ?? '', url.href);
  const pathOf = ({ pathname, search }: URL) => pathname.replace(/\/$/, '') + search;
  return isRedirect(view) && place !== null && /^https?:$/.test(place.protocol) && pathOf(place) === pathOf(url);
}

/** Replies which say that the workflow failed, or may have; the last row matches any reply. */
export const failedRows: readonly Row[] = [
  ONLY_RUN_IF,
  {
    name: 'workflow-failed',
    when: { status: 500, says: /^(?:Error in workflow|Workflow execution failed)$/ },
    ran: 'yes',
    inconclusive: true,
    message: say`The workflow ran and failed.`,
    hint: say`Open the workflow's executions in n8n to see what happened.`,
  },
  {
    name: 'last-node-empty',
    when: {
      status: 500,
      says: /^No (?:item to return was found|item was found to return|binary data was found to return|binary data property)|^No 'responseBinaryPropertyName' is set|^The binary property '.*' which should be returned does not exist$/s,
    },
    ran: 'yes',
    claim: 'result unknown',
    inconclusive: true,
    overruledByExecution: true,
    message: say`The workflow ran, and its last node returned nothing to respond with, which n8n reports as an error (500).`,
    hint: say`Let the last node return what the Webhook node is set to respond with, or let it respond with all entries or immediately.`,
  },
  signature(BY_SOMETHING),
  {
    name: 'unauthorized',
    when: { status: REFUSED },
    ran: 'maybe',
    message: refusal,
    hint: say`If a proxy or firewall in front of n8n said this, send what it requires in headers. If the workflow itself replies this way, look at its execution.`,
  },
  redirect({ ran: 'no' }, isToSamePath),
  redirect(BY_SOMETHING),
  {
    name: 'gateway-failure',
    when: { status: [502, 503, 504, 520, 522, 524] },
    ran: 'maybe',
    retry: AT_ONCE,
    overruledByExecution: true,
    message: ({ status }) => say`A proxy in front of n8n got no valid response from it (HTTP ${status}).`,
    hint: ({ status }) =>
      status === 504 || status === 524
        ? say`Look at the executions in n8n. If the workflow takes longer than the proxy waits (100 s on n8n Cloud), let its Webhook node respond immediately.`
        : say`Look at the executions in n8n before you run this again.`,
  },
  {
    name: 'not-accepted',
    ran: 'maybe',
    message: (view) => say`The reply is HTTP ${view.status} with ${quoteReply(view)}.`,
    hint: (view) =>
      isAccepted(view)
        ? UNMARKED_HINT
        : say`If the workflow replies with this status on purpose and it counts as success, add it to accept-status; otherwise, look at its executions.`,
  },
];

/** Replies of a webhook that was reached, without success: the workflow ran. */
export const failedWebhookRows: readonly Row[] = [
  signature(BY_WORKFLOW),
  redirect(BY_WORKFLOW),
  {
    name: 'answered',
    ...BY_WORKFLOW,
    message: (view) => say`The workflow ran, and replied with HTTP ${view.status} and ${quoteReply(view)}.`,
    hint: say`If that status counts as success, add it to accept-status; otherwise, look at the workflow's execution.`,
  },
];
