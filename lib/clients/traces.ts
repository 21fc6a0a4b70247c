import { jsonEntry } from '../archive-entry';
import type { Traces } from '../traces';
import { clients, importSteps, measurementSets, mergedAway } from './documents';
import { toOwnFile } from './dto';
import { clientSearchFields } from './search-fields';
import { toMeasurementSet } from './measurement-dto';

/** The file itself, the addresses that lead to it, and the measurements. The texts of two files are merged by merge-files.ts. */
export const clientTraces: Traces = {
  fields: {
    clients: ['_id', 'accountId', 'email', 'merged.fileId', 'merged.kept.email'],
    mergedClients: ['_id', 'intoId'],
    measurementSets: ['clientId', 'takenBy'],
    clientImportSteps: ['clientId', 'before.email', 'after.email'],
  },
  holders: async (db, { clientId }, session) => {
    const sets = await measurementSets(db)
      .find({ clientId }, { session, projection: { _id: 1 } })
      .toArray();
    return sets.map(({ _id }) => _id);
  },
  /** Without an order there is no file; else one that is put away and says only what its papers say. */
  erase: async (db, { clientId: _id, left, name, now, session }) => {
    await measurementSets(db).deleteMany({ clientId: _id }, { session });
    await mergedAway(db).deleteMany({ intoId: _id }, { session });
    await importSteps(db).deleteMany({ clientId: _id }, { session });
    const file = await clients(db).findOne({ _id }, { session });
    if (!file) return;
    if (left === 'nothing') {
      await clients(db).deleteOne({ _id }, { session });
      return;
    }
    await clients(db).replaceOne(
      { _id },
      {
        name,
        address: left === 'papers' ? file.address : undefined,
        tags: [],
        archived: true,
        erasedAt: now,
        ...clientSearchFields({ name }),
        createdAt: file.createdAt,
        updatedAt: now,
        version: file.version + 1,
      },
      { session },
    );
  },
  export: async function* (db, { actor: { clientId, locale }, now }) {
    const file = await clients(db).findOne({ _id: clientId });
    if (file) yield jsonEntry('file.json', toOwnFile(file, now));
    const sets = await measurementSets(db).find({ clientId }).sort({ takenAt: -1 }).toArray();
    yield jsonEntry(
      'measurements.json',
      sets.map((set) => toMeasurementSet(set, { locale, names: new Map(), now })),
    );
  },
  move: async (db, { from, into, now, session }) => {
    await measurementSets(db).updateMany(
      { clientId: from.clientId },
      { $set: { clientId: into.clientId } },
      { session },
    );
    // Who can tell afterwards which of the two an import changed: it is left as it is, and named.
    await importSteps(db).updateMany(
      { clientId: from.clientId },
      {
        $set: { clientId: into.clientId, left: { why: 'merged' } },
        $unset: { opened: '', fields: '', before: '', after: '', setId: '' },
      },
      { session },
    );
    await mergedAway(db).updateMany({ intoId: from.clientId }, { $set: { intoId: into.clientId } }, { session });
    await mergedAway(db).insertOne({ _id: from.clientId, intoId: into.clientId, at: now }, { session });
  },
  count: async (db, clientId) => ({ measurements: await measurementSets(db).countDocuments({ clientId }) }),
};
