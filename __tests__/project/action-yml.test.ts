import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readInputs } from '../../src/inputs/inputs.ts';

const root = new URL('../../', import.meta.url);
const action = parse(readFileSync(new URL('action.yml', root), 'utf8'));

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
    const read = new Set([...(await asked({ mode: 'webhook' })), ...(await asked(api))]);
    expect([...read].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test('describes every input and output in a sentence', () => {
    for (const { description } of Object.values<{ description?: unknown }>({ ...action.inputs, ...action.outputs })) {
      expect(description).toEqual(expect.stringMatching(/^\S.+\.$/));
    }
  });

  test('has what the Marketplace demands', () => {
    expect(action.name).toEqual(expect.stringMatching(/^\S.{1,49}$/));
    expect(action.description.length).toBeLessThan(125);
    expect(action.author).toEqual(expect.any(String));
    // https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#branding
    const colors = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];
    expect(colors).toContain(action.branding.color);
    expect(action.branding.icon).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  });

  test('requires nothing but a URL', () => {
    const inputs = Object.entries<{ required?: unknown; default?: unknown }>(action.inputs);
    expect(inputs.filter(([, { required }]) => required === true).map(([name]) => name)).toEqual(['url']);
    expect(action.inputs.url).not.toHaveProperty('default');
  });

  test('runs a file that is there, on Node 24', () => {
    expect(action.runs.using).toBe('node24');
    expect(existsSync(fileURLToPath(new URL(action.runs.main, root)))).toBe(true);
  });
});
