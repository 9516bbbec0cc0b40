import { describe, expect, test } from '@jest/globals';
import { VERSION } from '../../src/http/version.ts';
import { following, notesOf, type Project, readProject, releaseProblems } from '../../tools/release.ts';

const changelog = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-03-01

### Added

- A thing, [described](https://example.com).

## [1.1.0] - 2026-02-01

## [1.0.0]

- No date.

[Unreleased]: https://example.com/unreleased
[1.2.0]: https://example.com/1.2.0
`;

const project: Project = {
  packageJson: { version: '1.2.0' },
  packageLock: { version: '1.2.0' },
  changelog,
  readme: '- uses: your-org/trigger-n8n-workflow@v1\n',
};

describe('a release', () => {
  test('of this project under its own version is fine', () => {
    expect(releaseProblems(`v${VERSION}`, readProject())).toEqual([]);
  });

  test('of this project under another version is refused', () => {
    expect(releaseProblems('v99.0.0', readProject())).toEqual([
      `package.json has the version ${VERSION}, and the tag is v99.0.0.`,
      `package-lock.json has the version ${VERSION}, and the tag is v99.0.0.`,
      'CHANGELOG.md has no text under "## [99.0.0] - YYYY-MM-DD".',
      'README.md uses the action as @v1.',
    ]);
  });

  test('has the version of the tag everywhere', () => {
    expect(releaseProblems('v1.2.0', project)).toEqual([]);
    expect(releaseProblems('v1.2.0', { ...project, packageLock: { version: '1.1.0' } })).toEqual([
      'package-lock.json has the version 1.1.0, and the tag is v1.2.0.',
    ]);
    expect(releaseProblems('v1.2.0', { ...project, readme: 'your-org/trigger-n8n-workflow@v2' })).toEqual([
      'README.md uses the action as @v2.',
    ]);
  });

  test.each(['1.2.0', 'v1.2', 'v01.2.0', 'v1.2.0.1', 'v1.2.0-', 'v1.2.0-rc 1', ''])('is not tagged %j', (tag) => {
    expect(releaseProblems(tag, project)).toEqual([`The tag is ${tag}, and not vX.Y.Z or vX.Y.Z-PRERELEASE.`]);
  });
});

describe('the notes', () => {
  test('are the text under the heading of the version, without the links in headings', () => {
    expect(notesOf('v1.2.0', changelog)).toBe('### Added\n\n- A thing, [described](https://example.com).');
  });

  test.each([
    ['there is no text', 'v1.1.0'],
    ['there is no date', 'v1.0.0'],
    ['there is no heading', 'v1.2'],
    ['only another version begins like it', 'v1.2.0-rc.1'],
  ])('are missing if %s', (_, tag) => {
    expect(notesOf(tag, changelog)).toBeUndefined();
  });
});

describe('the tags that follow a release', () => {
  test.each([
    ['the first one', 'v1.0.0', ['v1.0.0'], ['v1', 'v1.0'], true],
    ['a later one', 'v1.10.0', ['v1', 'v1.9', 'v1.9.3', 'v1.2.0', 'v0.9.0'], ['v1', 'v1.10'], true],
    ['a fix of an older minor version', 'v1.1.5', ['v1.1.4', 'v1.2.0'], ['v1.1'], false],
    ['a fix of an older major version', 'v1.2.1', ['v1.2.0', 'v2.0.0'], ['v1', 'v1.2'], false],
    ['one that is tagged late', 'v1.2.0', ['v1.2.1'], [], false],
    ['one after prereleases of the next', 'v1.2.1', ['v1.2.0', 'v1.3.0-rc.1', 'v2.0.0-rc.1'], ['v1', 'v1.2'], true],
    ['a prerelease', 'v2.0.0-rc.1', ['v1.2.0'], [], false],
  ])('of %s', (_, tag, tags, movingTags, latest) => {
    expect(following(tag, tags)).toEqual({ movingTags, latest });
  });
});
