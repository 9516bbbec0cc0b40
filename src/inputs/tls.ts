import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Tls } from '../http/connections.ts';
import { gather, type Parsed, unset, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';
import type { Text } from './defaults.ts';
import { type PemBlock, parsePrivateKey, pemBlocks } from './pem.ts';
import { UNSET } from './values.ts';

/** Reads `ca-cert`, `client-cert` and `client-key`; undefined if none is given. No message quotes any of them. */
export function parseTls(text: Text): Parsed<Tls | undefined> {
  const [certText, keyText] = [text('client-cert'), text('client-key')];
  const read = gather({
    ca: parseCertificates('ca-cert', text('ca-cert')),
    cert:
      certText === '' && keyText !== ''
        ? missing('client-cert', 'client-key')
        : parseCertificates('client-cert', certText),
    key: keyText === '' && certText !== '' ? missing('client-key', 'client-cert') : parseKey(keyText),
  });
  if (!read.ok) return read;
  const { ca, cert, key } = read.value;
  if (cert !== undefined && key && !new X509Certificate(cert).checkPrivateKey(key)) {
    return wrong('client-key: does not belong to client-cert. Give the key of the first certificate in client-cert.');
  }
  if (ca === undefined && cert === undefined) return ok(undefined);
  return ok({ ca, cert, key: key?.export({ type: 'pkcs8', format: 'pem' }).toString() });
}

function missing(name: string, given: string): Parsed<never> {
  return unset(`${name}: is required with ${given}. ${UNSET}`);
}

function parseCertificates(name: string, text: string): Parsed<string | undefined> {
  if (text === '') return ok(undefined);
  if (/PRIVATE KEY-----/.test(text)) return wrong(`${name}: contains a private key. Give only certificates.`);
  const blocks = pemBlocks(text);
  if (blocks.length === 0 || !blocks.every(isCertificate)) {
    return wrong(`${name}: is not a PEM certificate. Give it whole, with its BEGIN and END lines.`);
  }
  return ok(blocks.map((block) => block.text).join(''));
}

function isCertificate({ label, text }: PemBlock): boolean {
  try {
    return label === 'CERTIFICATE' && new X509Certificate(text).fingerprint256 !== '';
  } catch {
    return false;
  }
}

function parseKey(text: string): Parsed<KeyObject | undefined> {
  return text === '' ? ok(undefined) : parsePrivateKey('client-key', text);
}
