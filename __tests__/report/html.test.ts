import { expect, test } from '@jest/globals';
import { collapsed, html, together } from '../../src/report/html.ts';
import { declareSafe, say } from '../../src/text/safe.ts';

test('texts are escaped, markup and numbers are not', () => {
  const cell = html`<td>${declareSafe('<b>&"|`')}${7}</td>`;
  expect(cell.markup).toBe('<td>&#60;b&#62;&#38;&#34;&#124;&#96;7</td>');
  expect(html`<tr>${cell}</tr>`.markup).toBe(`<tr>${cell.markup}</tr>`);
});

test('pieces are joined in order', () => {
  expect(together([html`<a>`, html`<b>`], '\n').markup).toBe('<a>\n<b>');
});

test('a block is collapsed with empty lines around its content', () => {
  expect(collapsed(say`A < B`, html`<p>x</p>`).markup).toBe(
    '<details><summary>A &#60; B</summary>\n\n<p>x</p>\n\n</details>',
  );
});
