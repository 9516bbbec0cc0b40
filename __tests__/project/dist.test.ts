import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parse } from '@babel/parser';
import { expect, test } from '@jest/globals';
import { ROOT, WINDOWS } from '../../support/paths.ts';
import { build } from '../../tools/build.ts';

// On Windows nobody has looked whether ncc writes its paths as elsewhere. What the bundle does is tested there too.
const testWhereBuilt = WINDOWS ? test.skip : test;

/** The files in a folder and below it, as paths from there. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
}

testWhereBuilt(
  'dist/ is what the sources build, byte for byte',
  async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
    try {
      await build(fresh);
      const committed = join(ROOT, 'dist');
      expect(filesIn(fresh)).toEqual(filesIn(committed));
      for (const name of filesIn(fresh)) {
        const same = readFileSync(join(fresh, name)).equals(readFileSync(join(committed, name)));
        expect(same ? name : `${name} differs: run npm run build`).toBe(name);
      }
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  },
  60_000,
);

test('dist/ contains no path of the machine that built it', () => {
  for (const name of filesIn(join(ROOT, 'dist'))) {
    expect(readFileSync(join(ROOT, 'dist', name), 'utf8')).not.toContain(ROOT);
  }
});

test('the file that every step loads contains no code that deploys or follows', () => {
  const code = readFileSync(join(ROOT, 'dist/index.js'), 'utf8');
  const parts = code.match(/(?<=\.\/build\/)[\w-]+(?=\/)/g) ?? [];
  expect(parts).toEqual(expect.arrayContaining(['http', 'inputs', 'report']));
  expect(parts.filter((part) => ['deploy', 'n8n-api'].includes(part))).toEqual([]);
  // The actions share the code of both, so that a runner downloads it once.
  expect(filesIn(join(ROOT, 'dist/deploy'))).toEqual(['index.js']);
});

test('all code in dist/ is ASCII, which V8 keeps in half the memory', () => {
  for (const name of filesIn(join(ROOT, 'dist')).filter((file) => file.endsWith('.js'))) {
    expect([name, /[^\0-\x7f]/.exec(readFileSync(join(ROOT, 'dist', name), 'utf8'))]).toEqual([name, null]);
  }
});

test('no literal in the code that every step loads asks for properties of Unicode, which V8 would look up at once', () => {
  const { tokens } = parse(readFileSync(join(ROOT, 'dist', 'index.js'), 'utf8'), { tokens: true });
  const patterns = (tokens ?? []).flatMap(({ type, value }) =>
    type.label === 'regexp' ? [String(value.pattern)] : [],
  );
  expect(patterns.length).toBeGreaterThan(10);
  expect(patterns.filter((pattern) => pattern.includes('\\p{'))).toEqual([]);
});

test('dist/ holds the license of every package in it, and none of what was left out', () => {
  const licenses = readFileSync(join(ROOT, 'dist', 'licenses.txt'), 'utf8');
  const listed = [...licenses.matchAll(/^(\S+) \d+\.\d+\.\d+ \((?:MIT|ISC|Apache-2\.0)\)$/gm)].map(([, name]) => name);
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(listed).toEqual([...Object.keys(dependencies), 'tunnel'].sort());
  expect(
    licenses.match(
      /Permission is hereby granted|Permission to use, copy|Apache License\n|^Licensed under the Apache/gm,
    ),
  ).toHaveLength(listed.length);
});
