import type { ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { type ModelDocument, models } from '../models/documents';
import type { PlateDto } from './schemas';

/** The drawings of several models, by hex id, whatever their status: an order keeps its picture when a model is archived. */
export async function findModelPlates(db: Database, ids: readonly ObjectId[]): Promise<Map<string, PlateDto>> {
  if (ids.length === 0) return new Map();
  const found = await models(db)
    .find({ _id: { $in: [...ids] } }, { projection: { slug: 1, title: 1, colours: 1, images: { $slice: 1 } } })
    .toArray();
  return new Map(
    found.map((model) => {
      const [image] = model.images;
      const plate: PlateDto = {
        modelId: model._id.toHexString(),
        slug: model.slug,
        title: { fr: model.title.fr, en: model.title.en },
        ...(model.colours[0] ? { hex: model.colours[0].hex } : {}),
        ...(image
          ? {
              image: {
                id: image.fileId.toHexString(),
                alt: { fr: image.alt.fr, en: image.alt.en },
                width: image.width,
                height: image.height,
                ...(image.placeholder ? { placeholder: image.placeholder } : {}),
              },
            }
          : {}),
      };
      return [plate.modelId, plate];
    }),
  );
}

/**
 * A model that can be ordered: a published one, or for the staff any.
 * @throws AppError not_found.
 */
export async function findOrderableModel(db: Database, actor: Actor, _id: ObjectId): Promise<ModelDocument> {
  const model = await models(db).findOne(isStaff(actor) ? { _id } : { _id, status: 'published' });
  if (!model) throw notFound();
  return model;
}
