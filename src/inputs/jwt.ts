import { createSecretKey, type KeyObject } from 'node:crypto';
import { ALGORITHMS, type Algorithm, type JwtSigner } from '../request/jwt.ts';
import { isMap, type JsonMap } from '../text/json.ts';
import { parseJsonText } from '../text/parse-json.ts';
import { gather, type Parsed, unset, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';
import type { Text } from './defaults.ts';
import { parsePrivateKey } from './pem.ts';
import { parseWord, UNSET } from './values.ts';

/** The curve that goes with each algorithm (RFC 7518, section 3.4), as OpenSSL and as people call it. */
const CURVES: Readonly<Record<string, readonly [openssl: string, name: string]>> = {
  ES256: ['prime256v1', 'P-256'],
  ES384: ['secp384r1', 'P-384'],
  ES512: ['secp521r1', 'P-521'],
};

/** Reads `jwt-secret`, `jwt-algorithm` and `jwt-claims`; undefined if no secret is given. */
export async function parseJwt(text: Text): Promise<Parsed<JwtSigner | undefined>> {
  const secret = text('jwt-secret');
  const algorithm = parseWord('jwt-algorithm', text('jwt-algorithm'), ALGORITHMS);
  const claims = await parseClaims(text('jwt-claims'));
  if (secret !== '') {
    // The algorithm says what the key must be: an invalid one is reported alone.
    return gather({ algorithm, claims, key: algorithm.ok ? parseKey(secret, algorithm.value) : wrong() });
  }
  const unused = gather({
    claims: claims.ok && text('jwt-claims') !== '' ? withoutSecret('jwt-claims') : claims,
    algorithm: algorithm.ok && algorithm.value !== 'HS256' ? withoutSecret('jwt-algorithm') : algorithm,
  });
  return unused.ok ? ok(undefined) : unused;
}

function withoutSecret(name: string): Parsed<never> {
  return unset(`${name}: has no effect without jwt-secret. ${UNSET}`);
}

async function parseClaims(text: string): Promise<Parsed<JsonMap>> {
  if (text === '') return ok({});
  const json = await parseJsonText('jwt-claims', text);
  if (!json.ok) return json;
  const claims = json.value;
  if (!isMap(claims)) return wrong('jwt-claims: is not a JSON map.');
  const dates = ['exp', 'iat', 'nbf'].filter((name) => Object.hasOwn(claims, name) && typeof claims[name] !== 'number');
  if (dates.length === 0) return ok(claims);
  return wrong(`jwt-claims: ${dates.join(' and ')} must be a number: seconds since 1970.`);
}

function parseKey(secret: string, algorithm: Algorithm): Parsed<KeyObject> {
  const isPem = secret.includes('-----BEGIN');
  if (algorithm.startsWith('HS')) {
    if (!isPem) return ok(createSecretKey(secret, 'utf8'));
    return wrong(
      `jwt-secret: is a PEM key, but ${algorithm} takes a passphrase. Set jwt-algorithm to that of the n8n credential, like RS256.`,
    );
  }
  if (!isPem) {
    return wrong(
      `jwt-secret: ${algorithm} takes a private key: the whole PEM, including its BEGIN and END lines. For a passphrase, set jwt-algorithm to HS256, HS384 or HS512.`,
    );
  }
  if (/-----BEGIN (?:[A-Z ]+ )?PUBLIC KEY-----|-----BEGIN CERTIFICATE-----/.test(secret)) {
    return wrong('jwt-secret: is a public key. Give the private key that belongs to the one in the n8n credential.');
  }
  const key = parsePrivateKey('jwt-secret', secret);
  const mismatch = key.ok ? mismatchOf(key.value, algorithm) : undefined;
  return mismatch === undefined ? key : wrong(`jwt-secret: ${mismatch}`);
}

/** Why a private key does not fit an algorithm, in a sentence; undefined if it does. */
function mismatchOf(key: KeyObject, algorithm: Algorithm): string | undefined {
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details } = key;
  const takes = `but ${algorithm} takes`;
  const curve = CURVES[algorithm];
  if (type !== (curve ? 'ec' : 'rsa')) {
    return `is an ${type.toUpperCase()} key, ${takes} an ${curve ? 'EC' : 'RSA'} key. Set jwt-algorithm to that of the n8n credential.`;
  }
  if (!curve) {
    const bits = details?.modulusLength ?? 0;
    // RFC 7518, section 3.3.
    return bits < 2048 ? `is an RSA key of ${bits} bits, ${takes} at least 2048.` : undefined;
  }
  const [openssl, name] = curve;
  const given = details?.namedCurve;
  if (given === openssl) return undefined;
  const fitting = Object.keys(CURVES).find((candidate) => CURVES[candidate]?.[0] === given);
  const hint = fitting === undefined ? '' : ` Set jwt-algorithm to ${fitting}.`;
  return `is an EC key of the curve ${given}, ${takes} ${name}.${hint}`;
}
