// Builds dist/ from src/: TypeScript strips the types, ncc puts both actions into one bundle with lazily loaded parts.
//   npm run build [-- DIRECTORY]
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';
import { minify } from 'terser';
import { ROOT } from '../support/paths.ts';
import { licensesOf, packagesInBundles } from './licenses.ts';

/**
 * What the toolkit's packages import for functions that the action never calls: undici for `getAgentDispatcher` of
 * http-client (requests go through `tunnel`), exec for `platform.getDetails` of core. Left out, the bundle is a tenth of
 * the size. Any module without those names can stand in; should an update call one of them when it is loaded, every test
 * of the bundle fails.
 */
const LEFT_OUT = { undici: 'node:os', '@actions/exec': 'node:os' };

/**
 * What packages do not say about themselves: that they do nothing when they are loaded, so that ncc can leave out what nobody
 * imports of them. YAML's code for browsers does the same as that for Node, in modules that can be taken apart.
 */
const SHAKEABLE: Readonly<Record<string, object>> = {
  '@actions/core': { sideEffects: false },
  '@actions/http-client': { sideEffects: false },
  yaml: { sideEffects: false, type: 'module', exports: './browser/dist/index.js' },
};

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
  for (const [name, more] of Object.entries(SHAKEABLE)) {
    const copy = join(compiled, 'node_modules', name);
    cpSync(join(ROOT, 'node_modules', name), copy, { recursive: true });
    const manifest = join(copy, 'package.json');
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), ...more }));
  }
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
  writeFileSync(join(directory, 'index.js'), await lean(code));
  for (const [name, { source }] of Object.entries(assets)) {
    writeFileSync(join(directory, name), await lean(source.toString()));
  }
  writeFileSync(join(directory, 'deploy', 'index.js'), DEPLOY);
  writeFileSync(join(directory, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(directory, 'licenses.txt'), licensesOf(packagesInBundles(Object.keys(LEFT_OUT))));
}

/** The code without what nothing uses and without comments. Names stay, so that it can be read. */
async function lean(code: string): Promise<string> {
  const { code: left } = await minify(code, {
    mangle: false,
    keep_classnames: true,
    keep_fnames: true,
    compress: { defaults: false, dead_code: true, unused: true, passes: 3 },
    format: { beautify: true, indent_level: 1, comments: / CONCATENATED MODULE: / },
  });
  if (left === undefined) throw new Error('terser returned no code');
  return inAscii(compiledAtOnce(left));
}

/**
 * Puts the functions of modules back into parentheses: V8 compiles such a function at once, and reads any other twice.
 * This saves a fourteenth of a step.
 */
function compiledAtOnce(code: string): string {
  return code.replaceAll(/^( +)(\d+: )(.* => \{\n[\s\S]*?\n\1\})(?=,?$)/gm, '$1$2($3)');
}

/**
 * Escapes what is not ASCII: one such character makes V8 hold the whole file with two bytes for each, which costs every
 * step 2 MiB. Only raw templates would differ.
 */
function inAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(resolve(ROOT, process.argv[2] ?? 'dist'));
