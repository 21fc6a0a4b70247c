import { join } from 'node:path';
import sharp from 'sharp';
import { AppError } from '../errors';

/** A 48-megapixel telephone, and somewhat more; such a picture takes 200 MB while it is decoded. */
const MAX_HEIC_PIXELS = 52_000_000;
/** Two seconds for a 12-megapixel photograph; what takes longer than this is no photograph. */
const PATIENCE_MS = 40_000;
/** The largest profile that fits into one segment of a JPEG. */
const MAX_PROFILE = 65_000;

type Decoded =
  | { refused: 'unreadable' | 'tooLarge' }
  | { refused?: undefined; width: number; height: number; data: ArrayBuffer; profile?: Uint8Array };

/** Decodes in a thread that ends with its picture, so that neither its time nor its memory is the house's. */
async function decode(bytes: Buffer, maxPixels: number): Promise<Decoded> {
  // Asked of the running process: the file is not to become part of the bundle, where it could not be found as a thread.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(join(process.cwd(), 'lib/files/heic-worker.mjs'), {
    workerData: { bytes, maxPixels },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    execArgv: [],
    // What the decoder says of a broken file is no line of the house's log.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Decoded>((resolve, reject) => {
      timer = setTimeout(() => resolve({ refused: 'tooLarge' }), PATIENCE_MS);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread ended without a picture')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** A JPEG with its colour profile, so that a red of a telephone is that red. */
function withProfile(jpeg: Buffer, profile: Uint8Array): Buffer {
  const name = Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1');
  const head = Buffer.from([0xff, 0xe2, 0, 0]);
  head.writeUInt16BE(2 + name.length + profile.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, name, profile, jpeg.subarray(2)]);
}

/**
 * A photograph as phones keep it (HEIF with HEVC), as a JPEG that any other picture's way can take: upright, at most `side` pixels a
 * side, in its own colours. sharp's binaries have no HEVC.
 * @throws AppError file_broken for bytes that are no readable picture, picture_too_large.
 */
export async function jpegOfHeic(bytes: Buffer, side: number, maxPixels = MAX_HEIC_PIXELS): Promise<Buffer> {
  const decoded = await decode(bytes, maxPixels).catch((cause: unknown) => {
    throw new AppError('file_broken', { cause });
  });
  if (decoded.refused) throw new AppError(decoded.refused === 'tooLarge' ? 'picture_too_large' : 'file_broken');
  const { width, height, data, profile } = decoded;
  const jpeg = await sharp(new Uint8Array(data), { raw: { width, height, channels: 4 }, limitInputPixels: maxPixels })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return profile && profile.length <= MAX_PROFILE ? withProfile(jpeg, profile) : jpeg;
}
