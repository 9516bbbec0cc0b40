// Brings a lockfile up to date so that it holds on every machine:
//   npm run lock [-- e2e/n8n]
// - without registry addresses;
// - with the native packages of all platforms, even if the registry in use lacks some: `npm ci` refuses a lockfile that
//   misses one, even where it would not install it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WINDOWS } from '../support/paths.ts';

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const directory = resolve(process.argv[2] ?? '.');
const path = join(directory, 'package-lock.json');
execFileSync(
  'npm',
  ['install', '--package-lock-only', '--ignore-scripts', '--omit-lockfile-registry-resolved=false', '--loglevel=error'],
  { cwd: directory, stdio: 'inherit', shell: WINDOWS },
);
const lock: { packages: Record<string, LockEntry> } = JSON.parse(
  readFileSync(path, 'utf8').replace(/^ *"resolved": "https?:.*\n/gm, ''),
);
for (const entry of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    const platform = platformOf(name);
    if (platform && !lock.packages[key] && /^\d/.test(range)) {
      lock.packages[key] = { version: range, ...(entry.dev ? { dev: true } : {}), optional: true, ...platform };
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);

/** What a native package's name says of the machines it is for, in the terms of package.json. */
function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | undefined {
  if (name.endsWith('-wasm32-wasi')) return { cpu: ['wasm32'] };
  const match = /-(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-([a-z0-9]+)(.*)$/.exec(
    name,
  );
  if (!match?.[1] || !match[2]) return undefined;
  const libc = /musl/.test(match[3] ?? '') ? 'musl' : /gnu|glibc/.test(match[3] ?? '') ? 'glibc' : undefined;
  return { os: [match[1]], cpu: [match[2]], ...(match[1] === 'linux' && libc ? { libc: [libc] } : {}) };
}
