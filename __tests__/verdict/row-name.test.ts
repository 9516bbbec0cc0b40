import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { headingOf, ROWS_BY_HEADING } from '../../src/verdict/row-name.ts';

test('a row is explained under one heading', () => {
  expect(headingOf('basic-auth')).toBe('n8n-refused-the-call');
  expect(headingOf('inputs')).toBe('inputs');
  const rows = Object.values(ROWS_BY_HEADING).flat(2);
  expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([]);
});

test('each heading is one of the page', () => {
  const page = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8');
  // As GitHub makes anchors of headings.
  const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
  expect(anchors).toEqual(expect.arrayContaining(Object.keys(ROWS_BY_HEADING)));
});
