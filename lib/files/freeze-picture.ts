import { createHash } from 'node:crypto';
import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { notFound } from '../errors';
import { type Attachment, type FileDocument, files } from './documents';
import { demandSound, readBytes, writeBytes } from './repository';

/** A picture whose bytes are known for ever: its file, and the SHA-256 of what it holds, in hex. */
export interface FrozenPicture {
  fileId: ObjectId;
  sha256: string;
}

/**
 * Freezes a picture for a record that will be signed. One that lies with `to` already stays where it is; any other (a
 * model's drawing, which may change or go) is copied there, so that nothing done to the original reaches the record.
 * @throws AppError not_found when there is no such file; file_quarantined.
 */
export async function freezePicture(
  db: Database,
  id: ObjectId,
  to: Attachment,
  session: ClientSession,
): Promise<FrozenPicture> {
  const file = await files(db).findOne({ _id: id }, { session });
  if (!file) throw notFound();
  demandSound(file);
  const bytes = await readBytes(db, id);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (file.attachedTo?.kind === to.kind && file.attachedTo.id.equals(to.id)) return { fileId: id, sha256 };
  return { fileId: await insertCopy(db, { ...file, copyOf: id }, bytes, to, session), sha256 };
}

/**
 * Copies a picture to what it serves besides, as one of its own there; a file serves one thing.
 * @returns the copy's id
 * @throws AppError not_found when there is no such file; file_quarantined.
 */
export async function copyPicture(
  db: Database,
  id: ObjectId,
  to: Attachment,
  session: ClientSession,
): Promise<ObjectId> {
  const file = await files(db).findOne({ _id: id }, { session });
  if (!file) throw notFound();
  demandSound(file);
  return insertCopy(db, file, await readBytes(db, id), to, session);
}

async function insertCopy(
  db: Database,
  file: FileDocument,
  bytes: Buffer,
  to: Attachment,
  session: ClientSession,
): Promise<ObjectId> {
  const fileId = newId();
  await writeBytes(db, fileId, file.name, bytes, { mime: file.mime });
  await files(db).insertOne({ ...file, _id: fileId, attachedTo: to, createdAt: new Date() }, { session });
  return fileId;
}
