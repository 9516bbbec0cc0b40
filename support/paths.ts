import { join, resolve } from 'node:path';

/** The project's root folder. */
export const ROOT = resolve(import.meta.dirname, '..');

export const WINDOWS = process.platform === 'win32';

/** Where npm puts the binary of the package `node`, if it is a dependency of the project in a folder. */
export const nodeIn = (folder: string): string =>
  join(folder, 'node_modules', 'node', 'bin', WINDOWS ? 'node.exe' : 'node');

/** The Node that the Actions runner brings. */
export const NODE24 = nodeIn(ROOT);
