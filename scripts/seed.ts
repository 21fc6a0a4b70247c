import { parseArgs } from 'node:util';
import { appDatabase } from '../lib/db/client';
import { env } from '../lib/env';
import { prepareDatabase } from '../lib/start/prepare-database';
import { loadDemo } from './demo/load-demo';
import { isEmpty } from './run/demo-state';
import { fitDemoPasswords } from './run/demo-passwords';

/** `npm run seed -- --demo`: loads the demo house into an empty database given by MONGODB_URI. */
async function seed(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
  if (!values.demo) throw new Error('Say what to load: npm run seed -- --demo');
  if (!env().MONGODB_URI)
    throw new Error('MONGODB_URI is not set. Without it, `npm start` loads the demo house by itself on its first run.');
  const db = appDatabase();
  try {
    if (!(await isEmpty(db)))
      throw new Error(
        `The database ${db.db.databaseName} is not empty: the demo house is only loaded into an empty one. Nothing was changed.`,
      );
    await prepareDatabase(db);
    await loadDemo(db, { dataDir: env().DATA_DIR, report: (line) => process.stdout.write(`${line}\n`) });
    // A database somebody named is not a trial on one's own machine: the known password is never used there.
    const password = await fitDemoPasswords(db, false);
    process.stdout.write(`\nThe demo house is loaded. Password of its accounts, printed this once: ${password}\n`);
  } finally {
    await db.client.close();
  }
}

seed().catch((error: unknown) => {
  process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
});
