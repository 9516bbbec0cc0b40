import { type Body, type FilePart, multipartBody } from '../http/body.ts';
import { isMap, type Json, type JsonMap, textOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { join, type SafeText, type Show, say } from '../text/safe.ts';
import type { TriggerNode } from './workflow.ts';

/** A field of a Form trigger. */
export interface FormField {
  /** How a browser names it: n8n finds it by its place alone. */
  readonly key: string;
  /** How the workflow sees it. */
  readonly name: string;
  /** As people see it on the page; empty for what only shows something. */
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

/** The fields of a Form trigger, in their order; undefined where an expression makes them. */
export function readFields({
  typeVersion,
  parameters,
}: Pick<TriggerNode, 'typeVersion' | 'parameters'>): FormField[] | undefined {
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
    label: label || name || element,
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

/** What is wrong with payload or files, a line each that begins with the input's name. */
export type Misfit = readonly SafeText[];

/**
 * Finds the payload's members in a form. What is wrong are members that the form does not have, unless nobody chose them,
 * and required fields that get nothing. Fields for files are left to {@link attachFiles}.
 *
 * @param chosen whether the payload was given, and is not the GitHub context
 */
export function fillForm(
  fields: readonly FormField[],
  data: Json,
  chosen: boolean,
  show: Show,
): Result<FilledField[], Misfit> {
  if (!isMap(data)) return failed([say`payload: a form takes a map, with a member for each field.`]);
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
  const labels = (some: readonly FormField[]) => labelsOf(some, show);
  const misfit = [
    ...(unknown.length > 0
      ? [say`payload: the form has no field ${namesOf(unknown, show)}; its fields are ${labels(fields)}.`]
      : []),
    ...(missing.length > 0 ? [say`payload: the form requires ${labels(missing)}.`] : []),
    ...(forFiles.length > 0
      ? [say`payload: ${labels(forFiles)} takes a file, which a payload cannot hold. Name the file in files.`]
      : []),
  ];
  return misfit.length > 0 ? failed(misfit) : ok(filled);
}

/**
 * Finds the fields that files are for, and names them as a browser does. A file that was given without a field is for
 * the only one that takes files. What is wrong are fields that the form does not have or that take no file, or not so
 * many, and required ones that get none.
 */
export function attachFiles(
  fields: readonly FormField[],
  files: readonly FilePart[],
  show: Show,
): Result<FilePart[], Misfit> {
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
    ...(unknown.size > 0 ? [say`files: the form has no field ${namesOf([...unknown], show)}; ${choice}.`] : []),
    ...(unfit.length > 0 ? [say`files: ${labels(unfit)} takes no file; ${choice}.`] : []),
    ...(crowded.length > 0 ? [say`files: ${labels(crowded)} takes one file, and several were given for it.`] : []),
    ...(missing.length > 0 ? [say`files: the form requires a file for ${labels(missing)}.`] : []),
  ];
  return misfit.length > 0 ? failed(misfit) : ok(attached);
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

function labelsOf(fields: readonly FormField[], show: Show): SafeText {
  return namesOf(
    fields.map(({ label }) => label).filter((label) => label !== ''),
    show,
  );
}

/** As many names as people read: payload and form may have thousands. */
const MOST_NAMED = 20;

function namesOf(names: readonly string[], show: Show): SafeText {
  const shown = names.slice(0, MOST_NAMED).map((name) => say`"${show(name, 60)}"`);
  const more = names.length - shown.length;
  return join(more > 0 ? [...shown, say`and ${more} more`] : shown, ', ');
}

/** The field of files that are given without one: n8n's nodes look for a file under this name unless told otherwise. */
export const DEFAULT_FIELD = 'data';
