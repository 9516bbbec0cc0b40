import { excerpt } from '../../text/format.ts';
import { isMap } from '../../text/json.ts';
import { type Heard, isWorkflowsAnswer, type Row } from '../row.ts';

/** The row that tells the choice of routes that this n8n has no `start` endpoint. */
export const NO_START_ENDPOINT = 'no-start-endpoint';

/** Replies to `POST …/workflow/{id}/start` alone. */
export const startRows: readonly Row[] = [
  {
    name: NO_START_ENDPOINT,
    // Stock n8n answers this before it looks at the key. A gateway's own replies name an execution.
    knows: ({ status, json, headers }) =>
      isMap(json) &&
      headers['x-n8n-execution-id'] === undefined &&
      ((status === 404 && json['message'] === 'not found') ||
        (status === 405 && json['message'] === 'POST method not allowed')),
    means: () => ({
      success: false,
      ran: 'no',
      what: 'This n8n has no endpoint that starts a workflow by its id: stock n8n has none.',
      advice: "Import the gateway workflow and give its Webhook node's URL up to its id as url, or use route: webhook.",
    }),
  },
  {
    name: 'gateway-not-published',
    knows: (heard) => heard.status === 404 && isFromGateway(heard),
    means: ({ message }) => ({
      success: false,
      ran: 'no',
      what: excerpt(message),
      advice: 'Publish it, and check workflow-id.',
    }),
  },
  {
    name: 'gateway-no-trigger',
    knows: (heard) => heard.status === 409 && isFromGateway(heard),
    means: ({ message }) => ({
      success: false,
      ran: 'no',
      what: excerpt(message),
      advice: 'Add that trigger to the workflow and publish it, or use route: webhook if it has a Webhook node.',
    }),
  },
  {
    name: 'gateway-run-failed',
    knows: (heard) => heard.status === 500 && isFromGateway(heard),
    means: ({ message }) => ({
      tellsLittle: true,
      success: false,
      ran: 'yes',
      what: excerpt(message),
      advice: "Open the workflow's executions in n8n to see the failing node.",
    }),
  },
];

/** Replies with a status of success that are none of an endpoint which starts workflows. */
export const startAnswerRows: readonly Row[] = [
  {
    name: 'start-silent',
    // What a gateway workflow answers is its author's business.
    knows: ({ status, text, call }) =>
      status === 204 && text === '' && !/\/webhook(?:-test)?\//.test(call.url.pathname),
    means: () => ({
      success: false,
      ran: 'no',
      what: 'n8n answered nothing (204), as it does to clients that it takes for crawlers.',
      advice: 'See that neither headers nor a proxy on the way sets a User-Agent with "bot" in it.',
    }),
  },
  {
    name: 'start-page',
    knows: (heard) => heard.isHtml && !isWorkflowsAnswer(heard),
    means: ({ status }) => ({
      success: false,
      ran: 'no',
      what: `The reply is a page (HTTP ${status}), and not that of an endpoint which starts workflows.`,
      advice: 'Check url: the address of n8n, or the URL of the gateway workflow.',
    }),
  },
];

/** The gateway workflow's failures name the execution and the workflow, and say what happened. */
function isFromGateway({ headers, json, message }: Heard): boolean {
  return headers['x-n8n-execution-id'] !== undefined && isMap(json) && message !== '' && 'workflowId' in json;
}
