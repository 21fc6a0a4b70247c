import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MongoClient, type Db, type IndexDescription } from 'mongodb';
import { parseEnv } from '../lib/env';
import { checkDataDir } from './run/checks';
import { startDatabase } from './run/start-database';

/**
 * Copies the house from one server to another through the driver: documents, GridFS files and indexes.
 *
 *   npm run db:copy -- --to mongodb://user@host/ [--from mongodb://…] [--db fashionflow]
 *
 * Without `--from` it is the embedded data of DATA_DIR, which is started for the copy; the house must be stopped, and is
 * refused otherwise. The target's collections must be empty, so that nothing there is ever overwritten; a copy that was
 * interrupted can be run again after dropping them.
 */
const BATCH = 500;

async function copyCollection(from: Db, to: Db, name: string): Promise<number> {
  const [source, target] = [from.collection(name), to.collection(name)];
  if ((await target.countDocuments({}, { limit: 1 })) > 0) {
    throw new Error(`The collection ${name} of the target is not empty; nothing of it was changed.`);
  }
  let copied = 0;
  let batch: object[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await target.insertMany(batch, { writeConcern: { w: 'majority' } });
    copied += batch.length;
    batch = [];
  };
  // Numbers keep their BSON types: a Long that became a number would be stored as another type.
  for await (const document of source.find({}, { promoteValues: false, promoteLongs: false, bsonRegExp: true })) {
    batch.push(document);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  const indexes = await source.indexes();
  const wanted = indexes
    .filter(({ name: index }) => index !== '_id_')
    .map(({ v: _, ...index }) => index as IndexDescription);
  if (wanted.length > 0) await target.createIndexes(wanted);
  return copied;
}

/** Where the copy comes from: the server given, or the embedded data of DATA_DIR. */
async function openSource(from: string | undefined, dataDir: string): Promise<{ uri: string; close(): Promise<void> }> {
  if (from) return { uri: from, close: async () => undefined };
  checkDataDir(dataDir);
  const { child, uri } = await startDatabase(dataDir, 0, 'source');
  return { uri, close: () => child.stop(3_000) };
}

async function main(): Promise<void> {
  const { DATA_DIR, MONGODB_DB } = parseEnv(process.env);
  const { values } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' }, db: { type: 'string', default: MONGODB_DB } },
  });
  if (!values.to) throw new Error('Say where to: npm run db:copy -- --to mongodb://…');
  const origin = await openSource(values.from, resolve(DATA_DIR));
  try {
    await copyDatabase(origin.uri, values.to, values.db);
  } finally {
    await origin.close();
  }
}

async function copyDatabase(origin: string, destination: string, database: string): Promise<void> {
  const [source, target] = [
    new MongoClient(origin),
    new MongoClient(destination, { serverSelectionTimeoutMS: 10_000 }),
  ];
  try {
    await Promise.all([source.connect(), target.connect()]);
    const [from, to] = [source.db(database), target.db(database)];
    const collections = await from.listCollections({}, { nameOnly: true }).toArray();
    if (collections.length === 0) throw new Error(`There is no data in the database ${database} of the source.`);
    for (const { name } of collections) {
      const copied = await copyCollection(from, to, name);
      process.stdout.write(`${name}: ${copied} documents\n`);
    }
    process.stdout.write('Done. Set MONGODB_URI to the target and start the application.\n');
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
