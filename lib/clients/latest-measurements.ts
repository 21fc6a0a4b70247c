import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { type MeasurementSetDocument, measurementSets } from './documents';

/** The newest body set of a client, or `null`: what an order freezes as its snapshot. For other domains. */
export const latestMeasurements = (
  db: Database,
  clientId: ObjectId,
  session?: ClientSession,
): Promise<MeasurementSetDocument | null> =>
  measurementSets(db).find({ clientId, kind: 'body' }, { session }).sort({ takenAt: -1, _id: -1 }).limit(1).next();
