// Builds dist/ from src/: TypeScript strips the types, ncc puts both actions into one bundle with lazily loaded parts.
//   npm run build [-- DIRECTORY]
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
 * Escapes what is not ASCII: one such character makes V8 hold the whole file with two bytes for each, which costs every
 * step 2 MiB. Only raw templates and comments would differ.
 */
function inAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Starts the other action of the bundle: a runner downloads the code of both in any case, so they share it. */
const DEPLOY = "process.argv[2] = 'deploy';\nrequire('../index.js');\n";

/**
 * Builds the bundle of both actions into a directory, which is emptied first. It is CommonJS: an `import` of `node:http`
 * reads all that the module exports, the getter of WebSocket among it, which loads the undici in Node itself: 30 ms of
 * every step.
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
  const { code, assets } = await ncc(join(compiled, 'index.js'), {
    cache: false,
    externals: LEFT_OUT,
    quiet: true,
    minify: false,
    esm: false,
    target: 'es2024',
  });
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'deploy'), { recursive: true });
  writeFileSync(join(directory, 'index.js'), inAscii(code));
  for (const [name, { source }] of Object.entries(assets)) {
    writeFileSync(join(directory, name), inAscii(source.toString()));
  }
  writeFileSync(join(directory, 'deploy', 'index.js'), DEPLOY);
  writeFileSync(join(directory, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(directory, 'licenses.txt'), licensesOf(packages));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(resolve(ROOT, process.argv[2] ?? 'dist'));
