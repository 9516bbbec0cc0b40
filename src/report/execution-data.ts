import { OUTPUT_LIMIT } from '../http/received-body.ts';
import { type Json, toJsonText } from '../text/json.ts';
import { type Show, say } from '../text/safe.ts';
import { FILE_FROM, type OutputText } from './outputs.ts';

/**
 * The items of the last executed node as JSON: as text if an output can hold them, and in a file if they are long.
 *
 * @param directory the folder for the file
 */
export async function executionData(items: readonly Json[], directory: string, show: Show): Promise<OutputText> {
  const json = toJsonText(items);
  if (json === undefined) {
    const warning = say`The data of the execution is nested too deep for the output execution-data: look at it in n8n.`;
    return { warning };
  }
  const size = Buffer.byteLength(json);
  if (size <= FILE_FROM) return { text: json };
  const isTooLarge = size > OUTPUT_LIMIT;
  const output = isTooLarge ? {} : { text: json };
  const { writeReplyFile } = await import('../http/reply-file.ts');
  const written = await writeReplyFile(directory, 'application/json', json);
  const what = say`The data of the execution has ${size} bytes`;
  if (!written.ok) {
    const warning = say`${what} and could not be written to execution-data-file (${show(written.error)}).`;
    return { ...output, warning };
  }
  const file = written.value;
  return isTooLarge ? { file, warning: say`${what}: it is only in execution-data-file.` } : { ...output, file };
}
