// npm run fix: formats, and mends what the linter can mend.
import { run } from './process.ts';

process.exit((await run('@biomejs/biome/bin/biome', ['check', '--write'])) ? 0 : 1);
