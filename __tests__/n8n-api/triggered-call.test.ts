import { expect, test } from '@jest/globals';
import { textBody } from '../../src/http/body.ts';
import { sentJson } from '../../src/n8n-api/triggered-call.ts';
import { triggered } from '../../support/triggered.ts';

const sent = (text: string, type = 'application/json') => sentJson(triggered({ body: textBody(text, type) }));

test('the body that a call carried is read again if it is JSON and not too large', async () => {
  expect(await sent('{"a":[1]}')).toEqual({ a: [1] });
  expect(await sent('{"a":1}', 'text/plain')).toBeUndefined();
  expect(await sent('{"a":')).toBeUndefined();
  expect(await sent(JSON.stringify('x'.repeat(1024 * 1024)))).toBeUndefined();
  expect(await sentJson(triggered())).toBeUndefined();
});
