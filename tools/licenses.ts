import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/paths.ts';

/** Packages that name this license bring no copy of it: a package that does bring its text. */
const TEXT_ELSEWHERE: Readonly<Record<string, string>> = { 'Apache-2.0': 'typescript' };

/**
 * The names of the packages that the bundles are made of: this package's dependencies and all that they need in turn.
 *
 * @param leftOut dependencies that no bundle holds
 */
export function packagesInBundles(leftOut: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (dependencies: object): void => {
    for (const name of Object.keys(dependencies)) {
      if (seen.has(name) || leftOut.includes(name)) continue;
      seen.add(name);
      visit(manifest('node_modules', name).dependencies ?? {});
    }
  };
  visit(manifest().dependencies);
  return [...seen].sort();
}

/** The licenses of packages, which ask to go along with every copy. Throws if the text of one cannot be found. */
export function licensesOf(packages: readonly string[]): string {
  return packages.map(noticeOf).join(`\n${'-'.repeat(80)}\n\n`);
}

const manifest = (...folder: string[]) => JSON.parse(readFileSync(join(ROOT, ...folder, 'package.json'), 'utf8'));

function noticeOf(name: string): string {
  const { version, license } = manifest('node_modules', name);
  const text = licenseIn(name) ?? licenseIn(TEXT_ELSEWHERE[license] ?? name);
  if (text === undefined) throw new Error(`The package ${name} brings no text of its license, ${license}`);
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

function licenseIn(name: string): string | undefined {
  const folder = join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
}
