import { describe, expect, test } from '@jest/globals';
import { isWithin } from '../../src/http/status.ts';
import {
  parseBoolean,
  parseCount,
  parseDuration,
  parseStatusRanges,
  parseUrl,
  parseWord,
  presumedUrl,
} from '../../src/inputs/values.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

describe('a duration', () => {
  test.each([
    ['30', 30_000],
    ['500ms', 500],
    ['30s', 30_000],
    ['1.5s', 1500],
    ['1.25s', 1250],
    ['10m', 600_000],
    ['1h', 3_600_000],
    ['0.5ms', 1],
    ['596h', 2_145_600_000],
  ])('%s is %i ms', (text, ms) => {
    expect(valueIn(parseDuration('timeout', text))).toBe(ms);
  });

  test.each(['12abc', '-1', '', 'ten', '1d', '1 h', '1h30m', '0x10', '1e3', '.5s', '5.s', 'Infinity', 'NaN', '٣s'])(
    '"%s" is not one',
    (text) => {
      expect(linesOf(parseDuration('timeout', text))).toEqual([
        `timeout: "${text}" is not a duration. Write seconds, or 500ms, 30s, 10m, 1h.`,
      ]);
    },
  );

  test.each(['0', '0s', '0.4ms', '597h', '99999999999999999999h'])('%s is out of range', (text) => {
    expect(linesOf(parseDuration('timeout', text))[0]).toMatch(/^timeout: ".*" is out of range\./);
  });

  test('fits into a timer of Node at its longest', () => {
    expect(valueIn(parseDuration('timeout', '596h'))).toBeLessThan(2 ** 31 - 60_000);
  });
});

test.each([
  ' "https://n8n.example.com/webhook/x" ',
  "'https://n8n.example.com/webhook/x' \n",
  '<https://n8n.example.com/webhook/x>>',
])('the URL in %j is found in spite of what is around it', (text) => {
  expect(presumedUrl(text)?.href).toBe('https://n8n.example.com/webhook/x');
});

describe('a count', () => {
  test.each([
    ['0', 0],
    ['3', 3],
    ['007', 7],
    ['100', 100],
  ])('%s is %i', (text, count) => {
    expect(valueIn(parseCount('retries', text, 100))).toBe(count);
  });

  test.each(['-1', '101', '2fa', '1.5', '', ' 1', '1e2', '+1', '9999999999'])('"%s" is not one', (text) => {
    expect(linesOf(parseCount('retries', text, 100))).toEqual([
      `retries: "${text}" is not a whole number from 0 to 100.`,
    ]);
  });
});

describe('a boolean', () => {
  test.each(['true', 'True', 'TRUE'])('%s is true', (text) => {
    expect(valueIn(parseBoolean('summary', text))).toBe(true);
  });

  test.each(['false', 'False', 'FALSE'])('%s is false', (text) => {
    expect(valueIn(parseBoolean('summary', text))).toBe(false);
  });

  test.each(['yes', 'on', '1', '0', 'tRUE', 'no', '', 'trues', 'untrue', 'falsey', 'notfalse', 'true\n'])(
    '%j is neither',
    (text) => {
      expect(linesOf(parseBoolean('summary', text))[0]).toMatch(/^summary: ".*" is neither true nor false\.$/);
    },
  );
});

describe('a word', () => {
  test('is taken as it is', () => {
    expect(valueIn(parseWord('mode', 'api', ['webhook', 'api']))).toBe('api');
  });

  test.each(['webhok', 'API', 'constructor', ''])('"%s" is unknown, and the known ones are named', (text) => {
    expect(linesOf(parseWord('mode', text, ['webhook', 'api']))).toEqual([
      `mode: "${text}" is unknown. Use one of: webhook, api.`,
    ]);
  });

  test('of forty characters is quoted whole, and a longer one is left out', () => {
    const most = 'x'.repeat(40);
    expect(linesOf(parseWord('mode', most, ['api']))[0]).toContain(`"${most}" is`);
    expect(linesOf(parseWord('mode', `${most}x`, ['api']))[0]).toContain('"…" is');
  });

  test('is quoted on one line', () => {
    const [line = ''] = linesOf(parseWord('mode', `a\n::error::b${'x'.repeat(100)}`, ['api']));
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(100);
  });
});

describe('status codes', () => {
  test.each([
    ['200', [[200, 200]]],
    ['200-299', [[200, 299]]],
    [
      '200-299,404',
      [
        [200, 299],
        [404, 404],
      ],
    ],
    [
      ' 200 - 204 , 404 ',
      [
        [200, 204],
        [404, 404],
      ],
    ],
  ])('"%s" is read', (text, ranges) => {
    expect(valueIn(parseStatusRanges('accept-status', text))).toEqual(ranges);
  });

  test.each(['200-', '-200', '2xx', '299-200', '', '200,', '600', '99', '200 299', '200-299-300', '2000'])(
    '"%s" is refused',
    (text) => {
      expect(linesOf(parseStatusRanges('accept-status', text))[0]).toMatch(
        /^accept-status: ".*" is not a status code or range\./,
      );
    },
  );

  test('ranges hold both of their ends and nothing outside', () => {
    const ranges = [
      [200, 204],
      [404, 404],
    ] as const;
    expect([199, 200, 204, 205, 404, 405].filter((status) => isWithin(status, ranges))).toEqual([200, 204, 404]);
  });
});

describe('a URL', () => {
  test.each(['http://localhost:5678/webhook/a?b=c', 'HTTPS://N8N.example.com/'])('%s is taken', (text) => {
    expect(valueIn(parseUrl('url', text))).toHaveProperty('href', new URL(text).href);
  });

  test.each([
    ['', /^url: is required\. .*forks get no secrets/],
    ['ftp://n8n.example.com/x', /^url: is not an absolute http or https URL/],
    ['n8n.example.com/webhook/x', /^url: is not an absolute/],
    ['//n8n.example.com/webhook/x', /^url: is not an absolute/],
    ['"https://n8n.example.com/webhook/x"', /^url: is not an absolute/],
    ['/webhook/x', /^url: has no host\. .*forks get no secrets/],
    [':5678/webhook/x', /^url: has no host/],
    ['https:///webhook/x', /^url: has no host/],
    ['http://:5678/webhook/x', /^url: has no host/],
    ['https://user:password@/webhook/x', /^url: has no host/],
    ['https://?x=1', /^url: has no host/],
    ['https://?mail=a@b', /^url: has no host/],
    ['http:n8n.example.com', /^url: is not an absolute/],
    ['https://', /^url: has no host/],
    ['https://:password@/webhook/x', /^url: has no host/],
    ['https://:password@:5678/webhook/x', /^url: has no host/],
    ['https://:password@n8n.example.com/webhook/x', /^url: has no user in front of the host\. .*forks get no secrets/],
    ['https://:@n8n.example.com/webhook/x', /^url: has no user/],
    ['https://n8n.example.com:99999/', /^url: is not an absolute/],
    ['javascript:alert(1)', /^url: is not an absolute/],
    ['ftp://n8n.example.com/?to=https://x', /^url: is not an absolute/],
    ['https://n8n.example.com/a b', /^url: contains a space, line break/],
    ['https://n8n.example.com/a\nb', /^url: contains a space, line break/],
    ['https://n8n.example.com/a\u200bb', /^url: contains .*invisible character/],
    ['https://n8n.example.com/a\u202e', /^url: contains .*invisible character/],
  ])('"%s" is refused', (text, message) => {
    expect(linesOf(parseUrl('url', text))).toEqual([expect.stringMatching(message)]);
  });

  test('is half a secret, so no message quotes it', () => {
    for (const text of ['ftp://host/webhook/s3cret', 'https://host/webhook/s3cret x', 'host/webhook/s3cret']) {
      expect(linesOf(parseUrl('url', text)).join()).not.toContain('s3cret');
    }
  });
});
