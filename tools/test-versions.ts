// npm run test:versions: the e2e suite against the older n8n that are pinned in e2e/versions, one after the other.
// Arguments that are versions choose among them, all others go to jest:
//   npm run test:versions -- 1.123.80 --testPathPatterns gateway
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureN8n, versionsDir } from '../support/n8n/install.ts';
import { at, listAt } from '../support/shapes.ts';
import { jest, REPORTS } from './process.ts';

/** What became of the tests of one file on one version. */
interface Figures {
  version: string;
  suite: string;
  passed: number;
  failed: number;
  skipped: string[];
}

const arguments_ = process.argv.slice(2);
const pinned = readdirSync(versionsDir).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
const chosen = pinned.filter((version) => arguments_.includes(version));
const forJest = arguments_.filter((argument) => !pinned.includes(argument));

const results: Figures[] = [];
let allPassed = true;
for (const version of chosen.length > 0 ? chosen : pinned) {
  console.log(`\nn8n ${version}`);
  process.env['E2E_N8N_VERSION'] = version;
  await ensureN8n(console.log);
  const name = `versions-${version}`;
  const passed = await jest('e2e', ['--runInBand', ...forJest], name);
  allPassed &&= passed;
  const report = join(REPORTS, `${name}.json`);
  if (existsSync(report)) results.push(...figuresOf(version, JSON.parse(readFileSync(report, 'utf8'))));
  else results.push({ version, suite: 'n8n itself', passed: 0, failed: 1, skipped: [] });
}
print();
process.exit(allPassed ? 0 : 1);

/** Reads jest's report. */
function figuresOf(version: string, report: unknown): Figures[] {
  return listAt(report, 'testResults').map((file) => {
    const tests = listAt(file, 'assertionResults');
    const are = (status: string): unknown[] => tests.filter((test) => at(test, 'status') === status);
    const skipped = are('pending').map((test) => [at(test, 'ancestorTitles'), at(test, 'title')].flat().join(' › '));
    // A file that breaks before its first test has no figures at all.
    const broken = tests.length === 0 && at(file, 'status') === 'failed' ? 1 : 0;
    const suite = basename(String(at(file, 'name')), '.test.ts');
    return { version, suite, passed: are('passed').length, failed: are('failed').length + broken, skipped };
  });
}

/** A table of versions and suites, and which tests were skipped where; their names say why. */
function print(): void {
  const versions = [...new Set(results.map(({ version }) => version))];
  const suites = [...new Set(results.map(({ suite }) => suite))].sort();
  const cell = (of: Figures[]): string => {
    const sum = (count: (figures: Figures) => number): number => of.reduce((total, each) => total + count(each), 0);
    return `${sum((each) => each.passed)} / ${sum((each) => each.failed)} / ${sum((each) => each.skipped.length)}`;
  };
  const rows = [
    ['passed / failed / skipped', ...versions],
    ...suites.map((suite) => [
      suite,
      ...versions.map((version) => cell(results.filter((each) => each.suite === suite && each.version === version))),
    ]),
    ['all', ...versions.map((version) => cell(results.filter((each) => each.version === version)))],
  ];
  console.log();
  for (const [name = '', ...cells] of rows) {
    console.log(name.padEnd(28) + cells.map((text) => text.padStart(16)).join(''));
  }
  for (const version of versions) {
    console.log(`\nSkipped on ${version}:`);
    for (const { skipped } of results.filter((each) => each.version === version)) {
      for (const name of skipped) console.log(`  ${name}`);
    }
  }
}
