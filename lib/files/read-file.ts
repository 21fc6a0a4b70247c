import type { ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { notFound } from '../errors';
import { askPicture } from './ask-picture';
import { audienceOf } from './audience';
import { type FileDocument, files, uploads } from './documents';
import { demandSound, findCopy, posterName, readBytes, writeBytes } from './repository';
import { isImageType } from './rules';
import type { ImageWidth } from './words';

/** From one byte to another, both among them. */
export interface ByteRange {
  first: number;
  last: number;
}

export interface ReadableFile {
  file: FileDocument;
  /** Anybody may see it, so shared caches may keep it. */
  isPublic: boolean;
  /** What this reading gives: the original, or the smaller copy. */
  mime: string;
  size?: number;
  etag: string;
  /** The bytes, or those of a range; a smaller copy is always read whole. */
  open: (range?: ByteRange) => Promise<ReadableStream<Uint8Array>>;
}

/** Copies being made now, so that a page that shows one picture twice does not make it twice. */
const making = new Map<string, Promise<ObjectId>>();

async function copyOf(db: Database, file: FileDocument, width: ImageWidth): Promise<ObjectId> {
  const name = `${file._id.toHexString()}/${width}.webp`;
  const made = await findCopy(db, name);
  if (made) return made;
  const key = `${db.db.databaseName}/${name}`;
  const underway = making.get(key);
  if (underway) return underway;
  const work = (async () => {
    const source = file.video ? await findCopy(db, posterName(file._id)) : file._id;
    if (!source) throw notFound();
    const { bytes } = await askPicture('kept', { kind: 'copy', width }, await readBytes(db, source));
    const id = newId();
    await writeBytes(db, id, name, bytes, { copyOf: file._id, mime: 'image/webp' });
    return id;
  })().finally(() => making.delete(key));
  making.set(key, work);
  return work;
}

/** GridFS reads with Node streams; a response wants a web one. Errors end the response, they never end the process. */
function streamOf(db: Database, id: ObjectId, range?: ByteRange): ReadableStream<Uint8Array> {
  const source = uploads(db).openDownloadStream(id, range && { start: range.first, end: range.last + 1 });
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(new Uint8Array(next.value as Buffer));
    },
    async cancel() {
      await source.abort();
    },
  });
}

/** Whether a picture stands for a video before it plays: only then has it a width. */
const isShownVideo = ({ video, width }: FileDocument): boolean => video !== undefined && width !== undefined;

/** Finds a file the caller may see, without its bytes. */
async function findVisible(db: Database, actor: Actor | null, id: ObjectId) {
  const file = await files(db).findOne({ _id: id });
  const audience = file ? await audienceOf(db, actor, file) : 'none';
  if (!file || audience === 'none') throw notFound();
  demandSound(file);
  return { file, isPublic: audience === 'public' };
}

/**
 * Opens a file for somebody who may see it.
 * @param options.width asks for a smaller copy of a picture, or for the picture of a video (made once, then kept); other files ignore it
 * @param options.webp whether the caller reads WebP; if not, they get the original
 * @throws AppError not_found for anything the caller may not see; file_quarantined for what a scanner found infected.
 */
export async function readFile(
  db: Database,
  actor: Actor | null,
  id: ObjectId,
  options: { width?: ImageWidth; webp?: boolean } = {},
): Promise<ReadableFile> {
  const { file, isPublic } = await findVisible(db, actor, id);
  const { width } = options;
  const smaller = width !== undefined && options.webp === true && (isImageType(file.mime) || isShownVideo(file));
  const hex = file._id.toHexString();
  if (!smaller)
    return {
      file,
      isPublic,
      mime: file.mime,
      size: file.size,
      etag: `"${hex}"`,
      open: async (range) => streamOf(db, file._id, range),
    };
  return {
    file,
    isPublic,
    mime: 'image/webp',
    etag: `"${hex}-${width}"`,
    open: async () => streamOf(db, await copyOf(db, file, width)),
  };
}

/** All bytes of a file the caller may see, for documents that embed it (a PDF). */
export async function readFileBytes(
  db: Database,
  actor: Actor | null,
  id: ObjectId,
): Promise<{ mime: string; bytes: Buffer }> {
  const { file } = await findVisible(db, actor, id);
  return { mime: file.mime, bytes: await readBytes(db, file._id) };
}
