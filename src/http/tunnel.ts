import { request as httpRequest } from 'node:http';
import { Agent, type AgentOptions, request as httpsRequest, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { errorCode } from '../text/error-code.ts';
import { hostOf, proxyAuthorization } from './proxy.ts';
import { proxyFailure } from './proxy-failure.ts';

/** What a request asks of its connection; `connecting` ends the attempt to make one. */
type Wanted = RequestOptions & { readonly connecting?: AbortSignal };

/** TLS connections through the tunnel of a proxy (CONNECT; RFC 9110, section 9.3.6). */
export class TunnelAgent extends Agent {
  readonly #proxy: URL;

  constructor(proxy: URL, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
  }

  override createConnection(wanted: Wanted, done: (error: Error | null, socket?: Duplex) => void): undefined {
    const proxy = this.#proxy;
    const request = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
    const target = `${wanted.host?.includes(':') ? `[${wanted.host}]` : wanted.host}:${wanted.port}`;
    const connect = request({
      host: hostOf(proxy),
      port: proxy.port,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyAuthorization(proxy) },
      agent: false,
      ...(wanted.connecting && { signal: wanted.connecting }),
    });
    connect.once('error', (error) => done(proxyFailure(errorCode(error) ?? 'FAILED', error)));
    connect.once('connect', ({ statusCode }, socket, head) => {
      if (statusCode === 200 && head.length === 0) {
        const secured = super.createConnection(Object.assign(wanted, { socket }));
        if (secured) done(null, secured);
        return;
      }
      socket.destroy();
      done(proxyFailure(statusCode === 200 ? 'FAILED' : String(statusCode)));
    });
    connect.end();
  }
}
