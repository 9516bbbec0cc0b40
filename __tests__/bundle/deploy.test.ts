// The bundle of the second action against servers that are not n8n, are still starting, or refuse the key.
import { describe, expect, test } from '@jest/globals';
import { answer, type Handler, type Received, type ScriptedServer, serve } from '../../support/server.ts';
import { runStep, type StepResult } from '../../support/step.ts';

const KEY = 'n8n_api_s3cret-key';
const shop = { name: 'Shop', nodes: [], connections: {}, settings: {} };

async function deploy(
  script: (request: Received) => Handler,
  more: Record<string, string> = {},
): Promise<[StepResult, ScriptedServer]> {
  const server = await serve(script);
  const inputs = { url: server.origin, 'secret-key': KEY, workflows: '*.json', retries: '0', ...more };
  const step = await runStep({
    action: 'deploy',
    with: inputs,
    files: { 'shop.json': JSON.stringify(shop), 'broken.json': '{' },
  });
  return [step, server];
}

const annotationsOf = ({ annotations }: StepResult): string =>
  annotations.map(({ title, message }) => `${title}. ${message}`).join('\n');
const json = (value: unknown): Handler => answer(200, JSON.stringify(value));

describe('a deployment is refused, with everything else that is wrong, by an n8n that', () => {
  test.each<[string, Handler, string]>([
    ['is starting', answer(200, 'n8n is starting up. Please wait'), "n8n's API is not available now"],
    [
      'is behind a proxy that gives its editor',
      answer(200, '<!DOCTYPE html><title>n8n.io</title>'),
      "is not the address of n8n's API",
    ],
    ['does not know the key', answer(401, '{"message":"Unauthorized"}'), 'does not accept this secret-key'],
    ['gives the key no list of workflows', answer(403, '{"message":"Forbidden"}'), 'has no right to'],
  ])('%s', async (_, handler, message) => {
    const [step, server] = await deploy(() => handler);
    expect(annotationsOf(step)).toContain(message);
    expect(annotationsOf(step)).toContain('broken.json:1: is not valid JSON');
    expect(annotationsOf(step)).toContain('Nothing was written.');
    expect([step.exitCode, step.outputs['success'], step.outputs['workflows']]).toEqual([1, 'false', '[]']);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(step.visibleLog + step.summary).not.toContain(KEY);
  });
});

test('every page of the list is read', async () => {
  const rows = (page: number) => ({
    data: [{ ...shop, id: `id-${page}`, name: `Page ${page}`, active: false }],
    nextCursor: page < 3 ? `to ${page + 1}` : null,
  });
  const [step, server] = await deploy(
    ({ target }) => {
      if (!target.startsWith('/api/v1/workflows?')) return answer(404, '{"message":"not found"}');
      return json(rows(Number(/cursor=to%20(\d)/.exec(target)?.[1] ?? 1)));
    },
    { workflows: 'shop.json', 'dry-run': 'true' },
  );
  expect(step.exitCode).toBe(0);
  expect(server.requests.filter(({ target }) => target.startsWith('/api/v1/workflows?'))).toHaveLength(3);
});

test('without a key there is nothing to do, if that is allowed', async () => {
  for (const [ending, level] of [
    ['warn', ['warning']],
    ['ignore', []],
  ] as const) {
    const [step, server] = await deploy(() => json({}), { 'secret-key': '', 'if-unconfigured': ending });
    expect([step.exitCode, step.outputs['success'], step.annotations.map((each) => each.level)]).toEqual([
      0,
      'false',
      level,
    ]);
    expect(server.requests).toEqual([]);
  }
});

test('wrong inputs are reported at once, and nothing is sent', async () => {
  const [step, server] = await deploy(() => json({}), { publish: 'some', 'on-drift': 'maybe' });
  expect(annotationsOf(step)).toMatch(/publish: .*\non-drift: .*\nNothing was sent\./);
  expect([step.exitCode, server.requests]).toEqual([1, []]);
  expect(step.summary).toMatch(/^\n?### ❌ The inputs of the n8n deployment are wrong[\s\S]*on-drift/);
  expect(step.outputs['plan']?.trim()).toBe(step.summary.trim());
  const [other] = await deploy(() => json({}), { publish: 'some', summary: 'false' });
  expect(other.summary).toBe('');
});

test('an n8n that has no list of workflows is reported in a sentence', async () => {
  const [step] = await deploy(() => answer(404, '{"message":"not found"}'));
  expect(annotationsOf(step)).toContain(
    "n8n's API did not find the list of workflows, or this secret-key has no access to it (404).",
  );
});
