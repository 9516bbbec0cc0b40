import { isSuccess } from '../../http/status.ts';
import { instanceOf } from '../../n8n/address.ts';
import { NOTHING, type SafeText, say } from '../../text/safe.ts';
import { headOf, quoteReply } from '../reply.ts';
import { A_LITTLE, AT_ONCE, type Call, nothingRan, type ReplyView } from '../row.ts';
import { LOGIN_HINT } from './not-passed-on.ts';

const EDITOR_LINK_HINT = say`url is a link to the editor. Give the Production URL of the Webhook node, or use mode: api.`;
const TAKES_GET_HINT = say`Set HTTP Method to POST in the Webhook node (a new node listens to GET) and publish the workflow. Or set the input method to GET: then a payload goes into the query string, and the default payload is not sent.`;

const NOT_REGISTERED = /^The requested webhook .* is not registered/s;

/** Health, the editor's own API, the public API, metrics. */
const OWN_PATHS = /^\/(?:healthz(?:\/readiness)?\/?|metrics\/?|rest\/.*|api\/v1\/.*)$/;

/** Replies of n8n itself, and pages in front of it, that mean that nothing ran, whatever their status. */
export const notRunRows = nothingRan([
  {
    name: 'starting-up',
    when: { text: /^n8n is starting up\. Please wait/ },
    retry: A_LITTLE,
    message: say`n8n is still starting up.`,
    hint: say`Run the step again when n8n is up, or raise retries.`,
  },
  {
    name: 'unavailable',
    when: {
      status: 503,
      // n8n lost its database; or a Chat trigger cannot check its credentials.
      where: ({ jsonMessage, text }) =>
        jsonMessage === 'Database is not ready!' || text.startsWith('Chat is unavailable right now.'),
    },
    retry: AT_ONCE,
    message: (view) => say`n8n is not available now (HTTP 503, ${quoteReply(view)}).`,
    hint: say`Run the step again later, or raise retries.`,
  },
  {
    name: 'own-path',
    when: {
      where: ({ status, call }) =>
        isSuccess(status) &&
        call.route === 'webhook' &&
        instanceOf(call.url) === undefined &&
        OWN_PATHS.test(call.url.pathname),
    },
    message: say`url is one of n8n's own paths, where no workflow runs.`,
    hint: say`Give the Production URL of the Webhook node.`,
  },
  {
    name: 'cannot-post',
    when: { status: 404, html: true, text: /Cannot (?:GET|HEAD|POST|PUT|PATCH|DELETE) / },
    retry: A_LITTLE,
    message: say`n8n replied, but serves nothing at this address (404).`,
    hint: ({ call }) => {
      if (isEditorLink(call)) return EDITOR_LINK_HINT;
      return call.route === 'start'
        ? say`Check url: the address that opens n8n in the browser, with its sub-path if it has one, or that of the gateway; if it is right, n8n is still starting, its proxy changes the path, or this n8n process serves only webhooks.`
        : say`Compare ${webhooksInput(call)} with the Production URL in the Webhook node; if it is right, n8n is still starting, its proxy changes the path, or this n8n process serves no webhooks.`;
    },
  },
  {
    name: 'wrong-method',
    when: { status: 404, says: /^This webhook is not registered for \w+ requests/ },
    message: (view) => {
      const method = methodWanted(view);
      const takes = /^[A-Z, or]+$/.test(method) ? view.call.show(method) : say`another method`;
      return say`The Webhook node does not accept ${view.call.show(view.call.method)}, only ${takes}.`;
    },
    hint: (view) => (methodWanted(view) === 'GET' ? TAKES_GET_HINT : say`Set the input method to one that it accepts.`),
  },
  {
    name: 'test-url',
    when: { status: 404, says: NOT_REGISTERED, where: ({ call }) => call.url.pathname.includes('/webhook-test/') },
    retry: A_LITTLE,
    message: say`This is a test URL, and n8n is not listening to it now.`,
    hint: say`Use the Production URL of the Webhook node; a test URL works for a single call, within 120 seconds of "Listen for test event" in the editor.`,
  },
  {
    name: 'not-registered',
    when: { status: 404, says: NOT_REGISTERED },
    retry: A_LITTLE,
    message: ({ call }) => say`n8n has no webhook for ${call.show(call.method)} at this address.`,
    hint: ({ call }) =>
      call.route === 'start'
        ? say`Publish the gateway workflow, and check that url ends in the id of its Webhook node.`
        : say`Publish the workflow (older n8n: activate it), and compare ${webhooksInput(call)} with the Production URL in its Webhook node.`,
  },
  {
    name: 'nothing-for-head',
    // To HEAD, n8n replies about unknown paths and webhooks with nothing but a status.
    when: { status: 404, text: /^$/, where: ({ call }) => call.route === 'webhook' && call.method === 'HEAD' },
    retry: A_LITTLE,
    message: say`n8n has no webhook for HEAD at this address (404).`,
    hint: ({ call }) =>
      isEditorLink(call)
        ? EDITOR_LINK_HINT
        : say`Publish the workflow (older n8n: activate it), and compare method and ${webhooksInput(call)} with the Webhook node and its Production URL.`,
  },
  {
    name: 'not-published',
    when: {
      status: 404,
      says: /^(?:Active|Published) version not found for workflow|^(?:Cannot|Could not) find (?:workflow|node to process webhook)/,
    },
    message: say`The workflow of this webhook no longer has a published version.`,
    hint: say`Publish it again in the editor.`,
  },
  {
    name: 'editor-page',
    when: {
      status: 200,
      html: true,
      where: ({ text }) =>
        /<title>[^<]{0,100}n8n[^<]{0,100}<\/title>/i.test(headOf(text)) &&
        /base-path|BASE_PATH|n8n:config/.test(headOf(text)),
    },
    message: ({ call }) => say`The reply is the page of n8n's editor: ${webhooksInput(call)} leads to no webhook.`,
    hint: ({ call }) =>
      isEditorLink(call)
        ? EDITOR_LINK_HINT
        : say`Compare ${webhooksInput(call)} with the Production URL in the Webhook node.`,
  },
  {
    name: 'login-page',
    when: { status: 200, html: true, where: ({ text }) => /<input[^>]{1,500}type=["']?password/i.test(headOf(text)) },
    message: say`The reply is a login page: something in front of n8n requires a login.`,
    hint: LOGIN_HINT,
  },
  {
    name: 'could-not-start',
    when: {
      status: 500,
      // The Webhook node reports what is wrong with its credential as text; everything else is JSON.
      where: ({ jsonMessage, text }) =>
        /^(?:Workflow \w+ Error: )?(?:Workflow could not be started|The response mode '.*' is not valid|No authentication data defined|The method \w+ is not supported|(?:Unused|No) Respond to Webhook node found)/.test(
          jsonMessage || text,
        ),
    },
    message: (view) => say`n8n could not start the workflow: ${quoteReply(view)}.`,
    hint: ({ call }) =>
      say`Fix the workflow in the editor and publish it again.${
        call.contentType.startsWith('multipart/')
          ? say` Older n8n says the same about a file that is empty or over its limit.`
          : NOTHING
      }`,
  },
]);

/** Whether `url`, called as it is, is a link from the browser; a webhook's own path may look like one. */
function isEditorLink({ mode, url }: Call): boolean {
  return mode === 'webhook' && instanceOf(url) === undefined && /\/workflow\/[^/]+(?:\/|$)/.test(url.pathname);
}

/** The input that gives the webhooks' address. For a workflow's own webhook in api mode, the path follows it. */
function webhooksInput({ route, mode }: Call): SafeText {
  return mode === 'webhook' || route === 'start' ? say`url` : say`webhook-base`;
}

function methodWanted({ jsonMessage }: ReplyView): string {
  return /Did you mean to make an? (.+?) request/.exec(jsonMessage)?.[1] ?? '';
}
