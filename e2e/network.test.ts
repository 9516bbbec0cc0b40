import { afterAll, describe, expect, test } from '@jest/globals';
import { until } from '../support/n8n/api.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { type ProxyServer, startProxy } from '../support/proxy.ts';
import {
  apiKey,
  call,
  deployAll,
  endings,
  executionsOf,
  failureOf,
  isSince,
  run,
  succeeded,
  url,
  warningOf,
} from './suite.ts';

const hooks = await deployAll({
  under: workflows.immediate,
  overloaded: workflows.immediate,
  lost: workflows.immediate,
  lostTwice: workflows.immediate,
  gatewayTimeout: workflows.immediate,
  found: workflows.immediate,
  followed: workflows.immediate,
  // Whether n8n saves failures must not depend on a failure that another test left.
  neverArrived: (path) => {
    const workflow = workflows.immediate(path);
    return { ...workflow, settings: { ...workflow.settings, saveDataErrorExecution: 'all' } };
  },
  login: workflows.immediate,
});

const proxies: ProxyServer[] = [];
const proxy: typeof startProxy = async (...given) => {
  const started = await startProxy(...given);
  proxies.push(started);
  return started;
};
afterAll(async () => {
  await Promise.all(proxies.map((each) => each.close()));
});

const through = ({ url: address }: ProxyServer, hook: { path: string }) => ({ url: `${address}/webhook/${hook.path}` });

test('an n8n under a subpath is found there, by id and by webhook', async () => {
  const under = await proxy(url, ({ url: path = '' }, outgoing) => {
    if (path.startsWith('/automation/')) return path.replace('/automation', '');
    outgoing.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
    return undefined;
  });
  const base = `${under.url}/automation`;
  const steps = await Promise.all([
    run(hooks.under, { url: base }),
    run(hooks.under, { url: `${base}/` }),
    run({ id: '' }, { url: `${base}/workflow/${hooks.under.id}` }),
    call({ url: `${base}/webhook/${hooks.under.path}` }),
  ]);
  for (const step of steps) succeeded(step);
  expect(await endings(hooks.under)).toEqual(['success', 'success', 'success', 'success']);
});

test('an overloaded server is asked again after the time that it names', async () => {
  const busy = await proxy(url, ({ url: path = '' }, outgoing, nth) => {
    if (nth > 2) return path;
    outgoing.writeHead(nth === 1 ? 503 : 429, { 'retry-after': '1' }).end('Too busy');
    return undefined;
  });
  const step = succeeded(await call(through(busy, hooks.overloaded), { retries: '2' }));
  expect(step.outputs['attempts']).toBe('3');
  expect(Number(step.outputs['duration'])).toBeGreaterThan(2000);
  expect(await endings(hooks.overloaded)).toEqual(['success']);
});

describe('a reply that is lost between n8n and the step', () => {
  const loseReplies: Parameters<typeof startProxy>[2] = (answer, outgoing) => {
    answer.resume().once('end', () => outgoing.destroy());
  };

  test('is not requested again, because the workflow ran, and the failure says that it may have', async () => {
    const lossy = await proxy(url, ({ url: path }) => path, loseReplies);
    const step = await call(through(lossy, hooks.lost), { retries: '3' });
    expect(failureOf(step)).toMatch(/^The n8n workflow may have run\. The connection to .* broke before a reply came/);
    expect(step.outputs).toMatchObject({ status: '', attempts: '1' });
    expect(lossy.calls()).toBe(1);
    expect(await endings(hooks.lost)).toEqual(['success']);
  });

  test('is requested again if the workflow may run twice, with the same trace and idempotency key', async () => {
    const keys = new Set<unknown>();
    const lossy = await proxy(
      url,
      ({ url: path, headers }) => {
        keys.add(`${headers['traceparent']} ${headers['idempotency-key']}`);
        return path;
      },
      (answer, outgoing, nth) => {
        if (nth === 1) loseReplies(answer, outgoing, nth);
        else {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        }
      },
    );
    const step = await call(through(lossy, hooks.lostTwice), { retries: '3', 'retry-ambiguous': 'true' });
    expect(succeeded(step).outputs['attempts']).toBe('2');
    expect(keys.size).toBe(1);
    expect(await endings(hooks.lostTwice)).toEqual(['success', 'success']);
  });

  test('with a 504 of the proxy in its place is reported as such, and is not requested again', async () => {
    const slow = await proxy(
      url,
      ({ url: path }) => path,
      (answer, outgoing) => {
        answer.resume().once('end', () => outgoing.writeHead(504).end('Gateway Timeout'));
      },
    );
    const step = await call(through(slow, hooks.gatewayTimeout), { retries: '3' });
    expect(failureOf(step)).toMatch(
      /A proxy in front of n8n got no valid response from it \(HTTP 504\)\. .*may have run/,
    );
    expect(step.outputs).toMatchObject({ status: '504', attempts: '1' });
    expect(await endings(hooks.gatewayTimeout)).toEqual(['success']);
  });
});

describe('a lost reply, if the key lets the step look', () => {
  const isApi = (path = ''): boolean => path.startsWith('/api/');
  /** Loses the reply to the first trigger, and to nothing else. */
  const losing = () => {
    let lost: number | undefined;
    return proxy(
      url,
      ({ url: path }, _, nth) => {
        if (!isApi(path)) lost ??= nth;
        return path;
      },
      (answer, outgoing, nth) => {
        if (nth !== lost) {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
          return;
        }
        answer.resume().once('end', () => outgoing.destroy());
      },
    );
  };

  test('is not a failure: the step continues with the execution, and warns', async () => {
    const step = await call(through(await losing(), hooks.found), { 'secret-key': apiKey, retries: '3' });
    expect(warningOf(step)).toMatch(/broke before a reply came .* It did run, as execution \d+/);
    expect(step.outputs).toMatchObject({ success: 'true', status: '', attempts: '1', 'execution-status': 'success' });
    expect(await endings(hooks.found)).toEqual(['success']);
  });

  test('is followed to its end with wait', async () => {
    const given = { 'secret-key': apiKey, wait: 'true' };
    const step = await call(through(await losing(), hooks.followed), given);
    expect(warningOf(step)).toMatch(/It did run, as execution/);
    expect(JSON.parse(step.outputs['execution-data'] ?? '')).toHaveLength(1);
    expect(await endings(hooks.followed)).toEqual(['success']);
  });

  test('to a call that n8n never received: it is sent again', async () => {
    let first = true;
    const broken = await proxy(url, ({ url: path = '' }, outgoing) => {
      if (isApi(path) || !first) return path;
      first = false;
      outgoing.writeHead(502).end('Bad Gateway');
      return undefined;
    });
    const step = await call(through(broken, hooks.neverArrived), { 'secret-key': apiKey, retries: '1' });
    if (!isSince('2.13.0')) {
      // It cannot be asked for all that it has.
      expect(failureOf(step)).toMatch(/The workflow may have run\. Whether it ran could not be determined/);
      return;
    }
    succeeded(step);
    expect(step.outputs['attempts']).toBe('2');
    expect(step.visibleLog).toContain('n8n has no execution of this call.');
    expect(await endings(hooks.neverArrived)).toEqual(['success']);
  });
});

test('a login page in front of n8n is a failure, although it comes with 200', async () => {
  const login = await proxy(url, (_, outgoing) => {
    outgoing.setHeader('content-type', 'text/html; charset=utf-8');
    outgoing.end('<html><title>Sign in</title><form><input type="password" name="p"></form></html>');
    return undefined;
  });
  const step = await call(through(login, hooks.login));
  expect(failureOf(step)).toMatch(
    /The reply is a login page: something in front of n8n requires a login\. .*did not run/,
  );
  expect(await endings(hooks.login)).toEqual([]);
});

test('a step whose server stops answering ends with its timeout', async () => {
  const silent = await proxy(url, () => undefined);
  const step = await call(through(silent, hooks.login), { timeout: '500ms', retries: '3' });
  expect(failureOf(step)).toMatch(/No reply came from .* within 500 ms\. The workflow may have run\./);
  expect(silent.calls()).toBe(1);
});

test('a cancelled job ends the step at once', async () => {
  const silent = await proxy(url, () => undefined);
  const cancel = new AbortController();
  const running = call(through(silent, hooks.login), {}, { signal: cancel.signal });
  await until('the call to come in', 10_000, async () => silent.calls() > 0 || undefined);
  cancel.abort();
  const step = await running;
  expect(step.exitCode === 0).toBe(false);
  expect(step.durationMs).toBeLessThan(7500);
  expect(await executionsOf(hooks.login)).toEqual([]);
});
