import sharp, { type Sharp } from 'sharp';
import { AppError } from '../errors';
import { inTurn } from '../in-turn';
import { jpegOfHeic } from './read-heic';
import type { ImageWidth } from './schemas';

/** More pixels than a picture of any use; a « decompression bomb » has more. */
const MAX_PIXELS = 80_000_000;
/** A JPEG is decoded line by line and made smaller meanwhile: even a telephone of 200 megapixels takes little memory. */
const MAX_JPEG_PIXELS = 210_000_000;
/** The longest side that is kept: sharp on any screen, and a phone photograph loses nothing one sees. */
const MAX_SIDE = 4096;

/** A moving picture is decoded frame by frame: more frames than a second and a half of film, or more pixels in all, is no photograph. */
const MAX_FRAMES = 60;
const MAX_MOVING_PIXELS = 30_000_000;
/** What any picture may take, in seconds; then sharp itself lets go of it. */
const PATIENCE = { seconds: 15 };

export interface ProcessedImage {
  bytes: Buffer;
  mime: string;
  width: number;
  height: number;
  placeholder: string;
}

/**
 * Decoding takes memory by the hundred megabytes: one picture that comes in and one smaller copy at a time. Apart, so that
 * somebody's uploads never keep a visitor from the first look at a public picture.
 */
const uploadsInTurn = <T>(work: () => Promise<T>) => inTurn('pictures that come in', work, 40);
const copiesInTurn = <T>(work: () => Promise<T>) => inTurn('copies of pictures', work, 200);

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

/** What a moving picture is, said by its head before any frame is decoded. */
async function demandFewFrames(input: Buffer): Promise<void> {
  const { pages = 1, width = 0, height = 0, pageHeight = height } = await sharp(input, { animated: true }).metadata();
  if (pages > MAX_FRAMES || (pages > 1 && pages * width * pageHeight > MAX_MOVING_PIXELS))
    throw new AppError('picture_moves_too_much', { values: { frames: MAX_FRAMES } });
}

/**
 * Decodes a picture and writes it anew: turned upright, at most 4096 pixels a side, with no metadata left (a phone writes
 * where one lives into a photograph).
 * What moves goes on moving.
 * @throws AppError file_broken for bytes that are no readable picture, picture_too_large for too many pixels,
 *   picture_moves_too_much for too many frames; unavailable when too many wait.
 */
export async function processImage(given: Buffer, givenMime: string): Promise<ProcessedImage> {
  return uploadsInTurn(async () => {
    try {
      const heic = givenMime === 'image/heic' || givenMime === 'image/heif';
      const input = heic ? await jpegOfHeic(given, MAX_SIDE) : given;
      const mime = heic ? 'image/jpeg' : givenMime;
      const moves = mime === 'image/gif' || mime === 'image/webp';
      if (moves || mime === 'image/avif') await demandFewFrames(input);
      const limitInputPixels = mime === 'image/jpeg' ? MAX_JPEG_PIXELS : MAX_PIXELS;
      const upright = sharp(input, { limitInputPixels, failOn: 'error', animated: moves })
        .autoOrient()
        .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
        .timeout(PATIENCE);
      const target = encode(upright, mime);
      const { data, info } = await target.image.toBuffer({ resolveWithObject: true });
      return {
        bytes: data,
        mime: target.mime,
        width: info.width,
        height: info.pageHeight ?? info.height,
        placeholder: await placeholderOf(data),
      };
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      const tooMany = cause instanceof Error && /pixel limit|timeout/i.test(cause.message);
      throw new AppError(tooMany ? 'picture_too_large' : 'file_broken', { cause });
    }
  });
}

/**
 * A smaller copy, never larger than the original, as WebP. AVIF would be a third lighter, but one copy of 640 pixels took
 * 1.0 s to write against 0.12 s (measured on a drawing, 2 cores): the first visitor would wait for it.
 */
export async function resizeImage(input: Buffer, width: ImageWidth): Promise<Buffer> {
  return copiesInTurn(() =>
    sharp(input, { limitInputPixels: MAX_PIXELS, animated: true })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 82, effort: 2 })
      .timeout(PATIENCE)
      .toBuffer(),
  );
}
