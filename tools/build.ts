// Builds dist/ from src/: TypeScript strips the types, ncc puts all into one bundle and lazily loaded parts.
//   npm run build [-- DIRECTORY]
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';
import { ROOT } from '../support/paths.ts';
import { licensesOfDependencies } from './licenses.ts';

/**
 * What the toolkit's packages import for functions that the action never calls: undici for `getAgentDispatcher` of
 * http-client (requests go through `tunnel`), exec for `platform.getDetails` of core. Left out, the bundle is a tenth of
 * the size. Any module without those names can stand in; should an update call one of them when it is loaded, every test
 * of the bundle fails.
 */
const LEFT_OUT = { undici: 'node:os', '@actions/exec': 'node:os' };

/**
 * Modules of Node that the toolkit imports in any case and that `https` or a proxy alone need. They take 10 ms to load,
 * which calls to a server in the same network, by plain `http`, do without.
 */
const LAZY = ['assert', 'https', 'tls'];

const lazyFile = (module: string): string => `lazy-${module}.js`;

/** A module that stands for one of Node's, and loads it when one of its members is first used. */
function lazySource(module: string): string {
  const members = Object.keys(createRequire(import.meta.url)(module));
  const getters = members.map((member) => `  get ${member}() { return require('${module}').${member}; },`);
  return ['module.exports = {', ...getters, '};', ''].join('\n');
}

/**
 * Builds the bundle into a directory, which is emptied first. It is CommonJS: an `import` of `node:http` reads all that
 * the module exports, the getter of WebSocket among it, which loads the undici in Node itself: 30 ms of every step.
 */
export async function build(directory: string): Promise<void> {
  const compiled = join(ROOT, 'build');
  rmSync(compiled, { recursive: true, force: true });
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const { code, assets } = await ncc(join(compiled, 'index.js'), {
    cache: false,
    externals: { ...LEFT_OUT, ...Object.fromEntries(LAZY.map((module) => [module, `./${lazyFile(module)}`])) },
    quiet: true,
    minify: false,
    esm: false,
    target: 'es2024',
  });
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.js'), code);
  writeFileSync(join(directory, 'package.json'), '{ "type": "commonjs" }\n');
  for (const module of LAZY) writeFileSync(join(directory, lazyFile(module)), lazySource(module));
  for (const [name, asset] of Object.entries(assets)) writeFileSync(join(directory, name), asset.source);
  writeFileSync(join(directory, 'licenses.txt'), licensesOfDependencies(Object.keys(LEFT_OUT)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(resolve(ROOT, process.argv[2] ?? 'dist'));
