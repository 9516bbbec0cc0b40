// What stands in front of the scripted n8n: it passes on, breaks, delays and replies itself, as planned.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Certificate } from '../../support/certificate.ts';
import { listenOnLoopback } from '../../support/loopback.ts';
import type { SharedClock } from './clock.ts';
import { ScriptedN8n } from './n8n.ts';
import type { Said } from './pages.ts';
import type { ApiFault, Attempt, HeadersOnTheWay, Passage, Return, Scenario } from './scenario.ts';

export interface Front {
  readonly origin: string;
  readonly n8n: ScriptedN8n;
  /** Requests of the step that would trigger, whatever became of them. */
  triggers(): number;
  /** What the step was answered by n8n or its workflow, unbroken. */
  readonly delivered: readonly Said[];
  readonly stops: readonly number[];
  /** Ends when nothing is on its way any more. */
  close(): Promise<void>;
}

const STARTING: Partial<Record<Passage, Said>> = {
  'n8n is starting': { status: 200, headers: { 'content-type': 'text/html' }, body: 'n8n is starting up. Please wait' },
  'n8n has no routes yet': {
    status: 404,
    headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
    body: '<!DOCTYPE html><html><head><title>Error</title></head><body><pre>Cannot POST /webhook/x</pre></body></html>',
  },
  'webhook is not registered yet': {
    status: 404,
    headers: { 'content-type': 'application/json' },
    body: '{"code":404,"message":"The requested webhook \\"POST x\\" is not registered.","hint":"The workflow must be active"}',
  },
  'database is not ready': {
    status: 503,
    headers: { 'content-type': 'application/json' },
    body: '{"code":503,"message":"Database is not ready!"}',
  },
};

const API_SAYS: Partial<Record<ApiFault, Said>> = {
  '500': { status: 500, headers: { 'content-type': 'application/json' }, body: '{"message":"Internal server error"}' },
  '502': { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>502 Bad Gateway</h1>' },
  '503': { status: 503, headers: { 'content-type': 'text/html', 'retry-after': '1' }, body: '<h1>no</h1>' },
  '429': { status: 429, headers: { 'content-type': 'text/plain', 'retry-after': '2' }, body: 'Too Many Requests' },
  page: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>Sign in</title></html>' },
  'one 404': { status: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"Not Found"}' },
};

const GARBAGE = Buffer.from('\u0016\u0003\u0001 this is no HTTP \r\n\r\n\u0000\u0001');

/** How long after its start something slow replies, in milliseconds. */
const SLOW_MS = 1_200;

export async function startFront(
  scenario: Scenario,
  clock: SharedClock,
  hook: string,
  certificate: Certificate | undefined,
): Promise<Front> {
  const n8n = new ScriptedN8n(scenario, clock, hook);
  const sockets = new Map<number, Socket>();
  /** Resets a connection: over TLS, only the socket below can be reset. */
  const reset = (response: ServerResponse): void => {
    sockets.get(response.socket?.remotePort ?? 0)?.resetAndDestroy();
  };
  const underWay = new Set<Promise<void>>();
  const delivered: Said[] = [];
  const stops: number[] = [];
  const count = { triggers: 0, api: 0, connections: 0 };

  /** Ends a connection in some way, after a share of these bytes where it is one that cuts a reply. */
  const breakOff = (response: ServerResponse, how: Return, bytes: Buffer = Buffer.alloc(0), share = 0): void => {
    const part = bytes.subarray(0, Math.floor(share * bytes.length));
    const cut = (then: () => void): void => {
      response.socket?.write(part, () => setImmediate(then));
    };
    const ways: Partial<Record<Return, () => void>> = {
      reset: () => reset(response),
      closed: () => response.socket?.end(),
      garbage: () => response.socket?.end(GARBAGE),
      'cut, reset': () => cut(() => reset(response)),
      'cut, closed': () => cut(() => response.socket?.end()),
      'cut, silence': () => cut(() => undefined),
    };
    ways[how]?.();
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const done = clock.work();
    const isApi = /\/api\/v1\//.test(request.url ?? '');
    const work = isApi ? onApi(request, response) : onTrigger(request, response);
    const ended = work
      .catch((error) => {
        // If the sender left in the middle of it, it was never complete.
        if (!request.errored) console.error(error);
      })
      .finally(() => underWay.delete(ended));
    underWay.add(ended);
    // What waits within, waits for time to pass.
    done();
  };

  const onApi = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = scenario.apiFaults[count.api];
    count.api += 1;
    const target = request.url ?? '';
    const stopped = request.method === 'POST' ? /executions\/(\d+)\/stop/.exec(target)?.[1] : undefined;
    if (stopped) stops.push(Number(stopped));
    await once(request.resume(), 'end');
    const broken =
      { no: /^$/, 'one execution': /executions\/\d+/, list: /executions\?/, workflows: /workflows/, all: /./ }[
        scenario.apiBroken
      ].test(target) && API_SAYS['500'];
    const isOnlyForOne = fault === 'one 404' && !/executions\/\d+/.test(target);
    if (broken || (fault && !isOnlyForOne && fault !== 'slow')) {
      const said = broken || (fault && API_SAYS[fault]);
      if (said) return tell(response, said);
      return breakOff(
        response,
        fault === 'garbage' ? 'garbage' : fault === 'closed' ? 'closed' : fault === 'reset' ? 'reset' : 'silence',
      );
    }
    if (fault === 'slow') await clock.sleep(SLOW_MS * 3);
    const said = n8n.api(request.method ?? '', target);
    const date = new Date(clock.now() + scenario.n8n.aheadMs).toUTCString();
    tell(response, { ...said, headers: { ...said.headers, date } });
  };

  const onTrigger = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    count.triggers += 1;
    const nth = count.triggers;
    const plan = scenario.attempts[nth - 1];
    const passage = plan?.passage ?? 'passed on';
    if (passage === 'cut before its end') return reset(response);
    if (plan && passage === 'answered before its end' && scenario.isLarge) {
      response.socket?.write(bytesOf({ ...plan.page, body: '' }));
      return void response.socket?.end();
    }
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    const said = STARTING[passage];
    if (said) return tell(response, said);
    if (plan && (passage === 'answered by a page' || passage === 'answered before its end')) {
      if (plan.page.passesOn === 'either' && plan.at < 0.5) await pass(nth, request);
      return tell(response, plan.page);
    }
    if (passage === 'dropped') return breakOff(response, plan?.back === 'closed' ? 'closed' : 'reset');
    if (passage === 'delivered late') {
      breakOff(response, 'reset');
      await clock.sleep(plan?.heldMs ?? 0);
      await pass(nth, request);
      return;
    }
    const reply = await pass(nth, request);
    await back(plan, reply, response);
  };

  const pass = (nth: number, { headers }: IncomingMessage): Promise<Said> =>
    n8n.call(nth, onTheWay(headers, scenario.headersOnTheWay));

  const back = async (plan: Attempt | undefined, reply: Said, response: ServerResponse): Promise<void> => {
    switch (plan?.back ?? 'whole') {
      case 'slow':
        await clock.sleep(SLOW_MS);
        break;
      case 'whole':
        break;
      case 'a page instead':
        if (plan?.page.passesOn !== 'either') break;
        return tell(response, plan.page);
      default:
        return breakOff(response, plan?.back ?? 'reset', bytesOf(reply), plan?.at);
    }
    delivered.push(reply);
    tell(response, reply);
  };

  const server = certificate ? createSecureServer(certificate, answer) : createServer(answer);
  server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    clock.happened();
    const fault = scenario.connections[count.connections];
    count.connections += 1;
    socket.on('error', () => undefined);
    socket.once('close', () => {
      sockets.delete(remotePort);
      clock.happened();
    });
    if (fault === 'reset') socket.resetAndDestroy();
    if (fault === 'closed') socket.end();
    if (fault === 'silence') socket.pause();
  });
  // Over TLS, only the socket above the raw one sees its data.
  server.on(certificate ? 'secureConnection' : 'connection', (socket: Socket) => {
    socket.on('data', () => clock.happened());
  });
  server.on('tlsClientError', () => undefined);
  server.on('clientError', (_error, socket) => socket.destroy());
  const port = await listenOnLoopback(server);
  return {
    origin: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    n8n,
    triggers: () => count.triggers,
    delivered,
    stops,
    close: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
      for (const socket of sockets.values()) socket.destroy();
      server.close();
    },
  };
}

/** What a proxy makes of the headers by which a step knows its execution. */
function onTheWay(headers: IncomingHttpHeaders, { trace, key }: HeadersOnTheWay): IncomingHttpHeaders {
  const { traceparent, 'idempotency-key': own, ...rest } = headers;
  const sent = String(traceparent);
  const traces = {
    kept: sent,
    stripped: undefined,
    'new span': sent.replace(/-[0-9a-f]{16}-/, `-${'7'.repeat(16)}-`),
    replaced: `00-${'7'.repeat(32)}-${'7'.repeat(16)}-01`,
    doubled: `${sent}, 00-${'7'.repeat(32)}-${'7'.repeat(16)}-01`,
  };
  const keys = { kept: own, stripped: undefined, doubled: `${own}, ${own}` };
  return {
    ...rest,
    ...(traces[trace] !== undefined && { traceparent: traces[trace] }),
    ...(keys[key] !== undefined && { 'idempotency-key': keys[key] }),
  };
}

function tell(response: ServerResponse, { status, headers, body }: Said): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': bytes.length }) }).end(bytes);
}

function bytesOf({ status, headers, body }: Said): Buffer {
  const all = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n${body}`);
}
