import { resolve } from 'node:path';
import type { Env } from '../env';
import type { Keeping } from './keep-backup';

/** Where the house keeps its own backups, and with what, as the environment says. */
export const keepingOf = (settings: Pick<Env, 'BACKUP_DIR' | 'BACKUP_KEY' | 'DATA_DIR' | 'AUTH_SECRET'>): Keeping => ({
  folder: resolve(settings.BACKUP_DIR ?? `${settings.DATA_DIR}/backups`),
  passphrase: settings.BACKUP_KEY,
  root: settings.AUTH_SECRET,
});
