// Certificates for tests, made with openssl.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A certificate for a host name, signed by an authority, or by itself. */
export function certificateFor(name: string, authority?: Certificate): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const path = (file: string): string => join(folder, file);
  const signed: string[] = [];
  if (authority) {
    writeFileSync(path('ca.crt'), authority.cert);
    writeFileSync(path('ca.key'), authority.key);
    signed.push('-CA', path('ca.crt'), '-CAkey', path('ca.key'), '-addext', 'basicConstraints=critical,CA:FALSE');
  }
  try {
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${name}`];
    const files = ['-addext', `subjectAltName=DNS:${name}`, '-keyout', path('key'), '-out', path('crt')];
    execFileSync('openssl', [...made, ...files, ...signed], { stdio: 'ignore' });
    return { key: readFileSync(path('key'), 'utf8'), cert: readFileSync(path('crt'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
