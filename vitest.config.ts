import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** These set what a process reads once: its environment, or a module in place of another. */
const OWN_PROCESS = ['tests/integration/notifications/push.test.ts', 'tests/integration/backup/routes.test.ts'];

const integration = {
  globalSetup: ['tests/support/database.ts'],
  setupFiles: ['tests/support/settings.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  fileParallelism: true,
  maxWorkers: 2,
};

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    // What was found instead is told whole: a run on another machine leaves nothing but its words.
    chaiConfig: { truncateThreshold: 2_000 },
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
          ...integration,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: OWN_PROCESS,
          // The app's modules, which every file reads, are read once a worker: they keep nothing of a house.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: 'integration (apart)',
          // With the fault tests in their short versions, so that `npm test` has them too.
          include: [
            ...OWN_PROCESS,
            'packages/*/tests/integration/**/*.test.ts',
            '{,packages/*/}tests/faults/**/*.test.ts',
          ],
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
          globalSetup: integration.globalSetup,
          setupFiles: integration.setupFiles,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
