import { isUtf8 } from 'node:buffer';

/** Text in UTF-8, or in UTF-16 with a byte order mark, as PowerShell 5 writes it; undefined if it is neither. */
export function decodeText(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // A zero byte at the start means UTF-16 without the mark.
  return first === 0 || second === 0 || !isUtf8(bytes) ? undefined : bytes.toString('utf8');
}
