import { expect, test } from '@jest/globals';
import { basicAuthorization } from '../../src/request/auth.ts';

test('user and password are sent in UTF-8', () => {
  expect(basicAuthorization('Aladdin:open sesame')).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  expect(basicAuthorization('test:123£')).toBe('Basic dGVzdDoxMjPCow==');
});
