import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { EditHouseInput } from './schemas';

/** Everything that is set about the house. */
export type HouseSettings = Required<Omit<EditHouseInput, 'version'>>;

/** One settled change, newest first in the document. */
export interface HouseChangeRecord {
  at: Date;
  by: ObjectId;
  byName: string;
  path: string;
  from?: string | number;
  to?: string | number;
}

/** The house: one document, `_id: 'house'`. */
export interface HouseDocument extends HouseSettings {
  _id: 'house';
  /** The last changes only; what they were about is in `path`. */
  changes: HouseChangeRecord[];
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const house = (db: Database) => db.db.collection<HouseDocument>('house');
