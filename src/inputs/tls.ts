import { X509Certificate } from 'node:crypto';
import type { Tls } from '../http/tls.ts';
import { gather, Problem } from '../text/problem.ts';
import type { Text } from './defaults.ts';
import { isEncrypted, pemBlocks, readPrivateKey } from './pem.ts';

/** Reads `ca-cert`, `client-cert` and `client-key`; undefined where none is given. No message quotes any of them. */
export function parseTls(text: Text): Tls | undefined | Problem {
  const [ca, cert, key] = [text('ca-cert'), text('client-cert'), text('client-key')];
  const read = gather({
    ca: parseCertificates('ca-cert', ca),
    cert: key !== '' && cert === '' ? without('client-key', 'client-cert') : parseCertificates('client-cert', cert),
    key: cert !== '' && key === '' ? without('client-cert', 'client-key') : parseKey('client-key', key),
  });
  if (read instanceof Problem) return read;
  if (read.cert !== undefined && read.key !== undefined && !belongs(read.cert, read.key)) {
    return new Problem(
      'client-key: does not belong to client-cert. Give the key of the first certificate in client-cert.',
    );
  }
  return ca === '' && cert === '' ? undefined : read;
}

function without(given: string, missing: string): Problem {
  return new Problem(`${missing}: is required with ${given}. If it comes from a secret, check the secret's name.`);
}

function parseCertificates(name: string, text: string): string | undefined | Problem {
  if (text === '') return undefined;
  if (/PRIVATE KEY-----/.test(text)) return new Problem(`${name}: holds a private key. Give certificates alone.`);
  const blocks = pemBlocks(text);
  if (blocks.length === 0 || !blocks.every(isCertificate)) {
    return new Problem(`${name}: is not a PEM certificate. Give it whole, with its BEGIN and END lines.`);
  }
  return blocks.map((block) => block.text).join('');
}

function isCertificate({ label, text }: { readonly label: string; readonly text: string }): boolean {
  try {
    return label === 'CERTIFICATE' && new X509Certificate(text).fingerprint256 !== '';
  } catch {
    return false;
  }
}

function parseKey(name: string, text: string): string | undefined | Problem {
  if (text === '') return undefined;
  if (isEncrypted(text)) {
    return new Problem(`${name}: is encrypted. Remove its passphrase first: openssl pkey -in FILE.`);
  }
  const key = readPrivateKey(text);
  if (!key) return new Problem(`${name}: is not a PEM private key. Give it whole, with its BEGIN and END lines.`);
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function belongs(cert: string, key: string): boolean {
  const privateKey = readPrivateKey(key);
  return privateKey !== undefined && new X509Certificate(cert).checkPrivateKey(privateKey);
}
