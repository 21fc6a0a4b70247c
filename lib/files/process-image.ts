import sharp, { type Sharp } from 'sharp';
import { AppError } from '../errors';
import type { ImageWidth } from './schemas';

/** More pixels than any camera of today; a « decompression bomb » has more. */
const MAX_PIXELS = 80_000_000;
/** The longest side that is kept: sharp on any screen, and a phone photograph loses nothing one sees. */
const MAX_SIDE = 4096;

export interface ProcessedImage {
  bytes: Buffer;
  mime: string;
  width: number;
  height: number;
  placeholder: string;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Two pictures at a time: decoding takes memory by the hundred megabytes, and the pages must keep answering. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
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

/**
 * Decodes a picture and writes it anew: turned upright, at most 4096 pixels a side, with no metadata left (a phone writes
 * where one lives into a photograph).
 * @throws AppError file_type_refused for bytes that are no readable picture, payload_too_large for too many pixels.
 */
export async function processImage(input: Buffer, mime: string): Promise<ProcessedImage> {
  return inTurn(async () => {
    try {
      const options = { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: mime === 'image/gif' } as const;
      const upright = sharp(input, options)
        .autoOrient()
        .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true });
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
      const tooMany = cause instanceof Error && /pixel limit/i.test(cause.message);
      throw new AppError(tooMany ? 'payload_too_large' : 'file_type_refused', { cause });
    }
  });
}

/**
 * A smaller copy, never larger than the original, as WebP. AVIF would be a third lighter, but one copy of 640 pixels took
 * 1.0 s to write against 0.12 s (measured on a drawing, 2 cores): the first visitor would wait for it.
 */
export async function resizeImage(input: Buffer, width: ImageWidth): Promise<Buffer> {
  return inTurn(() =>
    sharp(input, { limitInputPixels: MAX_PIXELS, animated: true })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 82, effort: 2 })
      .toBuffer(),
  );
}
