import sharp, { type Sharp } from 'sharp';
import { MAX_FRAMES, PictureRefused } from './picture-refused';
import { jpegOfHeic } from './read-heic';

/** More pixels than a picture of any use; a « decompression bomb » has more. */
const MAX_PIXELS = 80_000_000;
/** A JPEG is decoded line by line and made smaller meanwhile: even a telephone of 200 megapixels takes little memory. */
const MAX_JPEG_PIXELS = 210_000_000;
/** The longest side that is kept: sharp on any screen, and a phone photograph loses nothing one sees. */
const MAX_SIDE = 4096;

/** A moving picture is decoded frame by frame: more pixels than these in all is no photograph. */
const MAX_MOVING_PIXELS = 30_000_000;
/** What any picture may take, in seconds; then sharp itself lets go of it. */
const PATIENCE = { seconds: 15 };

/** Whether it is a photograph as phones keep it, which sharp's binaries cannot read. */
export const isHeic = (mime: string): boolean => mime === 'image/heic' || mime === 'image/heif';

/** What can be asked for of a picture. */
export type PictureAsk =
  /** To be kept: see `keepPicture`. */
  | { kind: 'keep'; mime: string }
  /** A smaller copy of this width, as WebP. */
  | { kind: 'copy'; width: number }
  /** As PDFs can hold it (they know no WebP), on this ground, at most so many pixels a side. */
  | { kind: 'plate'; side: number; ground: string };

/** What a picture is that was made. */
export interface MadePicture {
  bytes: Buffer;
  mime: string;
  width: number;
  height: number;
  /** Of one that is kept. */
  placeholder?: string;
}

/** Some blurred pixels as a data URI of about 300 characters. */
export async function placeholderOf(image: Buffer): Promise<string> {
  const tiny = await sharp(image).resize(16, 16, { fit: 'inside' }).webp({ quality: 40, effort: 2 }).toBuffer();
  return `data:image/webp;base64,${tiny.toString('base64')}`;
}

function encode(image: Sharp, mime: string): { image: Sharp; mime: string } {
  if (mime === 'image/jpeg') return { image: image.jpeg({ quality: 90 }), mime };
  if (mime === 'image/png') return { image: image.png({ compressionLevel: 8 }), mime };
  if (mime === 'image/gif') return { image: image.gif(), mime };
  // AVIF takes seconds to write again; as WebP it is kept at once.
  return { image: image.webp({ quality: 90, effort: 3 }), mime: 'image/webp' };
}

async function made(image: Sharp, mime: string): Promise<MadePicture> {
  const { data, info } = await image.timeout(PATIENCE).toBuffer({ resolveWithObject: true });
  return { bytes: data, mime, width: info.width, height: info.pageHeight ?? info.height };
}

/** What a moving picture is, said by its head before any frame is decoded. */
async function demandFewFrames(input: Buffer): Promise<void> {
  const { pages = 1, width = 0, height = 0, pageHeight = height } = await sharp(input, { animated: true }).metadata();
  if (pages > MAX_FRAMES || (pages > 1 && pages * width * pageHeight > MAX_MOVING_PIXELS))
    throw new PictureRefused('movesTooMuch');
}

/**
 * Decodes a picture and writes it anew: turned upright, at most 4096 pixels a side, with no metadata left (a phone writes
 * where one lives into a photograph). What moves goes on moving.
 */
async function keepPicture(given: Buffer, givenMime: string): Promise<MadePicture> {
  const heic = isHeic(givenMime);
  const input = heic ? await jpegOfHeic(given, MAX_SIDE) : given;
  const mime = heic ? 'image/jpeg' : givenMime;
  const moves = mime === 'image/gif' || mime === 'image/webp';
  if (moves || mime === 'image/avif') await demandFewFrames(input);
  const limitInputPixels = mime === 'image/jpeg' ? MAX_JPEG_PIXELS : MAX_PIXELS;
  const upright = sharp(input, { limitInputPixels, failOn: 'error', animated: moves })
    .autoOrient()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true });
  const target = encode(upright, mime);
  const picture = await made(target.image, target.mime);
  return { ...picture, placeholder: await placeholderOf(picture.bytes) };
}

/**
 * A smaller copy, never larger than the original, as WebP. AVIF would be a third lighter, but one copy of 640 pixels took
 * 1.0 s to write against 0.12 s (measured on a drawing, 2 cores): the first visitor would wait for it.
 */
const copyPicture = (input: Buffer, width: number): Promise<MadePicture> =>
  made(
    sharp(input, { limitInputPixels: MAX_PIXELS, animated: true })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 82, effort: 2 }),
    'image/webp',
  );

const platePicture = (input: Buffer, side: number, ground: string): Promise<MadePicture> =>
  made(
    sharp(input)
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: ground })
      .png({ compressionLevel: 6 }),
    'image/png',
  );

/**
 * Makes what is asked for of a picture, in this very process; the house asks `askPicture`, which has it done beside it.
 * @throws PictureRefused
 */
export async function workPicture(ask: PictureAsk, input: Buffer): Promise<MadePicture> {
  try {
    if (ask.kind === 'keep') return await keepPicture(input, ask.mime);
    if (ask.kind === 'copy') return await copyPicture(input, ask.width);
    return await platePicture(input, ask.side, ask.ground);
  } catch (cause) {
    if (cause instanceof PictureRefused) throw cause;
    const tooMuch = cause instanceof Error && /pixel limit|timeout/i.test(cause.message);
    throw new PictureRefused(tooMuch ? 'tooLarge' : 'unreadable', { cause });
  }
}
