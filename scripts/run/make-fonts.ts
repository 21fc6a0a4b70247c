import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** Where the cut fonts lie; made when the app is built or developed, never kept in the repository. */
const FOLDER = '.fonts';
const SOURCE = 'node_modules/@fontsource-variable';

/** Basic Latin as Google Fonts cut it: the `unicode-range` of the « latin » files. */
const LATIN = '0-FF,131,152-153,2BB-2BC,2C6,2DA,2DC,304,308,329,2000-206F,20AC,2122,2191,2193,2212,2215,FEFF,FFFD';

/**
 * The axes that the style sheets use: titles stand in the display cut (`opsz` 72), between 200 and 400. What is left out was
 * more than half of what a visitor had to load before the first words stood in their own letters.
 */
const TITLES = { opsz: 72, wght: { min: 200, max: 400, default: 400 } };
const FONTS = [
  { name: 'newsreader-normal', from: 'newsreader/files/newsreader-latin-opsz-normal.woff2', axes: TITLES },
  { name: 'newsreader-italic', from: 'newsreader/files/newsreader-latin-opsz-italic.woff2', axes: TITLES },
] as const;

const letters = LATIN.split(',').flatMap((range) => {
  const [first = 0, last = first] = range.split('-').map((code) => parseInt(code, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
});

/** When a file was last written; 0 when there is none. */
const writtenAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** Cuts the fonts down to the letters and axes that are used, unless that was done since they were installed. */
export async function makeFonts(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const { name, from, axes } of FONTS) {
    const [source, target] = [join(SOURCE, from), join(FOLDER, `${name}.woff2`)];
    if ((await writtenAt(target)) > (await writtenAt(source))) continue;
    const cut = await subsetFont(await readFile(source), letters.join(''), {
      targetFormat: 'woff2',
      variationAxes: axes,
    });
    // Never half a file under its own name: a build that was stopped begins again.
    await writeFile(`${target}.part`, cut);
    await rename(`${target}.part`, target);
  }
}
