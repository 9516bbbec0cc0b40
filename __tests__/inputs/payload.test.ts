import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, jest, test } from '@jest/globals';
import { readPayload } from '../../src/inputs/payload.ts';
import { context, encode, NO_PAYLOAD, read, sent, workspace } from '../../support/payload.ts';
import { linesOf } from '../../support/problems.ts';

describe('no payload', () => {
  test.each(['', ' \n '])('(%j) is the GitHub context', async (payload) => {
    expect(await sent({ payload })).toBe('{"ref":"refs/heads/main"}');
  });

  test('is not replaced by the context if an empty map was given', async () => {
    expect(await sent({ payload: '{}' })).toBe('{}');
  });

  test('with an XML content type is an error: the context is JSON', async () => {
    expect(linesOf(await read({ contentType: 'application/xml' }))).toEqual([
      'payload: is needed with content-type application/xml; the GitHub context is JSON.',
    ]);
  });

  test('does not read the context unless it is sent', async () => {
    const asked = jest.fn(context);
    await readPayload({ ...NO_PAYLOAD, payload: '{}' }, asked);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('JSON', () => {
  test('is sent compact, with its text unchanged', async () => {
    const text = 'line\nbreak "quote" `tick` % ::set-output name=x::y 😀 \u2028';
    expect(await sent({ payload: JSON.stringify({ text, list: [1, 2.5, null] }, null, 2) })).toBe(
      JSON.stringify({ text, list: [1, 2.5, null] }),
    );
  });

  test('with a lone surrogate stays valid UTF-8: it goes out escaped', async () => {
    expect(await sent({ payload: '{"a": "\\ud83d"}' })).toBe('{"a":"\\ud83d"}');
  });

  test('keeps a member that is called __proto__', async () => {
    expect(await sent({ payload: '{"__proto__": {"a": 1}}' })).toBe('{"__proto__":{"a":1}}');
  });

  test('may be a list', async () => {
    expect(await sent({ payload: '[1,{}]' })).toBe('[1,{}]');
  });

  test('of a number is a single value', async () => {
    expect(linesOf(await read({ payloadFile: 'long.json' }, ' 1234'))).toEqual([
      'payload-file: is a single value. Give a JSON or YAML map or list.',
    ]);
  });

  test('that is broken is reported with line and column as the user counts them', async () => {
    const [line] = linesOf(await read({ payload: '\n{\n  "a": 1,\n}' }));
    expect(line).toMatch(/^payload: is not valid JSON at line 4, column 1 /);
  });

  test('is not read as YAML when it is broken', async () => {
    expect(linesOf(await read({ payload: '{"title": "one\n two"}' })).join()).toMatch(/is not valid JSON .* toJSON/);
  });
});

describe('YAML', () => {
  test('is sent as JSON by the rules of YAML 1.2', async () => {
    const text = 'on: yes\nport: 0o17\ntime: 12:30\ndate: 2026-01-02\nempty:\nnumber: 1e3\nlist:\n  - a\n';
    const data = {
      on: 'yes',
      port: 15,
      time: '12:30',
      date: '2026-01-02',
      empty: null,
      number: 1000,
      list: ['a'],
    };
    expect(JSON.parse(await sent({ payloadFile: 'p.yml' }, text))).toEqual(data);
    // Inline, without what YAML would write differently.
    const payload = text.replace('0o17', '15').replace('1e3', '1000');
    expect(JSON.parse(await sent({ payload }))).toEqual(data);
  });

  test('may be indented as a whole', async () => {
    expect(await sent({ payload: '  a: 1\n  b:\n    c: 2\n' })).toBe('{"a":1,"b":{"c":2}}');
  });

  test('may be a list', async () => {
    expect(await sent({ payload: '- 1\n- 2' })).toBe('[1,2]');
  });

  test('keeps what is at its end', async () => {
    expect(await sent({ payload: 'a: |+\n  x\n\n\n' })).toBe('{"a":"x\\n\\n\\n"}');
    expect(await sent({ payload: 'a: x\u00a0' })).toBe('{"a":"x\u00a0"}');
    expect(await sent({ payload: 'a: \u2028' })).toBe('{"a":"\u2028"}');
    expect(await sent({ payload: 'a: x \t\r\n\t\n  ' })).toBe('{"a":"x"}');
  });

  test.each(['just a text', '42', 'null', '"quoted"', '# only a comment'])('%s is a single value', async (payload) => {
    expect(linesOf(await read({ payload }))).toEqual([
      'payload: is a single value. Give a JSON or YAML map or list. To send text as it is, set content-type: text/plain.',
    ]);
  });

  test('that is broken is reported with line and column, and without its text', async () => {
    const [line = ''] = linesOf(await read({ payload: 'a: 1\nb: "s3cret\nc: [' }));
    expect(line).toMatch(/^payload: is not valid YAML at line 3, column 5 \(a line without a colon, or a quote/);
  });

  test.each([
    ['a reference to nothing', 'a: *nothing'],
    ['a bomb of references', ['a: &a [x, x]', ...chain('abcdefghijklmnopqrst')].join('\n')],
  ])('%s is an error, and no crash', async (_, payload) => {
    expect(linesOf(await read({ payload })).join()).toMatch(/^payload: .*begins an/);
    expect(linesOf(await read({ payloadFile: 'odd.yml' }, payload)).join()).toMatch(/^payload-file: .* alias/);
  });
});

describe('a payload file', () => {
  test('ending in .json is JSON', async () => {
    expect(await sent({ payloadFile: 'p.json' }, '\ufeff{ "a": 1 }\n')).toBe('{"a":1}');
    expect(linesOf(await read({ payloadFile: 'q.JSON' }, 'a: 1')).join()).toMatch(/^payload-file: is not valid JSON/);
  });

  test.each(['p.yml', 'p.yaml', 'P.YML'])('called %s is YAML', async (payloadFile) => {
    expect(await sent({ payloadFile }, '{a: b}')).toBe('{"a":"b"}');
  });

  test('with another name is what it looks like', async () => {
    expect(await sent({ payloadFile: 'data' }, '{"a": 1}')).toBe('{"a":1}');
    expect(await sent({ payloadFile: 'data' }, 'a: 1')).toBe('{"a":1}');
  });

  test.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf], 'utf8', false],
    ['UTF-16 of PowerShell', [0xff, 0xfe], 'utf16le', false],
    ['UTF-16, the other way round', [0xfe, 0xff], 'utf16le', true],
  ] as const)('may be %s', async (_, mark, encoding, isSwapped) => {
    const bytes = Buffer.from('{"a": "é😀"}', encoding);
    writeFileSync(join(workspace, 'marked'), Buffer.concat([Buffer.from(mark), isSwapped ? bytes.swap16() : bytes]));
    expect(await sent({ payloadFile: 'marked' })).toBe('{"a":"é😀"}');
  });

  test.each([
    ['UTF-16 without a mark', Buffer.from('{"a": 1}', 'utf16le')],
    ['UTF-16 without a mark, the other way round', Buffer.from('{"a": 1}', 'utf16le').swap16()],
    ['Latin-1', Buffer.from('{"a": "é"}', 'latin1')],
  ])('that is %s is refused', async (_, bytes) => {
    writeFileSync(join(workspace, 'odd.json'), bytes);
    expect(linesOf(await read({ payloadFile: 'odd.json' }))).toEqual([
      'payload-file: odd.json is not UTF-8. Save it as UTF-8.',
    ]);
  });

  test('may be indented as a whole', async () => {
    expect(await sent({ payloadFile: 'indented.yml' }, '  a: 1\n  b: 2\n')).toBe('{"a":1,"b":2}');
  });

  test('may have an absolute path', async () => {
    expect(
      await sent({ payloadFile: join(workspace, 'absolute.json'), workspace: '/' }, undefined).catch(String),
    ).toMatch(/does not exist/);
    writeFileSync(join(workspace, 'absolute.json'), '[]');
    expect(await sent({ payloadFile: join(workspace, 'absolute.json'), workspace: '/' })).toBe('[]');
  });

  test('that is not there is reported with the name as given', async () => {
    expect(linesOf(await read({ payloadFile: 'no/such.json' }))).toEqual([
      'payload-file: no/such.json does not exist. Relative paths start at the workspace.',
    ]);
  });

  test('that is a folder is reported', async () => {
    expect(linesOf(await read({ payloadFile: '.' }))).toEqual(['payload-file: . is not a file.']);
  });

  test('and an inline payload exclude each other', async () => {
    expect(linesOf(await read({ payload: '{}', payloadFile: 'p.json' }))).toEqual([
      'payload: is given together with payload-file. Keep one of the two.',
    ]);
  });

  test('with another content type is sent as it is, as often as needed', async () => {
    const contentType = 'application/xml';
    const payload = await read({ payloadFile: 'p.xml', contentType }, ' <a>\u00e9</a>\n');
    const { body } = await encode(payload, 'PUT', contentType);
    expect(body?.size).toBe(11);
    for (const _ of ['first attempt', 'second attempt']) {
      if (body) expect((await buffer(body.open())).toString()).toBe(' <a>\u00e9</a>\n');
    }
  });

  test('that is empty is sent as an empty body', async () => {
    expect(await sent({ payloadFile: 'empty', contentType: 'text/plain' }, '')).toBe('');
  });

  test('that grows after it was read is sent with the size that it had', async () => {
    const { body } = await encode(
      await read({ payloadFile: 'grows', contentType: 'text/plain' }, 'abc'),
      'POST',
      'text/plain',
    );
    writeFileSync(join(workspace, 'grows'), 'abcdef');
    if (body) expect((await buffer(body.open())).toString()).toBe('abc');
    expect(body?.size).toBe(3);
  });
});

/** Lines of YAML, each twice as long as the one before it once aliases are resolved. */
function chain(letters: string): string[] {
  return [...letters].slice(1).map((letter, index) => `${letter}: &${letter} [*${letters[index]}, *${letters[index]}]`);
}
