import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const port = process.env.E2E_PORT ?? '3210';
const realtimePort = process.env.E2E_REALTIME_PORT ?? '3211';
// Told to the workers too: their tests read the mails that the house writes there.
const dataDir = (process.env.E2E_DATA_DIR ??= join(tmpdir(), `fashionflow-e2e-${process.pid}`));
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Browser tests against the production build of a house of their own, with the demo house in it. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? `http://localhost:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  // With E2E_BASE_URL the tests visit a demo house that is already open.
  webServer: process.env.E2E_BASE_URL
    ? undefined
    : {
        command: 'node scripts/start.mjs',
        url: `http://localhost:${port}/api/health/ready`,
        timeout: 300_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
        env: {
          PORT: port,
          REALTIME_PORT: realtimePort,
          DATA_DIR: dataDir,
          // The doors' limits have integration tests of their own; here one address signs in for everybody.
          RATE_LIMIT_FACTOR: '100',
          LOG_LEVEL: 'warn',
        },
      },
});
