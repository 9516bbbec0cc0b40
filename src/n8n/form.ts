import { asItIs, type Redact } from '../host/masks.ts';
import { type Body, type FilePart, multipartBody } from '../http/body.ts';
import { excerpt } from '../text/format.ts';
import { isMap, type Json, type JsonMap, textOf } from '../text/json.ts';
import { Problem } from '../text/problem.ts';
import type { TriggerNode } from './workflow.ts';

/** A field of a Form trigger. */
export interface FormField {
  /** How a browser names it: n8n finds it by its place alone. */
  readonly key: string;
  /** How the workflow sees it. */
  readonly name: string;
  /** As people see it on the page, and as it may be shown; empty for what only shows something. */
  readonly label: string;
  /** The names by which a payload may mean it. */
  readonly aliases: readonly string[];
  readonly isFile: boolean;
  /** Whether a field for files takes several. */
  readonly takesSeveral: boolean;
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

/**
 * The fields of a Form trigger, in their order; undefined where an expression makes them.
 *
 * @param redact takes what is secret out of names that are shown
 */
export function readFields({ typeVersion, parameters }: TriggerNode, redact = asItIs): FormField[] | undefined {
  const given = parameters['formFields'] ?? {};
  const values = isMap(given) ? (given['values'] ?? []) : undefined;
  if (!Array.isArray(values)) return undefined;
  return values.map((field, index) => toField(isMap(field) ? field : {}, index, typeVersion, redact));
}

/** As `getFieldIdentifier` and `addFormResponseDataToReturnItem` of n8n's Form nodes have it. */
function toField(field: JsonMap, index: number, typeVersion: number, redact: Redact): FormField {
  const [name, label, type] = [textOf(field['fieldName']), textOf(field['fieldLabel']), textOf(field['fieldType'])];
  const key = `field-${index}`;
  const element = type === 'html' ? textOf(field['elementName']) : '';
  const fallback = textOf(field[type === 'hiddenField' ? 'fieldValue' : 'defaultValue']);
  return {
    key,
    label: redact(label || name || element),
    name: element || (typeVersion >= 2.4 && name !== '' ? name : label || name),
    aliases: [label, name, element, key].filter((alias) => alias !== ''),
    isFile: type === 'file',
    // n8n leaves out what is the node's default.
    takesSeveral: field['multipleFiles'] !== false,
    isRequired: field['requiredField'] === true && type !== 'html',
    isList: field['multiselect'] === true || type === 'checkbox' || type === 'radio',
    fallback: fallback.startsWith('=') ? '' : fallback,
  };
}

/**
 * Finds the payload's members in a form. A Problem names members that the form does not have, unless nobody chose them,
 * and required fields that get nothing. Fields for files are left to {@link attachFiles}.
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
  const forFiles = filled.filter(({ field }) => field.isFile).map(({ field }) => field);
  const missing = fields.filter(
    (field) => field.isRequired && !field.isFile && !filled.some((one) => one.field === field),
  );
  const problems = [
    ...(unknown.length > 0 ? [`payload: the form has no field ${namesOf(unknown)}, but ${labelsOf(fields)}.`] : []),
    ...(missing.length > 0 ? [`payload: the form requires ${labelsOf(missing)}.`] : []),
    ...(forFiles.length > 0
      ? [`payload: ${labelsOf(forFiles)} takes a file, which a payload cannot hold: name it in files.`]
      : []),
  ];
  return problems.length > 0 ? new Problem(...problems) : filled;
}

/**
 * Finds the fields that files are for, and names them as a browser does. A file that was given without a field is for
 * the only one that takes files. A Problem names fields that the form does not have or that take no file, or not so
 * many, and required ones that get none.
 */
export function attachFiles(fields: readonly FormField[], files: readonly FilePart[]): FilePart[] | Problem {
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
  if (files.length > 0 && takers.length === 0) return new Problem('files: the form has no field for files.');
  const choice = labelsOf(takers);
  const problems = [
    ...(unknown.size > 0 ? [`files: the form has no field ${namesOf([...unknown])} for files, but ${choice}.`] : []),
    ...(unfit.length > 0 ? [`files: ${labelsOf(unfit)} takes no file, but ${choice}.`] : []),
    ...(crowded.length > 0 ? [`files: ${labelsOf(crowded)} takes one file, and there are several for it.`] : []),
    ...(missing.length > 0 ? [`files: the form requires a file for ${labelsOf(missing)}.`] : []),
  ];
  return problems.length > 0 ? new Problem(...problems) : attached;
}

/** What a browser would send, with the files streamed from disk. */
export function formBody(filled: readonly FilledField[], files: readonly FilePart[]): Body {
  return multipartBody(
    filled.map(({ field, value }) => [field.key, fieldText(field, value)] as const),
    files,
  );
}

/** What the workflow would see of a form that was sent: by the fields' names. */
export function formData(filled: readonly FilledField[]): JsonMap {
  return Object.fromEntries(filled.map(({ field, value }) => [field.name, value]));
}

function fieldText({ isList }: FormField, value: Json): string {
  if (isList) return JSON.stringify([value].flat());
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function labelsOf(fields: readonly FormField[]): string {
  return namesOf(fields.map(({ label }) => label).filter((label) => label !== ''));
}

function namesOf(names: readonly string[]): string {
  return names.map((name) => `"${excerpt(name, 60)}"`).join(', ');
}

/** The field of files that are given without one: n8n's nodes look for a file under this name unless told otherwise. */

export const DEFAULT_FIELD = 'data';
