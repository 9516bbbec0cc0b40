// Runs the bundle as the Actions runner does: its own process on the runner's Node, with the inputs that action.yml
// declares, the runner's variables and files, and nothing of the surrounding environment.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NODE24, ROOT, WINDOWS } from './paths.ts';
import { type Annotation, type Command, parseFileCommands, readLog } from './runner-protocol.ts';
import { isRecord, textAt } from './shapes.ts';

/** How long the runner waits after SIGINT and then after SIGTERM before the next, harder signal, in milliseconds. */
const CANCEL_GRACE_MS = { SIGINT: 7500, SIGTERM: 2500 };

export interface StepOptions {
  /** The folder of the action: empty for the one at the root. */
  action?: '' | 'deploy';
  /** The `with:` block. An input that action.yml does not declare is an error. */
  with?: Record<string, string>;
  /** Variables to add to the step's environment, or to put in place of the runner's usual ones. */
  env?: Record<string, string>;
  /** The webhook event in the file GITHUB_EVENT_PATH. */
  event?: unknown;
  /** Files to put into GITHUB_WORKSPACE first: relative path → contents. */
  files?: Record<string, string | Uint8Array>;
  /** Cancels the step as the runner cancels a job. */
  signal?: AbortSignal;
  /** Another script in place of the action's own. */
  bundle?: string;
}

export interface StepResult {
  /** null when a signal ended the process. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  /** All that was written to stdout and stderr, in order of arrival. */
  log: string;
  /** The log as a person sees it: commands rendered, masks applied. */
  visibleLog: string;
  commands: Command[];
  annotations: Annotation[];
  masks: string[];
  /** GITHUB_OUTPUT, read by the runner's rules. */
  outputs: Record<string, string>;
  /** GITHUB_OUTPUT as it was written. */
  rawOutputs: string;
  /** GITHUB_STEP_SUMMARY as it was written. */
  summary: string;
  durationMs: number;
  /** The step's temporary directory; it stays for as long as this process. */
  dir: string;
}

export interface StartedStep {
  child: ChildProcess;
  dir: string;
  /** All that has been written so far. */
  log(): string;
  /** Resolves once the log matches; rejects if the step ends first. */
  logged(pattern: RegExp): Promise<void>;
  /** Cancels as the runner does: SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL. */
  cancel(): Promise<StepResult>;
  finished: Promise<StepResult>;
}

/** Names of the directories that steps leave, with the id of the process that ran them. */
const stepDir = /^n8n-trigger-step-(?<pid>\d+)-/;
process.once('exit', () => removeStepDirs((pid) => pid === process.pid));
// jest lets no listener on 'exit' run, so every run clears up after those before it.
removeStepDirs((pid) => !isAlive(pid));

/** Runs a step to its end. A step that fails is a result, not a rejection. */
export const runStep = (options: StepOptions = {}): Promise<StepResult> => startStep(options).finished;

/** Starts a step and hands out its process. Throws if a workflow file with these inputs would be wrong. */
export function startStep(options: StepOptions = {}): StartedStep {
  const folder = join(ROOT, options.action ?? '');
  const action: unknown = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  const inputs = inputVariables(action, options.with ?? {});
  const dir = mkdtempSync(join(tmpdir(), `n8n-trigger-step-${process.pid}-`));
  const runner = runnerVariables(dir, options);
  const started = performance.now();
  const child = spawn(NODE24, [options.bundle ?? join(folder, textAt(action, 'runs', 'main'))], {
    cwd: runner.GITHUB_WORKSPACE,
    env: { ...inherited(), ...runner, ...inputs, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  const log = new LogOfTwoStreams();
  child.stdout.setEncoding('utf8').on('data', (text: string) => log.add('stdout', text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.add('stderr', text));

  const finished = new Promise<StepResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      const durationMs = performance.now() - started;
      try {
        const isDebug = options.env?.['RUNNER_DEBUG'] === '1';
        resolve({ exitCode, signal, ...leftBehind(log.text(), runner, isDebug), durationMs, dir });
      } catch (error) {
        reject(error);
      }
    });
  });

  const cancel = (): Promise<StepResult> => cancelAsRunner(child, finished);
  // Whoever aborts looks at `finished`, where any failure shows.
  const abort = (): void => void cancel().catch(() => {});
  if (options.signal?.aborted) abort();
  options.signal?.addEventListener('abort', abort, { once: true });

  const logged = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(log.text())) resolve();
      };
      look();
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      child.once('close', () => reject(new Error(`The step ended before its log matched ${pattern}:\n${log.text()}`)));
    });

  return { child, dir, log: () => log.text(), logged, cancel, finished };
}

/** What an ended step said and wrote into the runner's files. Throws if the runner could not read them. */
function leftBehind(log: string, runner: RunnerVariables, isDebug: boolean) {
  const { visible, ...read } = readLog(log, isDebug);
  const rawOutputs = readFileSync(runner.GITHUB_OUTPUT, 'utf8');
  const summary = readFileSync(runner.GITHUB_STEP_SUMMARY, 'utf8');
  return { log, visibleLog: visible, ...read, outputs: parseFileCommands(rawOutputs), rawOutputs, summary };
}

async function cancelAsRunner(child: ChildProcess, finished: Promise<StepResult>): Promise<StepResult> {
  child.kill('SIGINT');
  const timers = [
    setTimeout(() => child.kill('SIGTERM'), CANCEL_GRACE_MS.SIGINT),
    setTimeout(() => child.kill('SIGKILL'), CANCEL_GRACE_MS.SIGINT + CANCEL_GRACE_MS.SIGTERM),
  ];
  return finished.finally(() => timers.forEach(clearTimeout));
}

/** Two streams in one text, in order of arrival, without breaking a line of the one by the other. */
class LogOfTwoStreams {
  #whole = '';
  #partial = { stdout: '', stderr: '' };

  add(stream: 'stdout' | 'stderr', text: string): void {
    const pending = this.#partial[stream] + text;
    const end = pending.lastIndexOf('\n') + 1;
    this.#whole += pending.slice(0, end);
    this.#partial[stream] = pending.slice(end);
  }

  text(): string {
    return this.#whole + this.#partial.stdout + this.#partial.stderr;
  }
}

/** INPUT_* for every input that action.yml declares, with its default if the step gives none. */
function inputVariables(action: unknown, given: Record<string, string>): Record<string, string> {
  const declared = isRecord(action) && isRecord(action['inputs']) ? action['inputs'] : {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) throw new Error(`action.yml declares no input named ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => {
      const fallback = isRecord(input) ? (input['default'] ?? '') : '';
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, given[name] ?? String(fallback)];
    }),
  );
}

type RunnerVariables = ReturnType<typeof runnerVariables>;

/** Makes the files and folders of a step and names them, with the default variables of a push to octo/demo. */
function runnerVariables(dir: string, options: StepOptions) {
  const folder = (name: string): string => {
    const path = join(dir, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const file = (name: string, contents = ''): string => {
    const path = join(dir, name);
    writeFileSync(path, contents);
    return path;
  };
  const workspace = folder('work/demo/demo');
  for (const [name, contents] of Object.entries(options.files ?? {})) {
    mkdirSync(join(workspace, name, '..'), { recursive: true });
    writeFileSync(join(workspace, name), contents);
  }
  return {
    CI: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_ENV: file('env'),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(options.event ?? { ref: 'refs/heads/main' })),
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'deploy',
    GITHUB_OUTPUT: file('output'),
    GITHUB_PATH: file('path'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo/demo',
    GITHUB_REPOSITORY_ID: '1296269',
    GITHUB_REPOSITORY_OWNER: 'octo',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '7000000001',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_WORKFLOW_REF: 'octo/demo/.github/workflows/deploy.yml@refs/heads/main',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: WINDOWS ? 'Windows' : process.platform === 'darwin' ? 'macOS' : 'Linux',
    RUNNER_TEMP: folder('temp'),
    RUNNER_TOOL_CACHE: folder('tools'),
  };
}

/** What a process needs from its surroundings to run at all. */
function inherited(): Record<string, string> {
  const names = WINDOWS ? ['PATH', 'SYSTEMROOT', 'TEMP', 'TMP', 'USERPROFILE'] : ['PATH', 'HOME'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function removeStepDirs(of: (pid: number) => boolean): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = stepDir.exec(name)?.groups?.['pid'];
    if (pid !== undefined && of(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
