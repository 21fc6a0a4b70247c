import libheif from 'libheif-js/wasm-bundle.js';
import sharp from 'sharp';
import { PictureRefused } from './picture-refused';

/** A 48-megapixel telephone, and somewhat more; such a picture takes 200 MB while it is decoded. */
const MAX_HEIC_PIXELS = 52_000_000;
/** The largest profile that fits into one segment of a JPEG. */
const MAX_PROFILE = 65_000;

interface Decoded {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each point. */
  data: Uint8ClampedArray;
  profile?: Buffer;
}

/** The colour profile of a HEIF file, from its `colr` box of the kind `prof`; phones write theirs (Display P3). */
function profileOf(bytes: Buffer): Buffer | undefined {
  const at = bytes.indexOf('colrprof');
  if (at < 4) return undefined;
  const size = bytes.readUInt32BE(at - 4);
  const end = at - 4 + size;
  return size > 140 && size < 1_000_000 && end <= bytes.length ? bytes.subarray(at + 8, end) : undefined;
}

async function decode(bytes: Buffer, maxPixels: number): Promise<Decoded> {
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new PictureRefused('unreadable');
  const [width, height] = [image.get_width(), image.get_height()];
  // Said by the head of the file: nothing has been decoded yet.
  if (width * height > maxPixels) throw new PictureRefused('tooLarge');
  const data = new Uint8ClampedArray(width * height * 4);
  const shown = await new Promise((resolve) => image.display({ data, width, height }, resolve));
  if (!shown) throw new PictureRefused('unreadable');
  return { width, height, data, profile: profileOf(bytes) };
}

/** A JPEG with its colour profile, so that a red of a telephone is that red. */
function withProfile(jpeg: Buffer, profile: Uint8Array): Buffer {
  const name = Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1');
  const head = Buffer.from([0xff, 0xe2, 0, 0]);
  head.writeUInt16BE(2 + name.length + profile.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, name, profile, jpeg.subarray(2)]);
}

/**
 * A photograph as phones keep it (HEIF with HEVC), as a JPEG that any other picture's way can take: upright, at most `side`
 * pixels a side, in its own colours. sharp's binaries have no HEVC. Only where pictures are worked on: it takes seconds.
 * @throws PictureRefused
 */
export async function jpegOfHeic(bytes: Buffer, side: number, maxPixels = MAX_HEIC_PIXELS): Promise<Buffer> {
  const { width, height, data, profile } = await decode(bytes, maxPixels);
  const jpeg = await sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: maxPixels })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return profile && profile.length <= MAX_PROFILE ? withProfile(jpeg, profile) : jpeg;
}
