// A private network before n8n: a name that only the proxy knows, and a certificate of an authority of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenOnLoopback } from '../../support/loopback.ts';

export interface PrivateNetwork {
  /** Where n8n is, for those who come through the proxy. */
  url: string;
  /** The same n8n, for those who reach it without the proxy. */
  direct: string;
  /** The file with the authority's certificate. */
  authority: string;
  proxy: string;
  /** What the proxy was asked to connect to. */
  tunnels: string[];
  close(): void;
}

const NAME = 'n8n.example.com';

/** Puts the network before the n8n at this address. */
export async function startPrivateNetwork(n8n: string): Promise<PrivateNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'private-network-'));
  const secure = createSecureServer(certificates(folder), (incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    const onward = request(new URL(url, n8n), { method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const securePort = await listenOnLoopback(secure);
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', ({ url = '' }, socket) => {
    tunnels.push(url);
    const tunnel = connect(securePort, '127.0.0.1', () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'));
    for (const end of [socket, tunnel]) end.on('error', () => tunnel.destroy());
    socket.pipe(tunnel).pipe(socket);
  });
  const proxyPort = await listenOnLoopback(proxy);
  return {
    url: `https://${NAME}`,
    direct: `https://127.0.0.1:${securePort}`,
    authority: join(folder, 'ca.crt'),
    proxy: `http://127.0.0.1:${proxyPort}`,
    tunnels,
    close: () => {
      for (const server of [secure, proxy]) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an authority, and a certificate of it for the name. */
function certificates(folder: string): { key: string; cert: string } {
  const openssl = (args: string): void => {
    execFileSync('openssl', args.split(' '), { stdio: 'ignore', cwd: folder });
  };
  writeFileSync(join(folder, 'n8n.ext'), `subjectAltName=DNS:${NAME},IP:127.0.0.1`);
  openssl('req -x509 -newkey rsa:2048 -nodes -days 1 -keyout ca.key -out ca.crt -subj /CN=Private');
  openssl(`req -newkey rsa:2048 -nodes -keyout n8n.key -out n8n.csr -subj /CN=${NAME}`);
  openssl('x509 -req -in n8n.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 1 -extfile n8n.ext -out n8n.crt');
  return { key: readFileSync(join(folder, 'n8n.key'), 'utf8'), cert: readFileSync(join(folder, 'n8n.crt'), 'utf8') };
}
