import { isUtf8 } from 'node:buffer';
import type { Exchange } from '../http/exchange.ts';
import { OUTPUT_LIMIT, writeResponseFile } from '../http/received-body.ts';

/** A reply's body as the outputs give it. */
export interface ReplyText {
  /** The text, at most {@link OUTPUT_LIMIT} bytes of it; empty for a binary body. */
  readonly text: string;
  /** Where the whole body is, if `text` is not all of it; else empty. */
  readonly file: string;
  /** What to warn of, if anything. */
  readonly warning: string;
}

const NO_TEXT: ReplyText = { text: '', file: '', warning: '' };

const TEXT_TYPES =
  /^(?:text\/|application\/(?:[^;]*[+.-])?(?:json|xml|yaml|javascript|x-ndjson|ndjson|x-www-form-urlencoded)\s*(?:;|$))/i;

/**
 * Decides what of a reply goes into outputs: text byte for byte, and into a file what is binary, not UTF-8 or too large.
 *
 * @param exchange the last attempt's; without a whole reply there is no text
 * @param directory the folder for the file
 */
export async function replyText(exchange: Exchange | undefined, directory: string): Promise<ReplyText> {
  if (exchange?.kind !== 'reply') return NO_TEXT;
  const { headers, body } = exchange;
  const type = headers['content-type'] ?? '';
  const whole = body.file === undefined;
  const start = whole ? body.start : withoutCutCharacter(body.start);
  if (isText(start, type)) {
    const text = start.toString('utf8');
    if (whole) return { text, file: '', warning: '' };
    const warning = `The reply has ${body.size} bytes: response-body holds the first ${start.length}, response-file all.`;
    return { text, file: body.file ?? '', warning };
  }
  if (body.size === 0) return NO_TEXT;
  if (body.file !== undefined) return { text: '', file: body.file, warning: '' };
  const written = await writeResponseFile(directory, type, body.start);
  if ('path' in written) return { text: '', file: written.path, warning: '' };
  const warning = `The reply is not text and could not be written to a file (${written.code}).`;
  return { text: '', file: '', warning };
}

/** A NUL is valid UTF-8, but no environment variable can hold it. */
function isText(bytes: Buffer, contentType: string): boolean {
  return (contentType === '' || TEXT_TYPES.test(contentType)) && isUtf8(bytes) && !bytes.includes(0);
}

/** Without the bytes of a character that the cut at {@link OUTPUT_LIMIT} went through. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  if (bytes.length < OUTPUT_LIMIT) return bytes;
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead -= 1;
  const first = bytes[lead] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return lead + length > bytes.length ? bytes.subarray(0, lead) : bytes;
}
