// Runs a workflow file under act and returns what a person sees of it: results of jobs and steps, outputs, annotations,
// summaries and what the steps printed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { NODE24 } from '../../support/paths.ts';
import { at, isRecord } from '../../support/shapes.ts';
import { act } from './install-act.ts';
import { placesIn } from './repositories.ts';

const folder = process.env['E2E_ACT_FOLDER'];
if (folder === undefined) throw new Error('E2E_ACT_FOLDER is set by jest: run this with npm run test:act');
export const places = placesIn(folder);

export interface ActOptions {
  /** Whose workflow it is. */
  in: 'project' | 'demo';
  /** The event: `push` by default. */
  event?: string;
  /** The webhook event. */
  payload?: unknown;
  secrets?: Record<string, string>;
  vars?: Record<string, string>;
  /** Variables of the runner's own. */
  env?: Record<string, string>;
  /** One job alone. */
  job?: string;
  /** Further options of act. */
  args?: string[];
}

export interface ActRun {
  exitCode: number | null;
  /** Result of each job; those of a matrix are `name-1`, `name-2`, … */
  jobs: Record<string, string>;
  /** Results of the steps that ran, in order, as `job/id: result`; a step without an id is known by its number. */
  steps: string[];
  annotations: { level: string; title: string; message: string }[];
  /** The job summaries that the steps wrote. */
  summaries: string[];
  /** What the steps printed, without commands to the runner. */
  printed: string;
  /** The outputs that the steps with this id set; of the last one, if it ran several times. */
  outputs(step: string): Record<string, string>;
}

export interface StartedRun {
  child: ChildProcess;
  /** Resolves when the steps have printed this; rejects if act ends first. */
  printed(pattern: RegExp): Promise<void>;
  finished: Promise<ActRun>;
}

/** Runs a workflow file of `.github/workflows` to its end. */
export const runWorkflow = (file: string, options: ActOptions): Promise<ActRun> =>
  startWorkflow(file, options).finished;

export function startWorkflow(file: string, options: ActOptions): StartedRun {
  const { child, text } = start(file, options, ['--json']);
  const printed = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(read(null, text()).printed)) resolve();
      };
      child.stdout?.on('data', look);
      child.once('close', () => reject(new Error(`act ended before ${pattern} was printed:\n${text()}`)));
    });
  const finished = new Promise<ActRun>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(read(code, text())));
  });
  return { child, printed, finished };
}

/** Runs a workflow file and gives the log as act shows it to people, masks applied. */
export function runForLog(file: string, options: ActOptions): Promise<string> {
  const { child, text } = start(file, options, []);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(text()));
  });
}

/** The id of the process of the step that runs now: act's only child. */
export function stepProcess({ child }: StartedRun): number {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const [only, ...others] = all.map((line) => line.trim().split(/ +/).map(Number)).filter(([, of]) => of === child.pid);
  if (only?.[0] === undefined || others.length > 0) throw new Error('act has no step, or several');
  return only[0];
}

const running = new Set<ChildProcess>();
// A failed test leaves its run. Ending act ends the steps' terminal, and so the steps.
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

function start(file: string, options: ActOptions, more: string[]): { child: ChildProcess; text: () => string } {
  const eventFile = join(mkdtempSync(join(places.home, 'event-')), 'event.json');
  writeFileSync(eventFile, JSON.stringify(options.payload ?? {}));
  const pairs = (flag: string, given: Record<string, string> = {}): string[] =>
    Object.entries(given).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const path = join(places[options.in], '.github/workflows', file);
  const args = [
    options.event ?? 'push',
    ...['--workflows', path],
    ...['--directory', places[options.in]],
    ...['--eventpath', eventFile],
    ...['ubuntu-latest', 'self-hosted', 'linux'].flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ...pairs('--local-repository', { 'your-org/trigger-n8n-workflow@v1': places.action, ...standInsFor(path) }),
    ...['--action-offline-mode', '--no-cache-server', '--rm'],
    ...['--action-cache-path', places.cache],
    ...pairs('--secret', options.secrets),
    ...pairs('--var', options.vars),
    ...(options.job === undefined ? [] : ['--job', options.job]),
    ...(options.args ?? []),
    ...more,
  ];
  const child = spawn(act, args, {
    // On the host, act hands its own environment to the steps.
    env: {
      PATH: [places.bin, dirname(NODE24), process.env['PATH']].join(':'),
      HOME: places.home,
      LANG: 'C.UTF-8',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  return { child, text: () => text };
}

/** Folders in place of the actions that a workflow uses and that cannot run here. actions/checkout is act's own. */
function standInsFor(path: string): Record<string, string> {
  const used = [...readFileSync(path, 'utf8').matchAll(/uses: ((actions\/[\w-]+)@\w+)/g)];
  return Object.fromEntries(
    used.flatMap(([, uses = '', name = '']) =>
      name === 'actions/checkout' ? [] : [[uses, join(places.standIns, name)]],
    ),
  );
}

function read(exitCode: number | null, text: string): ActRun {
  const run: Omit<ActRun, 'outputs'> = { exitCode, jobs: {}, steps: [], annotations: [], summaries: [], printed: '' };
  const outputs: Record<string, Record<string, string>> = {};
  for (const line of text.split('\n')) {
    const entry = parsed(line);
    const of = (name: string): string => String(at(entry, name) ?? '');
    const id = at(entry, 'stepID');
    const step = Array.isArray(id) ? String(id[0]) : '';
    // `file.yml/name`, padded with spaces to the longest.
    const job = of('job')
      .replace(/^.*?\//, '')
      .trimEnd();
    if (of('jobResult') !== '') run.jobs[job] = of('jobResult');
    if (of('stepResult') !== '' && step !== '' && of('stage') === 'Main') {
      run.steps.push(`${job}/${step}: ${of('stepResult')}`);
    }
    if (at(entry, 'raw_output') === true) run.printed += of('msg');
    const command = of('command');
    if (/^(?:error|warning|notice)$/.test(command)) {
      run.annotations.push({
        level: command,
        title: String(at(entry, 'kvPairs', 'title') ?? ''),
        message: of('arg'),
      });
    }
    if (command === 'summary') run.summaries.push(of('content'));
    if (command === 'set-output') {
      outputs[step] ??= {};
      Object.assign(outputs[step], { [of('name')]: of('arg') });
    }
  }
  return { ...run, outputs: (step) => outputs[step] ?? {} };
}

/** A line of act's log in JSON; undefined for anything else that it prints. */
function parsed(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry: unknown = JSON.parse(line);
    return isRecord(entry) ? entry : undefined;
  } catch {
    // Half a line, of a run that goes on.
    return undefined;
  }
}
