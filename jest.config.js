const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tools/strip-types.mjs' },
  modulePathIgnorePatterns: ['<rootDir>/e2e/n8n/', '<rootDir>/build/', '<rootDir>/dist/'],
};

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/__tests__/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/*.test.ts'],
      globalSetup: '<rootDir>/e2e/support/suite-start.ts',
      globalTeardown: '<rootDir>/e2e/support/suite-stop.ts',
    },
  ],
};
