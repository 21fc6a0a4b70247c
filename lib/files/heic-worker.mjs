// Plain JavaScript, and a thread of its own for one picture: WebAssembly never gives back the memory a large one took.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/wasm-bundle.js';

// On Linux a priority is a thread's own: where cores are few, who waits for a page goes first.
if (process.platform === 'linux') setPriority(10);

/** The colour profile of a HEIF file, from its `colr` box of the kind `prof`; phones write theirs (Display P3). */
function profileOf(bytes) {
  const at = bytes.indexOf('colrprof');
  if (at < 4) return undefined;
  const size = bytes.readUInt32BE(at - 4);
  const end = at - 4 + size;
  return size > 140 && size < 1_000_000 && end <= bytes.length ? bytes.subarray(at + 8, end) : undefined;
}

async function decode({ bytes: given, maxPixels }) {
  const bytes = Buffer.from(given);
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) return { refused: 'unreadable' };
  const [width, height] = [image.get_width(), image.get_height()];
  // Said by the head of the file: nothing has been decoded yet.
  if (width * height > maxPixels) return { refused: 'tooLarge' };
  const data = new Uint8ClampedArray(width * height * 4);
  const shown = await new Promise((resolve) => image.display({ data, width, height }, resolve));
  if (!shown) return { refused: 'unreadable' };
  const profile = profileOf(bytes);
  return { width, height, data: data.buffer, ...(profile ? { profile: new Uint8Array(profile) } : {}) };
}

const answer = await decode(workerData);
parentPort?.postMessage(answer, answer.data ? [answer.data] : []);
