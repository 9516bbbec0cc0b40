import { describe, expect, test } from '@jest/globals';
import type { ListedExecution } from '../../src/n8n-api/executions.ts';
import {
  hasAnotherBody,
  hasAnotherKey,
  hasOurHeaders,
  hasOurTrace,
  isNotByCall,
  isOlder,
  mayHaveStartedFrom,
} from '../../src/n8n-api/proofs.ts';
import type { Json, JsonMap } from '../../src/text/json.ts';
import { madeExecution, OUR_KEY, OUR_TRACE, triggered } from '../../support/triggered.ts';

const call = triggered();
const received = (headers: JsonMap, body?: Json) => ({ headers, body });
const given = (value: string) => ({ value, isUnique: false });

describe('an execution is ours', () => {
  test('by the trace that n8n stored, if the step made it', () => {
    expect(hasOurTrace(madeExecution({ traceparent: OUR_TRACE }), call)).toBe(true);
    expect(hasOurTrace(madeExecution({ traceparent: OUR_TRACE.replace('b7', 'b8') }), call)).toBe(false);
    expect(hasOurTrace(madeExecution(), call)).toBe(false);
    const constant = triggered({ trace: given(OUR_TRACE) });
    expect(hasOurTrace(madeExecution({ traceparent: OUR_TRACE }), constant)).toBe(false);
  });

  test.each<[boolean, JsonMap]>([
    [true, { 'idempotency-key': OUR_KEY }],
    [true, { 'idempotency-key': `${OUR_KEY}, ${OUR_KEY}` }],
    [true, { 'idempotency-key': [OUR_KEY] }],
    [true, { 'idempotency-key': `"${OUR_KEY}"` }],
    [true, { traceparent: OUR_TRACE }],
    [true, { traceparent: `${OUR_TRACE},00-other-01` }],
    [false, { 'idempotency-key': `x${OUR_KEY}` }],
    [false, { 'idempotency-key': 7 }],
    [false, {}],
  ])('by its headers: %s with %j', (expected, headers) => {
    expect(hasOurHeaders(received(headers), call)).toBe(expected);
  });

  test('not by headers that the inputs gave, which other calls may carry', () => {
    const constant = triggered({ trace: given(OUR_TRACE), key: given(OUR_KEY) });
    expect(hasOurHeaders(received({ 'idempotency-key': OUR_KEY, traceparent: OUR_TRACE }), constant)).toBe(false);
  });
});

describe("an execution is somebody else's", () => {
  test.each<[boolean, JsonMap]>([
    [true, { 'idempotency-key': 'another' }],
    [false, { 'idempotency-key': OUR_KEY }],
    [false, { 'idempotency-key': `another, ${OUR_KEY}` }],
    // A proxy may have taken it off.
    [false, {}],
    [false, { 'idempotency-key': '' }],
    [false, { 'idempotency-key': `"${OUR_KEY}"` }],
  ])('by another key: %s with %j', (expected, headers) => {
    expect(hasAnotherKey(received(headers), call)).toBe(expected);
  });

  test('not by a key from the inputs, however it is written', () => {
    const own = triggered({ key: given('"deploy, eu"') });
    expect(hasAnotherKey(received({ 'idempotency-key': '"deploy, eu"' }), own)).toBe(false);
  });

  test.each<[boolean, Json, Json | undefined]>([
    [true, { a: 1 }, { a: 2 }],
    [true, { a: [1, 2] }, { a: [2, 1] }],
    // So do all that a node with the option Raw Body received.
    [false, {}, { a: 1 }],
    [false, { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
    [false, { a: 1 }, undefined],
    // What a database cannot hold comes back changed.
    [false, { a: '\ufffd' }, { a: '\ud800' }],
    [false, { a: '' }, { a: '\u0000' }],
  ])('by another body: %s if it received %j and we sent %j', (expected, body, sent) => {
    expect(hasAnotherBody(received({}, body), sent)).toBe(expected);
  });

  test('not by a body that n8n does not show, or that is nested too deep to compare', () => {
    expect(hasAnotherBody(received({}), { a: 1 })).toBe(false);
    const deep: Json = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    expect(hasAnotherBody(received({}, deep), { a: 1 })).toBe(false);
    expect(hasAnotherBody(received({}, { a: 1 }), deep)).toBe(false);
  });

  const production = new URL('https://n8n.test/webhook/deploy');
  const open = new URL('https://n8n.test/webhook-test/deploy');
  test.each([
    [true, 'trigger', 'webhook', production],
    [true, 'integrated', 'webhook', production],
    [true, 'manual', 'webhook', production],
    [false, 'manual', 'webhook', open],
    [false, 'webhook', 'webhook', production],
    [false, undefined, 'webhook', production],
    [false, 'a-mode-to-come', 'webhook', production],
    // How an instance's own endpoint runs a workflow is not known.
    [false, 'integrated', 'start', production],
  ] as const)('by how it was started: %s for %s, over route %s', (expected, mode, route, url) => {
    expect(isNotByCall({ mode }, triggered({ route, url }))).toBe(expected);
  });
});

describe('an execution is older than the call', () => {
  const at = (id: number, ms: number | undefined): ListedExecution => ({
    id,
    workflowId: 'wf1',
    status: 'success',
    mode: 'webhook',
    startedAt: ms === undefined ? undefined : call.sentAt + ms,
    tookMs: undefined,
  });
  const MINUTE = 60_000;
  const older = (row: ListedExecution, others: ListedExecution[] = [], afterId?: number) => {
    const made = triggered({ afterId });
    return isOlder(row, made, mayHaveStartedFrom(made, [row, ...others]));
  };

  test('by its id, if the newest from before is known', () => {
    expect(older(at(5, 0), [], 5)).toBe(true);
    expect(older(at(6, 0), [], 5)).toBe(false);
    expect(older(at(6, undefined), [], 5)).toBe(false);
  });

  test("by its start, if another execution shows that n8n's clock is not behind", () => {
    expect(older(at(5, -2 * MINUTE), [at(6, 0)])).toBe(true);
    expect(older(at(5, -MINUTE + 1), [at(6, 0)])).toBe(false);
    expect(older(at(5, -2 * MINUTE), [at(6, 2 * 60 * MINUTE)])).toBe(true);
  });

  test('not by its start if nothing shows that, unless it is more than any zone away', () => {
    expect(older(at(5, -90 * MINUTE))).toBe(false);
    expect(older(at(5, -27 * 60 * MINUTE))).toBe(true);
    expect(older(at(5, undefined))).toBe(false);
  });
});
