import type { Database } from '../db/client';
import { DEFAULT_HOUSE } from './defaults';
import { type HouseDocument, house } from './documents';

/**
 * The house document, for other domains. The first read of an empty database writes the defaults; two first reads at once
 * write one document.
 */
export async function getHouse(db: Database): Promise<HouseDocument> {
  const found = await house(db).findOne({ _id: 'house' });
  if (found) return found;
  const now = new Date();
  const written = await house(db).findOneAndUpdate(
    { _id: 'house' },
    { $setOnInsert: { ...DEFAULT_HOUSE, changes: [], createdAt: now, updatedAt: now, version: 1 } },
    { upsert: true, returnDocument: 'after' },
  );
  if (!written) throw new Error('the house document was not written');
  return written;
}
