import { writeFile } from 'node:fs/promises';
import { type Json, toJsonText } from '../json-text.ts';
import { newResponseFile, OUTPUT_LIMIT } from '../received-body.ts';
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
  const file = await newResponseFile(directory, 'application/json');
  await writeFile(file, text, { flag: 'wx' });
  const warning = 'The data of the execution is too large for the output execution-data: it is in execution-data-file.';
  return { text: '', file, warning };
}
