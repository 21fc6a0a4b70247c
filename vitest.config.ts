import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      {
        extends: true,
        // Property tests run a hundred cases each: a busy machine needs more than the usual five seconds.
        test: {
          name: 'unit',
          include: ['{,packages/*/}tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          // Rules keep no state: what they are made of is read once for all files.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          // With the fault tests in their short versions, so that `npm test` has them too.
          include: ['{,packages/*/}tests/integration/**/*.test.ts', '{,packages/*/}tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        // The built house as `npm start` runs it; a file at a time, it takes every core.
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['{,packages/*/}tests/faults/**/*.test.ts'],
          env: { FAULT_ROUNDS: 'full' },
          globalSetup: ['tests/support/database.ts'],
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
