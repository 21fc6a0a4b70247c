import type { Locale } from '../actor';
import type { Database } from '../db/client';
import { DEFAULT_LOCALE } from '../i18n/config';
import { newHouse } from './defaults';
import { type HouseDocument, house } from './documents';

/** Writes what a house starts with, where nothing is written yet; two at once write one document. */
export async function writeNewHouse(db: Database, locale: Locale): Promise<HouseDocument> {
  const now = new Date();
  const written = await house(db).findOneAndUpdate(
    { _id: 'house' },
    { $setOnInsert: { ...newHouse(locale), changes: [], createdAt: now, updatedAt: now, version: 1 } },
    { upsert: true, returnDocument: 'after' },
  );
  if (!written) throw new Error('the house document was not written');
  return written;
}

/** The house document, for other domains. The first read of an empty database writes what a house starts with. */
export const getHouse = async (db: Database): Promise<HouseDocument> =>
  (await house(db).findOne({ _id: 'house' })) ?? writeNewHouse(db, DEFAULT_LOCALE);
