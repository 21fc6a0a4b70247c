import { fileTypeFromBuffer } from 'file-type';
import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { AppError } from '../errors';
import { askPicture } from './ask-picture';
import { type FileDocument, files } from './documents';
import type { MadePicture } from './picture-work';
import { writeBytes } from './repository';
import { cleanName, isCalledText, isImageType, isPlainText, isTypeAllowed, takenNames } from './rules';
import { demandClean } from './scan/demand-clean';
import type { FileTarget, VoiceDto } from './schemas';
import { judgeVoice } from './voice';

/** What the bytes are, whatever the caller says they are. */
async function typeOf(name: string, bytes: Buffer): Promise<string | undefined> {
  // Words may begin with what a format begins with (« BM », « GIF », « %PDF »): what is called a text and is one stays one.
  if (/\.(txt|csv)$/i.test(name) && isCalledText(bytes)) return 'text/plain';
  const found = await fileTypeFromBuffer(bytes);
  if (found) return found.mime;
  return isPlainText(bytes) ? 'text/plain' : undefined;
}

type Checked = { name: string; purpose: FileTarget; voice?: VoiceDto; scannedAt?: Date } & (
  MadePicture | { mime: string; bytes: Buffer }
);

/** Keeps bytes that are known to be clean: first the bytes, then the description, so that none lacks its bytes. */
export async function keepFile(db: Database, ownerId: ObjectId, input: Checked): Promise<FileDocument> {
  const image = 'width' in input ? input : undefined;
  const file: FileDocument = {
    _id: newId(),
    ownerId,
    purpose: input.purpose,
    name: cleanName(input.name, input.mime),
    mime: input.mime,
    size: input.bytes.byteLength,
    width: image?.width,
    height: image?.height,
    placeholder: image?.placeholder,
    voice: input.voice,
    ...(input.scannedAt ? { scannedAt: input.scannedAt } : {}),
    createdAt: new Date(),
  };
  await writeBytes(db, file._id, file.name, input.bytes, { mime: file.mime });
  await files(db).insertOne(file);
  return file;
}

/**
 * Keeps a file that comes from outside: finds its type in its bytes, has it scanned, and writes pictures anew.
 * @throws AppError file_type_refused when the type is not one the house takes for this purpose; those of demandClean,
 *   askPicture and judgeVoice.
 */
export async function storeFile(
  db: Database,
  ownerId: ObjectId,
  input: { name: string; bytes: Buffer; purpose: FileTarget; voice?: VoiceDto },
): Promise<FileDocument> {
  const { name, bytes, purpose, voice } = input;
  if (voice) {
    const sound = await judgeVoice(bytes, purpose);
    const scannedAt = await demandClean(db, ownerId, bytes);
    return keepFile(db, ownerId, { name, purpose, bytes, voice, mime: sound, scannedAt });
  }
  const mime = await typeOf(name, bytes);
  if (!mime || !isTypeAllowed(mime, purpose))
    throw new AppError('file_type_refused', { values: { taken: takenNames(purpose) } });
  // Before anything of ours opens it.
  const scannedAt = await demandClean(db, ownerId, bytes);
  const content = isImageType(mime) ? await askPicture('incoming', { kind: 'keep', mime }, bytes) : { mime, bytes };
  return keepFile(db, ownerId, { name, purpose, scannedAt, ...content });
}
