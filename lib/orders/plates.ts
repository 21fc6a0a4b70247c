import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { readFileRefs } from '../files/read-file-refs';
import type { FileRefDto } from '../files/schemas';
import { models } from '../models/documents';
import type { OrderDocument } from './documents';
import type { PlateDto } from './answers';

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
      return [model._id.toHexString(), plate];
    }),
  );
}

/**
 * What each order is shown by, by its hex id: the drawing of its model, else the first picture its client brought. An order
 * that has neither is left out.
 * @param references the files the orders bring, where the caller reads them anyway
 */
export async function findPlates(
  db: Database,
  list: readonly Pick<OrderDocument, '_id' | 'title' | 'modelId' | 'referenceFileIds'>[],
  references?: Promise<Map<string, FileRefDto>>,
): Promise<Map<string, PlateDto>> {
  const [drawings, files] = await Promise.all([
    findModelPlates(
      db,
      list.flatMap(({ modelId }) => modelId ?? []),
    ),
    references ??
      readFileRefs(
        db,
        list.flatMap(({ modelId, referenceFileIds }) => (modelId ? [] : referenceFileIds)),
      ),
  ]);
  const brought = ({ title, referenceFileIds }: (typeof list)[number]): PlateDto | undefined => {
    const picture = referenceFileIds
      .map((id) => files.get(id.toHexString()))
      .find((file) => file?.width && file.height);
    if (!picture?.width || !picture.height) return undefined;
    const words = { fr: title, en: title };
    return { title: words, image: { id: picture.id, alt: words, width: picture.width, height: picture.height } };
  };
  return new Map(
    list.flatMap((order) => {
      const plate = order.modelId ? drawings.get(order.modelId.toHexString()) : brought(order);
      return plate ? [[order._id.toHexString(), plate] as const] : [];
    }),
  );
}
