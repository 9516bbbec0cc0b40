import type { ApiTarget } from '../inputs/target.ts';
import type { Instance } from '../n8n/address.ts';
import { apiHeaders } from '../n8n-api/client.ts';
import { encodePayload } from '../request/payload.ts';
import { Problem } from '../text/problem.ts';
import { notSent, type Outcome, unfit } from './outcome.ts';
import { type Step, sendTrigger } from './send.ts';

/** Runs a workflow by its id through an endpoint that stock n8n lacks and the gateway workflow adds. */
export async function callStartEndpoint(step: Step, target: ApiTarget, key: Instance): Promise<Outcome> {
  const { payload, contentType, headers } = step.inputs;
  // What the instance's own endpoints want is none of a gateway workflow's business.
  const apiHeaderList = target.isGateway ? [] : key.headers;
  const encoded = encodePayload(payload, 'POST', contentType);
  if (encoded instanceof Problem) return notSent('start', unfit(encoded.lines));
  return sendTrigger(step, {
    route: 'start',
    request: {
      method: 'POST',
      url: new URL(`${target.base}/api/v1/workflow/${target.workflowId}/start`),
      headers: {
        ...Object.fromEntries(headers),
        ...apiHeaders({ ...key, headers: apiHeaderList, credentials: target.credentials }),
      },
      body: encoded.body,
    },
    credentials: ['secret-key'],
    addressInput: 'url',
  });
}
