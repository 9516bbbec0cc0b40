import { instanceOf } from '../../n8n/address.ts';
import { isMap } from '../../text/json.ts';
import { say } from '../../text/safe.ts';
import { isJsonReply, quoteReply } from '../reply.ts';
import { nothingRan, type ReplyView, type Row } from '../row.ts';
import { REFUSED } from './refused.ts';

/** n8n's own replies to `POST …/workflow/{id}/start`. */
export const startRows = nothingRan([
  {
    name: 'no-start-endpoint',
    when: {
      // Stock n8n replies this before it checks the key. A gateway's own replies name an execution.
      where: ({ status, jsonMessage, headers }) =>
        headers['x-n8n-execution-id'] === undefined &&
        ((status === 404 && jsonMessage === 'not found') ||
          (status === 405 && jsonMessage === 'POST method not allowed')),
    },
    message: say`This n8n has no endpoint that starts a workflow by its id: stock n8n has none.`,
    hint: say`Import the gateway workflow and set url to its Webhook node's URL, up to and including the id, or use route: webhook.`,
  },
  {
    name: 'unauthorized',
    // As n8n's API refuses a key.
    when: { status: REFUSED, where: (view) => isJsonReply(view) && instanceOf(view.call.url) === undefined },
    message: (view) =>
      say`The start endpoint did not accept this secret-key (HTTP ${view.status}, ${quoteReply(view)}).`,
    hint: say`Check that the key is of this instance, has not expired, and may run workflows.`,
  },
  {
    name: 'start-silent',
    when: {
      status: 204,
      text: /^$/,
      // The author of a gateway workflow decides what it replies.
      where: ({ call }) => /bot/i.test(call.userAgent ?? '') && instanceOf(call.url) === undefined,
    },
    message: say`n8n sent an empty reply (204), as it does to clients that it takes for crawlers.`,
    hint: say`Set a User-Agent without "bot" in it in headers, or leave it out.`,
  },
]);

/** The gateway workflow's replies about the workflow that it should run. */
export const gatewayRows: readonly Row[] = [
  {
    name: 'gateway-not-published',
    when: { status: 404, where: isFromGateway },
    ran: 'no',
    message: ({ jsonMessage, call }) => call.show(jsonMessage),
    hint: say`Publish it, and check workflow-id.`,
  },
  {
    name: 'gateway-no-trigger',
    when: { status: 409, where: isFromGateway },
    ran: 'no',
    message: ({ jsonMessage, call }) => call.show(jsonMessage),
    hint: say`Add that trigger to the workflow and publish it, or use route: webhook if it has a Webhook node.`,
  },
  {
    name: 'gateway-run-failed',
    when: { status: 500, where: isFromGateway },
    ran: 'yes',
    inconclusive: true,
    message: ({ jsonMessage, call }) => call.show(jsonMessage),
    hint: say`Open the workflow's executions in n8n to see the failing node.`,
  },
];

/** The gateway workflow's failures name the execution and the workflow, and say what happened. */
function isFromGateway({ headers, json, jsonMessage }: ReplyView): boolean {
  return headers['x-n8n-execution-id'] !== undefined && isMap(json) && jsonMessage !== '' && 'workflowId' in json;
}
