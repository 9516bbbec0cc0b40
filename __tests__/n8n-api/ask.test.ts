import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { deadlineAfter } from '../../src/host/deadline.ts';
import { freshConnections } from '../../src/http/connections.ts';
import { type ApiSettings, ask, type Question, type RequestOptions } from '../../src/n8n-api/ask.ts';
import { failed, ok } from '../../src/text/result.ts';
import { say } from '../../src/text/safe.ts';
import { testClock } from '../../support/clock.ts';
import { testHost } from '../../support/host.ts';
import { answer, type Script, serve, stall } from '../../support/server.ts';

const tempDirectory = mkdtempSync(join(tmpdir(), 'ask-'));
afterAll(() => rmSync(tempDirectory, { recursive: true }));

/** 200 is a success, 400 is final, and 503 says that the request was not passed on. */
const judge: Question['judge'] = (made) => {
  if (made.kind === 'reply' && made.status === 200) return ok(made);
  const status = made.kind === 'reply' ? made.status : undefined;
  const isCancelled = made.kind === 'breakdown' && made.code === 'ABORTED';
  return failed({
    code: isCancelled ? 'aborted' : 'api-refused',
    message: say`It failed.`,
    transient: status !== 400 && !isCancelled,
    mayHaveArrived: status !== 503,
  });
};

interface Given {
  isWrite?: boolean;
  options?: RequestOptions;
  settings?: Partial<ApiSettings>;
}

async function run(script: Script, { isWrite = false, options = {}, settings }: Given = {}, clock = testClock()) {
  const server = await serve(script);
  const host = { ...testHost(), clock, tempDirectory };
  const request = { method: 'POST', url: new URL(server.origin), headers: {} };
  const asking = ask({ request, label: say`A question`, judge, isWrite }, options, {
    host,
    retries: 2,
    timeoutMs: 1000,
    kept: freshConnections(),
    fresh: freshConnections(),
    ...settings,
  });
  return { asking, server, clock, host };
}

const good = answer(200, 'good');
const down = answer(502);
const notPassedOn = answer(503);
const final = answer(400);

describe('a request', () => {
  test('gives the text of its reply, and is in the debug log', async () => {
    const { asking, host } = await run([good]);
    expect(await asking).toEqual(ok('good'));
    expect(host.events).toEqual(['debug: A question: ok in 0 ms']);
  });

  test('is sent again after a transient failure, with growing pauses, until no retry is left', async () => {
    const { asking, server, clock } = await run(() => down);
    expect(await asking).toMatchObject({ ok: false, error: { code: 'api-refused' } });
    expect(server.requests).toHaveLength(3);
    expect(clock.slept).toEqual([500, 1000]);
  });

  test('is sent again half a minute after a failure at the latest, unless the server asks for more', async () => {
    const { asking, clock } = await run(() => down, { options: { retries: 7 } });
    await asking;
    expect(clock.slept.slice(-3)).toEqual([8000, 15_000, 15_000]);
  });

  test('prefers its own number of retries to that of the settings', async () => {
    const { asking, server } = await run(() => down, { options: { retries: 0 } });
    expect((await asking).ok).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  test('is sent only once if the failure is permanent', async () => {
    const { asking, server } = await run([final, good]);
    expect((await asking).ok).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['down, is not', down, 1],
    ['not passed on, is', notPassedOn, 2],
  ])('that changes something and was answered %s sent again', async (_, reply, times) => {
    const { asking, server } = await run([reply, good], { isWrite: true });
    expect((await asking).ok).toBe(times === 2);
    expect(server.requests).toHaveLength(times);
  });

  test('can be cancelled, and is not sent again then', async () => {
    const cancel = new AbortController();
    const { asking, server } = await run(() => stall, { options: { signal: cancel.signal } });
    await server.arrived(1);
    cancel.abort();
    expect(await asking).toMatchObject({ error: { code: 'aborted' } });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a pause', () => {
  test('is no shorter than the server asks for', async () => {
    const { asking, clock } = await run([answer(502, '', { 'retry-after': '7' }), good]);
    expect((await asking).ok).toBe(true);
    expect(clock.slept).toEqual([7000]);
  });

  test.each([
    ['299', true],
    ['300', false],
  ])('of %s s is waited for: %s', async (seconds, isWaitedFor) => {
    const { asking } = await run([answer(502, '', { 'retry-after': seconds }), good]);
    expect((await asking).ok).toBe(isWaitedFor);
  });

  test.each([
    ['50', true],
    ['60', false],
  ])('of %s s is waited for within a minute: %s', async (seconds, isWaitedFor) => {
    const clock = testClock();
    const deadline = deadlineAfter(60_000, clock, new AbortController().signal);
    const script = [answer(502, '', { 'retry-after': seconds }), good];
    const { asking } = await run(script, { options: { deadline } }, clock);
    expect((await asking).ok).toBe(isWaitedFor);
    expect(clock.monotonic()).toBe(isWaitedFor ? 50_000 : 0);
  });
});

test('a request that its deadline ends was not cancelled: n8n took too long', async () => {
  const clock = testClock();
  const deadline = deadlineAfter(5000, clock, new AbortController().signal);
  const { asking } = await run(() => () => clock.pass(5000), { options: { deadline } }, clock);
  expect(await asking).toMatchObject({ error: { code: 'api-unreachable', message: 'n8n did not reply in time.' } });
});

describe('a large reply', () => {
  test('is read from the disk and removed from there', async () => {
    const { asking } = await run([answer(200, 'a'.repeat(2_000_000))]);
    expect(await asking).toEqual(ok('a'.repeat(2_000_000)));
    expect(readdirSync(tempDirectory)).toEqual([]);
  });

  test('leaves no file behind if it is a failure', async () => {
    const { asking } = await run(() => answer(502, 'a'.repeat(2_000_000)));
    expect((await asking).ok).toBe(false);
    expect(readdirSync(tempDirectory)).toEqual([]);
  });

  test('of over 64 MiB counts as empty', async () => {
    const { asking } = await run([answer(200, 'a'.repeat(64 * 1024 * 1024 + 1))]);
    expect(await asking).toEqual(ok(''));
    expect(readdirSync(tempDirectory)).toEqual([]);
  });
});
