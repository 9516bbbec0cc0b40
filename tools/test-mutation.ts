// npm run test:mutation [-- GROUP [FILE …]]: changes src/ piece by piece and lists the changes that no test notices.
//   A file may be followed by lines: src/inputs/values.ts:10-20
import { globSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { ROOT } from '../support/paths.ts';
import { REPORTS } from './process.ts';

interface Group {
  readonly mutate: readonly string[];
  /** The tests that stand for these files: each change would take minutes if it met all tests that load it. */
  readonly tests: readonly string[];
}

/** What decides over right and wrong. */
const GROUPS: Readonly<Record<string, Group>> = {
  attempts: { mutate: ['src/verdict/attempts.ts'], tests: ['verdict/attempts'] },
  inputs: {
    mutate: [
      'src/inputs/{conflicts,headers,inputs,secrets,target,unused,values}.ts',
      'src/text/{inline,parse}-yaml.ts',
    ],
    tests: ['inputs/*', 'text/{inline,parse}-yaml'],
  },
  verdict: {
    mutate: ['src/verdict/{answerer,breakdown,judge,proxies,row}.ts', 'src/verdict/rows/*.ts'],
    tests: ['verdict/{answerer,breakdown,judge,proxies,row}', 'verdict/rows/*'],
  },
  execution: {
    mutate: [
      'src/n8n/execution.ts',
      'src/n8n-api/{executions,find,poll}.ts',
      'src/verdict/execution.ts',
      'src/follow/*.ts',
    ],
    tests: ['n8n/execution', 'n8n-api/{executions,find,poll}', 'verdict/execution', 'follow/*'],
  },
};

/** The share of changes, in percent, that the tests must notice in each group. */
const LEAST_SCORE = 85;

async function passes(name: string, { mutate, tests }: Group, only: readonly string[]): Promise<boolean> {
  console.log(`\n${name}`);
  const results = await new Stryker({
    mutate: [...(only.length > 0 ? only : mutate)],
    // Most strings are sentences for people: the tests hold them to what they must tell, and not to each letter.
    mutator: { excludedMutations: ['StringLiteral'] },
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    coverageAnalysis: 'perTest',
    // What is made once, when a file is loaded, would have to meet all tests each time.
    ignoreStatic: true,
    jest: {
      config: {
        // This lies over jest.config.js, whose projects are not to be run.
        projects: [],
        testTimeout: 30_000,
        testEnvironment: 'node',
        extensionsToTreatAsEsm: ['.ts'],
        transform: { '\\.ts$': '<rootDir>/tools/strip-types.mjs' },
        // Else, what a test loads late would count as covered by that test alone.
        setupFiles: globSync(mutate, { cwd: ROOT }).map((file) => `<rootDir>/${file}`),
        testMatch: tests.map((test) => `<rootDir>/__tests__/${test}.test.ts`),
      },
    },
    // Without tsconfig.json, because Stryker would read it through an interface that TypeScript 7 does not have.
    ignorePatterns: [
      '/.cache',
      '/build',
      '/dist',
      '/docs',
      '/e2e',
      '/examples',
      '/n8n',
      '/README.md',
      '/tsconfig*.json',
    ],
    concurrency: 2,
    // Each run of Jest with native modules keeps some hundred megabytes.
    maxTestRunnerReuse: 40,
    // On a busy machine, a test that is merely slow must not count as a loop without an end.
    timeoutMS: 30_000,
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
    jsonReporter: { fileName: `${REPORTS}/mutation-${name}.json` },
  }).runMutationTest();
  const counts = Object.groupBy(results, ({ status }) => status);
  const noticed = (counts.Killed?.length ?? 0) + (counts.Timeout?.length ?? 0);
  const missed = (counts.Survived?.length ?? 0) + (counts.NoCoverage?.length ?? 0);
  const score = (100 * noticed) / (noticed + missed);
  console.log(`${name}: ${score.toFixed(1)} % of ${noticed + missed} changes were noticed`);
  return score >= LEAST_SCORE;
}

process.chdir(ROOT);
const [asked, ...files] = process.argv.slice(2);
let good = true;
for (const name of asked === undefined ? Object.keys(GROUPS) : [asked]) {
  const group = GROUPS[name];
  if (!group) throw new Error(`There is no group ${name}. Use one of: ${Object.keys(GROUPS).join(', ')}.`);
  good = (await passes(name, group, files)) && good;
}
process.exit(good ? 0 : 1);
