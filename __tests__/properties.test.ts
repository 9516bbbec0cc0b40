// What holds for every input, even a hostile one: parsers never throw, and texts never leave their place.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runnerHost } from '../src/host/runner.ts';
import { parseHeaders } from '../src/inputs/headers.ts';
import { readPayload } from '../src/inputs/payload.ts';
import { parseBoolean, parseCount, parseDuration, parseStatusRanges } from '../src/inputs/values.ts';
import { ganttBlock } from '../src/report/gantt.ts';
import { summaryOf } from '../src/report/summary.ts';
import { encodePayload } from '../src/request/payload.ts';
import { escapeHtml, excerpt } from '../src/text/format.ts';
import { declareSafe } from '../src/text/safe.ts';
import { retryAfterMs } from '../src/verdict/attempts.ts';
import { testHost } from '../support/host.ts';
import { linesOf, valueIn } from '../support/problems.ts';
import { madeReply } from '../support/recorded.ts';
import { accepted, madeFinished } from '../support/results.ts';
import { parseCommand, parseFileCommands } from '../support/runner-protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'properties-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Texts with what has a meaning to the runner, Markdown, HTML, Mermaid, YAML and HTTP. */
const PIECES = [
  ...[
    '::error::',
    '::set-output name=a::b',
    '##[error]',
    '\r\n',
    '\n',
    '\r',
    '\u2028',
    '\u0085',
    '%0A',
    '<<EOF',
    'EOF',
  ],
  ...[
    'ghadelimiter_',
    '=',
    '```',
    '~~~',
    '<script>',
    '</pre>',
    '</details>',
    '&#10;',
    '|',
    '![x](y)',
    '@octocat',
    '$$',
  ],
  ...[
    '%%{init: {}}%%',
    ':',
    ';',
    '#',
    'section x',
    'click a href',
    ': ',
    '- ',
    '!!js',
    '&a',
    '*a',
    '"',
    "'",
    '\\',
    '\u202e',
  ],
  ...['\0', '\u001b[31m', 'true', '10m', '-', '200-299', 'Retry', '\ud83d', '😀'],
] as const;
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 12 })
    .map((all) => all.join('')),
);

describe('a value', () => {
  test('is a duration of at least one millisecond, or a problem on one line that names the input', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = parseDuration('timeout', text);
        if (read.ok) return Number.isInteger(read.value) && read.value >= 1 && read.value < 2 ** 31;
        return linesOf(read).every((line) => line.startsWith('timeout: ') && !/[\r\n]/.test(line));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), (s) => valueIn(parseDuration('t', `${s}s`)) === s * 1000),
    );
  });

  test('is a count or boolean only if it looks like one', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const count = parseCount('retries', text, 100);
        const flag = parseBoolean('wait', text);
        return (!count.ok || /^\d+$/.test(text)) && (!flag.ok || /^(true|false)$/i.test(text));
      }),
    );
  });

  test('gives ranges of status codes that hold what was written', () => {
    const code = fc.integer({ min: 100, max: 599 });
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { minLength: 1 }), (pairs) => {
        const ranges = pairs.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
        expect(valueIn(parseStatusRanges('s', ranges.map(([from, to]) => `${from}-${to}`).join(',')))).toEqual(ranges);
      }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const read = parseStatusRanges('s', text);
        return !read.ok || read.value.every(([from, to]) => 100 <= from && from <= to && to <= 599);
      }),
    );
  });
});

test('Retry-After is never negative and always a number; a date comes back to the second', () => {
  const now = Date.UTC(2026, 0, 1);
  const pauseMs = (header: string) => retryAfterMs(madeReply(503, '', { 'retry-after': header }), now);
  fc.assert(fc.property(hostile, (text) => pauseMs(text) >= 0));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
      expect(pauseMs(String(seconds))).toBe(seconds * 1000);
      expect(pauseMs(new Date(now + seconds * 1000).toUTCString())).toBe(seconds * 1000);
    }),
  );
});

test('headers are such that Node sends them, or a problem that quotes no value', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(hostile, hostile), { maxLength: 4 }), async (lines) => {
      const text = lines
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n')
        .trim();
      const read = await parseHeaders('headers', text);
      if (!read.ok) {
        expect(linesOf(read).every((line) => line.startsWith('headers: '))).toBe(true);
        return;
      }
      for (const [name, value] of read.value) {
        validateHeaderName(name);
        validateHeaderValue(name, value);
      }
    }),
  );
});

test('a header on a line is what follows the colon, unless it is in quotes', async () => {
  const value = fc
    .oneof(hostile, fc.string({ unit: fc.constantFrom(...' :#@*&|>-[]{}!%,?~yes1.') }))
    .map((text) => text.replace(/[^\x20-\x7e]|["']/g, '').trim())
    .filter((text) => text !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 4 }), async (values) => {
      const text = values.map((one, index) => `X-${index}: ${one}`).join('\n# a comment: x\n');
      expect(valueIn(await parseHeaders('headers', text))).toEqual(values.map((one, index) => [`X-${index}`, one]));
    }),
  );
});

test('headers as JSON or YAML are those of the map', async () => {
  const name = fc.string({ unit: fc.constantFrom(...'abcXYZ-_0'), minLength: 1, maxLength: 9 }).map((end) => `x${end}`);
  const value = fc
    .string({ unit: fc.constantFrom(...' :#@*&|>-[]{}!%,?~yes1."\'\\') })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const pairs = fc.uniqueArray(fc.tuple(name, value), { selector: ([one]) => one.toLowerCase(), minLength: 1 });
  await fc.assert(
    fc.asyncProperty(pairs, async (expected) => {
      const yaml = expected.map(
        ([one, text], index) => `${index === 0 ? `"${one}"` : one}: ${JSON.stringify(text)}\n# note`,
      );
      expect(valueIn(await parseHeaders('headers', JSON.stringify(Object.fromEntries(expected), null, 1)))).toEqual(
        expected,
      );
      expect(valueIn(await parseHeaders('headers', yaml.join('\n')))).toEqual(expected);
    }),
  );
});

describe('a payload', () => {
  const read = (payload: string) =>
    readPayload(
      {
        payload,
        payloadFile: '',
        files: [],
        contentType: 'application/json',
        includeContext: false,
        workspace: folder,
      },
      async () => ({}),
    );

  test('that is JSON is sent as the same JSON, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(hostile, fc.jsonValue()), async (data) => {
        // What is beyond 2^53 is refused.
        const text = JSON.stringify(data, (_, value) =>
          typeof value === 'number' && Math.abs(value) > 2 ** 53 ? 0 : value,
        );
        const encoded = valueIn(await encodePayload(valueIn(await read(text)), 'POST', 'application/json'));
        if (!encoded.body) throw new Error('no body');
        const bytes = await buffer(encoded.body.open());
        expect(bytes.toString()).toBe(JSON.stringify(JSON.parse(text)));
        expect(encoded.body.size).toBe(bytes.length);
      }),
    );
  });

  test('that is JSON has the numbers that were written, or is a problem', async () => {
    const exponent = fc.constantFrom('', 'e5', 'E+0300', 'e-400', 'e999');
    const number = fc
      .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 18n }), exponent)
      .map(([sign, whole, e]) => `${sign}${whole}${e}`);
    const isHeld = (text: string): boolean => {
      if (/^-?\d+$/.test(text)) return BigInt(text.replace('-', '')) <= 2n ** 53n;
      return Number.isFinite(Number(text)) && (Number(text) !== 0 || /^-?0/.test(text));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 4 }), async (numbers) => {
        const payload = await read(`{"a": [${numbers.join(' , ')}]}`);
        expect(payload.ok).toBe(numbers.every(isHeld));
        if (payload.ok) expect(payload.value).toMatchObject({ data: { a: numbers.map(Number) } });
      }),
    );
  });

  test('that is anything else is read or a problem, and never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const payload = await read(text);
        if (!payload.ok) expect(linesOf(payload).every((line) => line.startsWith('payload: '))).toBe(true);
      }),
    );
  });
});

describe('a hostile text', () => {
  test('comes out of the file of outputs as it went in, with all others', () => {
    const file = join(folder, 'output');
    const before = process.env['GITHUB_OUTPUT'];
    process.env['GITHUB_OUTPUT'] = file;
    try {
      fc.assert(
        fc.property(hostile, hostile, (first, second) => {
          writeFileSync(file, '');
          runnerHost.setOutput('response-body', first);
          runnerHost.setOutput('response-headers', second);
          const read = parseFileCommands(readFileSync(file, 'utf8'));
          // In the file's format, a CR at the very end is part of the line's end: the runner drops it, whoever writes it.
          const asUtf8 = (text: string) => Buffer.from(text).toString().replace(/\r$/, '');
          expect(read).toEqual({ 'response-body': asUtf8(first), 'response-headers': asUtf8(second) });
        }),
      );
    } finally {
      if (before === undefined) delete process.env['GITHUB_OUTPUT'];
      else process.env['GITHUB_OUTPUT'] = before;
    }
  });

  test('is one short line without a command in a message', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = excerpt(text, 50);
        expect(line.replace(/\[[\da-f:.]+\]/gi, '')).not.toMatch(/[\r\n\u0085\u2028\u2029\u001b\u202e\0]|##\[|::/);
        expect(parseCommand(line)).toBeUndefined();
        expect([...line].length).toBeLessThanOrEqual(51);
      }),
    );
  });

  test('is nothing but text in HTML', () => {
    fc.assert(fc.property(hostile, (text) => !/[<>"'`*_[\]()@|\\~:$\r\n]/.test(escapeHtml(text))));
  });

  test('stays in its place in the summary', () => {
    const TAGS = /<\/?(?:h3|table|tr|th|td|p|pre|details|summary|a)(?: (?:align="left"|href="[^"<>]*"))?>/g;
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const verdict = {
          ...accepted,
          success: false,
          message: declareSafe(first),
          hint: declareSafe(second),
        } as const;
        const execution = {
          id: '1',
          workflowId: 'w',
          status: 'error',
          url: 'https://n8n.test/1',
          result: undefined,
        } as const;
        const made = { verdict, workflowName: declareSafe(second), execution, exchange: madeReply(500, first) };
        const summary = summaryOf(madeFinished(made, { reply: { text: first } }), undefined, testHost());
        const rest = summary.replace(TAGS, '');
        expect(rest).not.toMatch(/[<>`|[\]@]|^\s*#/m);
      }),
    );
  });

  test('cannot break out of the diagram', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (names) => {
        const runs = names.map((node, at) => ({ node, startedAt: 1000 + at, tookMs: 5, failed: at % 2 === 0 }));
        const block = ganttBlock(runs);
        expect(block.match(/```/g)).toHaveLength(2);
        expect(block).not.toMatch(/%%\{|<script|\r|\u2028|^\s*click/m);
      }),
    );
  });
});
