import { type Agent, type ClientRequest, request as httpRequest, type RequestOptions } from 'node:http';
import type { SecureContext } from 'node:tls';
import { hostOf, proxyAuthorization, proxyFor } from './proxy.ts';

/** Certificates and key for the step's connections to n8n, in PEM. */
export interface Tls {
  /** Certificate authorities to trust in addition to Node's own. */
  readonly ca: string | undefined;
  /** The client's certificate, with those that lead to its authority, and its key: both or neither. */
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

/** A request whose body is still to be written, and whether a proxy receives it in place of the server. */
export interface OpenRequest {
  readonly request: ClientRequest;
  readonly viaProxy: boolean;
}

/** Opens connections for requests, through the proxy that the environment names. */
export interface Connections {
  /** The signal ends the request at any time. */
  open(method: string, url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<OpenRequest>;
}

/** How long to try one address, in milliseconds: Node's quarter of a second is too short for slow lines. */
const CONNECTION_ATTEMPT_MS = 3000;

/** The most connections that are kept open for one server. */
export const MOST_KEPT = 4;

/** A new connection for every request. */
export function freshConnections(tls?: Tls): Connections {
  return connections(tls, { keepAlive: false });
}

/** Connections that stay open for later requests: only for requests that may be repeated. */
export function keptConnections(tls?: Tls): Connections {
  return connections(tls, { keepAlive: true, maxSockets: MOST_KEPT });
}

function connections(tls: Tls | undefined, options: { keepAlive: boolean; maxSockets?: number }): Connections {
  const agents = new Map<string, Agent>();
  let secureContext: SecureContext | undefined;

  /** The agent that keeps or tunnels connections; with `false`, Node opens a connection and closes it. */
  const agentFor = async (protocol: string, tunnel?: URL): Promise<Agent | false> => {
    if (!tunnel && !options.keepAlive) return false;
    const name = `${protocol} ${tunnel?.href}`;
    const known = agents.get(name);
    if (known) return known;
    const agent = tunnel
      ? new (await import('./tunnel.ts')).TunnelAgent(tunnel, options)
      : await directAgent(protocol, options);
    agents.set(name, agent);
    return agent;
  };

  return {
    open: async (method, url, headers, signal) => {
      const proxy = await proxyFor(url);
      const common = { method, signal, autoSelectFamilyAttemptTimeout: CONNECTION_ATTEMPT_MS };
      const path = `${url.pathname}${url.search}`;
      if (proxy && url.protocol === 'http:') {
        const agent = await agentFor(proxy.protocol);
        // A plain request to a proxy names the whole URL (RFC 9112, section 3.2.2).
        const toProxy = { host: url.host, ...headers, ...proxyAuthorization(proxy) };
        const whole = { ...common, path: `http://${url.host}${path}`, headers: toProxy, agent };
        return { request: await send(proxy, whole), viaProxy: true };
      }
      const agent = await agentFor(url.protocol, proxy);
      const direct = { ...common, path, headers, agent };
      if (url.protocol === 'http:') return { request: await send(url, direct), viaProxy: false };
      secureContext ??= await secureContextOf(tls);
      const secure = { ...direct, connecting: signal, ...(secureContext && { secureContext }) };
      return { request: await send(url, secure), viaProxy: false };
    },
  };
}

/** The toolkit's agents are not bound to a host; for localhost, it returns one without a proxy. */
async function directAgent(protocol: string, options: { keepAlive: boolean; maxSockets?: number }): Promise<Agent> {
  const { HttpClient } = await import('@actions/http-client');
  return new HttpClient(undefined, [], options).getAgent(`${protocol}//localhost`);
}

async function send(to: URL, options: RequestOptions): Promise<ClientRequest> {
  const request = to.protocol === 'https:' ? (await import('node:https')).request : httpRequest;
  return request({ ...options, host: hostOf(to), port: to.port });
}

/** Undefined if Node's own settings suffice. */
async function secureContextOf(tls: Tls | undefined): Promise<SecureContext | undefined> {
  if (tls?.ca === undefined && tls?.cert === undefined) return undefined;
  const { ca, cert, key } = tls;
  const { createSecureContext, getCACertificates } = await import('node:tls');
  return createSecureContext({
    // Those that NODE_EXTRA_CA_CERTS names are among the defaults.
    ...(ca !== undefined && { ca: [...getCACertificates('default'), ca] }),
    ...(cert !== undefined && { cert, key }),
  });
}
