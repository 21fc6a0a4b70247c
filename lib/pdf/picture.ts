import sharp from 'sharp';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { readFileBytes } from '../files/read-file';
import { inTurn } from '../in-turn';
import { log } from '../log';
import { PLATE } from './style';

/** Twice the widest picture of a paper, in points. */
const SIDE = 900;

/**
 * A picture as PDFs can hold it (they know no WebP), on the plate of the print. One that cannot be read leaves its plate
 * bare: the paper is worth more than its picture.
 */
export async function pictureFor(db: Database, actor: Actor, id: string | undefined): Promise<Buffer | undefined> {
  if (id === undefined) return undefined;
  try {
    const { bytes } = await readFileBytes(db, actor, toId(id));
    // One after the other: those of twenty papers at once would take every core from who only wants a page.
    return await inTurn('pictures of papers', () =>
      sharp(bytes)
        .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: PLATE })
        .png({ compressionLevel: 6 })
        .timeout({ seconds: 15 })
        .toBuffer(),
    );
  } catch (error) {
    log().warn({ err: error, fileId: id }, 'a paper goes without its picture');
    return undefined;
  }
}
