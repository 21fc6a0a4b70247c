import { fileTypeFromBuffer } from 'file-type';
import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { AppError } from '../errors';
import { type FileDocument, files } from './documents';
import { processImage } from './process-image';
import { writeBytes } from './repository';
import { cleanName, isImageType, isPlainText, isTypeAllowed } from './rules';
import type { FileTarget } from './schemas';

/** What the bytes are, whatever the caller says they are. */
async function typeOf(bytes: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return found.mime;
  return isPlainText(bytes) ? 'text/plain' : undefined;
}

/**
 * Keeps a file: finds its type in its bytes, cleans a picture, writes the bytes first and the description after them, so
 * that a description never lacks its bytes.
 * @throws AppError file_type_refused when the type is not one the house takes for this purpose.
 */
export async function storeFile(
  db: Database,
  ownerId: ObjectId,
  input: { name: string; bytes: Buffer; purpose: FileTarget },
): Promise<FileDocument> {
  const type = await typeOf(input.bytes);
  if (!type || !isTypeAllowed(type, input.purpose)) throw new AppError('file_type_refused');
  const image = isImageType(type) ? await processImage(input.bytes, type) : undefined;
  const bytes = image?.bytes ?? input.bytes;
  const mime = image?.mime ?? type;
  const file: FileDocument = {
    _id: newId(),
    ownerId,
    purpose: input.purpose,
    name: cleanName(input.name, mime),
    mime,
    size: bytes.byteLength,
    width: image?.width,
    height: image?.height,
    placeholder: image?.placeholder,
    createdAt: new Date(),
  };
  await writeBytes(db, file._id, file.name, bytes, { mime });
  await files(db).insertOne(file);
  return file;
}
