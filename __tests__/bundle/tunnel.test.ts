// The committed bundle behind a proxy, as the environment of the runner names one.
import { connect } from 'node:net';
import { describe, expect, jest, test } from '@jest/globals';
import { answer, type ScriptedServer, serve, serveTcp } from '../../support/server.ts';
import { runStep } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

/** A name that only the proxy can resolve (RFC 6761). */
const URL_OF_N8N = 'http://n8n.test/webhook/deploy';

interface Proxy {
  origin: string;
  /** The heads of the requests that the proxy got. */
  heads: string[];
}

/** A proxy that passes plain requests on to one server, and answers all that ask for a tunnel the same. */
async function startProxy(target: ScriptedServer, refusal?: string): Promise<Proxy> {
  const heads: string[] = [];
  const { origin } = await serveTcp((socket) => {
    socket.once('data', (head) => {
      heads.push(head.toString());
      if (refusal !== undefined) {
        socket.end(refusal);
        return;
      }
      const onward = connect(target.port, '127.0.0.1');
      onward.on('error', () => socket.destroy());
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
  });
  return { origin, heads };
}

describe('a proxy', () => {
  test.each(['http_proxy', 'HTTP_PROXY'])('that %s names gets a plain request for the whole URL', async (name) => {
    const server = await serve([answer(200, '{"ok":true}')]);
    const proxy = await startProxy(server);
    const env = { [name]: proxy.origin.replace('//', '//us%40er:p%3Aw@') };
    const step = await runStep({ with: { url: `${URL_OF_N8N}?a=b`, payload: '{"a":1}' }, env });
    expect(step.outputs).toMatchObject({ success: 'true', 'response-body': '{"ok":true}' });
    expect(server.requests).toMatchObject([
      {
        target: 'http://n8n.test/webhook/deploy?a=b',
        headers: {
          host: 'n8n.test',
          'proxy-authorization': `Basic ${Buffer.from('us@er:p:w').toString('base64')}`,
        },
      },
    ]);
    expect(server.requests[0]?.body.toString()).toBe('{"a":1}');
    expect(proxy.heads).toHaveLength(1);
  });

  test('is bypassed if NO_PROXY says so', async () => {
    const proxy = await startProxy(await serve([]));
    const env = { http_proxy: proxy.origin, no_proxy: 'other.test,n8n.test' };
    const step = await runStep({ with: { url: URL_OF_N8N, retries: '0' }, env });
    expect(step.exitCode).toBe(1);
    expect(step.annotations[0]?.message).toMatch(/host name n8n\.test was not found/);
    expect(proxy.heads).toEqual([]);
  });

  test('is bypassed for this machine', async () => {
    const server = await serve([answer(200, '{}')]);
    const proxy = await startProxy(server);
    const step = await runStep({ with: { url: `${server.origin}/webhook/x` }, env: { http_proxy: proxy.origin } });
    expect(step.exitCode).toBe(0);
    expect(proxy.heads).toEqual([]);
  });

  test('that cannot extend the tunnel has sent nothing, so the step may try again', async () => {
    const server = await serve([]);
    const proxy = await startProxy(server, 'HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const url = URL_OF_N8N.replace('http:', 'https:');
    const step = await runStep({ with: { url, retries: '1' }, env: { https_proxy: proxy.origin } });
    expect(step.exitCode).toBe(1);
    expect(step.outputs['attempts']).toBe('2');
    expect(proxy.heads).toEqual(Array(2).fill(expect.stringMatching(/^CONNECT n8n\.test:443 HTTP\/1\.1\r\n/)));
    expect(server.requests).toEqual([]);
    expect(step.annotations).toMatchObject([{ level: 'error', title: 'The n8n workflow was not triggered' }]);
  });
});
