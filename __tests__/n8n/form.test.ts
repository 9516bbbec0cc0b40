import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import type { FilePart } from '../../src/http/multipart.ts';
import { attachFiles, fillForm, formBody, formData, readFields } from '../../src/n8n/form.ts';
import type { Json, JsonMap } from '../../src/text/json.ts';
import { testHost } from '../../support/host.ts';
import { expectFailure, expectOk } from '../../support/results.ts';

const { show } = testHost();

const VALUES: JsonMap[] = [
  { fieldName: 'who', fieldLabel: 'Your name', requiredField: true },
  { fieldName: 'age', fieldLabel: 'Age', fieldType: 'number' },
  { fieldName: 'colours', fieldLabel: 'Colours', fieldType: 'checkbox' },
  { fieldType: 'html', html: '<hr>', requiredField: true },
  { fieldName: 'source', fieldType: 'hiddenField', fieldValue: 'the web' },
  { fieldName: 'size', fieldLabel: 'Size', fieldType: 'dropdown', defaultValue: 'M', requiredField: true },
  { fieldName: 'photo', fieldLabel: 'Photo', fieldType: 'file' },
];

function fields(typeVersion = 2.6, values: Json = VALUES) {
  const parameters = { formFields: { values } };
  const read = readFields({ typeVersion, parameters });
  if (!read) throw new Error('The fields are not known');
  return read;
}

/** What goes over the wire. */
async function sent(data: Json): Promise<Record<string, unknown>> {
  const filled = expectOk(fillForm(fields(), data, true, show));
  const { contentType, size, open } = formBody(filled, []);
  const body = await buffer(open());
  expect(body.length).toBe(size);
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  return Object.fromEntries(form.entries());
}

describe('a form is sent as a browser sends it', () => {
  test('by the position of each field, with those that nobody filled in', async () => {
    expect(await sent({ 'Your name': 'Ada "\r\n" ä' })).toEqual({
      'field-0': 'Ada "\r\n" ä',
      'field-4': 'the web',
      'field-5': 'M',
    });
  });

  test.each<[string, JsonMap]>([
    ['labels', { 'Your name': 'Ada', Age: 36 }],
    ['names', { who: 'Ada', age: 36 }],
    ['places', { 'field-0': 'Ada', 'field-1': 36 }],
  ])('by %s', async (_, data) => {
    expect(await sent(data)).toMatchObject({ 'field-0': 'Ada', 'field-1': '36' });
  });

  test.each<[Json, string]>([
    [['red', 'blue'], '["red","blue"]'],
    ['red', '["red"]'],
  ])('with choices %j as the list %s', async (colours, text) => {
    expect(await sent({ who: 'Ada', colours })).toMatchObject({ 'field-2': text });
  });

  test('with maps as JSON, and without what is null', async () => {
    expect(await sent({ who: { first: 'Ada' }, age: null })).toEqual({
      'field-0': '{"first":"Ada"}',
      'field-4': 'the web',
      'field-5': 'M',
    });
  });
});

/** Files for these fields, without being there. */
const forFields = (...names: string[]): FilePart[] =>
  names.map((field, index) => ({ field, path: `/${index}`, name: `${index}.txt`, type: 'text/plain', size: 1 }));

const UPLOADS: JsonMap[] = [
  { fieldName: 'who', fieldLabel: 'Your name' },
  { fieldName: 'cv', fieldLabel: ' CV', fieldType: 'file', requiredField: true, multipleFiles: false },
  { fieldLabel: 'Photos', fieldType: 'file' },
];

describe('files of a form', () => {
  /** The keys under which files for these fields are sent, or the problems with them. */
  const attach = (values: Json, ...names: string[]): readonly string[] => {
    const attached = attachFiles(fields(2.6, values), forFields(...names), show);
    return attached.ok ? attached.value.map(({ field }) => field) : attached.error;
  };

  test.each([
    ['labels', ['CV', 'Photos', 'Photos']],
    ['names and places', ['cv', 'field-2', 'Photos']],
  ])('go to the fields that %s name, several if a field takes them', (_, names) => {
    expect(attach(UPLOADS, ...names)).toEqual(['field-1', 'field-2', 'field-2']);
  });

  test('that are given without a field go to the only one that accepts them', () => {
    expect(attach([{ fieldLabel: 'Name' }, { fieldLabel: 'Photo', fieldType: 'file' }], 'data')).toEqual(['field-1']);
    expect(
      attach(
        [
          { fieldLabel: 'a', fieldType: 'file' },
          { fieldLabel: 'data', fieldType: 'file' },
        ],
        'data',
      ),
    ).toEqual(['field-1']);
    expect(attach(UPLOADS, 'cv', 'data')).toEqual([
      'files: the form has no field "data"; its fields for files are "CV", "Photos".',
    ]);
  });

  test.each([
    [['cv', 'Foto', 'x'], 'files: the form has no field "Foto", "x"; its fields for files are "CV", "Photos".'],
    [['cv', 'who'], 'files: "Your name" takes no file; its fields for files are "CV", "Photos".'],
    [['cv', 'CV'], 'files: "CV" takes one file, but several were given.'],
    [['Photos'], 'files: the form requires a file for "CV".'],
    [[], 'files: the form requires a file for "CV".'],
  ])('%j are reported', (names, line) => {
    expect(attach(UPLOADS, ...names)).toEqual([line]);
  });

  test('are all reported at once, even if the form accepts none', () => {
    expect(attach(UPLOADS, 'who', 'Foto')).toHaveLength(3);
    expect(attach([{ fieldLabel: 'Name' }], 'Name')).toEqual(['files: the form has no field for files.']);
    expect(attach([{ fieldLabel: 'Name' }])).toEqual([]);
  });

  test('are sent along with the fields, byte for byte', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'form-'));
    try {
      const path = join(folder, 'a');
      const bytes = Buffer.from([0, 13, 10, 255, 45, 45]);
      writeFileSync(path, bytes);
      const [part] = forFields('Photos');
      const form = fields(2.6, UPLOADS);
      const filled = expectOk(fillForm(form, { who: 'Ada' }, true, show));
      const files = part ? [{ ...part, path, size: bytes.length }] : [];
      const attached = expectOk(attachFiles(fields(2.6, UPLOADS.slice(2)), files, show));
      const { contentType, size, open } = formBody(filled, attached);
      const body = await buffer(open());
      expect(body.length).toBe(size);
      const arrived = await new Response(body, { headers: { 'content-type': contentType } }).formData();
      const file = [...arrived.values()].find((value) => typeof value !== 'string');
      expect([...arrived.keys()]).toEqual(['field-0', 'field-0']);
      expect(file && Buffer.from(await file.arrayBuffer())).toEqual(bytes);
      expect(file).toMatchObject({ name: '0.txt', type: 'text/plain' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a payload that does not fit', () => {
  test.each<[Json, RegExp]>([
    [{ Age: 1 }, /^payload: the form requires "Your name"\.$/],
    [{ who: '' }, /requires "Your name"/],
    [
      { who: 'Ada', Aeg: 1 },
      /no field "Aeg"; its fields are "Your name", "Age", "Colours", "source", "Size", "Photo"\./,
    ],
    [{ who: 'Ada', Photo: 'me.png' }, /"Photo" takes a file, .* Name the file in files\./],
    [['Ada'], /needs a map/],
    [null, /needs a map/],
  ])('%j is reported', (data, line) => {
    expect(expectFailure(fillForm(fields(), data, true, show))).toEqual([expect.stringMatching(line)]);
  });

  test('is the GitHub context only if a field is required', () => {
    const context = { ref: 'refs/heads/main' };
    expect(expectFailure(fillForm(fields(), context, false, show))).toEqual([
      expect.stringMatching(/requires "Your name"\.$/),
    ]);
    expect(expectOk(fillForm(fields(2.6, [{ fieldName: 'a' }]), context, false, show))).toEqual(new Map());
  });
});

test.each([
  [2.3, { 'Your name': 'Ada' }],
  [2.4, { who: 'Ada' }],
])('in version %d, the workflow sees %j', (typeVersion, data) => {
  const [name] = VALUES;
  const filled = expectOk(fillForm(fields(typeVersion, [name ?? {}]), { 'Your name': 'Ada' }, true, show));
  expect(formData(filled)).toEqual(data);
});

test('fields of an odd shape are not fields', () => {
  const parameters = { formFields: '={{ $json.fields }}' };
  expect(readFields({ typeVersion: 2.6, parameters })).toBeUndefined();
  expect(readFields({ typeVersion: 2.6, parameters: {} })).toEqual([]);
  expect(fields(2.6, [null, 1])).toHaveLength(2);
});
