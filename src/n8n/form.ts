import { Readable } from 'node:stream';
import type { Body } from '../body.ts';
import { isMap, type Json, type JsonMap, textOf } from '../json-text.ts';
import { Problem } from '../problem.ts';
import { excerpt } from '../text.ts';
import type { TriggerNode } from './workflow.ts';

/** A field of a Form trigger. */
export interface FormField {
  /** How a browser names it: n8n finds it by its place alone. */
  readonly key: string;
  /** How the workflow sees it. */
  readonly name: string;
  /** The names by which a payload may mean it. */
  readonly aliases: readonly string[];
  readonly isFile: boolean;
  readonly isRequired: boolean;
  /** Whether a browser sends it as a JSON list. */
  readonly isList: boolean;
  /** What a browser sends where nobody fills it in; empty if that is nothing. */
  readonly fallback: string;
}

/** A field with what the payload has for it. */
export interface FilledField {
  readonly field: FormField;
  readonly value: Json;
}

/** The fields of a Form trigger, in their order; undefined where an expression makes them. */
export function readFields({ typeVersion, parameters }: TriggerNode): FormField[] | undefined {
  const given = parameters['formFields'] ?? {};
  const values = isMap(given) ? (given['values'] ?? []) : undefined;
  if (!Array.isArray(values)) return undefined;
  return values.map((field, index) => toField(isMap(field) ? field : {}, index, typeVersion));
}

/** As `getFieldIdentifier` and `addFormResponseDataToReturnItem` of n8n's Form nodes have it. */
function toField(field: JsonMap, index: number, typeVersion: number): FormField {
  const [name, label, type] = [textOf(field['fieldName']), textOf(field['fieldLabel']), textOf(field['fieldType'])];
  const key = `field-${index}`;
  const element = type === 'html' ? textOf(field['elementName']) : '';
  const fallback = textOf(field[type === 'hiddenField' ? 'fieldValue' : 'defaultValue']);
  return {
    key,
    name: element || (typeVersion >= 2.4 && name !== '' ? name : label || name),
    aliases: [label, name, element, key].filter((alias) => alias !== ''),
    isFile: type === 'file',
    isRequired: field['requiredField'] === true && type !== 'html',
    isList: field['multiselect'] === true || type === 'checkbox' || type === 'radio',
    fallback: fallback.startsWith('=') ? '' : fallback,
  };
}

/**
 * Finds the payload's members in a form. A Problem names members that the form does not have, unless nobody chose them,
 * and required fields that get nothing.
 *
 * @param chosen whether the payload was given, and is not the GitHub context
 */
export function fillForm(fields: readonly FormField[], data: Json, chosen: boolean): FilledField[] | Problem {
  if (!isMap(data)) return new Problem('payload: a form takes a map, with a member for each field.');
  const known = new Set(fields.flatMap(({ aliases }) => aliases));
  const unknown = chosen ? Object.keys(data).filter((member) => !known.has(member)) : [];
  const filled = fields.flatMap((field) => {
    const alias = field.aliases.find((name) => Object.hasOwn(data, name));
    const value = (alias === undefined ? undefined : data[alias]) ?? field.fallback;
    return value === '' ? [] : [{ field, value }];
  });
  const files = filled.filter(({ field }) => field.isFile);
  const missing = fields.filter((field) => field.isRequired && !filled.some((one) => one.field === field));
  const problems = [
    ...(unknown.length > 0 ? [`payload: the form has no field ${namesOf(unknown)}, but ${labelsOf(fields)}.`] : []),
    ...(missing.length > 0 ? [`payload: the form requires ${labelsOf(missing)}.`] : []),
    ...(files.length > 0
      ? [`payload: ${labelsOf(files.map(({ field }) => field))} takes a file, which a payload cannot hold.`]
      : []),
  ];
  return problems.length > 0 ? new Problem(...problems) : filled;
}

/** What a browser would send. Forms are small: the platform's own encoder holds all of it in memory. */
export async function formBody(filled: readonly FilledField[]): Promise<Body> {
  const form = new FormData();
  for (const { field, value } of filled) form.append(field.key, fieldText(field, value));
  const encoded = new Response(form);
  const bytes = Buffer.from(await encoded.arrayBuffer());
  return {
    contentType: encoded.headers.get('content-type') ?? '',
    size: bytes.length,
    open: () => Readable.from([bytes], { objectMode: false }),
  };
}

/** What the workflow would see of a form that was sent: by the fields' names. */
export function formData(filled: readonly FilledField[]): JsonMap {
  return Object.fromEntries(filled.map(({ field, value }) => [field.name, value]));
}

function fieldText({ isList }: FormField, value: Json): string {
  if (isList) return JSON.stringify([value].flat());
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** As people see them on the page; what only shows something has no name. */
function labelsOf(fields: readonly FormField[]): string {
  return namesOf(fields.flatMap(({ aliases, key }) => aliases.find((alias) => alias !== key) ?? []));
}

function namesOf(names: readonly string[]): string {
  return names.map((name) => `"${excerpt(name, 60)}"`).join(', ');
}
