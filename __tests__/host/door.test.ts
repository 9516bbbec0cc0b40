import { describe, expect, test } from '@jest/globals';
import { createDoor } from '../../src/host/door.ts';
import type { OpenParts } from '../../src/host/host.ts';
import { chanceFrom } from '../../support/chance.ts';
import { growth } from '../../support/growth.ts';

/** A text as it is shown where these secrets are hidden. */
function shown(text: string, ...secrets: string[]): string {
  const door = createDoor();
  for (const secret of secrets) door.hide(secret);
  return door.show(text, 10_000);
}

/** The same where this URL is called. */
function shownOf(text: string, url: string, open?: OpenParts): string {
  const door = createDoor();
  door.hideAddress(new URL(url), open);
  return door.show(text, 10_000);
}

describe('a secret', () => {
  test('leaves a text without it unchanged', () => {
    expect(shown('a text')).toBe('a text');
    expect(shown('a text', 'secret', '')).toBe('a text');
    expect(shown('aXba a\\nb', 'abxba')).toBe('aXba a\\nb');
  });

  test('is hidden wherever it occurs', () => {
    expect(shown('secret, a secret and secret', 'secret')).toBe('***, a *** and ***');
  });

  test('is hidden whole even if another secret is part of it', () => {
    expect(shown('a secret-key', 'secret', 'secret-key')).toBe('a ***');
    expect(shown('a secret-key', 'secret-key', 'secret')).toBe('a ***');
  });

  test.each([
    ['abcdef', 'defgh', '<abcdefgh>'],
    ['efgh', 'abcd', '<abcdefgh>'],
    ['aaaa', 'aaaa', '<aaaaa>'],
    ['abab', 'abab', '<ababab>'],
  ])('leaves no rest if it overlaps or touches another: %s, %s', (one, other, text) => {
    expect(shown(text, one, other)).toBe('<***>');
  });

  test('is hidden in each of its lines', () => {
    expect(shown('x hijklmn y', '-----BEGIN KEY-----\nabcdefg\nhijklmn\n-----END KEY-----')).toBe('x *** y');
    expect(shown('-----BEGIN KEY-----', '-----BEGIN KEY-----\nabcdefg')).toBe('-----BEGIN KEY-----');
  });

  test('that is an everyday word is not hidden', () => {
    for (const word of ['true', 'null', 'abc', 'application/json'])
      expect(shown(`a ${word} b`, word)).toBe(`a ${word} b`);
  });

  const SECRET = 'Pa"ss w/ö+d\\%41<&>';
  const percent = [...Buffer.from(SECRET)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const json = JSON.stringify(SECRET).slice(1, -1);
  const uri = encodeURIComponent(SECRET);
  const escaped = [...SECRET]
    .map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  const html = [...SECRET].map((character) => `&#${character.charCodeAt(0)};`).join('');

  test.each([
    ['as it is', SECRET],
    ['in JSON', json],
    ['in JSON with escaped slashes', json.replaceAll('/', '\\/')],
    ['in JSON in JSON', JSON.stringify(json).slice(1, -1)],
    ['in JSON in JSON in JSON', JSON.stringify(JSON.stringify(json).slice(1, -1)).slice(1, -1)],
    ['in JSON, all escaped', escaped],
    ['in a URL', uri],
    ['in a URL, in small hex digits', uri.replace(/%../g, (hex) => hex.toLowerCase())],
    ['in a URL, all escaped', percent],
    [
      'in a URL, every second character escaped',
      percent.replace(
        /%(5[0-9a-f]|6[0-9a-f]|7[0-9a-f])%/g,
        (_, hex) => `${String.fromCharCode(Number.parseInt(hex, 16))}%`,
      ),
    ],
    ['in a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
    ['in a URL in a URL', encodeURIComponent(uri)],
    ['in JSON in a URL', encodeURIComponent(json)],
    ['in a URL in JSON', uri.replaceAll('%', '\\u0025')],
    ['in HTML', html],
    ['in HTML with hex digits', html.replace(/&#(\d+);/g, (_, code) => `&#x${Number(code).toString(16)};`)],
    [
      'in HTML with names',
      SECRET.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ],
    ['in small letters', SECRET.toLowerCase()],
    ['with invisible characters in it', [...SECRET].join('\u200b')],
    ['with tags in it', [...SECRET].join('\u{e0041}')],
    ['with colours in it', [...SECRET].join('\u001b[31m')],
    ['with control characters in it', [...SECRET].join('\u0000')],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in hex digits', Buffer.from(SECRET).toString('hex')],
    ['in large hex digits', Buffer.from(SECRET).toString('hex').toUpperCase()],
    ['over two lines', `${SECRET.slice(0, 9)}\n${SECRET.slice(9)}`],
    ['over two lines in JSON', `${json.slice(0, 9)}\\r\\n  ${json.slice(9)}`],
    ['in base64 over two lines', Buffer.from(SECRET).toString('base64').replace(/.{20}/, '$&\r\n')],
  ])('is hidden %s', (_, form) => {
    expect(shown(`<${form}>`, SECRET)).toMatch(/^<\*\*\*.{0,3}>$/);
    expect(shown(`before ${form} after`, SECRET)).toMatch(/^before \*\*\*.{0,3} after$/);
  });

  test.each([0, 1, 2, 3])('is hidden in the base64 of a longer text, from byte %i on', (at) => {
    const whole = Buffer.from(`${'u'.repeat(at)}s3cret-p4ssword\u00ff\u00ff`);
    for (const encoding of ['base64', 'base64url'] as const) {
      expect(shown(whole.toString(encoding), 's3cret-p4ssword')).toMatch(/^.{0,5}\*\*\*.{0,9}$/);
    }
  });

  test.each([
    ['n8n_api_0f1e2d3c4b5a...', '***...'],
    ['...0f1e2d3c4b5a69788796a5', '...***'],
    ['...xi_0f1e2d3c4b5a69788796', '...x***'],
    ['n8n_api_0f1e2d3c4b5', 'n8n_api_0f1e2d3c4b5'],
    ['n8n_api_0f1e2d3c4b5a69788796a5n8n_api_0f1e2d3c4b5a69788796a5', '***'],
  ])('is hidden if most of it occurs: %s', (text, hidden) => {
    expect(shown(text, 'n8n_api_0f1e2d3c4b5a69788796a5')).toBe(hidden);
  });

  test('is hidden if most of it occurs, with a plus sign in it', () => {
    expect(shown('<pa+ss/word+Qx5512>', 'pa+ss/word+Qx5512+')).toBe('<***>');
  });

  test('of several words is hidden only as a whole', () => {
    expect(shown('https://n8n.octocorp.example', 'ci@n8n.octocorp.example:pass')).toBe('https://n8n.octocorp.example');
    expect(shown('a pass phrase of many', 'a pass phrase of many words')).toBe('a pass phrase of many');
  });

  test.each(['\n', '\r\n  ', ' \n', '  ', '\t', '\u00a0', '\u2028', '\u0085'])(
    'of several words is hidden with %j in place of a space, because both are shown as one',
    (blank) => {
      expect(shown(`<a pass${blank}phrase>`, 'a pass phrase')).toBe('<***>');
      expect(shown('<a pass phrase>', `a pass${blank.replace(/[\r\n]/g, ' ')}phrase`)).toBe('<***>');
    },
  );

  test('that ends a line leaves the line break', () => {
    const door = createDoor();
    door.hide('s3cret-p4ssword');
    expect(door.showLines('a s3cret-p4ssword\n  b')).toBe('a ***\n  b');
  });

  test('is hidden before a text is cut and put on one line', () => {
    const door = createDoor();
    door.hide('se  cret\tof the step');
    expect(door.show('1234 se  cret\tof the step', 8)).toBe('1234 ***');
    expect(door.show('123456 se  cret\tof the step', 8)).toBe('123456 *…');
  });

  test('is hidden from the moment it is known', () => {
    const door = createDoor();
    expect(door.show('token')).toBe('token');
    door.hide('token');
    expect(door.show('token')).toBe('***');
  });

  test('does not show at the end of a text that is too long to search', () => {
    const door = createDoor();
    door.hide('s3cret-p4ssword');
    for (let length = 22_760; length <= 22_790; length += 1) {
      const text = `a${' '.repeat(length)}s3cret-p4ssword`;
      expect(door.show(text)).not.toMatch(/s3/);
    }
  });

  test.each(['a', 'ab', '%25', '\\\\', '&#38;', '\u200b', '%5c%26amp;\u200b', ' '])(
    'is searched for in time that grows with the text: megabytes of %j',
    async (piece) => {
      const door = createDoor();
      for (const secret of ['aaaa', 'abab', 'a"b c/d']) door.hide(secret);
      const show = (times: number) => door.show(`\nx${piece.repeat(times)}`, 10_000);
      expect(await growth(16 * 1024, show)).toBeLessThan(4);
    },
  );
});

describe("the webhook's address", () => {
  const URL_CALLED = 'https://n8n.example.com/webhook/team-a/hook?env=prod&key=a%20b%2Fc';

  test.each([
    ['team-a/hook', '…'],
    ['POST team-a/hook is not registered', 'POST … is not registered'],
    ['Cannot POST /webhook/team-a/hook', 'Cannot POST /…'],
    ['https://n8n.example.com/webhook/team-a/hook?env=prod&key=a%20b%2Fc', 'https://n8n.example.com/…?…'],
    [
      '{"webhookUrl":"https:\\/\\/n8n.example.com\\/webhook\\/team-a\\/hook"}',
      '{"webhookUrl":"https:\\/\\/n8n.example.com\\/…"}',
    ],
    ['team-a\\/hook', '…'],
    ['team-a%2Fhook', '…'],
    ['team-a%2fhook', '…'],
    ['team%2Da%252Fhook', '…'],
    ['team-a&#47;hook', '…'],
    ['a b/c', '…'],
    ['a%20b%2Fc', '…'],
    ['a+b%2Fc', '…'],
    ['?env=prod', '?env=…'],
    ['"prod"', '"…"'],
  ])('is hidden in %s', (text, hidden) => {
    expect(shownOf(text, URL_CALLED)).toBe(hidden);
  });

  test.each([
    'webhook-waiting/2310/after-1?signature=0a1b2c3d4e5f',
    'sub/hooks-wait/2310/after-1?signature=0a1b2c3d4e5f',
  ])('that resumes an execution leaves its number, and hides what follows: %s', (path) => {
    const shownHere = (text: string) => shownOf(text, `https://n8n.example.com/${path}`, { executionId: '2310' });
    expect(shownHere('Execution 2310 at /executions/2310')).toBe('Execution 2310 at /executions/2310');
    expect(shownHere('2310')).toBe('2310');
    expect(shownHere('after-1, 0a1b2c3d4e5f')).toBe('…, …');
    expect(shownHere(path)).not.toMatch(/after|0a1b/);
  });

  test('that ends in a number, and resumes nothing, is hidden with it', () => {
    expect(shownOf('"2310"', 'https://n8n.example.com/webhook/2310?signature=0a1b2c3d4e5f')).toBe('"…"');
  });

  test.each([
    ['production of hooks', 'production of hooks'],
    ['The workflow "Deploy shop" has no trigger', 'The workflow "Deploy shop" has no trigger'],
    ['POST deploy is not registered', 'POST … is not registered'],
    ['deploy: it failed to deploy', 'deploy: it failed to deploy'],
    ['The requested webhook "POST deploy" is not registered', 'The requested webhook "POST …" is not registered'],
    ['Cannot POST /webhook/deploy', 'Cannot POST /…'],
    ['path: "deploy"', 'path: "…"'],
    ['path=deploy', 'path=…'],
    ['deploy', 'deploy'],
  ])('that is a plain word is hidden where it is meant: %s', (text, hidden) => {
    expect(shownOf(text, 'https://n8n.example.com/webhook/deploy?env=prod&x=true')).toBe(hidden);
  });

  test('that is short is hidden as a word', () => {
    expect(shownOf('a/b-1 x-1 x-12 true', 'https://n8n.example.com/webhook/x-1?x=true')).toBe('a/b-1 … x-12 true');
  });

  test('is hidden with letters that a URL escapes', () => {
    const url = 'https://n8n.example.com/webhook/größe 1/{x}';
    for (const text of ['größe 1/{x}', 'gr%C3%B6%C3%9Fe%201/%7Bx%7D', 'gr\\u00f6\\u00dfe 1\\/{x}']) {
      expect(shownOf(`<${text}>`, url)).toBe('<…>');
    }
  });

  test.each([
    ['/webhook-test/abc-hook', 'abc-hook'],
    ['/form/abc-hook', 'abc-hook'],
    ['/mcp/abc-hook', 'abc-hook'],
    ['/renamed/abc-hook', 'abc-hook'],
    ['/webhook/0b7b5bfa-5c8f-4ad6-8e2a-95f5f1c8d4f0/users/42', '0b7b5bfa-5c8f-4ad6-8e2a-95f5f1c8d4f0'],
  ])('%s is hidden as %s', (path, text) => {
    expect(shownOf(`<${text}>`, `https://n8n.example.com${path}`)).toBe('<…>');
  });

  test('is hidden together with the part before the endpoint', () => {
    const url = 'https://n8n.example.com/s3cret/webhook/hook';
    expect(shownOf('https://n8n.example.com/s3cret/workflow/1/executions/2', url)).toBe(
      'https://n8n.example.com/…/workflow/1/executions/2',
    );
    expect(shownOf('https://n8n.example.com/s3cret', url)).toBe('https://n8n.example.com/…');
    expect(shownOf('a s3cret word', url)).toBe('a s3cret word');
  });

  test('is not hidden if it is the address of an instance that the user named', () => {
    const url = 'https://n8n.example.com/n8n/webhook/team-a/hook';
    expect(shownOf('/n8n/workflow/1 /n8n/webhook/team-a/hook', url, { instancePath: '/n8n' })).toBe(
      '/n8n/workflow/1 /n8n/…',
    );
  });

  test('leaves no gap in a secret, nor the other way round', () => {
    const door = createDoor();
    door.hide('hush-prod-99');
    door.hide('team');
    door.hideAddress(new URL(URL_CALLED));
    expect(door.show('hush-prod-99')).toBe('***');
    expect(door.show('team-a/hook')).toBe('…');
  });
});

test('a text of several lines keeps its lines and their indentation', () => {
  const door = createDoor();
  door.hide('first\nsecond');
  expect(door.showLines('{\n  "a": 1,\r\n\t"b": "::error::x"\n\n}')).toBe('{\n  "a": 1,\n  "b": ": :error: :x"\n\n}');
  expect(door.showLines('a first b\nsecond')).toBe('a *** b\n***');
  expect(door.showLines('abcdef\n\nghi', 9)).toBe('abcdef\n\ng…');
});

const hexOf = (code: number, width: number): string => code.toString(16).padStart(width, '0');

const urlHex = (text: string, large: boolean): string =>
  [...Buffer.from(text)].map((byte) => `%${large ? hexOf(byte, 2).toUpperCase() : hexOf(byte, 2)}`).join('');

/** A text escaped once, by one set of rules: what has to be escaped is, and of the rest whatever chance picks. */
const RULES: readonly ((text: string, random: () => number) => string)[] = [
  (text, random) =>
    [...text]
      .map((letter) => (/[\w.-]/.test(letter) && random() < 0.5 ? letter : urlHex(letter, random() < 0.5)))
      .join(''),
  (text, random) =>
    text
      .split('')
      .map((unit) => {
        if (unit === '/' && random() < 0.5) return '\\/';
        return random() < 0.5 ? JSON.stringify(unit).slice(1, -1) : `\\u${hexOf(unit.charCodeAt(0), 4)}`;
      })
      .join(''),
  (text, random) =>
    [...text]
      .map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        if (!/[&<>"']/.test(letter) && random() < 0.5) return letter;
        return random() < 0.5 ? `&#${code};` : `&#x${hexOf(code, 2)};`;
      })
      .join(''),
];

/** A text with a line break in a word of it, and the indentation of the next line. */
function broken(text: string, random: () => number): string {
  const letters = [...text];
  const at = 1 + Math.floor(random() * (letters.length - 1));
  const [before, after] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
  return /\s$/.test(before) || /^\s/.test(after) ? text : `${before}\r\n\t${after}`;
}

function escapedByChance(text: string, random: () => number): string {
  let escaped = random() < 0.3 ? [...text].join(random() < 0.5 ? '\u200b' : '\u{e0020}') : broken(text, random);
  for (let depth = Math.floor(random() * 4); depth > 0; depth -= 1) {
    escaped = RULES[Math.floor(random() * RULES.length)]?.(escaped, random) ?? escaped;
  }
  return escaped;
}

const SECRETS = [
  's3cret-p4ssword',
  'pä"ss/w\\rd 100%41',
  'a&b<c>&amp;d',
  'tok+en/==',
  '{{$json.x}}',
  '😀-emoji-🔑',
  'C:\\new\\table',
];

test.each(SECRETS)('the secret %s never shows, escaped by chance in any mixture of ways', (secret) => {
  const door = createDoor();
  door.hide(secret);
  const random = chanceFrom(secret.length);
  for (let round = 0; round < 300; round += 1) {
    const text = escapedByChance(secret, random);
    expect([text, door.show(`<${text}>`, 5000)]).toEqual([text, expect.stringMatching(/^<\*\*\*\ufffd?>$/)]);
  }
});

test('the path of a webhook never shows, escaped by chance', () => {
  const door = createDoor();
  door.hideAddress(new URL('https://n8n.example.com/webhook/team-a/größe 1'));
  const random = chanceFrom(7);
  for (let round = 0; round < 300; round += 1) {
    const text = escapedByChance('team-a/größe 1', random);
    expect([text, door.show(`<${text}>`, 5000)]).toEqual([text, expect.stringMatching(/^<…\ufffd?>$/)]);
  }
});
