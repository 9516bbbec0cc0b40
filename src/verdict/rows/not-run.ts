import { instanceOf } from '../../n8n/address.ts';
import { type SafeText, say } from '../../text/safe.ts';
import { headOf } from '../answerer.ts';
import { A_LITTLE, type Call, quoteReply, type Row } from '../row.ts';
import { NOTHING } from '../verdict.ts';

/** Replies of n8n itself, and pages in front of it, that mean that nothing ran, whatever their status. */
export const notRunRows: readonly Row[] = [
  {
    name: 'starting-up',
    matches: ({ text }) => /^n8n is starting up\. Please wait/.test(text),
    verdict: () => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      message: say`n8n is still starting up.`,
      hint: say`Run the step again when n8n is up, or raise retries.`,
    }),
  },
  {
    name: 'unavailable',
    // n8n lost its database; or a Chat trigger cannot check its credentials.
    matches: ({ status, jsonMessage, text }) =>
      status === 503 && (jsonMessage === 'Database is not ready!' || text.startsWith('Chat is unavailable right now.')),
    verdict: (view) => ({
      success: false,
      ran: 'no',
      retry: { minDelayMs: 0 },
      message: say`n8n is not available now (HTTP 503, ${quoteReply(view)}).`,
      hint: say`Run the step again later, or raise retries.`,
    }),
  },
  {
    name: 'own-path',
    matches: ({ status, call }) =>
      status >= 200 &&
      status < 300 &&
      call.route === 'webhook' &&
      instanceOf(call.url) === undefined &&
      OWN_PATHS.test(call.url.pathname),
    verdict: () => ({
      success: false,
      ran: 'no',
      message: say`url is one of n8n's own paths, where no workflow runs.`,
      hint: say`Give the Production URL of the Webhook node.`,
    }),
  },
  {
    name: 'cannot-post',
    matches: ({ status, text, isHtml }) =>
      status === 404 && isHtml && /Cannot (?:GET|HEAD|POST|PUT|PATCH|DELETE) /.test(text),
    verdict: (view) => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      message: say`n8n answers, but serves nothing at this address (404).`,
      hint: isEditorLink(view.call) ? EDITOR_LINK.hint : hintOn(view.call),
    }),
  },
  {
    name: 'wrong-method',
    matches: ({ status, jsonMessage }) =>
      status === 404 && /^This webhook is not registered for \w+ requests/.test(jsonMessage),
    verdict: ({ call, jsonMessage }) => {
      const wanted = /Did you mean to make an? (.+?) request/.exec(jsonMessage)?.[1] ?? '';
      const isKnown = /^[A-Z, or]+$/.test(wanted);
      const takes = isKnown ? call.show(wanted) : say`another method`;
      return {
        success: false,
        ran: 'no',
        message: say`The Webhook node does not accept ${call.show(call.method)}, only ${takes}.`,
        hint: wanted === 'GET' ? TAKES_GET : say`Set the input method to one that it accepts.`,
      };
    },
  },
  {
    name: 'test-url',
    matches: ({ status, jsonMessage, call }) =>
      status === 404 &&
      /^The requested webhook .* is not registered/s.test(jsonMessage) &&
      call.url.pathname.includes('/webhook-test/'),
    verdict: () => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      message: say`This is a test URL, and n8n is not listening to it now.`,
      hint: say`Use the Production URL of the Webhook node; a test URL answers a single call, within 120 seconds of "Listen for test event" in the editor.`,
    }),
  },
  {
    name: 'not-registered',
    matches: ({ status, jsonMessage }) =>
      status === 404 && /^The requested webhook .* is not registered/s.test(jsonMessage),
    verdict: ({ call }) => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      message: say`n8n knows no webhook at this address for ${call.show(call.method)}.`,
      hint:
        call.route === 'start'
          ? say`Publish the gateway workflow, and check that url ends in the id of its Webhook node.`
          : say`Publish the workflow (older n8n: activate it), and compare ${placeOfWebhooks(call)} with the Production URL in its Webhook node.`,
    }),
  },
  {
    name: 'nothing-for-head',
    // To HEAD, n8n answers about unknown paths and webhooks with nothing but a status.
    matches: ({ status, text, call }) =>
      call.route === 'webhook' && call.method === 'HEAD' && status === 404 && text === '',
    verdict: ({ call }) => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      message: say`n8n knows no webhook at this address for HEAD (404).`,
      hint: isEditorLink(call)
        ? EDITOR_LINK.hint
        : say`Publish the workflow (older n8n: activate it), and compare method and ${placeOfWebhooks(call)} with the Webhook node and its Production URL.`,
    }),
  },
  {
    name: 'not-published',
    matches: ({ status, jsonMessage }) =>
      status === 404 && /^(?:Active|Published) version not found for workflow|^Cannot find workflow/.test(jsonMessage),
    verdict: () => ({
      success: false,
      ran: 'no',
      message: say`The workflow of this webhook no longer has a published version.`,
      hint: say`Publish it again in the editor.`,
    }),
  },
  {
    name: 'editor-page',
    matches: ({ status, text, isHtml }) =>
      status === 200 &&
      isHtml &&
      /<title>[^<]{0,100}n8n[^<]{0,100}<\/title>/i.test(headOf(text)) &&
      /base-path|BASE_PATH|n8n:config/.test(headOf(text)),
    verdict: ({ call }) => ({
      success: false,
      ran: 'no',
      message: say`The reply is the page of n8n's editor: ${placeOfWebhooks(call)} leads to no webhook.`,
      hint: isEditorLink(call)
        ? EDITOR_LINK.hint
        : say`Compare ${placeOfWebhooks(call)} with the Production URL in the Webhook node.`,
    }),
  },
  {
    name: 'login-page',
    matches: ({ status, text, isHtml }) =>
      status === 200 && isHtml && /<input[^>]{1,500}type=["']?password/i.test(headOf(text)),
    verdict: () => ({
      success: false,
      ran: 'no',
      message: say`The reply is a login page: something in front of n8n requires a login.`,
      hint: say`Exempt the webhook's path from it, or send what it requires in headers.`,
    }),
  },
  {
    name: 'could-not-start',
    // The Webhook node reports what is wrong with its credential as text; everything else is JSON.
    matches: ({ status, jsonMessage, text }) =>
      status === 500 &&
      /^(?:Workflow Webhook Error: )?(?:Workflow could not be started|No authentication data defined|The method \w+ is not supported|(?:Unused|No) Respond to Webhook node found)/.test(
        jsonMessage || text,
      ),
    verdict: (view) => ({
      success: false,
      ran: 'no',
      message: say`n8n could not start the workflow: ${quoteReply(view)}.`,
      hint: say`Fix the workflow in the editor and publish it again.${
        view.call.contentType.startsWith('multipart/')
          ? say` Older n8n says the same about a file that is empty or over its limit.`
          : NOTHING
      }`,
    }),
  },
];

const TAKES_GET = say`Set HTTP Method to POST in the Webhook node (a new node listens to GET) and publish the workflow. Or set the input method to GET: then a payload goes into the query string, and the default payload is not sent.`;

/** Health, the editor's own API, the public API, metrics. */
const OWN_PATHS = /^\/(?:healthz(?:\/readiness)?\/?|metrics\/?|rest\/.*|api\/v1\/.*)$/;

const EDITOR_LINK = {
  hint: say`url is a link to the editor. Give the Production URL of the Webhook node, or use mode: api.`,
};

/** Whether `url`, called as it stands, is a link from the browser; a webhook's own path may look like one. */
function isEditorLink({ mode, url }: Call): boolean {
  return mode === 'webhook' && instanceOf(url) === undefined && /\/workflow\/[^/]+(?:\/|$)/.test(url.pathname);
}

/** The input that gives the webhooks' address: in api mode, the workflow's own path follows it. */
function placeOfWebhooks({ mode }: Call): SafeText {
  return mode === 'webhook' ? say`url` : say`webhook-base`;
}

/** What to check where n8n serves nothing. */
function hintOn(call: Call): SafeText {
  return call.route === 'start'
    ? say`Check url: the address that opens n8n in the browser, with its sub-path if it has one, or that of the gateway; if it is right, n8n is still starting, its proxy changes the path, or this n8n process serves only webhooks.`
    : say`Compare ${placeOfWebhooks(call)} with the Production URL in the Webhook node; if it is right, n8n is still starting, its proxy changes the path, or this n8n process serves no webhooks.`;
}
