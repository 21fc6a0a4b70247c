import { jsonEntry } from '../archive-entry';
import { inLanguage } from '../i18n/bilingual';
import type { Traces } from '../traces';
import { favourites, models } from './documents';

/** The models a person keeps. */
export const modelTraces: Traces = {
  fields: { favourites: ['clientId'] },
  erase: async (db, { clientId, session }) => {
    await favourites(db).deleteMany({ clientId }, { session });
  },
  export: async function* (db, { actor: { clientId, locale } }) {
    const kept = await favourites(db).find({ clientId }).sort({ createdAt: 1 }).toArray();
    const known = await models(db)
      .find({ _id: { $in: kept.map((one) => one.modelId) } }, { projection: { slug: 1, title: 1 } })
      .toArray();
    yield jsonEntry(
      'favourites.json',
      kept.map(({ modelId, createdAt }) => {
        const model = known.find(({ _id }) => _id.equals(modelId));
        return {
          modelId: modelId.toHexString(),
          slug: model?.slug,
          title: inLanguage(model?.title, locale),
          keptAt: createdAt.toISOString(),
        };
      }),
    );
  },
  /** A model that both kept is kept once. */
  move: async (db, { from, into, session }) => {
    const theirs = { clientId: from.clientId };
    const known = await favourites(db).find({ clientId: into.clientId }, { session }).toArray();
    await favourites(db).deleteMany({ ...theirs, modelId: { $in: known.map((one) => one.modelId) } }, { session });
    await favourites(db).updateMany(theirs, { $set: { clientId: into.clientId } }, { session });
  },
  using: (db, ids, session) => favourites(db).distinct('clientId', { clientId: { $in: [...ids] } }, { session }),
  count: async (db, clientId) => ({ favourites: await favourites(db).countDocuments({ clientId }) }),
};
