import { OUTPUT_LIMIT, writeResponseFile } from '../http/received-body.ts';
import { type Json, toJsonText } from '../text/json.ts';
import type { ReplyText } from './reply-text.ts';

/**
 * The items of the last executed node as JSON: as text, or in a file if they are more than an output can hold.
 *
 * @param items undefined where the execution's data is not known
 * @param directory the folder for the file
 */
export async function executionData(items: readonly Json[] | undefined, directory: string): Promise<ReplyText> {
  const text = items === undefined ? '' : toJsonText(items);
  if (text === undefined) {
    const warning = 'The data of the execution is nested too deep for the output execution-data: look at it in n8n.';
    return { text: '', file: '', warning };
  }
  if (Buffer.byteLength(text) <= OUTPUT_LIMIT) return { text, file: '', warning: '' };
  const tooLarge = 'The data of the execution is too large for the output execution-data';
  const written = await writeResponseFile(directory, 'application/json', text);
  return 'path' in written
    ? { text: '', file: written.path, warning: `${tooLarge}: it is in execution-data-file.` }
    : { text: '', file: '', warning: `${tooLarge}, and could not be written to a file (${written.code}).` };
}
