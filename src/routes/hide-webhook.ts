import type { Step } from './step.ts';

/** Hides a webhook's path and query from now on: anyone who knows them can call it. */
export function hideWebhook({ inputs: { instance, target }, host }: Step, url: URL): void {
  // The path of an address that an input gives is not secret; a prefix of a webhook's path may be.
  const isGiven = instance && instance.addressFrom !== 'webhook';
  const instancePath = isGiven ? new URL(instance.base).pathname.replace(/\/+$/, '') : undefined;
  host.hideAddress(url, { instancePath, executionId: target.resumes });
}
