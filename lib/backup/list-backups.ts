import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../env';
import { MINUTE_MS } from '../calendar';
import { lastFailed, listKept } from './folder';
import { keepingOf } from './keeping';
import type { BackupsDto } from './schemas';

/** Whether a file is being written there. One that nobody has touched for a while was left by a process that died. */
async function isRunning(folder: string): Promise<boolean> {
  for (const name of await readdir(folder).catch(() => []))
    if (name.endsWith('.partial')) {
      const found = await stat(join(folder, name)).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs < 5 * MINUTE_MS) return true;
    }
  return false;
}

/**
 * The backups of the house, for its owner.
 * @param begun whether this process began one that has not ended: it writes nothing yet in its first moments
 */
export async function listBackups(settings: Env, begun: boolean): Promise<BackupsDto> {
  const { folder, passphrase } = keepingOf(settings);
  const [kept, failed, running] = await Promise.all([listKept(folder), lastFailed(folder), isRunning(folder)]);
  return {
    items: kept.map(({ madeAt, ...rest }) => ({ ...rest, madeAt: madeAt.toISOString() })),
    ...(settings.BACKUP_AT && settings.BACKUP_AT !== 'off' ? { at: settings.BACKUP_AT } : {}),
    sealed: passphrase !== undefined,
    running: begun || running,
    ...(failed ? { failed: { at: failed.at.toISOString(), code: failed.code } } : {}),
  };
}
