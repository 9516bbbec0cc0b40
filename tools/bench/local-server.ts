import { createServer } from 'node:http';
import { listenOnLoopback } from '../../support/loopback.ts';

const MIB = 1024 ** 2;

/** A server that replies as n8n does at once; at `/large/N` with N MiB. */
export async function startLocalServer(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const large = /^\/large\/(\d+)$/.exec(request.url ?? '')?.[1];
      if (large === undefined) {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.setHeader('content-security-policy', 'sandbox allow-downloads allow-forms');
        response.end('{"message":"Workflow was started"}');
        return;
      }
      response.setHeader('content-type', 'text/plain');
      const chunk = Buffer.alloc(MIB, 'x');
      let left = Number(large);
      const more = (): void => {
        while (left > 0) {
          left -= 1;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
  });
  const port = await listenOnLoopback(server);
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
