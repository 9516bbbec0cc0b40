// Hostile text in every place where text comes in: each field of each reply that was recorded, headers, status texts and
// inputs. None of it acts, shows, or reveals a secret, except in outputs that are the reply's own.
import { readFileSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { main } from '../src/main.ts';
import type { Json, JsonMap } from '../src/text/json.ts';
import { isMap, tryJson } from '../src/text/json.ts';
import { testClock } from '../support/clock.ts';
import { type TestHost, testHost } from '../support/host.ts';
import { HOSTILE, HOSTILE_LINES, harmInLine, harmInSummary, SECRETS } from '../support/hostile.ts';
import { recordings } from '../support/recorded.ts';
import { answer, type Handler, type Received, type ScriptedServer, serve } from '../support/server.ts';
import { at, isRecord, textAt } from '../support/shapes.ts';

// Each test plays some hundred steps.
jest.setTimeout(120_000);

const RECORDED: unknown = JSON.parse(readFileSync(new URL('recorded/api-2.41.1.json', import.meta.url), 'utf8'));

/** The JSON of a recorded reply of n8n's API or MCP server. */
function recorded(name: string): Json {
  const body = textAt(RECORDED, name, 'body');
  return tryJson(body.replace(/^event: message\ndata: /, '')) ?? null;
}

const MCP_TOKEN = ['{}', '{"aud":"mcp-server-api"}', SECRETS.key]
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

/** The server's current reply. */
let play: (request: Received) => Handler = () => answer(599);
let started: Promise<ScriptedServer> | undefined;
const server = (): Promise<ScriptedServer> => {
  started ??= serve((request) => play(request));
  return started;
};

/** Where no webhook's address is called, what is hidden of one is hidden as a secret. */
const ALL_SECRET = Object.values(SECRETS)
  .map((secret, nth) => `X-Token-${nth}: ${secret}`)
  .join('\n');
const ONE_SECRET = `X-Token: ${SECRETS.header}`;

async function run(inputs: Record<string, string>, start?: number): Promise<TestHost> {
  const base = testHost({
    inputs: { retries: '0', headers: ALL_SECRET, payload: '{"a":1}', ...inputs },
  });
  const host = { ...base, clock: testClock(start) };
  await main(host);
  return { ...host, outputs: base.outputs, summary: base.summary, events: base.events };
}

/** What of a step does harm: empty if nothing does. */
function harmIn(host: TestHost, origin: string): string[] {
  const harm: (string | undefined)[] = [harmInSummary(host.summary, [origin])];
  for (const event of host.events) {
    const [, level = '', text = ''] = /^(\w+): ?([\s\S]*)$/.exec(event) ?? [];
    // Masks reach the runner unchanged, and an annotation may have several lines, which are escaped.
    if (level === 'error' || level === 'warning') harm.push(...text.split('\n').map(harmInLine));
    else if (/^(?:info|debug)$/.test(level)) harm.push(harmInLine(text));
  }
  const { outputs } = host;
  const shapes: Record<string, RegExp> = {
    'execution-id': /^[\w-]{0,64}$/,
    'execution-status': /^[a-z]*$/,
    'execution-url': /^$|^http:\/\/127\.0\.0\.1:\d+\/[\w/-]*$/,
    status: /^\d*$/,
    route: /^[a-z]*$/,
    attempts: /^\d+$/,
    success: /^(?:true|false)$/,
  };
  for (const [name, shape] of Object.entries(shapes)) {
    if (!shape.test(outputs[name] ?? '')) harm.push(`output ${name} is ${outputs[name]}`);
  }
  return harm.filter((each) => each !== undefined);
}

type Path = readonly (string | number)[];

/** The places of a value's texts, numbers and so on, and of its members' names; of a list, the first one's alone. */
function placesIn(value: Json, path: Path = []): { path: Path; isName: boolean }[] {
  if (Array.isArray(value)) return value.length > 0 ? placesIn(value[0] ?? null, [...path, 0]) : [];
  if (!isMap(value)) return [{ path, isName: false }];
  return Object.entries(value).flatMap(([name, inner]) => [
    { path: [...path, name], isName: true },
    ...placesIn(inner, [...path, name]),
  ]);
}

/** A value with something else in one place. */
function changed(value: Json, [step, ...rest]: Path, change: (old: Json) => Json, isName: boolean): Json {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((inner) => changed(inner, rest, change, isName));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name !== String(step)) return [name, inner];
      if (isName && rest.length === 0) return [String(change(name)), inner];
      return [name, changed(inner, rest, change, isName)];
    }),
  );
}

const scalar = (value: Json): string => (typeof value === 'object' ? '' : String(value));

/** Every place of a reply's JSON with hostile text instead of its value, after it, or before it. */
function* spoilt(value: Json, texts: readonly string[]): Generator<{ what: string; value: Json }> {
  const changes = [
    (text: string) => (old: Json) => scalar(old) + text,
    (text: string) => () => text,
    (text: string) => (old: Json) => text + scalar(old),
  ];
  // Each place gets one of the texts, and its neighbors the next: all of them everywhere would take minutes.
  for (const [number, { path, isName }] of placesIn(value).entries()) {
    const text = texts[number % texts.length] ?? '';
    const change = changes[number % changes.length]?.(text) ?? String;
    yield { what: `${path.join('.')}: ${JSON.stringify(text)}`, value: changed(value, path, change, isName) };
  }
}

describe('in a reply to a trigger', () => {
  const url = (origin: string): string => `${origin}/webhook/${SECRETS.hook}?token=${SECRETS.query}`;
  const replies = recordings.filter(({ title, name }) => title.startsWith('n8n-2') && !name.startsWith('API'));

  test.each(replies)('$name, hostile text does no harm', async ({ reply: { status, headers, body } }) => {
    const { origin } = await server();
    const text = body.start.toString();
    const types = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const json = tryJson(text);
    const bodies: string[] = isMap(json)
      ? [...spoilt(json, HOSTILE)].map(({ value }) => JSON.stringify(value))
      : HOSTILE.map((hostile, nth) => {
          const place = [0, 60, text.length][nth % 3];
          return text.slice(0, place) + hostile + text.slice(place);
        });
    for (const made of bodies) {
      play = () => answer(status, made, types);
      const host = await run({ url: url(origin), headers: ONE_SECRET, 'basic-auth': `ci:${SECRETS.key}` });
      expect(harmIn(host, origin)).toEqual([]);
      // A body with a NUL in it is not text, and a 204 has no body.
      if (!made.includes('\0') && status !== 204) expect(host.outputs['response-body']).toBe(made);
    }
  });

  test('headers and status texts do no harm', async () => {
    const { origin } = await server();
    const names = [
      'location',
      'server',
      'via',
      'retry-after',
      'www-authenticate',
      'x-n8n-execution-id',
      'content-type',
      'cf-mitigated',
      'x-squid-error',
      'content-security-policy',
    ];
    for (const name of names) {
      for (const [nth, text] of HOSTILE_LINES.entries()) {
        const status = [200, 302, 403][nth % 3] ?? 200;
        play = () => (response) => response.writeHead(status, text, { [name]: text, 'content-length': 2 }).end('ok');
        const host = await run({ url: url(origin), headers: ONE_SECRET, 'basic-auth': `ci:${SECRETS.key}` });
        expect(harmIn(host, origin)).toEqual([]);
      }
    }
  });
});

const TRACING = JSON.stringify(at(recorded('execution'), 'tracingContext'));
const EXECUTION_ID = textAt(recorded('execution'), 'id');

/** A workflow that is read, called and followed, with hostile text in one of the replies. */
function asApi(spoiltName: string, value: Json, executionName: string): (request: Received) => Handler {
  const of = (name: string): JsonMap => {
    const json = name === spoiltName ? value : recorded(name);
    return isMap(json) ? json : {};
  };
  let traceparent = '';
  const execution = (name: string): Handler => {
    const json = of(name);
    const isAsRecorded = JSON.stringify(json['tracingContext']) === TRACING;
    return answer(200, JSON.stringify({ ...json, ...(isAsRecorded && { tracingContext: { traceparent } }) }));
  };
  return ({ target, headers, method }) => {
    if (!target.includes('/api/v1/')) {
      traceparent = String(headers['traceparent'] ?? traceparent);
      return answer(200, '{"message":"Workflow was started"}', { 'content-security-policy': 'sandbox' });
    }
    if (/\/start$/.test(target)) return answer(404, '{"message":"not found"}');
    if (method === 'POST') return answer(409, JSON.stringify({ message: HOSTILE[0] }));
    if (/executions\?/.test(target)) {
      return answer(200, traceparent === '' ? '{"data":[],"nextCursor":null}' : JSON.stringify(of('executions')));
    }
    const [, id] = /executions\/(\d+)/.exec(target) ?? [];
    if (id !== undefined && (id !== EXECUTION_ID || traceparent === '')) return answer(404, '{"message":"Not Found"}');
    if (id !== undefined) return execution(/includeData=true/.test(target) ? executionName : 'execution');
    return answer(200, JSON.stringify(of(/workflows\?/.test(target) ? 'workflows' : 'workflow')));
  };
}

describe("in replies of n8n's API", () => {
  const startedAt = Date.parse(textAt(recorded('execution'), 'startedAt'));
  const given = async () => ({
    mode: 'api',
    route: 'webhook',
    url: (await server()).origin,
    'workflow-id': textAt(recorded('workflow'), 'id'),
    'secret-key': SECRETS.key,
    wait: 'true',
    'wait-timeout': '2s',
  });

  test('what is recorded is followed to its end', async () => {
    play = asApi('none', null, 'execution with its data');
    const host = await run(await given(), startedAt - 100);
    expect(host.outputs).toMatchObject({ success: 'true', 'execution-status': 'success' });
    expect(host.outputs['execution-data']).toContain('"stock"');
  });

  test.each([
    'workflow',
    'workflows',
    'executions',
    'execution',
    'execution with its data',
    'failed execution with its data',
  ])('%s, hostile text does no harm', async (name) => {
    const { origin } = await server();
    for (const { what, value } of spoilt(recorded(name), HOSTILE)) {
      play = asApi(name, value, name.startsWith('failed') ? name : 'execution with its data');
      expect({ what, harm: harmIn(await run(await given(), startedAt - 100), origin) }).toEqual({ what, harm: [] });
    }
  });
});

describe("in replies of n8n's MCP server", () => {
  test.each(['tools/list', 'get_workflow_details', 'execute_workflow', 'get_workflow_execution'])(
    '%s, hostile text does no harm',
    async (name) => {
      const { origin } = await server();
      const id = textAt(recorded('workflow'), 'id');
      for (const { what, value } of spoilt(recorded(name), HOSTILE)) {
        play = ({ body }) => {
          const message: unknown = JSON.parse(body.toString());
          const asked = String(
            at(message, 'method') === 'tools/call' ? at(message, 'params', 'name') : at(message, 'method'),
          );
          const json = asked === name ? value : recorded(asked);
          return answer(200, `event: message\ndata: ${JSON.stringify(json)}\n\n`, {
            'content-type': 'text/event-stream',
          });
        };
        const inputs = {
          mode: 'api',
          url: origin,
          'workflow-id': id,
          'secret-key': MCP_TOKEN,
          wait: 'true',
          'wait-timeout': '2s',
        };
        expect({ what, harm: harmIn(await run(inputs), origin) }).toEqual({ what, harm: [] });
      }
    },
  );
});

describe('in an input', () => {
  const action: unknown = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));
  const names = Object.keys(isRecord(action) && isRecord(action['inputs']) ? action['inputs'] : {});

  test.each(names)('%s, hostile text does no harm', async (name) => {
    const { origin } = await server();
    play = () => answer(200, '{}');
    for (const mode of ['webhook', 'api']) {
      for (const hostile of HOSTILE) {
        const usual = {
          mode,
          url: mode === 'api' ? origin : `${origin}/webhook/${SECRETS.hook}?token=${SECRETS.query}`,
          'secret-key': SECRETS.key,
          ...(mode === 'api' ? { 'workflow-id': 'w1' } : { headers: ONE_SECRET }),
        };
        const old = Object.hasOwn(usual, name)
          ? String(Object.entries(usual).find(([each]) => each === name)?.[1])
          : '';
        const host = await run({ ...usual, [name]: old + hostile });
        expect({ hostile, harm: harmIn(host, origin) }).toEqual({ hostile, harm: [] });
      }
    }
  });
});
