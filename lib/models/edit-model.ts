import type { ClientSession, ObjectId, UpdateFilter } from 'mongodb';
import type { Locale, StaffActor } from '../actor';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { checkCodes, checkPublishable } from './check-content';
import { checkCouturier } from './check-couturier';
import { type ModelDocument, models } from './documents';
import { toModel } from './dto';
import { placeImages } from './place-images';
import type { ModelDto, EditModelInput } from './schemas';
import { modelSearchFields } from './search-fields';

/** The model as it will be, so that rules look at the whole and not at the part that was sent. */
function merged(present: ModelDocument, patch: EditModelInput): ModelDocument {
  const { version: _version, couturierId, images: _images, name, making, ...rest } = patch;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const next: ModelDocument = { ...present, ...given };
  if (name !== undefined) next.name = name || undefined;
  if (making !== undefined) next.making = making ?? undefined;
  if (couturierId !== undefined) next.couturierId = toId(couturierId);
  Object.assign(next, modelSearchFields(next));
  next.updatedAt = new Date();
  next.version = present.version + 1;
  if (next.status === 'published') next.publishedAt ??= next.updatedAt;
  return next;
}

function updateOf(next: ModelDocument): UpdateFilter<ModelDocument> {
  const { _id, name, making, ...rest } = next;
  const unset = {
    ...(name === undefined ? { name: '' as const } : {}),
    ...(making === undefined ? { making: '' as const } : {}),
  };
  const set = { ...rest, ...(name === undefined ? {} : { name }), ...(making === undefined ? {} : { making }) };
  return Object.keys(unset).length > 0 ? { $set: set, $unset: unset } : { $set: set };
}

const stale = (current: ModelDocument): AppError =>
  new AppError('stale_version', { extra: { current: toModel(current) } });

async function save(
  db: Database,
  actor: StaffActor,
  id: ObjectId,
  patch: EditModelInput,
  locale: Locale,
  session: ClientSession,
): Promise<ModelDocument> {
  const present = await models(db).findOne({ _id: id }, { session });
  if (!present) throw notFound();
  if (present.version !== patch.version) throw stale(present);
  const next = merged(present, patch);
  if (patch.images) next.images = await placeImages(db, actor, id, patch.images, present.images, session);
  if (next.status === 'published') checkPublishable(next, locale);
  const saved = await models(db).findOneAndUpdate({ _id: id, version: patch.version }, updateOf(next), {
    session,
    returnDocument: 'after',
  });
  if (!saved) throw stale(present);
  return saved;
}

/**
 * Edits, publishes or archives a model; any couturier of the house may.
 * @throws AppError not_found, stale_version with the present model in `current`, unknown_code, image_required or
 * validation_failed when a published model would no longer be whole.
 */
export async function editModel(
  db: Database,
  actor: StaffActor,
  id: ObjectId,
  patch: EditModelInput,
  locale: Locale,
): Promise<ModelDto> {
  await checkCodes(db, patch, locale);
  if (patch.couturierId) await checkCouturier(db, toId(patch.couturierId));
  return toModel(await inTransaction(db, (session) => save(db, actor, id, patch, locale, session)));
}
