import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { askPicture } from '../files/ask-picture';
import { readFileBytes } from '../files/read-file';
import { log } from '../log';
import { PRINTED_PLATE } from '../palette';

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
    return (await askPicture('kept', { kind: 'plate', side: SIDE, ground: PRINTED_PLATE }, bytes)).bytes;
  } catch (error) {
    log().warn({ err: error, fileId: id }, 'a paper goes without its picture');
    return undefined;
  }
}
