// A server that takes its time: whatever calls it runs that long, on every n8n.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOnLoopback } from './loopback.ts';

export interface SlowServer {
  /** An address that replies after this many seconds. */
  after(seconds: number): string;
  close(): void;
}

/** Starts it on loopback. */
export async function startSlowServer(): Promise<SlowServer> {
  const server = createServer(async ({ url = '' }, response) => {
    await sleep(1000 * Number(url.slice(1)), undefined, { ref: false });
    response.setHeader('content-type', 'application/json').end('{}');
  });
  const port = await listenOnLoopback(server);
  return {
    after: (seconds) => `http://127.0.0.1:${port}/${seconds}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
