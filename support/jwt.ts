// Keys, and what jwt-secret and its companions make of them.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { parseJwt } from '../src/inputs/jwt.ts';
import type { JwtSigner } from '../src/request/jwt.ts';
import { valueIn } from './problems.ts';

export const read = (given: Record<string, string>) =>
  parseJwt((name) => ({ 'jwt-algorithm': 'HS256', ...given })[name] ?? '');

export async function signer(secret: string, algorithm = 'HS256', claims = ''): Promise<JwtSigner> {
  const jwt = valueIn(await read({ 'jwt-secret': secret, 'jwt-algorithm': algorithm, 'jwt-claims': claims }));
  if (!jwt) throw new Error('No signer.');
  return jwt;
}

export const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1' = 'pkcs8') =>
  key.export({ type, format: 'pem' }).toString();

export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const curves = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ES512: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
};
