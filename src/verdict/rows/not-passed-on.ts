import { isWithin } from '../../http/status.ts';
import { say } from '../../text/safe.ts';
import { asksForPause } from '../answerer.ts';
import { A_LITTLE, isJsonReply, quoteReply, type ReplyView, type Row } from '../row.ts';

const UNSERVED = say`Check that n8n is running, and that the proxy points to it. If it was restarting, run the step again, or raise retries.`;
const REFUSED = say`Let this runner's calls to n8n pass there, or send what it requires in headers.`;

/** Whether a proxy refuses the call itself, so that sending it again has no effect. */
function isRefusal(status: number): boolean {
  return status < 500 && status !== 404 && status !== 429;
}

/** Replies of proxies that identify themselves and did not pass the call on. */
export const proxyRows: readonly Row[] = [
  {
    name: 'not-passed-on',
    matches: () => true,
    verdict: (view) => {
      const { answerer, status } = view;
      if (answerer.who !== 'proxy') throw new Error('no proxy named itself');
      const { proxy, hint = isRefusal(status) ? REFUSED : UNSERVED } = answerer.saying;
      return {
        success: false,
        ran: 'no',
        ...(hint === UNSERVED ? { retry: status === 404 ? A_LITTLE : { minDelayMs: 0 } } : {}),
        message: say`${proxy} did not pass the call on to n8n (HTTP ${status}, ${quoteReply(view)}).`,
        hint,
      };
    },
  },
];

/** Replies from something in front of n8n, whose status or header shows that the call was not passed on. */
export const notPassedOnRows: readonly Row[] = [
  {
    name: 'overloaded',
    matches: (view) =>
      (view.status === 429 && !mayBeAccepted(view)) ||
      (view.status === 503 && asksForPause(view.headers) && !mayBeAccepted(view)),
    verdict: (view) => ({
      success: false,
      ran: 'no',
      retry: { minDelayMs: 0 },
      message: say`The server is overloaded or limits calls (HTTP ${view.status}, ${quoteReply(view)}).`,
      hint: say`Try again later, or raise retries.`,
    }),
  },
  {
    name: 'no-such-page',
    matches: (view) => view.status === 404 && view.text.trim() !== '' && !isJsonReply(view),
    verdict: (view) => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      message: say`Something in front of n8n has nothing at this address (404, ${quoteReply(view)}).`,
      hint: say`n8n itself replies in JSON. Compare ${view.call.show(view.call.addressInput)} with the Production URL in the Webhook node; if it is right, n8n may be restarting, or its proxy does not know the address.`,
    }),
  },
];

/** Where n8n does not mark replies, JSON with a status that counts as success may be the workflow's answer. */
function mayBeAccepted(view: ReplyView): boolean {
  return isJsonReply(view) && isWithin(view.status, view.call.acceptStatus);
}
