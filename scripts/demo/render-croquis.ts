import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { type MadePicture, placeholderOf } from '../../lib/files/picture-work';

/** The drawings, as their hand left them. */
export const CROQUIS = join(process.cwd(), 'scripts', 'demo', 'croquis');
/** Rendered once for all loads of this clone: the filters that make the wash take seconds a drawing. */
const CACHE = join(process.cwd(), 'node_modules', '.cache', 'fashionflow', 'croquis');
/** The drawings are 800 × 1200; front views fill the largest plates, so they are rendered at one and a half. */
const WIDTHS = { front: 1200, back: 800 } as const;

/**
 * One drawing as a WebP with its paper left transparent. resvg and not sharp: the same drawing took 1.3 s against 6 s, and
 * its pixels are the same.
 */
async function render(file: string): Promise<MadePicture> {
  const svg = await readFile(join(CROQUIS, file));
  const width = file.includes('-back') ? WIDTHS.back : WIDTHS.front;
  const key = createHash('sha256').update(svg).update(`:${width}:1`).digest('hex').slice(0, 32);
  const kept = join(CACHE, `${key}.webp`);
  let bytes = await readFile(kept).catch(() => undefined);
  if (!bytes) {
    const drawn = await renderAsync(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } });
    bytes = await sharp(drawn.asPng()).webp({ quality: 90, alphaQuality: 95, effort: 2 }).toBuffer();
    await mkdir(CACHE, { recursive: true });
    // Written beside and moved: a load that is stopped leaves no half drawing behind.
    const unfinished = `${kept}.${process.pid}`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, kept);
  }
  const { width: w = width, height: h = (width * 3) / 2 } = await sharp(bytes).metadata();
  return { bytes, mime: 'image/webp', width: w, height: h, placeholder: await placeholderOf(bytes) };
}

/**
 * Renders drawings, a few at a time, and hands each to `keep` as soon as it is there.
 * @param report is told after every tenth drawing, and at the last
 */
export async function renderCroquis(
  names: readonly string[],
  keep: (name: string, image: MadePicture) => Promise<void>,
  report: (done: number, all: number) => void,
): Promise<void> {
  const queue = [...names];
  let done = 0;
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      await keep(name, await render(name));
      done += 1;
      if (done % 10 === 0 || done === names.length) report(done, names.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
}
