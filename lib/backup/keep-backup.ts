import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/client';
import { withLease } from '../db/with-lease';
import { listKept, noteFailure, readyFolder, tidy } from './folder';
import { BackupRefused } from './refusal';
import { fileNameOf } from './rules';
import { writeBackup } from './write-backup';

/** Where the house keeps its own backups, and with what they are sealed. */
export interface Keeping {
  folder: string;
  passphrase: string | undefined;
  root: string | undefined;
}

/** Another one of about the last one's size must fit, and a little more. */
async function demandRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const [last] = await listKept(folder);
  if (bavail * bsize < (last?.bytes ?? 0) * 1.2 + 64 * 1024 * 1024)
    throw new BackupRefused('diskFull', { path: folder });
}

/**
 * Adds a backup of this moment to the house's folder, and takes away those that need not be kept any longer. One at a time.
 * @returns the path of the file
 * @throws BackupRefused, noted in the folder for whoever looks later
 */
export function keepBackup(db: Database, { folder, passphrase, root }: Keeping, now = new Date()): Promise<string> {
  return withLease(db, 'backup', async () => {
    await readyFolder(folder);
    try {
      await demandRoom(folder);
      const file = join(folder, fileNameOf(now));
      await writeBackup(db, { file, passphrase, root });
      await tidy(folder);
      return file;
    } catch (error) {
      await noteFailure(folder, error instanceof BackupRefused ? error.code : 'unknown').catch(() => undefined);
      throw error;
    }
  });
}
