import { fileTypeFromBuffer } from 'file-type';
import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { AppError } from '../errors';
import { askPicture } from './ask-picture';
import { type FileDocument, files } from './documents';
import type { MadePicture } from './picture-work';
import { posterName, writeBytes } from './repository';
import { cleanName, isCalledText, isImageType, isPlainText, isTypeAllowed, isVideoType, takenNames } from './rules';
import { demandClean } from './scan/demand-clean';
import type { FileTarget, VideoDto, VoiceDto } from './schemas';
import { judgeVideo } from './video';
import { judgeVoice } from './voice';

/** Names the sniffer has for brands of one container. */
const SAME: Readonly<Record<string, string>> = { 'video/x-m4v': 'video/mp4' };

/** What the bytes are, whatever the caller says they are. */
async function typeOf(name: string, bytes: Buffer): Promise<string | undefined> {
  // Words may begin with what a format begins with (« BM », « GIF », « %PDF »): what is called a text and is one stays one.
  if (/\.(txt|csv)$/i.test(name) && isCalledText(bytes)) return 'text/plain';
  const found = await fileTypeFromBuffer(bytes);
  if (found) return SAME[found.mime] ?? found.mime;
  return isPlainText(bytes) ? 'text/plain' : undefined;
}

type Checked = {
  name: string;
  purpose: FileTarget;
  voice?: VoiceDto;
  video?: VideoDto;
  /** The picture shown before a video plays. */
  poster?: MadePicture;
  scannedAt?: Date;
} & (MadePicture | { mime: string; bytes: Buffer });

/** Keeps bytes that are known to be clean: first the bytes, then the description, so that none lacks its bytes. */
export async function keepFile(db: Database, ownerId: ObjectId, input: Checked): Promise<FileDocument> {
  const image = 'width' in input ? input : input.poster;
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
    video: input.video,
    ...(input.scannedAt ? { scannedAt: input.scannedAt } : {}),
    createdAt: new Date(),
  };
  await writeBytes(db, file._id, file.name, input.bytes, { mime: file.mime });
  if (input.poster) {
    const { bytes, mime } = input.poster;
    await writeBytes(db, newId(), posterName(file._id), bytes, { copyOf: file._id, mime });
  }
  await files(db).insertOne(file);
  return file;
}

/** A file as it comes from outside. */
export interface SentFile {
  name: string;
  bytes: Buffer;
  purpose: FileTarget;
  voice?: VoiceDto;
  /** What the sender's device counted of a video, and the picture it took out of it. */
  video?: VideoDto;
  poster?: Buffer;
}

/** The picture shown before a video plays, written anew; what is no picture is as good as none. */
async function posterOf(db: Database, ownerId: ObjectId, bytes: Buffer): Promise<MadePicture | undefined> {
  const mime = await typeOf('', bytes);
  if (!mime || !isImageType(mime)) return undefined;
  await demandClean(db, ownerId, bytes);
  return askPicture('incoming', { kind: 'keep', mime }, bytes);
}

/**
 * Keeps a file that comes from outside: finds its type in its bytes, has it scanned, and writes pictures anew.
 * @throws AppError file_type_refused when the type is not one the house takes for this purpose; those of demandClean,
 *   askPicture, judgeVoice and judgeVideo.
 */
export async function storeFile(db: Database, ownerId: ObjectId, input: SentFile): Promise<FileDocument> {
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
  if (isVideoType(mime)) {
    const judged = judgeVideo(mime, bytes, { purpose, counted: input.video });
    const poster = input.poster && (await posterOf(db, ownerId, input.poster));
    return keepFile(db, ownerId, { name, purpose, scannedAt, mime, poster, ...judged });
  }
  const content = isImageType(mime) ? await askPicture('incoming', { kind: 'keep', mime }, bytes) : { mime, bytes };
  return keepFile(db, ownerId, { name, purpose, scannedAt, ...content });
}
