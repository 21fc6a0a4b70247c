import type { ObjectId } from 'mongodb';
import type { Locale, StaffActor } from '../actor';
import { type Database, inTransaction } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { newId, toOptionalId } from '../db/ids';
import { AppError } from '../errors';
import { checkCodes, checkPublishable } from './check-content';
import { checkCouturier } from './check-couturier';
import { type ModelDocument, models } from './documents';
import { toModel } from './dto';
import { placeImages } from './place-images';
import { slugOf } from './rules';
import type { ModelDto, CreateModelInput } from './schemas';
import { modelSearchFields } from './search-fields';

/** The first free address: `robe-ondine`, else `robe-ondine-2`, … */
async function freeSlug(db: Database, title: string): Promise<string> {
  const base = slugOf(title);
  const taken = await models(db)
    .find({ slug: { $regex: `^${base}(-\\d+)?$` } }, { projection: { slug: 1 } })
    .toArray();
  const slugs = new Set(taken.map(({ slug }) => slug));
  if (!slugs.has(base)) return base;
  for (let number = 2; ; number += 1) if (!slugs.has(`${base}-${number}`)) return `${base}-${number}`;
}

function documentOf(_id: ObjectId, couturierId: ObjectId, slug: string, input: CreateModelInput): ModelDocument {
  const now = new Date();
  return {
    _id,
    slug,
    title: input.title,
    name: input.name ?? undefined,
    description: input.description,
    category: input.category,
    garment: input.garment,
    fabrics: input.fabrics,
    colours: input.colours,
    priceFrom: input.priceFrom,
    leadTimeDays: input.leadTimeDays,
    images: [],
    tags: input.tags,
    making: input.making ?? undefined,
    status: input.status,
    couturierId,
    ...modelSearchFields(input),
    publishedAt: input.status === 'published' ? now : undefined,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

/**
 * Makes a model, as a draft unless it is whole and asked to be published at once.
 * @throws AppError unknown_code, slug_taken (only for an address that was asked for), image_required or validation_failed
 * when it cannot be published, not_found for a picture or a couturier that is not there.
 */
export async function createModel(
  db: Database,
  actor: Pick<StaffActor, 'id' | 'role'>,
  input: CreateModelInput,
  locale: Locale,
): Promise<ModelDto> {
  await checkCodes(db, input, locale);
  if (input.status === 'published') checkPublishable(input, locale);
  const couturierId = await checkCouturier(db, toOptionalId(input.couturierId) ?? actor.id);
  const _id = newId();
  for (let attempt = 0; ; attempt += 1) {
    const slug = input.slug ?? (await freeSlug(db, input.title.fr));
    try {
      return await inTransaction(db, async (session) => {
        const images = await placeImages(db, actor, _id, input.images, [], session);
        const document = { ...documentOf(_id, couturierId, slug, input), images };
        await models(db).insertOne(document, { session });
        return toModel(document);
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // Somebody took the address between the look and the write: look again, unless it was asked for by name.
      if (input.slug !== undefined || attempt >= 5) throw new AppError('slug_taken', { cause: error });
    }
  }
}
