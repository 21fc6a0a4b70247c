import { connect, database } from '../../lib/db/client';
import { prepareDatabase } from '../../lib/start/prepare-database';
import { say } from './sentence';

/**
 * Brings the data to this version once, before the app and the conversation server start.
 * @throws NewerSchemaError with the sentence that the person reads
 */
export async function prepareHouse(uri: string, name: string): Promise<void> {
  const client = connect(uri);
  try {
    const ran = await prepareDatabase(database(client, name));
    if (ran.length > 0) say(`The data were brought to this version (${ran.join(', ')}).`);
  } finally {
    await client.close();
  }
}
