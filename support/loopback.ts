import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Has a server listen, on any free port unless one is given, and gives the port. Rejects if it cannot. */
export async function listenOnLoopback(server: Server, port = 0, host = '127.0.0.1'): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

/** A port of 127.0.0.1 on which nothing listens any more. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
