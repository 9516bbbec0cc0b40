// Builds dist/ from src/: TypeScript strips the types, ncc puts all into one bundle and lazily loaded parts.
//   npm run build [-- DIRECTORY]
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';
import { ROOT } from './process.ts';

/**
 * `@actions/http-client` imports undici's ProxyAgent for `getAgentDispatcher`, which the action never calls (requests
 * go through `tunnel`). Left out, the bundle is a tenth of the size. Any module without that name can stand in.
 */
const EXTERNALS = { undici: 'node:http' };

/** Builds the bundle into a directory, which is emptied first. */
export async function build(directory: string): Promise<void> {
  const compiled = join(ROOT, 'build');
  rmSync(compiled, { recursive: true, force: true });
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const { code, assets } = await ncc(join(compiled, 'index.js'), {
    cache: false,
    externals: EXTERNALS,
    quiet: true,
    minify: false,
    esm: true,
    target: 'es2024',
  });
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.js'), code);
  for (const [name, asset] of Object.entries(assets)) writeFileSync(join(directory, name), asset.source);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(resolve(ROOT, process.argv[2] ?? 'dist'));
