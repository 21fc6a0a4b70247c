import { parseArgs } from 'node:util';
import { MongoClient, type Db, type IndexDescription } from 'mongodb';

/**
 * Copies the house from one server to another through the driver: documents, GridFS files and indexes.
 *
 *   npm run db:copy -- --from mongodb://127.0.0.1:27117/?directConnection=true --to mongodb://user@host/ [--db fashionflow]
 *
 * Stop the application first: what is written meanwhile is not copied. The target's collections must be empty, so that
 * nothing there is ever overwritten; a copy that was interrupted can be run again after dropping them.
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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' }, db: { type: 'string', default: 'fashionflow' } },
  });
  if (!values.from || !values.to) {
    throw new Error(
      'Say where from and where to: npm run db:copy -- --from <mongodb-uri> --to <mongodb-uri>. The first is what npm run db prints.',
    );
  }
  const [source, target] = [new MongoClient(values.from), new MongoClient(values.to)];
  try {
    await Promise.all([source.connect(), target.connect()]);
    const [from, to] = [source.db(values.db), target.db(values.db)];
    const collections = await from.listCollections({}, { nameOnly: true }).toArray();
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
