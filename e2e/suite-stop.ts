// jest's globalTeardown.
import type { N8nServer } from '../support/n8n/server.ts';

/** What suite-start.ts has started; both run in jest's own process. */
export const shared: { server?: N8nServer } = {};

export default async function stop(): Promise<void> {
  await shared.server?.stop();
}
