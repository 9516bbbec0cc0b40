import { afterEach, beforeEach } from '@jest/globals';

const VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy'];

/** Lets each test of a file begin in an environment without proxies, and undoes what it changes. */
export function withoutProxies(): void {
  const before = { ...process.env };
  beforeEach(() => {
    for (const name of [...VARIABLES, ...VARIABLES.map((one) => one.toUpperCase())]) delete process.env[name];
  });
  afterEach(() => {
    process.env = { ...before };
  });
}
