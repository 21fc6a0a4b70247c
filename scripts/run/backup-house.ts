import { database, connect } from '../../lib/db/client';
import { keepBackup } from '../../lib/backup/keep-backup';
import { keepingOf } from '../../lib/backup/keeping';
import { parseEnv } from '../../lib/env';

/** A process that ends: one more backup in the house's folder. It reads everything, so it is never the one that answers people. */
async function main(): Promise<void> {
  const settings = parseEnv(process.env);
  if (!settings.MONGODB_URI) throw new Error('MONGODB_URI is not set.');
  const client = connect(settings.MONGODB_URI);
  try {
    await keepBackup(database(client, settings.MONGODB_DB), keepingOf(settings));
  } finally {
    await client.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`The backup was not made: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
