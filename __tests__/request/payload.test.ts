import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { encodePayload, isJson } from '../../src/request/payload.ts';
import { ok } from '../../src/text/result.ts';
import { encode, read, sent } from '../../support/payload.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

describe('with another content type', () => {
  test('an inline text is sent as it was given, blanks and all', async () => {
    expect(await sent({ payload: ' {not json\n', contentType: 'text/plain; charset=utf-8' })).toBe(' {not json\n');
  });

  test.each([
    ['application/json', true],
    ['Application/JSON; charset=utf-8', true],
    ['application/cloudevents+json', true],
    ['application/json5', false],
    ['text/json', false],
    ['application/xml', false],
  ])('%s: is it JSON? %s', (contentType, json) => {
    expect(isJson(contentType)).toBe(json);
  });

  test('form data has scalars as text, a plain list as a repeated field and the rest as JSON', async () => {
    const payload =
      '{"a": "x y&z=é", "n": 1.5, "t": true, "nil": null, "l": [1, "b"], "m": {"k": [1]}, "ll": [[1]], "e": []}';
    const form = await sent({ payload, contentType: 'application/x-www-form-urlencoded' });
    expect(form).toBe('a=x+y%26z%3D%C3%A9&n=1.5&t=true&nil=&l=1&l=b&m=%7B%22k%22%3A%5B1%5D%7D&ll=%5B%5B1%5D%5D');
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data'])(
    '%s holds 1000 fields, the most that n8n reads',
    async (contentType) => {
      const values = (count: number) => ({ payload: JSON.stringify({ l: Array(count).fill('x') }), contentType });
      const errorsOf = async (count: number) =>
        linesOf(await encodePayload(valueIn(await read(values(count))), 'POST', contentType));
      expect(await errorsOf(1001)).toEqual([
        'payload: has more than 1000 fields, and n8n would drop the rest. Send it as application/json.',
      ]);
      expect((await encode(await read(values(1000)), 'POST', contentType)).body).toBeDefined();
    },
  );

  test('a list cannot be form data', async () => {
    const payload = valueIn(await read({ payload: '[1]', contentType: 'application/x-www-form-urlencoded' }));
    expect(linesOf(await encodePayload(payload, 'POST', 'application/x-www-form-urlencoded'))).toEqual([
      'payload: a list cannot be sent as application/x-www-form-urlencoded; give a map.',
    ]);
  });
});

describe.each(['GET', 'HEAD'])('%s', (method) => {
  test('carries the members of the payload in the query, and no body', async () => {
    const { query, body } = await encode(await read({ payload: '{"a": "b c", "l": [1, 2]}' }), method);
    expect(query.toString()).toBe('a=b+c&l=1&l=2');
    expect(body).toBeUndefined();
  });

  test('adds nothing if no payload was given', async () => {
    const { query, body } = await encode(await read({}), method);
    expect([...query]).toEqual([]);
    expect(body).toBeUndefined();
  });

  test('carries 20 values of one name, the most that n8n reads as a list, and 1000 fields', async () => {
    const lines = async (data: object) =>
      linesOf(await encodePayload(valueIn(await read({ payload: JSON.stringify(data) })), method, 'application/json'));
    expect(await lines({ l: Array(21).fill('x') })).toEqual([
      'payload: a list has more than 20 values, and n8n would make a map of it. Use POST.',
    ]);
    expect(await lines(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`n${at}`, at])))).toEqual([
      'payload: has more than 1000 fields, and n8n would drop the rest. Send it as application/json.',
    ]);
    const { query } = await encode(await read({ payload: JSON.stringify({ l: Array(20).fill('x') }) }), method);
    expect(query.size).toBe(20);
  });

  test('cannot carry a list or a text', async () => {
    for (const given of [{ payload: '[1]' }, { payload: 'text', contentType: 'text/plain' }]) {
      const payload = valueIn(await read(given));
      expect(linesOf(await encodePayload(payload, method, 'application/json'))).toEqual([
        `payload: ${method} carries it in the query string, so it must be a map.`,
      ]);
    }
  });
});

test('several files of one field are numbered, and one has the name of its field', async () => {
  const part = (field: string) => ({ field, path: '/dev/null', name: 'a', type: 'text/plain', size: 0 });
  const files = ['log', 'note', 'log', 'list[]', 'list[]', 'one[]'].map(part);
  const { body } = await encode(
    ok({ source: 'files', data: {}, files, isContext: false }),
    'POST',
    'multipart/form-data',
  );
  if (!body) throw new Error('no body');
  const text = (await buffer(body.open())).toString();
  expect([...text.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'log0',
    'note',
    'log1',
    'list0',
    'list1',
    'one[]',
  ]);
});

test.each(['GET', 'HEAD'])('%s has no place for the context in addition to a payload', async (method) => {
  const payload = { source: 'data', data: { github: {} }, hasContext: true } as const;
  expect(linesOf(await encodePayload(payload, method, 'application/json'))).toEqual([
    `include-context: ${method} has no body to add it to. Leave include-context out, or use POST or PUT.`,
  ]);
});
