import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT, WINDOWS } from '../../support/paths.ts';
import { build } from '../../tools/build.ts';

// On Windows nobody has looked whether ncc writes its paths as elsewhere. What the bundle does is tested there too.
const testWhereBuilt = WINDOWS ? test.skip : test;

testWhereBuilt(
  'dist/ is what the sources build, byte for byte',
  async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
    try {
      await build(fresh);
      const committed = join(ROOT, 'dist');
      expect(readdirSync(fresh).sort()).toEqual(readdirSync(committed).sort());
      for (const name of readdirSync(fresh)) {
        const same = readFileSync(join(fresh, name)).equals(readFileSync(join(committed, name)));
        expect(same ? name : `${name} differs: run npm run build`).toBe(name);
      }
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  },
  60_000,
);

test('dist/ holds no path of the machine that built it', () => {
  for (const name of readdirSync(join(ROOT, 'dist'))) {
    expect(readFileSync(join(ROOT, 'dist', name), 'utf8')).not.toContain(ROOT);
  }
});

test('dist/ holds the license of every package in it, and none of what was left out', () => {
  const licenses = readFileSync(join(ROOT, 'dist', 'licenses.txt'), 'utf8');
  const told = [...licenses.matchAll(/^(\S+) \d+\.\d+\.\d+ \((?:MIT|ISC|Apache-2\.0)\)$/gm)].map(([, name]) => name);
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(told).toEqual([...Object.keys(dependencies), 'tunnel'].sort());
  expect(
    licenses.match(
      /Permission is hereby granted|Permission to use, copy|Apache License\n|^Licensed under the Apache/gm,
    ),
  ).toHaveLength(told.length);
});
