import { isMap } from '../json-text.ts';
import type { Row } from './row.ts';

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
];
