import type { ClientSession, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError } from '../errors';
import { attachFiles, detachFiles } from '../files/attach-files';
import { files } from '../files/documents';
import { takenNames } from '../files/rules';
import type { ModelImage } from './documents';
import type { CreateModelInput } from './schemas';

/**
 * Puts pictures on a model in the order given: new ones are the caller's own uploads, those already there stay whoever sent
 * them; the ones that are gone become their owner's alone.
 * @throws AppError not_found for a picture that is not the caller's; file_type_refused for a file that is no picture.
 */
export async function placeImages(
  db: Database,
  actor: Pick<Actor, 'id' | 'role'>,
  modelId: ObjectId,
  wanted: CreateModelInput['images'],
  present: readonly ModelImage[],
  session?: ClientSession,
): Promise<ModelImage[]> {
  const known = new Map(present.map((image) => [image.fileId.toHexString(), image]));
  const target = { kind: 'model', id: modelId } as const;
  const fresh = wanted.filter(({ id }) => !known.has(id)).map(({ id }) => toId(id));
  await attachFiles(db, actor, fresh, target, session);
  const kept = new Set(wanted.map(({ id }) => id));
  const gone = present.filter(({ fileId }) => !kept.has(fileId.toHexString())).map(({ fileId }) => fileId);
  await detachFiles(db, gone, target, session);
  const found = await files(db)
    .find({ _id: { $in: fresh } }, { session })
    .toArray();
  for (const { _id: fileId, width, height, placeholder } of found) {
    if (!width || !height || !placeholder)
      throw new AppError('file_type_refused', { values: { taken: takenNames('model') } });
    known.set(fileId.toHexString(), { fileId, alt: { fr: '', en: '' }, width, height, placeholder });
  }
  return wanted.flatMap(({ id, alt }) => {
    const image = known.get(id);
    return image ? [{ ...image, alt }] : [];
  });
}
