import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type Parsed, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';

/** A block of PEM (RFC 7468), with its line breaks as they should be. */
export interface PemBlock {
  readonly label: string;
  readonly text: string;
}

/** The blocks in a text, including those whose line breaks were replaced by `\n` or spaces. */
export function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g)].map(([, label = '', data = '']) => {
    const lines = data.replace(/\\[nr]|\s/g, '').match(/.{1,64}/g) ?? [];
    return { label, text: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n') };
  });
}

/** The private key in a text. Messages quote neither the key nor what OpenSSL says about it. */
export function parsePrivateKey(name: string, text: string): Parsed<KeyObject> {
  // In PKCS #8, or in OpenSSL's old format.
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4, *ENCRYPTED/.test(text)) {
    return wrong(`${name}: is encrypted. Remove its passphrase first: openssl pkey -in FILE.`);
  }
  try {
    const block = pemBlocks(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
    if (block) return ok(createPrivateKey(block.text));
  } catch {
    // Reported in the same way as a text that is not a key.
  }
  return wrong(`${name}: is not a PEM private key. Give it whole, with its BEGIN and END lines.`);
}
