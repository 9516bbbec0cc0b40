import type { ApiTarget } from '../inputs/target.ts';
import type { Instance } from '../n8n/address.ts';
import { apiHeaders } from '../n8n-api/client.ts';
import { encodePayload } from '../request/payload.ts';
import { NO_START_ENDPOINT } from '../verdict/rows/start.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { notSent, type Outcome, shownLine, unfit } from './outcome.ts';
import { type Step, sendTrigger } from './send.ts';

/** Whether this n8n has no endpoint that starts workflows: then nothing was triggered. */
export function hasNoStartEndpoint({ row }: Verdict): boolean {
  return row === NO_START_ENDPOINT;
}

/**
 * Runs a workflow by its id through an endpoint that stock n8n lacks and the gateway workflow adds.
 *
 * @param isLook whether another route is taken if the endpoint is missing
 */
export async function callStartEndpoint(
  step: Step,
  target: ApiTarget,
  instance: Instance,
  isLook = false,
): Promise<Outcome> {
  const { payload, contentType, headers } = step.inputs;
  // Headers for the instance's own endpoints are not meant for a gateway workflow.
  const apiHeaderList = target.isGateway ? [] : instance.headers;
  const encoded = encodePayload(payload, 'POST', contentType);
  if (!encoded.ok) return notSent('start', unfit([shownLine(encoded.error, step.host.show)]));
  return sendTrigger(step, {
    route: 'start',
    request: {
      method: 'POST',
      url: new URL(`${target.base}/api/v1/workflow/${target.workflowId}/start`),
      headers: {
        ...Object.fromEntries(headers),
        ...apiHeaders({ ...instance, headers: apiHeaderList, credentials: target.credentials }),
      },
      body: encoded.value.body,
    },
    credentials: ['secret-key'],
    addressInput: 'url',
    ...(isLook && { isMissing: hasNoStartEndpoint }),
  });
}
