import { GridFSBucket, type ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { FileTarget, VideoDto, VoiceDto } from './schemas';

/** What a file serves, which decides who may see it. */
export interface Attachment {
  kind: FileTarget;
  id: ObjectId;
  /** The atelier's own, though it lies with a client's order: a note's picture, a fitting remark that is not shared. */
  audience?: 'staff';
}

/** What is known of a file; its bytes are in GridFS under the same id. */
export interface FileDocument {
  _id: ObjectId;
  /** The account that sent it. */
  ownerId: ObjectId;
  purpose: FileTarget;
  name: string;
  /** Found in the bytes, never taken from the caller. */
  mime: string;
  size: number;
  /** Of a picture, after the turn that the camera asked for; of a video, of the picture shown before it plays. */
  width?: number;
  height?: number;
  /** Of the same: a few blurred pixels as a data URI, shown until the picture is there. */
  placeholder?: string;
  /** A voice only. */
  voice?: VoiceDto;
  /** A video only. */
  video?: VideoDto;
  /** What it belongs to; until then only its owner sees it. */
  attachedTo?: Attachment;
  /** The picture it was copied from, where it keeps one that may change for a record that is signed. */
  copyOf?: ObjectId;
  /** When a scanner found it clean, or not; absent while none has looked into it. */
  scannedAt?: Date;
  /** When a scanner was last asked about it, until there is a verdict. */
  scanTriedAt?: Date;
  /** What a scanner found in it: it is given to nobody. */
  infected?: string;
  createdAt: Date;
}

export const files = (db: Database) => db.db.collection<FileDocument>('files');

/** The bytes, originals and smaller copies alike (a copy says whose it is in `metadata.copyOf`). */
export const uploads = (db: Database) => new GridFSBucket(db.db, { bucketName: 'uploads' });

/** One stored byte sequence of the bucket, as GridFS describes it. */
export interface StoredBytes {
  _id: ObjectId;
  filename: string;
  metadata?: { copyOf?: ObjectId };
}
export const storedBytes = (db: Database) => db.db.collection<StoredBytes>('uploads.files');
