import { describe, expect, test } from '@jest/globals';
import { ganttBlock } from '../../src/report/gantt.ts';
import { chanceFrom } from '../../support/chance.ts';
import { draw, drawSource, ran, START, sourceOf, times } from '../../support/drawn.ts';
import type { Drawing } from '../../support/mermaid-page.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Mermaid's `maxTextSize`. */
const MOST_CHARACTERS = 50_000;

describe('the diagram of an execution', () => {
  test('is a block of Mermaid', () => {
    const runs = [ran('Webhook', 0, 2), ran('Is it #1?', 3, 0), ran('Respond', 5, 35, true)];
    expect(ganttBlock(runs)).toBe(
      `\`\`\`mermaid
---
config:
  gantt:
    displayMode: compact
    leftPadding: 79
    rightPadding: 50
    numberSectionStyles: 2
---
gantt
accTitle: The nodes that ran, over time
dateFormat YYYY-MM-DD HH:mm:ss.SSS
axisFormat %-L ms
tickInterval 5millisecond
todayMarker off
title 3 nodes, 3 runs, 40 ms
section  Webhook
2 ms :2001-01-01 00:00:00.000, 2ms
section  Is it #35;1#63;
0 ms :2001-01-01 00:00:00.003, 1ms
section  Respond
35 ms, failed :crit, 2001-01-01 00:00:00.005, 35ms
\`\`\``,
    );
  });

  test('has one row per node, with a bar from its start to its end', async () => {
    const { title, rows, bars } = await draw([
      ran('Webhook', 0, 10 * SECOND),
      ran('Fetch', 10 * SECOND, 30 * SECOND),
      ran('Store', 40 * SECOND, 60 * SECOND),
    ]);
    expect(title).toBe('3 nodes, 3 runs, 1 min 40 s');
    expect(rows).toEqual(['Webhook', 'Fetch', 'Store']);
    expect(bars.map(({ row, label }) => [row, label])).toEqual([
      ['Webhook', '10.0 s'],
      ['Fetch', '30.0 s'],
      ['Store', '1 min'],
    ]);
    expect(bars.map(({ start }) => Math.round(start))).toEqual([0, 10, 40]);
    expect(bars.map(({ width }) => Math.round(width))).toEqual([10, 30, 60]);
  });

  test('counts one node in the singular', async () => {
    expect((await draw([ran('Only', 0, 5)])).title).toBe('1 node, 1 run, 5 ms');
  });

  test('marks failed nodes and no others', async () => {
    const { bars } = await draw([ran('Good', 0, 50), ran('Bad', 50, 50, true), ran('Later', 100, 50)]);
    expect(bars.map(({ critical }) => critical)).toEqual([false, true, false]);
    expect(bars.map(({ label }) => label)).toEqual(['50 ms', '50 ms, failed', '50 ms']);
  });

  test('shows branches that run at the same time, in the order of their starts', async () => {
    const { rows, bars } = await draw([ran('C', 20, 80), ran('A', 0, 60), ran('B', 0, 100)]);
    expect(rows).toEqual(['A', 'B', 'C']);
    expect(bars.map(({ start, width }) => [Math.round(start), Math.round(width)])).toEqual(
      expect.arrayContaining([
        [0, 60],
        [0, 100],
        [20, 80],
      ]),
    );
  });

  test.each([
    ['a millisecond', 1, '0 ms | 1 ms'],
    ['5 ms', 5, '0 ms | 1 ms | 2 ms | 3 ms | 4 ms | 5 ms'],
    [
      'just under a second',
      999,
      '0 ms | 100 ms | 200 ms | 300 ms | 400 ms | 500 ms | 600 ms | 700 ms | 800 ms | 900 ms',
    ],
    ['2 s', 2 * SECOND, '0.000 s | 0.500 s | 1.000 s | 1.500 s | 2.000 s'],
    ['30 s', 30 * SECOND, '0 s | 5 s | 10 s | 15 s | 20 s | 25 s | 30 s'],
    ['90 s', 90 * SECOND, '0:00 min | 0:15 min | 0:30 min | 0:45 min | 1:00 min | 1:15 min | 1:30 min'],
    ['half an hour', 30 * MINUTE, '0 min | 5 min | 10 min | 15 min | 20 min | 25 min | 30 min'],
    ['2 h', 2 * HOUR, '0:00 h | 1:00 h | 2:00 h'],
    ['2 days', 2 * DAY, 'day 1 | day 2 | day 3'],
    ['4 days', 4 * DAY, 'day 1 | day 2 | day 3 | day 4 | day 5'],
    ['100 days', 100 * DAY, 'day 1 | day 32 | day 60 | day 91'],
  ])('has an axis that one can read for %s', async (_, span, axis) => {
    expect((await draw([ran('Only', 0, span)])).axis.join(' | ')).toBe(axis);
  });

  test.each([0, 1, 7, 40, 1000, 12_345, 2 * HOUR, 9 * DAY])(
    'has at most 10 steps and no bar below 1 %% in %d ms',
    async (span) => {
      const { axis, bars } = await draw([ran('First', 0, 0), ran('Long', 0, span), ran('Last', span, 0)]);
      expect(axis.length).toBeLessThanOrEqual(10);
      expect(bars).toHaveLength(3);
      for (const { width } of bars) expect(width).toBeGreaterThan(0.9);
    },
  );
});

describe('a node that ran several times', () => {
  test('has one row with how many runs there were and how long they took, and no texts that would cover its bars', async () => {
    const { rows, bars } = await draw([
      ran('Model', 0, 40 * SECOND),
      ran('Tool', 40 * SECOND, 10 * SECOND),
      ran('Model', 50 * SECOND, 50 * SECOND),
    ]);
    expect(rows).toEqual(['Model ×2 (1 min 30 s)', 'Tool']);
    expect(bars.map(({ row, label }) => `${row}: ${label}`)).toEqual([
      'Model ×2 (1 min 30 s): ',
      'Tool: 10.0 s',
      'Model ×2 (1 min 30 s): ',
    ]);
  });

  test('joins runs that touch', async () => {
    const { rows, bars } = await draw(times(30, (index) => ran('Fetch page', index * 205, 200)));
    expect(rows).toEqual(['Fetch page ×30 (6.0 s)']);
    expect(bars).toHaveLength(1);
  });

  test('joins runs that are too short to tell apart, and keeps the failed ones visible', async () => {
    const { rows, bars } = await draw(times(400, (index) => ran('Poll', index * 25, 20, index === 150)));
    expect(rows).toEqual(['Poll ×400 (8.0 s, 1 failed)']);
    expect(bars.map(({ critical, label }) => [critical, label])).toEqual([
      [false, ''],
      [true, ''],
      [false, ''],
    ]);
    expect(bars[1]?.start).toBeCloseTo(37, 0);
  });

  test('never has bars over each other, whatever its runs', async () => {
    const random = chanceFrom(1);
    for (let round = 0; round < 10; round += 1) {
      const length = 10 ** (1 + random() * 5);
      const { rows, bars } = await draw(
        times(60, () =>
          ran('Node', Math.round(random() * length), Math.round((random() ** 6 * length) / 5), random() < 0.2),
        ),
      );
      expect(rows).toHaveLength(1);
      const ordered = bars.toSorted((a, b) => a.start - b.start);
      for (const [index, bar] of ordered.entries()) {
        expect(bar.row).toBe(rows[0]);
        expect(bar.start).toBeGreaterThan((ordered[index - 1]?.start ?? -1) + (ordered[index - 1]?.width ?? 0) - 0.3);
      }
    }
  });
});

describe('a diagram of hundreds of nodes', () => {
  const runs = times(300, (index) =>
    ran(`Step ${index + 1}`, index * SECOND, index % 10 === 0 ? 900 : 100, index === 123 || index === 299),
  );

  test('keeps those that failed and the longest, in their order, and counts the others', async () => {
    const { title, rows, bars } = await draw(runs);
    expect(title).toBe('300 nodes, 300 runs, 4 min 59 s');
    const kept = runs.filter(({ failed }, index) => failed || index % 10 === 0).map(({ node }) => node);
    expect(rows).toHaveLength(40);
    expect(rows).toEqual(expect.arrayContaining(kept));
    expect(rows.slice(0, -1)).toEqual(runs.map(({ node }) => node).filter((node) => rows.includes(node)));
    expect(rows.at(-1)).toBe('… 261 more nodes');
    expect(bars.filter(({ critical }) => critical).map(({ row }) => row)).toEqual(['Step 124', 'Step 300']);
    expect(bars.find(({ row }) => row === '… 261 more nodes')).toMatchObject({
      label: '261 runs, 26.1 s',
      critical: false,
    });
  });

  test('has all nodes if there are 40', async () => {
    const { rows } = await draw(runs.slice(0, 40));
    expect(rows).toHaveLength(40);
    expect(rows.at(-1)).toBe('Step 40');
  });

  test('marks the others if there are failed ones among them', async () => {
    const { rows, bars } = await draw(runs.map((run) => ({ ...run, failed: true })));
    expect(rows).toHaveLength(40);
    expect(bars.every(({ critical }) => critical)).toBe(true);
    expect(rows.at(-1)).toBe('… 261 more nodes');
    expect(bars.find(({ row }) => row === '… 261 more nodes')?.label).toBe('261 runs, 26.1 s, 261 failed');
  });

  test('stays small enough for Mermaid, whatever the names and runs', async () => {
    const random = chanceFrom(2);
    const worst = times(20_000, (index) =>
      ran(
        `${String.fromCodePoint(0x1f600 + (index % 60))}${'ﬂ'.repeat(40)}`,
        Math.round(random() * DAY),
        0,
        random() < 0.5,
      ),
    );
    const source = sourceOf(worst);
    expect(source.length).toBeLessThan(MOST_CHARACTERS);
    expect((await drawSource(source)).rows).toHaveLength(40);
  });
});

describe('a wrong clock', () => {
  const good = ran('Good', 0, 100);

  test.each([
    ['no start', { startedAt: Number.NaN, tookMs: 50 }, [0, 50]],
    ['a start of 0', { startedAt: 0, tookMs: 50 }, [0, 50]],
    ['a negative start', { startedAt: -5, tookMs: 50 }, [0, 50]],
    ['an endless start', { startedAt: Number.POSITIVE_INFINITY, tookMs: 50 }, [0, 50]],
    ['no duration', { startedAt: START + 50, tookMs: Number.NaN }, [50, 1]],
    ['a negative duration', { startedAt: START + 50, tookMs: -7 }, [50, 1]],
    ['broken milliseconds', { startedAt: START + 49.6, tookMs: 20.2 }, [50, 20]],
  ])('of %s stays on the axis', async (_, time, [start, width]) => {
    const { bars } = await draw([good, { node: 'Odd', failed: false, ...time }]);
    const odd = bars.find(({ row }) => row === 'Odd');
    expect([Math.round(odd?.start ?? -1), Math.round(odd?.width ?? -1)]).toEqual([start, width]);
  });

  test.each([
    ['an endless duration', START, Number.POSITIVE_INFINITY],
    ['a huge duration', START, 1e300],
    ['a start in a far year', 1e300, 5],
    ['a start in 1970', 1, 5],
  ])('of %s does not break the diagram', async (_, startedAt, tookMs) => {
    const { rows, bars, axis } = await draw([good, { node: 'Odd', startedAt, tookMs, failed: true }]);
    expect(rows.toSorted()).toEqual(['Good', 'Odd']);
    expect(Math.max(...bars.map(({ start, width }) => start + width))).toBeCloseTo(100);
    expect(axis.join()).toMatch(/^day 1,day 32,.*,day 335/);
  });

  test('of all nodes still gives a diagram', async () => {
    const { rows } = await draw([{ node: 'Odd', startedAt: Number.NaN, tookMs: Number.NaN, failed: false }]);
    expect(rows).toEqual(['Odd']);
  });
});

// Names of nodes, which anybody may choose.

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
  ])('%j have rows of their own', async (names, rows) => {
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

  test('made at random from Mermaid syntax is a row, and nothing else', async () => {
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

  test('made at random from letters and marks is shown as it is', async () => {
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
