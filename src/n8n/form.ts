import type { Body } from '../http/body.ts';
import { type FilePart, multipartBody } from '../http/multipart.ts';
import { isMap, type Json, type JsonMap, mapOf, textOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { join, type SafeText, type Show, say } from '../text/safe.ts';
import { someOf, type TriggerNode } from './workflow.ts';

interface FormField {
  /** Its name in a browser's request: n8n identifies it by its position alone. */
  readonly key: string;
  /** Its name in the workflow. */
  readonly name: string;
  /** Its label on the page; empty for elements that only show something. */
  readonly label: string;
  /** The names that a payload may use for it. */
  readonly aliases: readonly string[];
  readonly isFile: boolean;
  /** Whether a field for files takes several. */
  readonly takesSeveral: boolean;
  readonly isRequired: boolean;
  /** Whether a browser sends it as a JSON list. */
  readonly isList: boolean;
  /** What a browser sends if nobody fills it in; empty if it sends nothing. */
  readonly fallback: string;
}

/** The fields that get a value, in order. */
type FilledForm = ReadonlyMap<FormField, Json>;

/** The fields of a Form trigger, in order; undefined if an expression defines them. */
export function readFields(node: Pick<TriggerNode, 'typeVersion' | 'parameters'>): FormField[] | undefined {
  const given = node.parameters['formFields'] ?? {};
  const values = isMap(given) ? (given['values'] ?? []) : undefined;
  if (!Array.isArray(values)) return undefined;
  return values.map((field, index) => toField(mapOf(field), index, node.typeVersion));
}

/** As in `getFieldIdentifier` and `addFormResponseDataToReturnItem` of n8n's Form nodes. */
function toField(field: JsonMap, index: number, typeVersion: number): FormField {
  const [name, label, type] = [textOf(field['fieldName']), textOf(field['fieldLabel']), textOf(field['fieldType'])];
  const key = `field-${index}`;
  const element = type === 'html' ? textOf(field['elementName']) : '';
  const fallback = textOf(field[type === 'hiddenField' ? 'fieldValue' : 'defaultValue']);
  return {
    key,
    label: label || name || element,
    name: element || (typeVersion >= 2.4 && name !== '' ? name : label || name),
    aliases: [label, name, element, key].filter((alias) => alias !== ''),
    isFile: type === 'file',
    // n8n leaves out values that are the node's default.
    takesSeveral: field['multipleFiles'] !== false,
    isRequired: field['requiredField'] === true && type !== 'html',
    isList: field['multiselect'] === true || type === 'checkbox' || type === 'radio',
    fallback: fallback.startsWith('=') ? '' : fallback,
  };
}

/** What is wrong with payload or files: one line each, beginning with the input's name. */
export type PayloadProblems = readonly SafeText[];

/**
 * Matches the payload's members with the fields of a form, except those for files: see {@link attachFiles}.
 *
 * @param chosen whether the payload was given, and is not the GitHub context: then the form must have all its members
 */
export function fillForm(
  fields: readonly FormField[],
  data: Json,
  chosen: boolean,
  show: Show,
): Result<FilledForm, PayloadProblems> {
  if (!isMap(data)) return failed([say`payload: a form needs a map, with one member per field.`]);
  const known = new Set(fields.flatMap(({ aliases }) => aliases));
  const unknown = chosen ? Object.keys(data).filter((member) => !known.has(member)) : [];
  const filled = new Map<FormField, Json>();
  for (const field of fields) {
    const alias = field.aliases.find((name) => Object.hasOwn(data, name));
    const value = (alias === undefined ? undefined : data[alias]) ?? field.fallback;
    if (value !== '') filled.set(field, value);
  }
  const forFiles = [...filled.keys()].filter(({ isFile }) => isFile);
  const missing = fields.filter((field) => field.isRequired && !field.isFile && !filled.has(field));
  const labels = (some: readonly FormField[]) => labelsOf(some, show);
  const misfit: SafeText[] = [];
  if (unknown.length > 0) {
    misfit.push(say`payload: the form has no field ${quoted(unknown, show)}; its fields are ${labels(fields)}.`);
  }
  if (missing.length > 0) misfit.push(say`payload: the form requires ${labels(missing)}.`);
  if (forFiles.length > 0) {
    misfit.push(say`payload: ${labels(forFiles)} takes a file, which a payload cannot hold. Name the file in files.`);
  }
  return misfit.length > 0 ? failed(misfit) : ok(filled);
}

/**
 * Matches files with the fields of a form, and names them as a browser does. A file that was given without a field goes
 * to the only field for files.
 */
export function attachFiles(
  fields: readonly FormField[],
  files: readonly FilePart[],
  show: Show,
): Result<FilePart[], PayloadProblems> {
  const takers = fields.filter(({ isFile }) => isFile);
  const fieldFor = (name: string): FormField | undefined => {
    // `files` has no blanks around a field's name.
    const named = fields.find(({ aliases }) => aliases.some((alias) => alias.trim() === name));
    return named ?? (name === DEFAULT_FIELD && takers.length === 1 ? takers[0] : undefined);
  };
  const counts = new Map<FormField, number>();
  const unknown = new Set<string>();
  const attached = files.flatMap((file) => {
    const field = fieldFor(file.field);
    if (!field) unknown.add(file.field);
    else counts.set(field, (counts.get(field) ?? 0) + 1);
    return field ? [{ ...file, field: field.key }] : [];
  });
  const unfit = [...counts.keys()].filter(({ isFile }) => !isFile);
  const crowded = takers.filter((field) => !field.takesSeveral && (counts.get(field) ?? 0) > 1);
  const missing = takers.filter((field) => field.isRequired && !counts.has(field));
  if (files.length > 0 && takers.length === 0) return failed([say`files: the form has no field for files.`]);
  const labels = (some: readonly FormField[]) => labelsOf(some, show);
  const choice = say`its fields for files are ${labels(takers)}`;
  const misfit = [
    ...(unknown.size > 0 ? [say`files: the form has no field ${quoted([...unknown], show)}; ${choice}.`] : []),
    ...(unfit.length > 0 ? [say`files: ${labels(unfit)} takes no file; ${choice}.`] : []),
    ...(crowded.length > 0 ? [say`files: ${labels(crowded)} takes one file, but several were given.`] : []),
    ...(missing.length > 0 ? [say`files: the form requires a file for ${labels(missing)}.`] : []),
  ];
  return misfit.length > 0 ? failed(misfit) : ok(attached);
}

/** What a browser would send, with the files streamed from disk. */
export function formBody(filled: FilledForm, files: readonly FilePart[]): Body {
  const fields = [...filled].map(([field, value]) => [field.key, fieldText(field, value)] as const);
  return multipartBody(fields, files);
}

/** The data that the workflow would get from a submitted form, by the fields' names. */
export function formData(filled: FilledForm): JsonMap {
  return Object.fromEntries([...filled].map(([{ name }, value]) => [name, value]));
}

function fieldText({ isList }: FormField, value: Json): string {
  if (isList) return JSON.stringify([value].flat());
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function labelsOf(fields: readonly FormField[], show: Show): SafeText {
  const labels = fields.map(({ label }) => label).filter((label) => label !== '');
  return quoted(labels, show);
}

export function quoted(names: readonly string[], show: Show): SafeText {
  const texts = someOf(names, (name) => say`"${show(name, 60)}"`);
  return join(texts, ', ');
}

/** The field for files that are given without one: the default under which n8n's nodes look for a file. */
export const DEFAULT_FIELD = 'data';
