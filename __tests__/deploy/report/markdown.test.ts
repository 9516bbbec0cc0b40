import { describe, expect, test } from '@jest/globals';
import { fitting, reportMarkdown } from '../../../src/deploy/report/markdown.ts';
import type { ReportRow } from '../../../src/deploy/report/rows.ts';
import { say } from '../../../src/text/safe.ts';
import { show } from '../../../support/deployment.ts';

const heading = { sign: '📋', title: say`Plan`, lines: [say`One line.`] } as const;
const row = (more: Partial<ReportRow> = {}): ReportRow => ({
  file: show('flows/shop.json'),
  name: show('Shop'),
  link: 'https://n8n.example.com/workflow/abc',
  change: 'updated',
  live: say`new version`,
  nodes: say`+2 −1 ~3`,
  details: [say`+ Slack`],
  notes: [],
  ...more,
});

describe('the report', () => {
  test('has a table with links, and the nodes collapsed', () => {
    const markdown = reportMarkdown(heading, [row({ notes: [say`drift: somebody`] })]);
    expect(markdown).toContain('### 📋 Plan\n\n<p>One line.</p>');
    expect(markdown).toContain(
      '<a href="https&#58;//n8n.example.com/workflow/abc">Shop</a><br><sub>flows/shop.json</sub>',
    );
    expect(markdown).toContain('<td>✏️ updated</td><td>+2 −1 &#126;3</td><td>new version</td>');
    expect(markdown).toContain('⚠️ drift&#58; somebody');
    expect(markdown).toContain('<details><summary>Shop: 1 difference</summary><p>+ Slack</p></details>');
  });

  test('makes names from outside harmless', () => {
    const name = show('@octo ![x](https://evil/x.png) </td><img src=x> `a` $b$ #1 |');
    const markdown = reportMarkdown(heading, [row({ name, file: name, details: [name] })]);
    for (const dangerous of ['@octo', '![', '](', '<img', '`', ' #1 ', '|', '$b']) {
      expect(markdown.replace(/^### /, '')).not.toContain(dangerous);
    }
  });

  test('fits into a comment, first without details, then without rows', () => {
    const details = Array.from({ length: 40 }, (_, n) => show(`~ ${'node '.repeat(10)} ${n}`));
    const some = reportMarkdown(
      heading,
      Array.from({ length: 100 }, () => row({ details })),
    );
    expect(some.length).toBeLessThan(65_536);
    expect(some).toContain('Which nodes: see the log.');
    expect(some.match(/flows\/shop\.json/g)).toHaveLength(100);
    const many = reportMarkdown(
      heading,
      Array.from({ length: 1000 }, () => row({ name: show('x'.repeat(60)), notes: [show('@'.repeat(200))] })),
    );
    expect(many.length).toBeLessThan(65_536);
    expect(many).toMatch(/And \d+ more workflows: see the log\./);
  });

  test('without rows is only its heading', () => {
    expect(reportMarkdown(heading, [])).toBe('### 📋 Plan\n\n<p>One line.</p>\n');
  });
});

describe('lines', () => {
  const many = Array.from({ length: 1000 }, (_, n) => say`${n}: ${show('x:'.repeat(20), 60)}`);

  test('are all shown if there is room for them', () => {
    expect(fitting(many.slice(0, 9))).toEqual({ shown: many.slice(0, 9), rest: [] });
  });

  test('that do not fit are counted, and left to the log', () => {
    const { shown, rest } = fitting(many);
    expect(shown.at(-1)).toBe(`And ${rest.length} more: see the log.`);
    expect([...shown.slice(0, -1), ...rest]).toEqual(many);
    expect(shown.join('\n').length).toBeLessThan(13_000);
  });

  test('leave a report short enough for a comment, which ends with its last sentence', () => {
    const markdown = reportMarkdown({ ...heading, lines: many, last: say`Do this.` }, []);
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toMatch(/more&#58; see the log\.<\/p>\n\n<p>Do this\.<\/p>\n$/);
  });
});
