// Adds up the figures of all suites that ran, as the last line of a check: "N passed, N failed".
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORTS } from './process.ts';

let passed = 0;
let failed = 0;
const suites = readdirSync(REPORTS).filter((name) => name.endsWith('.json'));
for (const suite of suites) {
  const figures = JSON.parse(readFileSync(join(REPORTS, suite), 'utf8'));
  // Mutation tests count something else.
  if (figures.numPassedTests === undefined) continue;
  passed += figures.numPassedTests;
  // A file that breaks before its first test counts as a failed test: it would be in no figure otherwise.
  failed += figures.numFailedTests + figures.numRuntimeErrorTestSuites;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
