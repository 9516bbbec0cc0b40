import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../tools/process.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const action: { inputs: Record<string, { default?: string; required?: boolean }>; outputs: Record<string, unknown> } =
  parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

/** The rows of the table under a heading, each as its cells without code marks. */
function tableUnder(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => unmarked(cell.trim())),
  );
}

function unmarked(cell: string): string {
  return /^`[^`]*`$/.test(cell) ? cell.slice(1, -1) : cell;
}

describe('the README', () => {
  test('lists every input of action.yml in its order, with its default', () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
    const noted = tableUnder('Inputs').map(([name = '', fallback = '']) => [
      name,
      // Words in place of a value: what stands there is not a default of action.yml.
      ['required', 'the GitHub context', 'from `url`', 'from url'].includes(fallback) ? '' : fallback,
    ]);
    expect(noted).toEqual(declared);
  });

  test('marks as required what action.yml requires', () => {
    const required = tableUnder('Inputs').filter(([, fallback]) => fallback === 'required');
    expect(required.map(([name]) => name)).toEqual(
      Object.keys(action.inputs).filter((name) => action.inputs[name]?.required === true),
    );
  });

  test('lists every output of action.yml in its order', () => {
    expect(tableUnder('Outputs').map(([name]) => name)).toEqual(Object.keys(action.outputs));
  });

  test('links to files that are there', () => {
    for (const [, target = ''] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      expect([target, existsSync(join(ROOT, target))]).toEqual([target, true]);
    }
  });
});
