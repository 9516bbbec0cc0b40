// What is between the runner and n8n in real life: a proxy that passes calls on, but not always.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { listenOnLoopback } from './loopback.ts';

export interface ProxyServer {
  url: string;
  /** Requests that have come in so far. */
  calls(): number;
  close(): Promise<void>;
}

/** Gets a call, and gives the path to ask n8n for; undefined if it has dealt with the call itself. */
type Handle = (incoming: IncomingMessage, outgoing: ServerResponse, nth: number) => string | undefined;

/** Lets n8n reply, and says what to do with that reply; by default it is passed on unchanged. */
type Finish = (answer: IncomingMessage, outgoing: ServerResponse, nth: number) => void;

const passOn: Finish = (answer, outgoing) => {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(outgoing);
};

/** Starts a proxy on loopback, in front of the n8n at this address. */
export async function startProxy(n8n: string, handle: Handle, finish: Finish = passOn): Promise<ProxyServer> {
  let calls = 0;
  const server = createServer((incoming, outgoing) => {
    calls += 1;
    const nth = calls;
    const path = handle(incoming, outgoing, nth);
    if (path === undefined) return;
    const { method, headers } = incoming;
    const onward = request(new URL(path, n8n), { method, headers, agent: false });
    onward.once('response', (answer) => finish(answer, outgoing, nth));
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const port = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => calls,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
