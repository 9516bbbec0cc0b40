import type { ApiTarget } from '../inputs/target.ts';
import type { Instance } from '../n8n/address.ts';
import { apiHeaders } from '../n8n-api/client.ts';
import { encodePayload } from '../request/payload.ts';
import { shownLine } from '../text/problem.ts';
import { hideWebhook } from './hide-webhook.ts';
import { notSent, type Outcome, unfit } from './outcome.ts';
import { sendTrigger } from './send.ts';
import type { Step, Trigger } from './step.ts';

/** Runs a workflow by its id through an endpoint that stock n8n lacks and the gateway workflow adds. */
export async function callStartEndpoint(
  step: Step,
  target: ApiTarget,
  instance: Instance,
  isMissing?: Trigger['isMissing'],
): Promise<Outcome> {
  const { payload, contentType, headers } = step.inputs;
  const encoded = await encodePayload(payload, 'POST', contentType);
  if (!encoded.ok) return notSent('start', unfit([shownLine(encoded.error, step.host.show)]));
  const url = new URL(`${target.base}/api/v1/workflow/${target.workflowId}/start`);
  // The addresses of n8n's own endpoints are not secret.
  if (target.isGateway) hideWebhook(step, url);
  return sendTrigger(step, {
    route: 'start',
    request: {
      method: 'POST',
      url,
      headers: {
        ...Object.fromEntries(headers),
        // Headers for the instance's own endpoints are not meant for a gateway workflow.
        ...apiHeaders({ ...instance, ...(target.isGateway && { headers: [] }), credentials: target.credentials }),
      },
      body: encoded.value.body,
    },
    credentials: ['secret-key'],
    addressInput: 'url',
    isMissing,
  });
}
