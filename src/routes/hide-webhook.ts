import type { Inputs } from '../inputs/inputs.ts';
import type { Step } from './step.ts';

/** Hides a webhook's path and query from now on: anyone who knows them can call it. */
export function hideWebhook({ inputs, host }: Step, url: URL): void {
  host.hideAddress(url, { instancePath: pathOf(inputs), executionId: resumedBy(inputs) });
}

/** The id of the execution that the call resumes; undefined if it starts a new one. */
export function resumedBy({ target }: Inputs): string | undefined {
  return target.resumes;
}

/** The path of the instance's address in the inputs, which is not secret; a prefix of a webhook's path may be. */
function pathOf({ instance }: Inputs): string | undefined {
  if (!instance || instance.addressFrom === 'webhook') return undefined;
  return new URL(instance.base).pathname.replace(/\/+$/, '');
}
