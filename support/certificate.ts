// Certificates for tests, made by openssl, which Node's own crypto cannot make.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;
if (!HAS_OPENSSL) console.warn('Skipped: openssl is not installed');

/** A certificate that vouches for itself, and its key; empty texts where openssl is not installed. */
export function certificate(name: string): { readonly cert: string; readonly key: string } {
  if (!HAS_OPENSSL) return { cert: '', key: '' };
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const [cert, key] = [join(folder, 'crt'), join(folder, 'key')];
    const args = `req -x509 -newkey rsa:2048 -nodes -days 1 -keyout ${key} -out ${cert} -subj /CN=${name}`;
    execFileSync('openssl', args.split(' '), { stdio: 'ignore' });
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
