import { resolve } from 'node:path';
import { connect, database, type Database } from '../../lib/db/client';
import type { Env } from '../../lib/env';
import { checkDataDir } from './checks';
import { FolderInUse, startDatabase } from './start-database';

/** The house's database, and whether somebody works in it now. */
export interface ReachedDatabase {
  db: Database;
  /** The house of this data folder is open; of a MongoDB nobody knows. */
  open: boolean;
  close(): Promise<void>;
}

async function reachUri(settings: Env): Promise<{ uri: string; open: boolean; stop(): Promise<void> }> {
  if (settings.MONGODB_URI) return { uri: settings.MONGODB_URI, open: false, stop: async () => undefined };
  const dataDir = resolve(settings.DATA_DIR);
  checkDataDir(dataDir);
  try {
    const { child, uri } = await startDatabase(dataDir, 0, 'built');
    return { uri, open: false, stop: () => child.stop(3_000) };
  } catch (error) {
    if (!(error instanceof FolderInUse) || !error.uri) throw error;
    return { uri: error.uri, open: true, stop: async () => undefined };
  }
}

/** Connects to the database of the house: MONGODB_URI, else the embedded one of DATA_DIR, which is started where it does not run. */
export async function reachDatabase(settings: Env): Promise<ReachedDatabase> {
  const { uri, open, stop } = await reachUri(settings);
  const client = connect(uri);
  return {
    db: database(client, settings.MONGODB_DB),
    open,
    close: async () => {
      await client.close();
      await stop();
    },
  };
}
