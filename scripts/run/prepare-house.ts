import { keepBackup } from '../../lib/backup/keep-backup';
import { keepingOf } from '../../lib/backup/keeping';
import { isHalfRestored } from '../../lib/backup/restore-backup';
import { connect, database } from '../../lib/db/client';
import { ALL_MIGRATIONS } from '../../lib/db/migrations/all-migrations';
import { isBehind } from '../../lib/db/migrations/run-migrations';
import type { Env } from '../../lib/env';
import { prepareDatabase } from '../../lib/start/prepare-database';
import { isEmpty } from './demo-state';
import { say } from './sentence';

/**
 * Brings the data to this version once, before the app and the conversation server start; where the house makes backups, one is made
 * before anything of it is changed.
 * @throws NewerSchemaError with the sentence that the person reads; Error when a restore was cut off, or no backup could be made
 */
export async function prepareHouse(uri: string, settings: Env): Promise<void> {
  const client = connect(uri);
  const db = database(client, settings.MONGODB_DB);
  try {
    if (await isHalfRestored(db))
      throw new Error(
        'A restore into this house was cut off: what is there is half a house. Run npm run restore again.',
      );
    const kept = settings.BACKUP_AT !== undefined && settings.BACKUP_AT !== 'off';
    if (kept && (await isBehind(db, ALL_MIGRATIONS)) && !(await isEmpty(db)))
      say(`Before the data are changed: a backup, ${await keepBackup(db, keepingOf(settings))}`);
    const ran = await prepareDatabase(db);
    if (ran.length > 0) say(`The data were brought to this version (${ran.join(', ')}).`);
  } finally {
    await client.close();
  }
}
