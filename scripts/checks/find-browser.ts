import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Chromium without a window: the same pages for less than half of the processor's time. */
const SHELL = '/usr/bin/chromium-headless-shell';

const WHOLE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

const firstOf = (paths: readonly (string | undefined)[]): string | undefined =>
  paths.find((path) => path !== undefined && existsSync(path));

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

/** The package of Debian or Ubuntu, where this process may install it. */
function packaged(name: string): string | undefined {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  process.stdout.write(`Installing ${name}…\n`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
  return firstOf([`/usr/bin/${name}`]);
}

/**
 * The browser of the browser tests: the one that `CHROMIUM_PATH` names; else Chromium's headless shell, installed or (as root
 * on Debian or Ubuntu, where CI is set) installed now; else a whole Chromium, installed or packaged; else Playwright's own download.
 * @throws Error saying what to do when none of these works.
 */
export function findBrowser(): string {
  const found =
    firstOf([process.env['CHROMIUM_PATH'], SHELL]) ??
    (process.env['CI'] ? packaged('chromium-headless-shell') : undefined) ??
    firstOf([...WHOLE, chromium.executablePath()]) ??
    packaged('chromium-headless-shell') ??
    packaged('chromium');
  if (found) return found;
  process.stdout.write('No browser found: trying the download of Playwright…\n');
  if (run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])) {
    const now = firstOf([chromium.executablePath()]);
    if (now) return now;
  }
  throw new Error(
    'No browser for the browser tests: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.',
  );
}
