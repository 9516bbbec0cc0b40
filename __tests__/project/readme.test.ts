import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../../support/paths.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const action: { inputs: Record<string, { default?: string; required?: boolean }>; outputs: Record<string, unknown> } =
  parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

/** The rows of the table under a heading, each as its cells without code marks. */
function tableUnder(heading: string, page = readme): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => unmarked(cell.trim())),
  );
}

function unmarked(cell: string): string {
  return /^`[^`]*`$/.test(cell) ? cell.slice(1, -1) : cell;
}

/** By name, because the README groups what action.yml lists. */
function byName(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

describe('the README', () => {
  test('lists every input of action.yml once, with its default', () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
    const noted = tableUnder('Inputs').map(([name = '', fallback = '']) => [
      name,
      // Words in place of a value, which are not defaults in action.yml.
      ['required', 'the GitHub context', 'from `url`'].includes(fallback) ? '' : fallback,
    ]);
    expect(byName(noted)).toEqual(byName(declared));
  });

  test('marks as required what action.yml requires', () => {
    const required = tableUnder('Inputs').filter(([, fallback]) => fallback === 'required');
    expect(required.map(([name]) => name)).toEqual(
      Object.keys(action.inputs).filter((name) => action.inputs[name]?.required === true),
    );
  });

  test('lists every output of action.yml once', () => {
    expect(byName(tableUnder('Outputs').map(([name = '']) => [name]))).toEqual(
      byName(Object.keys(action.outputs).map((name) => [name])),
    );
  });

  test('has its inputs explained in the same order on the page about inputs', () => {
    const page = readFileSync(join(ROOT, 'docs', 'inputs.md'), 'utf8');
    const explained = [...page.matchAll(/^### (\S+)$/gm)].map(([, name]) => name);
    expect(explained).toEqual(tableUnder('Inputs').map(([name]) => name));
  });

  test('has every example in its table', () => {
    const section = readme.split('\n## Examples\n')[1]?.split('\n## ')[0] ?? '';
    const recipes = [...section.matchAll(/\]\(examples\/([^)]+)\)/g)].map(([, name]) => name);
    const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yml'));
    expect(recipes.toSorted()).toEqual(examples.toSorted());
  });

  test('has pictures that load fast', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\((?!https:)([^)]+)\)/g)].map(([, path = '']) => path);
    expect(pictures).not.toEqual([]);
    for (const path of pictures) expect([path, statSync(join(ROOT, path)).size < 100_000]).toEqual([path, true]);
  });
});

test('the page for contributors lists every command', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const listed = tableUnder('Commands', readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'));
  const names = listed.map(([command = '']) => command.replace(/^npm (?:run )?/, ''));
  expect(names.toSorted()).toEqual(Object.keys(scripts).toSorted());
});

/** The project's own Markdown: not that of packages, builds and servers. */
const FOREIGN = ['node_modules', 'build', 'dist', 'reports', '.git', '.stryker-tmp'];
const pages = globSync(['**/*.md', '.github/**/*.md'], {
  cwd: ROOT,
  exclude: (path) => FOREIGN.includes(basename(path)),
});

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) => heading,
  );
  return headings.map((heading) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\d\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(pages)('%s', (page) => {
  const markdown = readFileSync(join(ROOT, page), 'utf8');
  const links = [...markdown.matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];

  test('links to files and headings that exist', () => {
    const broken = links.flatMap(([, path = '', anchor]) => {
      const target = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path);
      if (!existsSync(target)) return [path];
      if (anchor === undefined || !target.endsWith('.md')) return [];
      return anchorsOf(readFileSync(target, 'utf8')).includes(anchor) ? [] : [`${path}#${anchor}`];
    });
    expect(broken).toEqual([]);
  });
});
