import type { Clock } from '../host/host.ts';
import type { Body } from './body.ts';

/** How often to tell of an upload, in milliseconds. */
const INTERVAL_MS = 10_000;

/** What is smaller, in bytes, goes out at once or not at all. */
const TELLING = 1_000_000;

/** The same body; while it is read, if it is large, `tell` learns every ten seconds how many bytes have gone out. */
export function withProgress(body: Body, clock: Clock, tell: (sent: number) => void): Body {
  if (body.size < TELLING) return body;
  const watched = async function* () {
    let sent = 0;
    let told = clock.monotonic();
    for await (const chunk of body.open()) {
      yield chunk;
      sent += chunk.length;
      if (clock.monotonic() - told < INTERVAL_MS) continue;
      told = clock.monotonic();
      tell(sent);
    }
  };
  return { ...body, open: watched };
}
