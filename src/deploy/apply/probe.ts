import type { Clock } from '../../host/host.ts';
import type { Connections } from '../../http/connections.ts';
import { exchange } from '../../http/exchange.ts';

/** A webhook that should get registered. */
interface Probe {
  readonly url: URL;
  readonly methods: readonly string[];
}

/** Whether it is registered: `unknown` if something other than n8n replies, or nothing does. */
export type Registration = 'registered' | 'missing' | 'unknown';

interface ProbeSettings {
  readonly clock: Clock;
  readonly spillDirectory: string;
  readonly connections: Connections;
  readonly signal: AbortSignal;
}

/** The pauses between looks, in milliseconds: webhooks are registered within 0.3 s, on a busy server within 1.4 s. */
const PAUSE_MS = { first: 100, most: 1000 } as const;

/** How long to wait if something other than n8n replies, in milliseconds: n8n may just be busy. */
const UNKNOWN_MS = 3_000;

const ONE_LOOK_MS = 10_000;

/** Checks a webhook, without running it, until n8n says that it is registered or the time, in milliseconds, is over. */
export async function awaitRegistration(
  probe: Probe,
  withinMs: number,
  settings: ProbeSettings,
): Promise<Registration> {
  const { clock, signal } = settings;
  const began = clock.monotonic();
  for (let pauseMs: number = PAUSE_MS.first; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MS.most)) {
    const seen = await look(probe, settings);
    const tookMs = clock.monotonic() - began;
    if (seen === 'registered' || signal.aborted) return seen;
    if (tookMs >= (seen === 'unknown' ? Math.min(UNKNOWN_MS, withinMs) : withinMs)) return seen;
    await clock.sleep(Math.max(1, Math.min(pauseMs, withinMs - tookMs)), signal);
  }
}

/**
 * Sends a preflight request, as browsers do for cross-origin calls: n8n lists the methods that are registered for a
 * path, and none for an unknown path. Any other request could run a workflow.
 */
async function look(
  { url, methods }: Probe,
  { spillDirectory, connections, signal }: ProbeSettings,
): Promise<Registration> {
  const request = { method: 'OPTIONS', url, headers: { origin: url.origin } };
  const reply = await exchange(request, { timeoutMs: ONE_LOOK_MS, spillDirectory, connections, signal });
  if (reply.kind !== 'reply') return 'unknown';
  const listed = reply.headers['access-control-allow-methods']?.split(',').map((method) => method.trim());
  if (reply.status !== 204 || !listed?.includes('OPTIONS')) return 'unknown';
  return methods.every((method) => listed.includes(method)) ? 'registered' : 'missing';
}
