import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readDeployInputs } from '../../src/deploy/inputs.ts';
import { outputsOf } from '../../src/deploy/report/outputs.ts';
import { readInputs } from '../../src/inputs/inputs.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => parse(readFileSync(new URL(file, root), 'utf8'));
const action = read('action.yml');
const deploy = read('deploy/action.yml');

/** The names of the inputs that are asked for when the step is given these. */
async function asked(given: Record<string, string>): Promise<string[]> {
  const names: string[] = [];
  const input = (name: string): string => {
    names.push(name);
    return given[name] ?? '';
  };
  await readInputs(input, '.', async () => ({}));
  return names;
}

describe('action.yml', () => {
  test('declares every input that is read, and every input that it declares is read', async () => {
    const api = { mode: 'api', url: 'https://n8n.example.com', 'workflow-id': 'abc', 'secret-key': 'n8n_api_1' };
    const names = new Set([...(await asked({ mode: 'webhook' })), ...(await asked(api))]);
    expect([...names].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test('requires nothing but a URL', () => {
    const inputs = Object.entries<{ required?: unknown; default?: unknown }>(action.inputs);
    expect(inputs.filter(([, { required }]) => required === true).map(([name]) => name)).toEqual(['url']);
    expect(action.inputs.url).not.toHaveProperty('default');
  });
});

describe('deploy/action.yml', () => {
  test('declares what is read, with the defaults for empty values', async () => {
    const names = new Set<string>();
    const readDefaults = async (given: Record<string, string>) => {
      const required = { url: 'https://n8n.example.com', 'secret-key': 'n8n_api_1', workflows: '*.json' };
      const input = (name: string): string => {
        names.add(name);
        return { ...given, ...required }[name] ?? '';
      };
      return (await readDeployInputs(input)).inputs;
    };
    const inputs = Object.entries<{ default?: string }>(deploy.inputs);
    const declared = Object.fromEntries(inputs.map(([name, input]) => [name, input.default ?? '']));
    expect(await readDefaults(declared)).toEqual(await readDefaults({}));
    expect([...names]).toEqual(expect.arrayContaining(Object.keys(declared)));
  });

  test('sets every output that it declares', () => {
    const ending = { success: true, states: [], tense: 'done', plan: '', base: '', webhookBase: '' } as const;
    expect(Object.keys(outputsOf(ending))).toEqual(Object.keys(deploy.outputs));
  });

  test('describes shared inputs as the trigger does', () => {
    const shared = Object.keys(deploy.inputs).filter((name) => Object.hasOwn(action.inputs, name));
    const defaults = (of: typeof action) => shared.map((name) => [name, of.inputs[name].default]);
    expect(defaults(deploy)).toEqual(defaults(action));
  });
});

describe.each([
  ['action.yml', action],
  ['deploy/action.yml', deploy],
])('%s', (file, given) => {
  test('describes every input and output in a sentence', () => {
    for (const { description } of Object.values<{ description?: unknown }>({ ...given.inputs, ...given.outputs })) {
      expect(description).toEqual(expect.stringMatching(/^\S.+\.$/));
    }
  });

  test('has what the Marketplace requires', () => {
    expect(given.name).toEqual(expect.stringMatching(/^\S.{1,49}$/));
    expect(given.description.length).toBeLessThan(125);
    expect(given.author).toEqual(expect.any(String));
    // https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#branding
    const colors = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];
    expect(colors).toContain(given.branding.color);
    expect(given.branding.icon).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  });

  test('runs an existing file, on Node 24', () => {
    expect(given.runs.using).toBe('node24');
    expect(existsSync(fileURLToPath(new URL(given.runs.main, new URL(file, root))))).toBe(true);
  });
});
