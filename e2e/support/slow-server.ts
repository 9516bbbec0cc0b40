// A server that takes its time: what asks it runs for as long, on every n8n.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SlowServer {
  /** An address that answers after so many seconds. */
  after(seconds: number): string;
  close(): void;
}

/** Starts it on loopback. */
export async function startSlowServer(): Promise<SlowServer> {
  const server = createServer(async ({ url = '' }, response) => {
    await sleep(1000 * Number(url.slice(1)), undefined, { ref: false });
    response.setHeader('content-type', 'application/json').end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The slow server got no port');
  return {
    after: (seconds) => `http://127.0.0.1:${address.port}/${seconds}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
