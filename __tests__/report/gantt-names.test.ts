// Names of nodes, which anybody may choose, in a diagram of Mermaid.
import { describe, expect, test } from '@jest/globals';
import { ganttBlock } from '../../src/report/gantt.ts';
import { chanceFrom } from '../../support/chance.ts';
import { draw, ran, times } from '../../support/drawn.ts';
import type { Drawing } from '../../support/mermaid-page.ts';

/** What any diagram of ours is made of. */
const TAGS = ['svg', 'style', 'title', 'g', 'path', 'line', 'text', 'tspan', 'rect'];

/** Draws nodes of these names; whatever they are, that gives a diagram of one row a node and nothing else. */
async function drawNames(names: readonly string[]): Promise<Drawing> {
  const runs = names.map((name, index) => ran(name, index * 10, 10, index % 3 === 0));
  const lines = ganttBlock(runs).split(/[\r\n]/);
  expect(lines.slice(1, -1).filter((line) => /^\s*(`|~|$)/.test(line))).toEqual([]);
  const drawing = await draw(runs);
  expect(drawing.rows).toHaveLength(names.length);
  expect(new Set(drawing.rows).size).toBe(names.length);
  expect(drawing.bars.map(({ row }) => row)).toEqual(drawing.rows);
  expect(drawing.bars.map(({ critical }) => critical)).toEqual(names.map((_, index) => index % 3 === 0));
  expect(drawing.title).toMatch(/^\d+ nodes?, \d+ runs?, \d+(\.\d)? m?s$/);
  expect([...drawing.tags].filter((tag) => !TAGS.includes(tag))).toEqual([]);
  expect([...drawing.attributes].filter((name) => /^on|href/.test(name))).toEqual([]);
  return drawing;
}

describe('a name', () => {
  const shownAsItIs = [
    'a:b; "c" <d> #e |',
    "it's `so` {and} [so] ~ ^ $x$ \\n * _",
    '%%{init: {"theme":"forest"}}%%',
    '%% comment',
    'x%%',
    '```',
    '~~~',
    '---',
    '</pre><script>alert(1)</script>',
    '<br>',
    'a<br/>b',
    '&lt;b&gt;&amp;',
    '#60;b#62;',
    '#quot;',
    'ﬂ°°60¶ßb',
    'ﬂ°lt¶ß',
    'style:#a;',
    'classDef x:y#z;',
    'section',
    'section x',
    'title',
    'title Mine',
    'end',
    'done',
    'crit',
    'active',
    'milestone',
    'vert',
    'gantt',
    'click task1 href "https://evil"',
    'click task1 call alert()',
    'call alert()',
    'excludes weekends',
    'includes 2001-01-01',
    'todayMarker',
    'dateFormat x',
    'axisFormat %Y',
    'tickInterval 1day',
    'inclusiveEndDates',
    'topAxis',
    'weekday monday',
    'accTitle: mine',
    'accDescr { mine }',
    'x :crit, 2001-01-01, 1d',
    '2001-01-01',
    '7',
    '3',
    '0',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '@octocat #1',
    '$$x$$',
    'Déjà vu 🚀',
    'שלום עולם',
    '日本語の名前',
  ];

  test.each(shownAsItIs)('%j is shown as it is', async (name) => {
    expect((await drawNames(['Before', name, 'After'])).rows).toEqual(['Before', name, 'After']);
  });

  test('is shown where it belongs, whatever the others', async () => {
    const half = Math.ceil(shownAsItIs.length / 2);
    for (const names of [shownAsItIs.slice(0, half), shownAsItIs.slice(half)]) {
      expect((await drawNames(names)).rows).toEqual(names);
    }
  });

  test.each([
    ['', '(no name)'],
    ['   ', '(no name)'],
    ['\u200d', '(no name)'],
    ['two\nlines', 'two lines'],
    ['two\r\n\r\nlines', 'two lines'],
    ['a\u2028b\u2029c\u0085d\u00a0e\tf', 'a b c d e f'],
    ['\n```\n# Heading', '``` # Heading'],
    ['evil\u202etxt.exe', 'evil\ufffdtxt.exe'],
    ['a\u0000b\u001bc\u2066d\u{e0041}', 'a\ufffdb\ufffdc\ufffdd\ufffd'],
    ['half \ud83d emoji', 'half \ufffd emoji'],
    ['x'.repeat(300), `${'x'.repeat(23)}…${'x'.repeat(12)}`],
    [`Copy of ${'long '.repeat(20)}name 12`, 'Copy of long long long…long name 12'],
    ['長'.repeat(100), `${'長'.repeat(12)}…${'長'.repeat(6)}`],
  ])('%j is shown as %j', async (name, shown) => {
    expect((await drawNames([name, 'Other'])).rows).toEqual([shown, 'Other']);
  });

  test.each([
    [
      ['', ' ', '\n'],
      ['(no name)', '(no name) (2)', '(no name) (3)'],
    ],
    [
      [`${'x'.repeat(100)}y${'x'.repeat(100)}`, `${'x'.repeat(100)}z${'x'.repeat(100)}`],
      [`${'x'.repeat(23)}…${'x'.repeat(12)}`, `${'x'.repeat(21)}…${'x'.repeat(10)} (2)`],
    ],
    [
      ['a', 'a (2)', ' a'],
      ['a', 'a (2)', 'a (3)'],
    ],
  ])('%j are told apart', async (names, rows) => {
    expect((await drawNames(names)).rows).toEqual(rows);
  });

  test('that looks like a count is not taken for one', async () => {
    const { rows } = await draw([ran('A', 0, 5), ran('A', 5, 5), ran('A ×2 (10 ms)', 10, 5)]);
    expect(rows).toEqual(['A ×2 (10 ms)', 'A ×2 (10 ms) (2)']);
  });

  test('that is long leaves room for a count', async () => {
    const name = 'Fetch all of the pages of the catalogue';
    const runs = times(1000, (index) => ran(name, index * 1000, 900));
    expect((await draw(runs)).rows).toEqual(['Fetch all of…talogue ×1000 (15 min)']);
    const broken = times(1000, (index) => ran(name, index * 1000, 900, index % 2 === 0));
    expect((await draw(broken)).rows).toEqual(['Fetch a…ogue ×1000 (15 min, 500 failed)']);
  });

  test('made by chance of what means something to Mermaid is a row, and nothing else', async () => {
    const random = chanceFrom(3);
    const pieces = [
      ...shownAsItIs,
      ...'abz059 :;#%{}<>"\'`\\/|&,.-_()[]*~@$^=+?!',
      '\n',
      '\r',
      '\t',
      '\u202e',
      '\u200b',
      '\ud800',
      '👩‍💻',
      'é',
      'ß',
      '¶',
      'ﬂ',
      '°',
    ];
    for (let round = 0; round < 10; round += 1) {
      const names = new Set(
        times(40, () =>
          times(1 + Math.floor(random() * 6), () => pieces[Math.floor(random() * pieces.length)] ?? '').join(''),
        ),
      );
      await drawNames([...names]);
    }
  });

  test('made by chance of letters and marks is shown as it is', async () => {
    const random = chanceFrom(4);
    const ascii = times(95, (index) => String.fromCodePoint(32 + index));
    for (let round = 0; round < 10; round += 1) {
      const names = new Set(
        times(40, () =>
          times(1 + Math.floor(random() * 30), () => ascii[Math.floor(random() * 95)])
            .join('')
            .replace(/ +/g, ' ')
            .trim(),
        ).filter((name) => name !== '' && !/::|##\[/.test(name)),
      );
      expect((await drawNames([...names])).rows).toEqual([...names]);
    }
  });
});
