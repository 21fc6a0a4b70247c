import { jsonEntry } from '../archive-entry';
import type { Traces } from '../traces';
import { fittingSheets } from './documents';
import { toFittingSheet } from './dto';

/** What was seen on the person at fittings. */
export const fittingTraces: Traces = {
  fields: { fittingSheets: ['clientId'] },
  erase: async (db, { clientId, session }) => {
    await fittingSheets(db).deleteMany({ clientId }, { session });
  },
  export: async function* (db, { actor: { clientId } }) {
    const sheets = await fittingSheets(db).find({ clientId }).sort({ createdAt: 1 }).toArray();
    yield jsonEntry(
      'fittings.json',
      sheets.map((one) => toFittingSheet(one, 'client')),
    );
  },
  move: async (db, { from, into, session }) => {
    await fittingSheets(db).updateMany({ clientId: from.clientId }, { $set: { clientId: into.clientId } }, { session });
  },
  using: (db, ids, session) => fittingSheets(db).distinct('clientId', { clientId: { $in: [...ids] } }, { session }),
};
