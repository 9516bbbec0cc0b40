import { expect, test } from '@jest/globals';
import { linesOfNodes } from '../../../src/deploy/read/lines.ts';

test('only lines of nodes are counted, and nothing inside strings', () => {
  const text =
    '{\n"nodes": [\n{"a": "}\\n\\"{["},\n{\n"parameters": {"nodes": [\n{}]}}],\n"pinData": {"nodes": [\n{}]}}';
  expect(linesOfNodes(text)(0)).toEqual([3, 4]);
});

test('every workflow of a list has lines of its own', () => {
  const lines = linesOfNodes('[{"nodes":[{}]},\n{"nodes":[\n{},{}]}]');
  expect([lines(0), lines(1), lines(2)]).toEqual([[1], [3, 3], []]);
});

test('a text of a megabyte is not a problem', () => {
  expect(linesOfNodes(`{"nodes":[\n{"a":"${'x\\"'.repeat(500_000)}"}]}`)(0)).toEqual([2]);
});
