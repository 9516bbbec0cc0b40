const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tools/strip-types.mjs' },
  modulePathIgnorePatterns: ['e2e/n8n', 'e2e/versions', 'build', 'dist', '.stryker-tmp'].map(
    (folder) => `<rootDir>/${folder}/`,
  ),
};

export default {
  // A busy machine is slow; what hangs is noticed all the same.
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/__tests__/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/*.test.ts'],
      globalSetup: '<rootDir>/e2e/suite-start.ts',
      globalTeardown: '<rootDir>/e2e/suite-stop.ts',
    },
    {
      ...shared,
      displayName: 'queue',
      // Beside its own tests: those of the suite that call webhooks and follow them, with two addresses in place of one.
      testMatch: [
        '<rootDir>/e2e/queue/*.test.ts',
        '<rootDir>/e2e/following.test.ts',
        '<rootDir>/e2e/following-cut-short.test.ts',
        '<rootDir>/e2e/webhook-replies.test.ts',
      ],
      globalSetup: '<rootDir>/e2e/queue/queue-start.ts',
      globalTeardown: '<rootDir>/e2e/queue/queue-stop.ts',
    },
    {
      ...shared,
      displayName: 'act',
      testMatch: ['<rootDir>/e2e/act/*.test.ts'],
      globalSetup: '<rootDir>/e2e/act/act-start.ts',
      globalTeardown: '<rootDir>/e2e/act/act-stop.ts',
    },
  ],
};
