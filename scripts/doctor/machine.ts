import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { lastMade } from '../../lib/backup/folder';
import { keepingOf } from '../../lib/backup/keeping';
import { HOUR_MS } from '../../lib/calendar';
import type { Found, Patient } from './finding';

const GIGABYTE = 1024 ** 3;
/** A night that was missed is forgiven; two are not. */
const LATE_HOURS = 50;

/** Room on the disk of the data folder. */
export function lookAtDisk({ dataDir }: Patient): Found {
  const { bavail, blocks, bsize } = statfsSync(dataDir);
  const values = {
    free: Math.floor(((bavail * bsize) / GIGABYTE) * 10) / 10,
    percent: Math.round((bavail / blocks) * 100),
  };
  return bavail * bsize < GIGABYTE
    ? { state: 'ill', found: 'diskFull', values }
    : { state: 'well', found: 'diskRoom', values };
}

/** Who may read the data: their owner alone. */
export function lookAtRights({ dataDir }: Patient): Found {
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return { state: 'ill', found: 'folderShut', values: { dataDir } };
  }
  for (const path of [dataDir, `${dataDir}/auth-secret`])
    if (process.platform !== 'win32' && existsSync(path) && (statSync(path).mode & 0o077) !== 0)
      return { state: 'ill', found: 'folderOpen', values: { path } };
  return { state: 'well', found: 'folderOwn', values: { dataDir } };
}

/** How old the last backup is, where the house makes them. */
export async function lookAtBackups({ settings }: Patient): Promise<Found> {
  if (settings.BACKUP_AT === 'off' || (settings.MONGODB_URI && !settings.BACKUP_AT))
    return { state: 'off', found: 'backupsOff' };
  const { folder } = keepingOf(settings);
  const made = await lastMade(folder);
  if (!made) return { state: 'off', found: 'backupsNone' };
  const hours = Math.round((Date.now() - made.getTime()) / HOUR_MS);
  return hours > LATE_HOURS
    ? { state: 'ill', found: 'backupsLate', values: { hours, folder } }
    : { state: 'well', found: 'backupsKept', values: { hours } };
}
