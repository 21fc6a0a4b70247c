import type { ClientSession, Filter, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { type Attachment, type FileDocument, files, storedBytes, uploads } from './documents';

/** Writes bytes into the bucket under `id`. */
export async function writeBytes(
  db: Database,
  id: ObjectId,
  name: string,
  bytes: Buffer,
  metadata: Record<string, unknown>,
): Promise<void> {
  const stream = uploads(db).openUploadStreamWithId(id, name, { metadata });
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.once('finish', () => resolve());
    stream.end(bytes);
  });
}

/** Forgets files' bytes and their smaller copies, once their descriptions are gone; again is free. */
export async function eraseBytes(db: Database, ids: readonly ObjectId[]): Promise<void> {
  const copies = await storedBytes(db)
    .find({ 'metadata.copyOf': { $in: [...ids] } }, { projection: { _id: 1 } })
    .toArray();
  const stored = await storedBytes(db)
    .find({ _id: { $in: [...ids] } }, { projection: { _id: 1 } })
    .toArray();
  for (const { _id } of [...copies, ...stored]) await uploads(db).delete(_id);
}

/**
 * What a scanner found infected is given to nobody, and copied nowhere.
 * @throws AppError file_quarantined.
 */
export function demandSound({ infected }: Pick<FileDocument, 'infected'>): void {
  if (infected !== undefined) throw new AppError('file_quarantined');
}

/** Reads all bytes stored under `id`. */
export async function readBytes(db: Database, id: ObjectId): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of uploads(db).openDownloadStream(id)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Under this name lies the picture shown before a video plays, as a copy of the video. */
export const posterName = (id: ObjectId): string => `${id.toHexString()}/poster`;

/** The id of a smaller copy that was made before. */
export async function findCopy(db: Database, name: string): Promise<ObjectId | undefined> {
  const found = await storedBytes(db).findOne({ filename: name }, { projection: { _id: 1 } });
  return found?._id;
}

/**
 * Attaches the caller's own files that are free. Files that are there already stay: for the staff whoever sent them, for a
 * client their own only, so that an id learnt somewhere gives nobody a hold on it. What the staff show to the client stops
 * being the atelier's own; what the client has seen is not hidden again.
 * @returns the number of files that are now attached.
 */
export async function claimFiles(
  db: Database,
  actor: Pick<Actor, 'id' | 'role'>,
  ids: ObjectId[],
  to: Attachment,
  session?: ClientSession,
): Promise<number> {
  const own = { ownerId: actor.id };
  const free: Filter<FileDocument> = { ...own, attachedTo: { $exists: false } };
  const there: Filter<FileDocument> = {
    'attachedTo.kind': to.kind,
    'attachedTo.id': to.id,
    ...(isStaff(actor) ? {} : own),
  };
  await files(db).updateMany(
    { _id: { $in: ids }, $or: to.audience ? [free] : [free, there] },
    { $set: { attachedTo: to } },
    { session },
  );
  return files(db).countDocuments({ _id: { $in: ids }, ...there }, { session });
}
