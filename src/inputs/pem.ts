import { createPrivateKey, type KeyObject } from 'node:crypto';

/** A block of PEM (RFC 7468), with its line breaks as they should be. */
export interface PemBlock {
  readonly label: string;
  readonly text: string;
}

/**
 * The blocks in a text, including those whose line breaks were replaced by `\n` or spaces.
 */
export function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g)].map(([, label = '', data = '']) => {
    const lines = data.replace(/\\[nr]|\s/g, '').match(/.{1,64}/g) ?? [];
    return { label, text: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n') };
  });
}

/** The private key in a text; undefined if there is none that can be read. */
export function readPrivateKey(text: string): KeyObject | undefined {
  const block = pemBlocks(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (!block) return undefined;
  try {
    return createPrivateKey(block.text);
  } catch {
    return undefined;
  }
}

/** Whether a private key needs a passphrase, in PKCS #8 or in OpenSSL's old format. */
export function isEncrypted(text: string): boolean {
  return /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4, *ENCRYPTED/.test(text);
}
