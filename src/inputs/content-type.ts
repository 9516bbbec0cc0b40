import { isJson, isMultipart, isUrlEncoded } from '../request/payload.ts';
import { type Parsed, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';
import { DEFAULTS, type Text } from './defaults.ts';

/** Names a charset that is not the payload's: n8n would read other characters. */
const OTHER_CHARSET = /;\s*charset\s*=\s*"?(?!utf-?8\b)[^\s;"]/i;

/** Reads `content-type`; with files and none given, it is `multipart/form-data`. */
export function parseContentType(text: Text): Parsed<string> {
  const type = text('content-type');
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;[\t\x20-\x7e]*)?$/.test(type)) {
    return wrong('content-type: is not a media type like application/json.');
  }
  const isSentAsStored = text('payload-file') !== '' && !isJson(type) && !isUrlEncoded(type);
  if (OTHER_CHARSET.test(type) && !isSentAsStored) {
    return wrong('content-type: the payload is sent as UTF-8. Leave charset out, or set it to utf-8.');
  }
  if (text('files') === '' || isMultipart(type)) return ok(type);
  if (type === DEFAULTS['content-type']) return ok('multipart/form-data');
  return wrong('content-type: files are sent as multipart/form-data. Leave it out.');
}

/** The type that an invalid content type probably means, so that a valid payload is not reported as wrong. */
export function presumedType(text: Text): string {
  if (text('files') !== '') return 'multipart/form-data';
  return /json/i.test(text('content-type')) ? 'application/json' : 'text/plain';
}
