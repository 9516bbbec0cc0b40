import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { outputsOf } from '../../src/report/outputs.ts';
import { accepted, madeFinished } from '../../support/results.ts';

describe('the outputs', () => {
  test('have the names of action.yml, and no others', () => {
    const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
    expect(Object.keys(outputsOf(madeFinished()))).toEqual(Object.keys(action.outputs));
  });

  test('of a success describe the reply', () => {
    expect(outputsOf(madeFinished())).toMatchObject({
      success: 'true',
      status: '200',
      'response-body': '{"a":1}',
      'response-file': '',
      'response-headers': '{"content-type":"application/json"}',
      route: 'webhook',
      attempts: '1',
      duration: '1235',
      'trace-id': '0af7651916cd43dd8448eb211c80319c',
    });
  });

  test('of a failure are set just the same', () => {
    const verdict = { ...accepted, success: false };
    expect(outputsOf(madeFinished({ verdict, attempts: 4, route: 'start' }))).toMatchObject({
      success: 'false',
      status: '200',
      'response-body': '{"a":1}',
      route: 'start',
      attempts: '4',
    });
  });

  test.each([
    ['no request', undefined],
    ['no whole reply', { kind: 'breakdown', stage: 'receive', code: 'ECONNRESET', status: 200 }],
  ] as const)('after %s have an empty status and no headers', (_, exchange) => {
    expect(outputsOf(madeFinished({ exchange }))).toMatchObject({ status: '', 'response-headers': '' });
  });
});
