import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { HOUSES, ownHouse } from './tests/e2e/support/houses';

// `npm test` looks for it, and installs one where there is none.
const executablePath =
  process.env.CHROMIUM_PATH ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

/** Browser tests against production builds, each worker's on a house of its own with the demo house in it. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: HOUSES.length,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: ownHouse().baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // Without a graphics card each frame of a movement is painted by the processor; what moves under a hand has its own tests.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace costs a quarter of a run's time; the page and its picture are kept of what fails.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
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
  webServer: process.env.E2E_BASE_URL
    ? undefined
    : HOUSES.map(({ baseURL, port, realtimePort, dataDir }) => ({
        command: 'node scripts/start.mjs',
        url: `${baseURL}/api/health/ready`,
        timeout: 300_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
        env: {
          PORT: String(port),
          REALTIME_PORT: String(realtimePort),
          DATA_DIR: dataDir,
          // The doors' limits have integration tests of their own; here one address signs in for everybody.
          RATE_LIMIT_FACTOR: '100',
          LOG_LEVEL: 'warn',
        },
      })),
});
