// npm test: formatter, linter, types, then the tests that need no n8n. Arguments go to jest.
import { jest, run } from './process.ts';

const checks: [name: string, passes: () => Promise<boolean>][] = [
  ['format and lint', () => run('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings'])],
  ['types', () => run('typescript/bin/tsc', ['-p', '.'])],
  ['tests', () => jest('unit', process.argv.slice(2))],
];
for (const [name, passes] of checks) {
  console.log(`\n${name}`);
  if (!(await passes())) {
    console.error(`\nFailed: ${name}`);
    process.exit(1);
  }
}
