import { randomUUID } from 'node:crypto';
import { type Body, bytesOf } from './body.ts';

/** A file that is sent as a part of a form; `size` in bytes. */
export interface FilePart {
  readonly field: string;
  readonly path: string;
  /** The file name to send, without folders. */
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** A form of fields and files (RFC 7578), with the files streamed from disk. */
export function multipartBody(fields: Iterable<readonly [string, string]>, files: readonly FilePart[]): Body {
  const boundary = `----n8n-trigger-${randomUUID()}`;
  const head = (name: string, more: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${more}\r\n\r\n`;
  const start = Buffer.from([...fields].map(([name, value]) => `${head(name, '')}${value}\r\n`).join(''));
  const parts = files.map(({ field, path, name, type, size }) => ({
    head: Buffer.from(head(field, `; filename="${escapeName(name)}"\r\nContent-Type: ${type}`)),
    path,
    size,
  }));
  const lineEnd = Buffer.from('\r\n');
  const end = Buffer.from(`--${boundary}--\r\n`);
  const bytes = async function* () {
    yield start;
    for (const part of parts) {
      yield part.head;
      yield* bytesOf(part.path, part.size);
      yield lineEnd;
    }
    yield end;
  };
  const sizes = parts.map((part) => part.head.length + part.size + lineEnd.length);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    size: sizes.reduce((sum, size) => sum + size, start.length + end.length),
    open: bytes,
  };
}

/** As browsers escape names, and as n8n reads them (WHATWG HTML, multipart form data). */
function escapeName(name: string): string {
  return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}
