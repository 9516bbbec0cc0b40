// npm run test:search: plays seeded steps against a scripted n8n that keeps the truth, and looks for one that says what is
// not so.
//   SEARCH_SEED=N repeats a run's steps, SEARCH_COUNT=N makes it longer or shorter (5000).
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { search } from '../e2e/search/search.ts';
import { numberFrom, REPORTS } from './process.ts';

const seed = numberFrom('SEARCH_SEED', Math.floor(Math.random() * 2 ** 31));
const count = numberFrom('SEARCH_COUNT', 5000);
mkdirSync(REPORTS, { recursive: true });
const wrongLog = join(REPORTS, 'search-wrong.log');
rmSync(wrongLog, { force: true });
console.log(`seed ${seed}`);
const onWrong = (text: string): void => {
  appendFileSync(wrongLog, `${text}\n`);
  if (count === 1) console.log(text);
};
const { passed, failed } = await search({ seed, count, say: console.log, onWrong });
const figures = { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: 0 };
writeFileSync(join(REPORTS, 'search.json'), JSON.stringify(figures));
process.exit(failed === 0 ? 0 : 1);
