import { describe, expect, test } from '@jest/globals';
import { parseWorkflows } from '../../../src/deploy/read/parse.ts';
import { node, show } from '../../../support/deployment.ts';

const workflow = { name: 'Shop', nodes: [node('First'), node('Second')], connections: {}, settings: {} };
const parse = (text: string) => parseWorkflows('flows/shop.json', text, show);
const wrongIn = async (text: string): Promise<readonly string[]> => (await parse(text)).wrong;

describe('a file of workflows', () => {
  test('holds one workflow, or a list of them', async () => {
    const one = await parse(JSON.stringify(workflow));
    expect(one.workflows).toMatchObject([{ file: 'flows/shop.json', name: 'Shop', id: undefined, active: false }]);
    const several = await parse(
      JSON.stringify([
        { ...workflow, id: 7, active: true },
        { ...workflow, name: 'Stock', id: 'x' },
      ]),
    );
    expect(several.workflows).toMatchObject([
      { name: 'Shop', id: '7', active: true },
      { name: 'Stock', id: 'x' },
    ]);
  });

  test('may begin with a byte order mark and have Windows line ends', async () => {
    const { workflows, wrong } = await parse(`\ufeff${JSON.stringify(workflow, null, 2).replaceAll('\n', '\r\n')}`);
    expect([workflows.length, wrong]).toEqual([1, []]);
  });

  test('may lack settings and connections, which old exports do', async () => {
    const { workflows } = await parse(JSON.stringify({ name: 'Shop', nodes: [], settings: null }));
    expect(workflows).toMatchObject([{ settings: {}, connections: {} }]);
  });

  test('keeps groups of nodes and a description if it has them', async () => {
    const { workflows } = await parse(JSON.stringify({ ...workflow, nodeGroups: [{ id: 'g' }], description: 'Why' }));
    expect(workflows).toMatchObject([{ nodeGroups: [{ id: 'g' }], description: 'Why' }]);
    expect((await parse(JSON.stringify({ ...workflow, description: '' }))).workflows[0]).not.toHaveProperty(
      'description',
    );
  });

  test('has the name and the description that n8n would store, which is Unicode', async () => {
    const { workflows } = await parse(JSON.stringify({ ...workflow, name: 'Shop \ud83d', description: '\udc00' }));
    expect(workflows).toMatchObject([{ name: 'Shop \ufffd', description: '\ufffd' }]);
  });

  test('leaves out workflows that it marks as archived, and says so', async () => {
    const { workflows, notes, wrong } = await parse(JSON.stringify([workflow, { ...workflow, isArchived: true }]));
    expect([workflows.length, wrong]).toEqual([1, []]);
    expect(notes).toEqual(['flows/shop.json: entry 2 of the list is left out, because the file marks it as archived.']);
  });
});

describe('a file that holds something else', () => {
  test.each([
    ['', 'flows/shop.json: is empty.'],
    ['[]', 'flows/shop.json: is an empty list: it holds no workflow.'],
    ['[[{}]]', 'flows/shop.json: entry 1 of the list is not a workflow: it is not an object.'],
    ['"x"', 'flows/shop.json: is not a workflow: it is not an object.'],
    ['{"nodes": []}', 'flows/shop.json: has no "name". Templates and nodes copied from the editor lack it: add one.'],
    ['{"name": "A"}', 'flows/shop.json: is not an n8n workflow: it has no "nodes" list.'],
    ['{"name": "A", "nodes": [1]}', 'flows/shop.json: has a node that is not an object.'],
    ['{"name": "A", "nodes": [], "connections": []}', 'flows/shop.json: has "connections" that are not an object.'],
    ['{"name": "A", "nodes": [], "settings": "x"}', 'flows/shop.json: has "settings" that are not an object.'],
    [
      '{"name": "A", "nodes": [], "active": "true"}',
      'flows/shop.json: has an "active" that is neither true nor false.',
    ],
  ])('%s is refused', async (text, message) => {
    expect(await wrongIn(text)).toEqual([message]);
  });

  test('a name that n8n does not accept is refused', async () => {
    expect(await wrongIn(JSON.stringify({ ...workflow, name: 'x'.repeat(129) }))).toEqual([
      'flows/shop.json: has a name of more than 128 characters, more than n8n allows.',
    ]);
  });

  test('broken JSON is reported with line and column', async () => {
    expect(await wrongIn('{\n  "name": "A",\n  "nodes": [,]\n}')).toEqual([
      'flows/shop.json:3: is not valid JSON at column 13 (unexpected character ,).',
    ]);
  });

  test('merge conflicts are reported as such', async () => {
    const [message] = await wrongIn('{\n<<<<<<< HEAD\n  "name": "A"\n=======\n}');
    expect(message).toMatch(/^flows\/shop\.json:2: .* The file has merge conflicts in it\.$/);
  });
});

describe('a file of a workflow that JavaScript would change when it reads it', () => {
  const withParameter = (value: string) =>
    JSON.stringify(workflow, null, 2).replace('"parameters": {}', `"parameters": { "id": ${value} }`);

  test.each(['-1001234567890123456789', '1e400', '9007199254740993'])('is refused: %s', async (number) => {
    expect(await wrongIn(withParameter(number))).toEqual([
      expect.stringMatching(/^flows\/shop\.json:\d+: n8n would read a different number at column \d+, /),
    ]);
  });

  test.each(['9007199254740992', '12345678901234567000', '1e+21', '1.10'])('is not %s', async (number) => {
    expect(await wrongIn(withParameter(number))).toEqual([]);
  });

  test('is refused if a name is given twice', async () => {
    expect(await wrongIn('{\n  "name": "A",\n  "nodes": [],\n  "nodes": []\n}')).toEqual([
      'flows/shop.json:4: is not valid JSON at column 3 (a name that is given twice).',
    ]);
  });

  test('is refused if it is nested too deep to be compared', async () => {
    expect(await wrongIn(withParameter('['.repeat(3000) + ']'.repeat(3000)))).toEqual([
      'flows/shop.json: is nested too deep.',
    ]);
  });
});

test('a pointer of Git LFS is reported as such', async () => {
  const [message] = await wrongIn('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n');
  expect(message).toMatch(/^flows\/shop\.json:1: .* set lfs: true for actions\/checkout\.$/);
});

test('a node is known by its line', async () => {
  const [own] = (await parse(JSON.stringify(workflow, null, 2))).workflows;
  expect([own?.lineOf(0), own?.lineOf(1), own?.lineOf(2)]).toEqual([4, 15, undefined]);
  const [, second] = (await parse(JSON.stringify([workflow, workflow], null, 2))).workflows;
  expect(second?.lineOf(0)).toBe(34);
});
