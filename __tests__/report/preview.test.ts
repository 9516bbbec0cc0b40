import { describe, expect, test } from '@jest/globals';
import { previewOf, previewOfText } from '../../src/report/preview.ts';
import type { Json } from '../../src/text/json.ts';
import { testHost } from '../../support/host.ts';

const host = testHost();

describe('the preview of a value', () => {
  test('is pretty JSON', () => {
    expect(previewOf([{ a: [1, true, null], b: 'two\nlines' }], host)).toBe(
      '[\n  {\n    "a": [\n      1,\n      true,\n      null\n    ],\n    "b": "two\\nlines"\n  }\n]',
    );
  });

  test.each<[string, Json]>([
    ['deep', JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['deep in maps', JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)],
    ['long', Array.from({ length: 100_000 }, (_, index) => index)],
    ['wide', Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`member ${index}`, index]))],
    ['bushy', JSON.parse(bushy(5))],
    ['made of long texts', ['a'.repeat(1_000_000), { ['b'.repeat(1_000_000)]: 1 }]],
  ])('of one that is %s is short, and says that it is cut', (_, value) => {
    const shown = previewOf(value, host);
    expect(shown.length).toBeLessThanOrEqual(4001);
    expect(shown).toContain('…');
  });

  test('has no part of a secret where it is cut', () => {
    const other = testHost();
    other.mask('s3cret-p4ssword');
    for (let at = 480; at < 505; at += 1) {
      expect(previewOf([`${'a'.repeat(at)}s3cret-p4ssword`], other)).not.toMatch(/s3c/);
    }
  });

  test('has members called like those of every object', () => {
    expect(previewOf(JSON.parse('{"__proto__": 1, "constructor": 2}'), host)).toBe(
      '{\n  "__proto__": 1,\n  "constructor": 2\n}',
    );
  });
});

/** Lists of ten lists each, that deep. */
function bushy(depth: number): string {
  return depth === 0 ? '[]' : `[${Array.from({ length: 10 }, () => bushy(depth - 1)).join()}]`;
}

describe('the preview of a reply', () => {
  test('is pretty if it is JSON, and otherwise unchanged', () => {
    expect(previewOfText(' {"a":1}', host)).toBe('{\n  "a": 1\n}');
    expect(previewOfText('{"a":1', host)).toBe('{"a":1');
    expect(previewOfText('7', host)).toBe('7');
    expect(previewOfText('one\n  two', host)).toBe('one\n  two');
  });

  test('is its start if it is long', () => {
    expect(previewOfText('a'.repeat(5000), host)).toBe(`${'a'.repeat(4000)}…`);
  });
});
