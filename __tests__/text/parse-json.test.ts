import { expect, test } from '@jest/globals';
import { parseJsonText } from '../../src/text/parse-json.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

test('JSON text is parsed', async () => {
  expect(valueIn(await parseJsonText('payload', ' {"a": [1, "\\u00e9", null]}\n'))).toEqual({ a: [1, 'é', null] });
});

test('a name may be given once in each of several maps, and a text may have colons in it', async () => {
  const text = '{"a": {"a": [{"a": ":"}, {"a": "\\":"}]}, "b:": ""}';
  expect(JSON.stringify(valueIn(await parseJsonText('payload', text)))).toBe(text.replaceAll(/([:,]) /g, '$1'));
});

test('a text that is nested too deep is refused', async () => {
  const text = '['.repeat(100_000) + ']'.repeat(100_000);
  expect(linesOf(await parseJsonText('payload', text))).toEqual(['payload: is nested too deep to be sent.']);
});

test.each([
  '{"text": "12345678901234567890, 1e400", "1e999": [9007199254740992, 1.10, 1e300]}',
  '{"a": "\\": 12345678901234567890"}',
  '["1.2.3.4.5.6.7.8", "2026-01-02", 0.1234567890123456789, -0.0]',
])('no number in %s would be rounded', async (text) => {
  expect(valueIn(await parseJsonText('payload', text))).toEqual(JSON.parse(text));
});
