import type { Clock } from '../host/host.ts';
import type { Body } from './body.ts';

/** How often to report on an upload, in milliseconds. */
const INTERVAL_MS = 10_000;

/** The smallest upload to report on, in bytes: smaller ones are sent at once or not at all. */
const SMALLEST = 1_000_000;

/** The same body; while a large one is read, `onSent` is called every ten seconds with the number of bytes sent. */
export function withProgress(body: Body, clock: Clock, onSent: (sent: number) => void): Body {
  if (body.size < SMALLEST) return body;
  const watched = async function* () {
    let sent = 0;
    let reportedAt = clock.monotonic();
    for await (const chunk of body.open()) {
      yield chunk;
      sent += chunk.length;
      if (clock.monotonic() - reportedAt < INTERVAL_MS) continue;
      reportedAt = clock.monotonic();
      onSent(sent);
    }
  };
  return { ...body, open: watched };
}
