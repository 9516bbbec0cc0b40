import type { Inputs } from '../inputs/inputs.ts';
import type { Step } from './step.ts';

/** Hides a webhook's path and query from now on: anyone who knows them can call it. */
export function hideWebhook({ inputs, host }: Step, url: URL): void {
  host.hideAddress(url, { instancePath: pathOf(inputs), executionId: inputs.target.resumes });
}

/** The path of the instance's address in the inputs, which is not secret; a prefix of a webhook's path may be. */
function pathOf({ instance }: Inputs): string | undefined {
  if (!instance || instance.addressFrom === 'webhook') return undefined;
  return new URL(instance.base).pathname.replace(/\/+$/, '');
}
