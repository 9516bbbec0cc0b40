import { type Heard, quoteReply, type Row } from './row.ts';

/**
 * Publishing a workflow takes n8n up to five seconds (2.40 and later), starting up some more. With the default of three
 * retries, these pauses bridge both.
 */
const A_LITTLE = { leastMs: 2000 };

/** Replies of n8n itself, and of pages before it, that say: nothing ran, whatever the status looks like. */
export const notRunRows: readonly Row[] = [
  {
    name: 'starting-up',
    knows: ({ text }) => /^n8n is starting up\. Please wait/.test(text),
    means: () => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      what: 'n8n is still starting up.',
      advice: 'Run the step again when n8n is up, or raise retries.',
    }),
  },
  {
    name: 'cannot-post',
    knows: ({ status, text, isHtml }) =>
      status === 404 && isHtml && /Cannot (?:GET|HEAD|POST|PUT|PATCH|DELETE) /.test(text),
    means: (heard) => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      what: 'n8n answers, but serves nothing at this address (404).',
      advice: isEditorLink(heard)
        ? 'url is a link to the editor. Give the Production URL of the Webhook node, or use mode: api.'
        : 'Compare url with the Production URL in the Webhook node; if it is right, n8n is still starting, its proxy changes the path, or this process of it serves no webhooks.',
    }),
  },
  {
    name: 'wrong-method',
    knows: ({ status, message }) => status === 404 && /^This webhook is not registered for \w+ requests/.test(message),
    means: ({ call, message }) => {
      const wanted = /Did you mean to make an? (.+?) request/.exec(message)?.[1] ?? 'another method';
      return {
        success: false,
        ran: 'no',
        what: `The Webhook node does not take ${call.method}.`,
        advice: `It takes ${/^[A-Z, or]+$/.test(wanted) ? wanted : 'another method'}: set the input method.`,
      };
    },
  },
  {
    name: 'test-url',
    knows: ({ status, message, call }) =>
      status === 404 &&
      /^The requested webhook .* is not registered/s.test(message) &&
      call.url.pathname.includes('/webhook-test/'),
    means: () => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      what: 'This is a test URL, and n8n does not listen to it now.',
      advice:
        'Use the Production URL of the Webhook node; a test URL answers a single call, within 120 seconds of "Listen for test event" in the editor.',
    }),
  },
  {
    name: 'not-registered',
    knows: ({ status, message }) => status === 404 && /^The requested webhook .* is not registered/s.test(message),
    means: ({ call }) => ({
      success: false,
      ran: 'no',
      retry: A_LITTLE,
      what: `n8n knows no webhook at this address for ${call.method}.`,
      advice:
        call.route === 'start'
          ? 'Publish the gateway workflow, and check that url ends in the id of its Webhook node.'
          : 'Publish the workflow (older n8n: activate it), and compare url with the Production URL in its Webhook node.',
    }),
  },
  {
    name: 'not-published',
    knows: ({ status, message }) =>
      status === 404 && /^(?:Active|Published) version not found for workflow|^Cannot find workflow/.test(message),
    means: () => ({
      success: false,
      ran: 'no',
      what: 'The workflow behind this webhook has no published version any more.',
      advice: 'Publish it again in the editor.',
    }),
  },
  {
    name: 'editor-page',
    knows: ({ status, text, isHtml }) =>
      status === 200 &&
      isHtml &&
      /<title>[^<]{0,100}n8n[^<]{0,100}<\/title>/i.test(headOf(text)) &&
      /base-path|BASE_PATH|n8n:config/.test(headOf(text)),
    means: (heard) => ({
      success: false,
      ran: 'no',
      what: "The reply is the page of n8n's editor: url is not a webhook.",
      advice: isEditorLink(heard)
        ? 'url is a link to the editor. Give the Production URL of the Webhook node, or use mode: api.'
        : 'Compare url with the Production URL in the Webhook node.',
    }),
  },
  {
    name: 'login-page',
    knows: ({ status, text, isHtml }) =>
      status === 200 && isHtml && /<input[^>]{1,500}type=["']?password/i.test(headOf(text)),
    means: () => ({
      success: false,
      ran: 'no',
      what: 'The reply is a login page: something before n8n wants a login.',
      advice: 'Let the webhook path pass without one, or give what it wants in headers.',
    }),
  },
  {
    name: 'could-not-start',
    // The Webhook node says what is wrong with its credential as text, all else comes as JSON.
    knows: ({ status, message, text }) =>
      status === 500 &&
      /^(?:Workflow Webhook Error: )?(?:Workflow could not be started|No authentication data defined|The method \w+ is not supported|(?:Unused|No) Respond to Webhook node found)/.test(
        message || text,
      ),
    means: (heard) => ({
      success: false,
      ran: 'no',
      what: `n8n could not start the workflow: ${quoteReply(heard)}.`,
      advice: `Mend the workflow in the editor and publish it again.${
        heard.call.contentType.startsWith('multipart/')
          ? ' Older n8n says the same to a file that is empty or over its limit.'
          : ''
      }`,
    }),
  },
];

function isEditorLink({ call }: Heard): boolean {
  return /\/workflow\/[^/]+/.test(call.url.pathname);
}

/** As much of a page as is looked at: pages are hostile text, and searching them takes time that grows with its square. */
function headOf(text: string): string {
  return text.slice(0, 16_384);
}
