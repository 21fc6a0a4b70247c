import type { Database } from '@/lib/db/client';
import { connect, database } from '@/lib/db/client';
import type { Migration } from '@/lib/db/migrations/migration';
import { runMigrations } from '@/lib/db/migrations/run-migrations';

/** Turns `old` into `new` one document at a time; a document that is met twice would show it in `times`. */
export const slowMigration = (changed: () => Promise<void>): Migration => ({
  version: 1,
  name: 'slowly',
  up: async (db: Database) => {
    const things = db.db.collection('things');
    for await (const { _id } of things.find({ shape: 'old' }).sort({ _id: 1 })) {
      await things.updateOne({ _id, shape: 'old' }, { $set: { shape: 'new' }, $inc: { times: 1 } });
      await changed();
    }
  },
});

/** A process that is killed in the middle: it says after how many documents it is, and never comes to the end. */
async function main([uri = '', name = '']: string[]): Promise<void> {
  let count = 0;
  await runMigrations(database(connect(uri), name), [
    slowMigration(async () => {
      count += 1;
      process.stdout.write(`${count}\n`);
      if (count === 3) await new Promise(() => setInterval(() => undefined, 1_000));
    }),
  ]);
}

if (process.argv[1]?.endsWith('migrate-slowly.ts')) void main(process.argv.slice(2));
