// Certificates for tests, made by openssl, which Node's own crypto cannot make.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;
if (!HAS_OPENSSL) console.warn('Skipped: openssl is not installed');

/**
 * A certificate for a host name, and its key; empty texts where openssl is not installed.
 *
 * @param authority signs it; without one, it is self-signed
 */
export function certificate(name: string, authority?: Certificate): Certificate {
  if (!HAS_OPENSSL) return { cert: '', key: '' };
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const path = (file: string): string => join(folder, file);
  try {
    const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${name}`];
    // Servers on loopback are called by their address, too.
    const names = name === 'localhost' ? 'DNS:localhost,IP:127.0.0.1' : `DNS:${name}`;
    args.push('-addext', `subjectAltName=${names}`, '-keyout', path('key'), '-out', path('crt'));
    if (authority) {
      writeFileSync(path('ca.crt'), authority.cert);
      writeFileSync(path('ca.key'), authority.key);
      args.push('-CA', path('ca.crt'), '-CAkey', path('ca.key'), '-addext', 'basicConstraints=critical,CA:FALSE');
    }
    execFileSync('openssl', args, { stdio: 'ignore' });
    return { cert: readFileSync(path('crt'), 'utf8'), key: readFileSync(path('key'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
