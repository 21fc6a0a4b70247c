import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** As the usual servers have it: below, the envelope weighs as much as is saved. */
const WORTH_BYTES = 1_024;
/** Each takes a thread and some megabytes. */
const AT_ONCE = 4;

/**
 * Puts a Brotli and a gzip form beside each script and style of the build, as small as they come: what is asked for by every
 * visitor is compressed once, and not, less well, for each of them.
 * @param folder of the build, with all below it
 */
export async function compressAssets(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|css)$/.test(name));
  const work = files.values();
  const worker = async () => {
    for (const name of work) {
      const file = join(folder, name);
      const bytes = await readFile(file);
      if (bytes.length < WORTH_BYTES) continue;
      const params = {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      await Promise.all([
        toBrotli(bytes, { params }).then((small) => writeFile(`${file}.br`, small)),
        toGzip(bytes, { level: constants.Z_BEST_COMPRESSION }).then((small) => writeFile(`${file}.gz`, small)),
      ]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
