// jest's globalTeardown of the project `queue`.
import type { Cluster } from './cluster.ts';

/** What queue-start.ts has started; both run in jest's own process. */
export const shared: { cluster?: Cluster } = {};

export default async function stop(): Promise<void> {
  await shared.cluster?.stop();
}
