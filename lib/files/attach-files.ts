import type { ClientSession, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError, notFound } from '../errors';
import { type Attachment, files } from './documents';
import { toFileRef } from './dto';
import { claimFiles } from './repository';
import { mayServe, takenNames } from './rules';
import type { FileRefDto } from './schemas';

/**
 * Attaches files to what they serve, in the order given: the caller's own free files, or files that are there already.
 * A file serves one thing: who may see it follows from that thing, and from whether it is the atelier's own there.
 * @throws AppError not_found when one of them is not there, not the caller's, or serves something else;
 *   file_type_refused for a type that does not go there, whatever it was sent for.
 */
export async function attachFiles(
  db: Database,
  actor: Pick<Actor, 'id' | 'role'>,
  fileIds: readonly ObjectId[],
  to: Attachment,
  session?: ClientSession,
): Promise<FileRefDto[]> {
  const ids = [...new Map(fileIds.map((id) => [id.toHexString(), id])).values()];
  if (ids.length === 0) return [];
  if ((await claimFiles(db, actor, ids, to, session)) !== ids.length) throw notFound();
  const found = await files(db)
    .find({ _id: { $in: ids } }, { session })
    .toArray();
  if (!found.every(({ mime }) => mayServe(mime, to.kind)))
    throw new AppError('file_type_refused', { values: { taken: takenNames(to.kind) } });
  const byId = new Map(found.map((file) => [file._id.toHexString(), toFileRef(file)]));
  return ids.map((id) => {
    const ref = byId.get(id.toHexString());
    if (!ref) throw notFound();
    return ref;
  });
}

/** Frees files that no longer serve `from` (a picture taken off a model): only their owner sees them from now on. */
export async function detachFiles(
  db: Database,
  fileIds: readonly ObjectId[],
  from: Attachment,
  session?: ClientSession,
): Promise<void> {
  if (fileIds.length === 0) return;
  await files(db).updateMany(
    { _id: { $in: [...fileIds] }, 'attachedTo.kind': from.kind, 'attachedTo.id': from.id },
    { $unset: { attachedTo: '' } },
    { session },
  );
}
