import { describe, expect, test } from '@jest/globals';
import type { Json, JsonMap } from '../../src/json-text.ts';
import { fillForm, formBody, formData, readFields } from '../../src/n8n/form.ts';
import { linesOf } from '../support/problems.ts';

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
  const read = readFields({ kind: 'Form', name: 'F', typeVersion, disabled: false, webhookId: 'f', parameters });
  if (!read) throw new Error('The fields are not known');
  return read;
}

/** What goes over the wire. */
async function sent(data: Json): Promise<Record<string, unknown>> {
  const filled = fillForm(fields(), data, true);
  if (!Array.isArray(filled)) throw new Error(JSON.stringify(filled));
  const { contentType, size, open } = await formBody(filled);
  const body = Buffer.concat(await open().toArray());
  expect(body.length).toBe(size);
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  return Object.fromEntries(form.entries());
}

describe('a form is sent as a browser sends it', () => {
  test('by the place of each field, with what nobody filled in', async () => {
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

describe('a payload that does not fit', () => {
  test.each<[Json, RegExp]>([
    [{ Age: 1 }, /^payload: the form requires "Your name"\.$/],
    [{ who: '' }, /requires "Your name"/],
    [{ who: 'Ada', Aeg: 1 }, /no field "Aeg", but "Your name", "Age", "Colours", "source", "Size", "Photo"\./],
    [{ who: 'Ada', Photo: 'me.png' }, /"Photo" takes a file/],
    [['Ada'], /takes a map/],
    [null, /takes a map/],
  ])('%j is told', (data, line) => {
    expect(linesOf(fillForm(fields(), data, true))).toEqual([expect.stringMatching(line)]);
  });

  test('is the GitHub context only where a field is required', () => {
    const context = { ref: 'refs/heads/main' };
    expect(linesOf(fillForm(fields(), context, false))).toEqual([expect.stringMatching(/requires "Your name"\.$/)]);
    expect(fillForm(fields(2.6, [{ fieldName: 'a' }]), context, false)).toEqual([]);
  });
});

test.each([
  [2.3, { 'Your name': 'Ada' }],
  [2.4, { who: 'Ada' }],
])('in version %d, the workflow sees %j', (typeVersion, data) => {
  const [name] = VALUES;
  const filled = fillForm(fields(typeVersion, [name ?? {}]), { 'Your name': 'Ada' }, true);
  expect(Array.isArray(filled) && formData(filled)).toEqual(data);
});

test('fields of odd shape are no fields', () => {
  const parameters = { formFields: '={{ $json.fields }}' };
  const node = { kind: 'Form', name: 'F', typeVersion: 2.6, disabled: false, webhookId: 'f' } as const;
  expect(readFields({ ...node, parameters })).toBeUndefined();
  expect(readFields({ ...node, parameters: {} })).toEqual([]);
  expect(fields(2.6, [null, 1])).toHaveLength(2);
});
