import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { lastFailed, lastMade } from '../../lib/backup/folder';
import { keepingOf } from '../../lib/backup/keeping';
import { isDue } from '../../lib/backup/rules';
import type { Env } from '../../lib/env';
import { minuteOfDay } from '../../lib/i18n/atelier-time';
import { programArgs, type ProgramForm } from './program';

const LOOK_EVERY_MS = 30_000;

/** When this house began: it owes its first backup the night after. */
function beganAt(dataDir: string): Date {
  try {
    return statSync(join(dataDir, 'auth-secret')).mtime;
  } catch {
    return new Date();
  }
}

/**
 * Makes the night's backup when its hour has come, in a process that ends.
 * @param env of that process, with MONGODB_URI
 * @returns stops looking, and ends a backup under way: nothing of it is kept then
 */
export function keepNights(form: ProgramForm, settings: Env, env: NodeJS.ProcessEnv): () => void {
  const { BACKUP_AT: at } = settings;
  if (at === undefined || at === 'off') return () => undefined;
  const { folder } = keepingOf(settings);
  const began = beganAt(settings.DATA_DIR);
  let running: ReturnType<typeof spawn> | undefined;
  const look = async (): Promise<void> => {
    if (running) return;
    const moment = new Date();
    const made = (await lastMade(folder)) ?? began;
    const failed = (await lastFailed(folder))?.at;
    if (running || !isDue({ moment, minute: minuteOfDay(moment) }, at, { made, failed })) return;
    running = spawn(process.execPath, programArgs('backup', form), {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    running.once('error', () => (running = undefined));
    running.once('exit', () => (running = undefined));
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  void look();
  return () => {
    clearInterval(timer);
    running?.kill();
  };
}
