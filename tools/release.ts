// npm run release:check -- vX.Y.Z [NOTES]: whether this commit can be released under that tag, and what belongs to the
// release: its notes, taken from CHANGELOG.md, and the tags that follow it. release.yml takes the answers as outputs.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../support/paths.ts';
import { at } from '../support/shapes.ts';

/** The project's files that name its version. */
export interface Project {
  readonly packageJson: unknown;
  readonly packageLock: unknown;
  readonly changelog: string;
  readonly readme: string;
}

interface Version {
  readonly numbers: readonly [major: number, minor: number, patch: number];
  readonly prerelease: boolean;
}

export function readProject(): Project {
  const text = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
  return {
    packageJson: JSON.parse(text('package.json')),
    packageLock: JSON.parse(text('package-lock.json')),
    changelog: text('CHANGELOG.md'),
    readme: text('README.md'),
  };
}

/** All that speaks against releasing the project under a tag, a sentence each. */
export function releaseProblems(tag: string, { packageJson, packageLock, changelog, readme }: Project): string[] {
  const version = versionOf(tag);
  if (!version) return [`The tag is ${tag}, and not vX.Y.Z or vX.Y.Z-PRERELEASE.`];
  const problems: string[] = [];
  for (const [file, contents] of Object.entries({ 'package.json': packageJson, 'package-lock.json': packageLock })) {
    const named = at(contents, 'version');
    if (`v${named}` !== tag) problems.push(`${file} has the version ${named}, and the tag is ${tag}.`);
  }
  if (notesOf(tag, changelog) === undefined) {
    problems.push(`CHANGELOG.md has no text under "## [${tag.slice(1)}] - YYYY-MM-DD".`);
  }
  const others = [...readme.matchAll(/your-org\/trigger-n8n-workflow@(v\d+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== `v${version.numbers[0]}`);
  if (others.length > 0) problems.push(`README.md uses the action as @${others[0]}.`);
  return problems;
}

/** The text of a version in a changelog after keepachangelog.com; undefined if there is none, or no date. */
export function notesOf(tag: string, changelog: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((each) => each.startsWith(`[${tag.slice(1)}] - `));
  const [heading = '', ...lines] = section?.split('\n') ?? [];
  // Links of all headings stand at the end of the file.
  const text = lines.filter((line) => !/^\[[^\]]+\]: /.test(line));
  const notes = text.join('\n').trim();
  return /\] - \d{4}-\d\d-\d\d$/.test(heading) && notes !== '' ? notes : undefined;
}

/**
 * What moves with a release: `vX` and `vX.Y`, unless a later version of that line is out already. Nothing follows a
 * prerelease. `latest`: whether it is the highest of all.
 *
 * @param tags those that are there, this one or not
 */
export function following(tag: string, tags: readonly string[]): { movingTags: string[]; latest: boolean } {
  const version = versionOf(tag);
  if (!version || version.prerelease) return { movingTags: [], latest: false };
  const released = tags.flatMap((other) => versionOf(other) ?? []).filter((other) => !other.prerelease);
  /** Whether no release that has these first numbers in common with it is later. */
  const leads = (common: number): boolean =>
    released.every(({ numbers }) => {
      const sameLine = numbers.slice(0, common).every((number, index) => number === version.numbers[index]);
      return !sameLine || compare(numbers, version.numbers) <= 0;
    });
  const [major, minor] = version.numbers;
  const movingTags = [...(leads(1) ? [`v${major}`] : []), ...(leads(2) ? [`v${major}.${minor}`] : [])];
  return { movingTags, latest: leads(0) };
}

function versionOf(tag: string): Version | undefined {
  const match = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$/.exec(tag);
  if (!match) return undefined;
  const [, major, minor, patch, suffix] = match;
  return { numbers: [Number(major), Number(minor), Number(patch)], prerelease: suffix !== undefined };
}

function compare(a: Version['numbers'], b: Version['numbers']): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function check(tag: string, notesFile: string | undefined): number {
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
  const project = readProject();
  const problems = releaseProblems(tag, project);
  const reviewed = git('branch', '--remotes', '--contains', 'HEAD', '--list', 'origin/main', 'origin/release/*');
  if (reviewed.length === 0) problems.push('This commit is neither on main nor on a release/ branch of origin.');
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;

  const notes = notesOf(tag, project.changelog) ?? '';
  console.log(notes);
  if (notesFile !== undefined) {
    mkdirSync(dirname(resolve(notesFile)), { recursive: true });
    writeFileSync(notesFile, `${notes}\n`);
  }
  const { movingTags, latest } = following(tag, git('tag', '--list', 'v*'));
  const outputs = {
    version: tag.slice(1),
    commit: git('rev-parse', 'HEAD').join(''),
    latest,
    prerelease: tag.includes('-'),
    'moving-tags': movingTags.join(' '),
  };
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
  console.log(`\n${lines.join('')}`);
  const file = process.env['GITHUB_OUTPUT'];
  if (file) appendFileSync(file, lines.join(''));
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(check(process.argv[2] ?? '', process.argv[3]));
