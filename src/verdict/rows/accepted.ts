import { isMap, textOf, tryJson } from '../../text/json.ts';
import { type SafeText, say } from '../../text/safe.ts';
import { byServer, isPage, titleOf } from '../reply.ts';
import { A_LITTLE, type ReplyView, type Row } from '../row.ts';
import { ACCEPTED } from './accepted-by-webhook.ts';

/** The Webhook node's own reply, with the status that is set in the node. */
export const ONLY_RUN_IF: Row = {
  name: 'only-run-if',
  when: { says: /^Webhook call received$/, where: ({ json }) => isMap(json) && Object.keys(json).length === 1 },
  ran: 'no',
  message: say`n8n accepted the call but ran nothing: the "Only Run If" condition of the Webhook node is false for it.`,
  hint: say`If it should have run, compare the condition with what was sent.`,
};

/** Replies whose status counts as success, if nothing shows who replied. */
export const acceptedRows: readonly Row[] = [
  { ...ONLY_RUN_IF, success: true },
  {
    name: 'stream-failed',
    when: { where: ({ text }) => failedNode(text) !== undefined },
    // n8n also streams the error of a node that continues on error.
    ran: 'yes',
    claim: 'not accepted',
    inconclusive: true,
    overruledByExecution: true,
    message: ({ text, call }) =>
      say`The node "${call.show(failedNode(text) ?? '')}" failed while the workflow was streaming its reply.`,
    hint: say`Open the execution in n8n to see why.`,
  },
  {
    name: 'never-responded',
    when: {
      status: 200,
      text: /^$/,
      where: ({ call, headers }) =>
        call.method !== 'HEAD' &&
        /^application\/json\b/.test(headers['content-type'] ?? '') &&
        headers['content-security-policy'] === undefined,
    },
    success: true,
    ran: 'yes',
    inconclusive: true,
    overruledByExecution: true,
    message: say`The reply is empty, as it is when a workflow ends without reaching its Respond to Webhook node. Before 2.38, n8n also replies this way when the workflow failed.`,
    hint: say`With secret-key, the step finds out how the execution ended.`,
  },
  {
    name: 'not-n8n',
    when: { where: (view) => isPage(view) || isBlank(view) },
    ran: 'maybe',
    retry: A_LITTLE,
    overruledByExecution: true,
    message: (view) => say`The reply (HTTP ${view.status}) is ${whatIsOdd(view)}: n8n's webhooks never reply this way.`,
    hint: ({ call }) =>
      say`Check ${call.show(call.addressInput)}: whatever replied there is probably not n8n. If it is n8n, but from before August 2025 or with N8N_INSECURE_DISABLE_WEBHOOK_IFRAME_SANDBOX, set secret-key: the step then checks whether the workflow ran.`,
  },
  ACCEPTED,
];

/** Whether a reply has neither a body nor a content type: n8n names a type wherever it does not mark a reply. */
function isBlank({ text, headers, call, status }: ReplyView): boolean {
  // An endpoint that starts workflows may only say that it did; servers that know no such address say 200.
  const isDue = call.route === 'start' && status !== 200;
  return text === '' && headers['content-type'] === undefined && !isDue;
}

function whatIsOdd(view: ReplyView): SafeText {
  const title = titleOf(view.text);
  const page = title === undefined ? say`a page` : say`a page, titled "${view.call.show(title, 80)}"`;
  return say`${isPage(view) ? page : say`empty and without a content type`}${byServer(view)}`;
}

/**
 * The node whose error a streaming reply reports, if any. n8n streams one JSON object per line, `{"type": "begin" |
 * "item" | "end" | "error" | "keepalive", "metadata": {"nodeName": …}}`, under the status 200 that it began with. What
 * names no node is a workflow's own JSON.
 */
function failedNode(text: string): string | undefined {
  if (!/^\s*\{"type":"(?:begin|keepalive|error)"/.test(text)) return undefined;
  for (const line of text.split('\n')) {
    const chunk = line.startsWith('{"type":"error"') ? tryJson(line) : undefined;
    const node = isMap(chunk) && isMap(chunk['metadata']) ? textOf(chunk['metadata']['nodeName']) : '';
    if (node !== '') return node;
  }
  return undefined;
}
