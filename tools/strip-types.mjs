// Lets jest run TypeScript just as Node does: types are blanked out, so lines and columns stay true.
import { stripTypeScriptTypes } from 'node:module';

export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) };
