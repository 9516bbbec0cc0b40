// Builds dist/ from src/: TypeScript strips the types, ncc puts each action into one bundle and lazily loaded parts.
//   npm run build [-- DIRECTORY]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';
import { ROOT } from '../support/paths.ts';
import { copyLean } from './lean-packages.ts';
import { licensesOf, packagesInBundles } from './licenses.ts';

/**
 * What the toolkit's packages import for functions that the action never calls: undici for `getAgentDispatcher` of
 * http-client (requests go through `tunnel`), exec for `platform.getDetails` of core. Left out, the bundle is a tenth of
 * the size. Any module without those names can stand in; should an update call one of them when it is loaded, every test
 * of the bundle fails.
 */
const LEFT_OUT = { undici: 'node:os', '@actions/exec': 'node:os' };

/**
 * Modules of Node that are imported in any case, and that a plain call does without: TLS, for which the toolkit and its
 * tunnels ask, and what files and pauses need. They take 15 ms to load.
 */
const LAZY = ['assert', 'fs/promises', 'https', 'timers/promises', 'tls'];

/** An expression for a module of Node that loads it when one of its members is first used; it names them, as imports ask. */
function lazily(module: string): string {
  const members = Object.keys(createRequire(import.meta.url)(module));
  const getters = members.map((member) => `  get ${member}() { return require('${module}').${member}; },`);
  return `{\n${getters.join('\n')}\n}`;
}

/** What stands for the modules of Node in the bundle until {@link withLazyModules} writes it out. */
const PLACEHOLDERS = Object.fromEntries(
  LAZY.flatMap((module) => [module, `node:${module}`].map((name) => [name, `lazy:${module}`])),
);

/** Puts the lazy stand-ins into the file itself: each file of their own would cost every step a look on the disk. */
function withLazyModules(code: string): string {
  return code.replaceAll(/require\("lazy:([\w/]+)"\)/g, (_, module: string) => lazily(module));
}

/**
 * Escapes what is not ASCII: one such character makes V8 hold the whole file with two bytes for each, which costs every
 * step 2 MiB. Only raw templates and comments would differ.
 */
function inAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The entries of the actions: the file in src/, and the folder of its bundle below dist/. */
const ENTRIES = [
  { source: 'index', folder: '.' },
  { source: 'deploy/index', folder: 'deploy' },
] as const;

/**
 * Builds the bundles of all actions into a directory, which is emptied first. They are CommonJS: an `import` of
 * `node:http` reads all that the module exports, the getter of WebSocket among it, which loads the undici in Node
 * itself: 30 ms of every step.
 */
export async function build(directory: string): Promise<void> {
  const compiled = join(ROOT, 'build');
  rmSync(compiled, { recursive: true, force: true });
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const packages = packagesInBundles(Object.keys(LEFT_OUT));
  for (const name of packages) copyLean(name, join(ROOT, 'node_modules'), join(compiled, 'node_modules'));
  rmSync(directory, { recursive: true, force: true });
  for (const { source, folder } of ENTRIES) {
    const entry = join(compiled, `${source}.js`);
    if (existsSync(entry)) await bundle(entry, join(directory, folder));
  }
  shareParts(directory, join(directory, 'deploy'));
  writeFileSync(join(directory, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(directory, 'licenses.txt'), licensesOf(packages));
}

/** Puts an entry and all that it imports into one file, and what it loads lazily into files beside it. */
async function bundle(entry: string, directory: string): Promise<void> {
  const { code, assets } = await ncc(entry, {
    cache: false,
    externals: { ...LEFT_OUT, ...PLACEHOLDERS },
    quiet: true,
    minify: false,
    esm: false,
    target: 'es2024',
  });
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.js'), inAscii(withLazyModules(code)));
  for (const [name, { source }] of Object.entries(assets)) {
    writeFileSync(join(directory, name), inAscii(withLazyModules(source.toString())));
  }
}

/** Lets a bundle load from the other one what is the same in both: a runner downloads all of them for either action. */
function shareParts(directory: string, other: string): void {
  if (!existsSync(other)) return;
  for (const name of readdirSync(other)) {
    const [own, same] = [join(other, name), join(directory, name)];
    if (!existsSync(same) || !readFileSync(own).equals(readFileSync(same))) continue;
    writeFileSync(own, `module.exports = require('../${name}');\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(resolve(ROOT, process.argv[2] ?? 'dist'));
