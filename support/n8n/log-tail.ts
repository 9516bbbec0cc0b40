import { readFileSync } from 'node:fs';

/** The last lines of a log, to show why something failed. */
export const logTail = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-40).join('\n');
