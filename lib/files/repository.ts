import type { ClientSession, Filter, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { type FileDocument, files, storedBytes, uploads } from './documents';
import type { FileTarget } from './schemas';

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

/** Reads all bytes stored under `id`. */
export async function readBytes(db: Database, id: ObjectId): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of uploads(db).openDownloadStream(id)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The id of a smaller copy that was made before. */
export async function findCopy(db: Database, name: string): Promise<ObjectId | undefined> {
  const found = await storedBytes(db).findOne({ filename: name }, { projection: { _id: 1 } });
  return found?._id;
}

/**
 * Attaches the caller's own files that are free, or attached there already.
 * @returns the number of files that are now attached.
 */
export async function claimFiles(
  db: Database,
  ownerId: ObjectId,
  ids: ObjectId[],
  to: { kind: FileTarget; id: ObjectId },
  session?: ClientSession,
): Promise<number> {
  const free: Filter<FileDocument> = { ownerId, attachedTo: { $exists: false } };
  const there: Filter<FileDocument> = { 'attachedTo.kind': to.kind, 'attachedTo.id': to.id };
  const result = await files(db).updateMany(
    { _id: { $in: ids }, $or: [free, there] },
    { $set: { attachedTo: to } },
    { session },
  );
  return result.matchedCount;
}
