import { ObjectId } from 'mongodb';
import { connect, database } from '@/lib/db/client';
import { FolderInUse, startDatabase } from '@/scripts/run/start-database';
import { growTalk } from '../../support/grow-talk';
import { ownHouse } from './houses';

/** Where the database of the house under test answers. */
async function address(): Promise<string> {
  const started = startDatabase(ownHouse().dataDir, 0, 'built');
  const refused: unknown = await started.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refused instanceof FolderInUse && refused.uri) return refused.uri;
  throw new Error('no house is open on this folder', { cause: refused });
}

/** Writes many messages into a conversation, straight into the house's database: a person would take years. */
export async function growOld(
  id: string,
  count: number,
  unread: number,
  words: (seq: number) => string,
): Promise<void> {
  const client = connect(await address());
  try {
    await growTalk(database(client, 'fashionflow'), new ObjectId(id), { count, unread, words });
  } finally {
    await client.close();
  }
}
