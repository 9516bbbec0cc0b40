// A secret and a webhook's path, escaped by chance in any mixture of ways.
import { expect, test } from '@jest/globals';
import { createDoor } from '../../src/host/door.ts';
import { chanceFrom } from '../../support/chance.ts';

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');

const urlHex = (text: string, large: boolean): string =>
  [...Buffer.from(text)].map((byte) => `%${large ? hex(byte, 2).toUpperCase() : hex(byte, 2)}`).join('');

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
        return random() < 0.5 ? JSON.stringify(unit).slice(1, -1) : `\\u${hex(unit.charCodeAt(0), 4)}`;
      })
      .join(''),
  (text, random) =>
    [...text]
      .map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        if (!/[&<>"']/.test(letter) && random() < 0.5) return letter;
        return random() < 0.5 ? `&#${code};` : `&#x${hex(code, 2)};`;
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

test.each(SECRETS)('the secret %s never shows', (secret) => {
  const door = createDoor();
  door.hide(secret);
  const random = chanceFrom(secret.length);
  for (let round = 0; round < 300; round += 1) {
    const text = escapedByChance(secret, random);
    expect([text, door.show(`<${text}>`, 5000)]).toEqual([text, expect.stringMatching(/^<\*\*\*\ufffd?>$/)]);
  }
});

test('the path of a webhook never shows', () => {
  const door = createDoor();
  door.hideAddress(new URL('https://n8n.example.com/webhook/team-a/größe 1'));
  const random = chanceFrom(7);
  for (let round = 0; round < 300; round += 1) {
    const text = escapedByChance('team-a/größe 1', random);
    expect([text, door.show(`<${text}>`, 5000)]).toEqual([text, expect.stringMatching(/^<…\ufffd?>$/)]);
  }
});
