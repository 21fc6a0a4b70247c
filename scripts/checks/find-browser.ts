import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/usr/bin/chromium-headless-shell',
];

const installed = (): string | undefined =>
  [process.env['CHROMIUM_PATH'], ...INSTALLED, chromium.executablePath()].find(
    (path): path is string => Boolean(path) && existsSync(path ?? ''),
  );

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
  0;

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * The browser of the browser tests: an installed Chromium; else, as root on Debian or Ubuntu, their
 * package; else Playwright's own download.
 * @throws Error saying what to do when none of these works.
 */
export function findBrowser(): string {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && isDebian()) {
    process.stdout.write('No browser found: installing Chromium…\n');
    run('apt-get', ['update', '-qq']);
    for (const name of ['chromium', 'chromium-headless-shell']) {
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
      const now = installed();
      if (now) return now;
    }
  }
  process.stdout.write('No browser found: trying the download of Playwright…\n');
  if (run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])) {
    const now = installed();
    if (now) return now;
  }
  throw new Error(
    'No browser for the browser tests: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.',
  );
}
