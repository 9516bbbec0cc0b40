import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import type { Exchange } from '../http/exchange.ts';
import { type Show, say } from '../text/safe.ts';
import { FILE_FROM, type OutputText } from './outputs.ts';

const TEXT_TYPES =
  /^(?:text\/|application\/(?:[^;]*[+.-])?(?:json|xml|yaml|javascript|x-ndjson|ndjson|x-www-form-urlencoded)\s*(?:;|$))/i;

/**
 * Prepares a reply for the outputs: text byte for byte, and in a file if it is binary, not UTF-8 or long.
 *
 * @param exchange the last attempt's; without a complete reply there is no text
 * @param directory the folder for the file
 */
export async function replyText(exchange: Exchange | undefined, directory: string, show: Show): Promise<OutputText> {
  if (exchange?.kind !== 'reply' || exchange.body.size === 0) return {};
  const { headers, body } = exchange;
  const type = headers['content-type'] ?? '';
  const { start, file } = body;
  const textStart = file === undefined ? start : withoutCutCharacter(start);
  const text = isText(textStart, type) ? textStart.toString('utf8') : undefined;
  if (file !== undefined) {
    if (text === undefined) return { file };
    const { size } = body;
    const warning = say`The reply has ${size} bytes: response-body has the first ${textStart.length}, and response-file has all of it.`;
    return { text, file, warning };
  }
  if (text !== undefined && start.length <= FILE_FROM) return { text };
  const { writeReplyFile } = await import('../http/reply-file.ts');
  const written = await writeReplyFile(directory, type, start);
  const output = text === undefined ? {} : { text };
  if (written.ok) return { ...output, file: written.value };
  const what = text === undefined ? say`is not text` : say`has ${start.length} bytes`;
  const warning = say`The reply ${what} and could not be written to response-file (${show(written.error)}).`;
  return { ...output, warning };
}

/** A NUL is valid UTF-8, but no environment variable can hold it. */
function isText(bytes: Buffer, contentType: string): boolean {
  return (contentType === '' || TEXT_TYPES.test(contentType)) && isUtf8(bytes) && !bytes.includes(0);
}

/** Without the bytes of a character that the limit of an output cut in two. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  return bytes.subarray(0, Buffer.byteLength(new StringDecoder('utf8').write(bytes)));
}
