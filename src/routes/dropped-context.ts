import type { Method } from '../http/method.ts';
import { type SafeText, say } from '../text/safe.ts';
import type { Step } from './step.ts';

/** Warns if the default payload gets lost: a new Webhook node in n8n listens to GET, which has no body. */
export function warnOfDroppedContext({ inputs, host }: Step, sent: Method, node: SafeText): void {
  if ((sent !== 'GET' && sent !== 'HEAD') || inputs.method === sent || inputs.payload.source !== 'context') return;
  host.log.warning(
    say`${node} listens to ${host.show(sent)}, which carries no body, so the workflow gets no payload. Set its HTTP Method to POST and publish; or set method to ${host.show(sent)}, if it needs none.`,
    say`The n8n workflow gets no payload`,
  );
}
