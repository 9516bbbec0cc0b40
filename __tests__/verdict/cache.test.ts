import { describe, expect, test } from '@jest/globals';
import { ageOf, isFromCache, mayBeStored } from '../../src/verdict/cache.ts';
import { madeCall } from '../../support/call.ts';

describe('a reply from a cache', () => {
  // The first two are Varnish 7.1's, to the first request and to a later one.
  test.each([
    [{ 'x-varnish': '32770', age: '0', via: '1.1 varnish (Varnish/7.1)' }, false],
    [{ 'x-varnish': '5 32771', age: '0', via: '1.1 varnish (Varnish/7.1)' }, true],
    [{ 'x-varnish': '5 32771, 98312' }, true],
    [{ 'x-varnish': '32771, 98312' }, false],
    [{ 'x-cache': 'Hit from cloudfront' }, true],
    [{ 'x-cache': 'RefreshHit from cloudfront' }, false],
    [{ 'x-cache': 'Miss from cloudfront' }, false],
    [{ 'x-cache': 'HIT from proxy.example.com' }, true],
    [{ 'x-cache': 'MISS, HIT', 'x-served-by': 'cache-1, cache-2' }, true],
    [{ 'x-cache': 'TCP_MEM_HIT from a23 (AkamaiGHost/11)' }, true],
    [{ 'x-cache': 'TCP_REFRESH_HIT' }, false],
    [{ 'cf-cache-status': 'HIT', age: '7' }, true],
    [{ 'cf-cache-status': 'REVALIDATED' }, false],
    [{ 'cf-cache-status': 'DYNAMIC' }, false],
    [{ 'cache-status': 'Souin; hit; ttl=102' }, true],
    [{ 'cache-status': 'Souin; hit=?0; fwd=uri-miss' }, false],
    [{ 'cache-status': 'Souin; fwd=uri-miss; stored' }, false],
    [{ 'x-cache-status': 'HIT' }, true],
    [{ 'x-proxy-cache': 'MISS' }, false],
    [{}, false],
  ])('says so: %j: %s', (headers, is) => {
    expect(isFromCache({ ...headers })).toBe(is);
  });

  test.each([
    ['7', 7],
    ['0', 0],
    ['-1', 0],
    ['soon', 0],
    [undefined, 0],
  ])('may have an age: %s', (age, seconds) => {
    expect(ageOf(age === undefined ? {} : { age })).toBe(seconds);
  });

  test.each([
    ['GET', { age: '1' }, true],
    ['HEAD', { 'x-cache-status': 'HIT' }, true],
    ['GET', { age: '0' }, false],
    ['POST', { 'x-cache-status': 'HIT', age: '1' }, false],
  ])('answers no other methods than GET and HEAD: %s %j', (method, headers, is) => {
    expect(mayBeStored({ headers, call: madeCall({ method }) })).toBe(is);
  });
});
