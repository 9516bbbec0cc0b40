import type { Body } from '../http/body.ts';
import { type FilePart, multipartBody } from '../http/multipart.ts';
import { isScalarList, type Json, type JsonMap } from '../text/json.ts';

/** A form of a payload's members and of files. */
export function multipartOf(data: JsonMap | Json[], files: readonly FilePart[]): Body {
  return multipartBody(formOf(data), numbered(files));
}

/** Several files of one field get a number after its name, as in the names that n8n's Webhook node gives them. */
function numbered(files: readonly FilePart[]): FilePart[] {
  const byField = Map.groupBy(files, ({ field }) => field);
  return files.map((file) => {
    const all = byField.get(file.field) ?? [];
    return all.length === 1 ? file : { ...file, field: `${file.field.replace(/\[\]$/, '')}${all.indexOf(file)}` };
  });
}

/** Members as form fields: scalars as text, null as empty, a list of scalars as a repeated field, the rest as JSON. */
export function formOf(data: JsonMap | Json[]): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(data)) {
    for (const item of isScalarList(value) ? value : [value]) form.append(name, fieldText(item));
  }
  return form;
}

function fieldText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
