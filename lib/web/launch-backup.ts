import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../env';
import { log } from '../log';

const BUILT = ['.programs', 'backup.mjs'];
const SOURCE = ['scripts', 'run', 'backup-house.ts'];

/** Kept on globalThis: pages and routes are bundles of their own. */
const holder = globalThis as typeof globalThis & { fashionflowBackupRuns?: boolean };

/** Whether a backup was begun here and has not ended. */
export const isBackupRunning = (): boolean => holder.fashionflowBackupRuns === true;

/** The program that makes a backup: built, as everything `npm start` runs, or from its source while developing. */
function programArgs(): string[] {
  const built = join(process.cwd(), ...BUILT);
  return env().NODE_ENV === 'production' && existsSync(built)
    ? ['--enable-source-maps', built]
    : ['--import', 'tsx', join(process.cwd(), ...SOURCE)];
}

/** Begins a backup in a process of its own: it reads the whole house, and this one answers people. One at a time. */
export function launchBackup(): void {
  if (isBackupRunning()) return;
  holder.fashionflowBackupRuns = true;
  const ended = (): void => {
    holder.fashionflowBackupRuns = false;
  };
  spawn(process.execPath, programArgs(), { stdio: ['ignore', 'ignore', 'inherit'] })
    .once('error', (error) => {
      log().error({ err: error }, 'the backup could not be begun');
      ended();
    })
    .once('exit', ended);
}
