import { expect, test } from '@jest/globals';
import { decodeText } from '../../src/text/decode.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

test.each([
  ['UTF-8', Buffer.from('Größe')],
  ['UTF-16 as PowerShell 5 writes it', utf16('\ufeffGröße')],
  ['UTF-16, big-endian', utf16('\ufeffGröße').swap16()],
])('%s is read', (_, bytes) => {
  expect(decodeText(bytes)).toBe('Größe');
});

test.each([
  ['Latin-1', Buffer.from('Größe', 'latin1')],
  ['UTF-16 without a byte order mark', utf16('{}')],
  ['the same, big-endian', utf16('{}').swap16()],
])('%s is not read', (_, bytes) => {
  expect(decodeText(bytes)).toBeUndefined();
});
