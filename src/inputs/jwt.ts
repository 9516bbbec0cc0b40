import { createSecretKey, type KeyObject } from 'node:crypto';
import { ALGORITHMS, type Algorithm, type JwtSigner } from '../request/jwt.ts';
import { isMap, type JsonMap } from '../text/json.ts';
import { parseJsonText } from '../text/parse-json.ts';
import { gather, Problem } from '../text/problem.ts';
import { isEncrypted, readPrivateKey } from './pem.ts';
import { parseWord } from './values.ts';

/** The curve that goes with each algorithm (RFC 7518, section 3.4), as OpenSSL and as people call it. */
const CURVES: Readonly<Record<string, readonly [openssl: string, name: string]>> = {
  ES256: ['prime256v1', 'P-256'],
  ES384: ['secp384r1', 'P-384'],
  ES512: ['secp521r1', 'P-521'],
};

/** Reads `jwt-secret`, `jwt-algorithm` and `jwt-claims`; undefined where no secret is given. */
export async function parseJwt(text: (name: string) => string): Promise<JwtSigner | undefined | Problem> {
  const secret = text('jwt-secret');
  const algorithm = parseWord('jwt-algorithm', text('jwt-algorithm'), ALGORITHMS);
  const claims = await parseClaims('jwt-claims', text('jwt-claims'));
  if (secret === '') {
    const unused = gather({
      claims: text('jwt-claims') === '' || claims instanceof Problem ? claims : withoutSecret('jwt-claims'),
      algorithm: algorithm === 'HS256' || algorithm instanceof Problem ? algorithm : withoutSecret('jwt-algorithm'),
    });
    return unused instanceof Problem ? unused : undefined;
  }
  // The algorithm says what the key must be: an invalid one is reported alone.
  const key = algorithm instanceof Problem ? new Problem() : parseKey('jwt-secret', secret, algorithm);
  return gather({ algorithm, claims, key });
}

function withoutSecret(name: string): Problem {
  return new Problem(`${name}: has no effect without jwt-secret.`);
}

async function parseClaims(name: string, text: string): Promise<JsonMap | Problem> {
  if (text === '') return {};
  const claims = await parseJsonText(name, text);
  if (claims instanceof Problem) return claims;
  if (!isMap(claims)) return new Problem(`${name}: is not a JSON map.`);
  const dates = ['exp', 'iat', 'nbf'].filter((claim) => Object.hasOwn(claims, claim));
  const wrong = dates.filter((claim) => typeof claims[claim] !== 'number');
  if (wrong.length === 0) return claims;
  return new Problem(`${name}: ${wrong.join(' and ')} must be a number, the seconds since 1970.`);
}

export function parseKey(name: string, secret: string, algorithm: Algorithm): KeyObject | Problem {
  const isPem = secret.includes('-----BEGIN');
  if (!algorithm.startsWith('HS')) return parsePrivateKey(name, secret, algorithm, isPem);
  if (!isPem) return createSecretKey(secret, 'utf8');
  return new Problem(
    `${name}: is a PEM key, but ${algorithm} takes a passphrase. Set jwt-algorithm to that of the n8n credential, like RS256.`,
  );
}

/** Messages quote neither the key nor what OpenSSL says about it. */
function parsePrivateKey(name: string, pem: string, algorithm: Algorithm, isPem: boolean): KeyObject | Problem {
  if (!isPem) {
    return new Problem(
      `${name}: ${algorithm} takes a private key: the whole PEM, its BEGIN and END lines included. For a passphrase, set jwt-algorithm to HS256, HS384 or HS512.`,
    );
  }
  if (/-----BEGIN (?:[A-Z ]+ )?PUBLIC KEY-----|-----BEGIN CERTIFICATE-----/.test(pem)) {
    return new Problem(`${name}: is a public key. Give the private key that belongs to the one in the n8n credential.`);
  }
  if (isEncrypted(pem)) {
    return new Problem(`${name}: is encrypted. Remove its passphrase first: openssl pkey -in FILE.`);
  }
  const key = readPrivateKey(pem);
  if (!key) return new Problem(`${name}: is not a whole PEM private key.`);
  const unfit = whyUnfit(key, algorithm);
  return unfit === '' ? key : new Problem(`${name}: ${unfit}`);
}

/** Why a private key does not fit an algorithm, in a sentence; empty if it does. */
function whyUnfit({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject, algorithm: Algorithm): string {
  const takes = `but ${algorithm} takes`;
  const [curve, curveName] = CURVES[algorithm] ?? [];
  if (curve !== undefined) {
    const found = Object.entries(CURVES).find(([, [openssl]]) => openssl === details?.namedCurve);
    if (type !== 'ec')
      return `is an ${nameOf(type)} key, ${takes} an EC key. Set jwt-algorithm to that of the n8n credential.`;
    if (details?.namedCurve === curve) return '';
    return `is an EC key of the curve ${details?.namedCurve}, ${takes} ${curveName}.${found ? ` Set jwt-algorithm to ${found[0]}.` : ''}`;
  }
  if (type !== 'rsa') {
    return `is an ${nameOf(type)} key, ${takes} an RSA key. Set jwt-algorithm to that of the n8n credential.`;
  }
  const bits = details?.modulusLength ?? 0;
  // RFC 7518, section 3.3.
  return bits < 2048 ? `is an RSA key of ${bits} bits, ${takes} at least 2048.` : '';
}

export function nameOf(type: string | undefined): string {
  return type === 'rsa-pss' ? 'RSA-PSS' : (type ?? 'unknown').toUpperCase();
}
