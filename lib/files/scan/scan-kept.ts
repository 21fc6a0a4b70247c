import { recordAct } from '../../audit/record-act';
import { MINUTE_MS } from '../../calendar';
import { type Database, inTransaction } from '../../db/client';
import { log } from '../../log';
import { type FileDocument, files } from '../documents';
import { readBytes } from '../repository';
import { fileScanner, type FileScanner } from './file-scanner';

/** A round ends at whichever comes first; the next goes on where it ended. */
const ROUND = { files: 20, bytes: 32 * 1024 * 1024 } as const;
/** What got no verdict is tried again after that, when the others had their turn. */
const AGAIN_MS = 10 * MINUTE_MS;

/** The file whose turn it is: those never tried first. Taken before it is read, so that one that fells whoever reads it does not stop the others. */
const takeNext = (db: Database, now: Date): Promise<FileDocument | null> =>
  files(db).findOneAndUpdate(
    {
      scannedAt: { $eq: null as unknown as undefined },
      $or: [{ scanTriedAt: { $exists: false } }, { scanTriedAt: { $lt: new Date(now.getTime() - AGAIN_MS) } }],
    },
    { $set: { scanTriedAt: now } },
    { sort: { scanTriedAt: 1 } },
  );

/** Marks what was found, once: an infected file stands in the journal from the same moment in which it is given to nobody. */
async function settle(db: Database, file: FileDocument, infected: string | undefined): Promise<void> {
  const { _id, ownerId } = file;
  const scannedAt = new Date();
  if (infected === undefined) {
    await files(db).updateOne({ _id }, { $set: { scannedAt }, $unset: { scanTriedAt: '' } });
    return;
  }
  await inTransaction(db, async (session) => {
    const set = await files(db).updateOne(
      { _id, infected: { $exists: false } },
      { $set: { scannedAt, infected }, $unset: { scanTriedAt: '' } },
      { session },
    );
    if (set.matchedCount === 0) return;
    const of = { kind: 'account' as const, id: ownerId };
    await recordAct(db, { kind: 'fileQuarantined', of, detail: { number: infected }, notice: 'infected' }, session);
  });
  log().warn({ security: 'fileQuarantined', file: _id.toHexString(), found: infected }, 'a kept file is infected');
}

/** One file's verdict. @returns false where the scanner gave none. */
async function scanOne(db: Database, scanner: FileScanner, file: FileDocument): Promise<boolean> {
  try {
    const verdict = await scanner.scan(await readBytes(db, file._id));
    await settle(db, file, verdict.clean ? undefined : verdict.found);
    return true;
  } catch (error) {
    log().error({ err: error, file: file._id.toHexString(), bytes: file.size }, 'a kept file could not be scanned');
    return false;
  }
}

/**
 * Has the files looked into that were kept before the house had a scanner, or while it had none: some at each round, one after
 * the other. A clean one is marked and not read again; an infected one is given to nobody any more and stands in the owner's
 * journal. Killed anywhere, it goes on with the next round. Without a scanner it does nothing.
 * @returns how many got a verdict
 */
export async function scanKept(db: Database, now = new Date()): Promise<number> {
  const scanner = fileScanner();
  if (!scanner) return 0;
  let [done, bytes] = [0, 0];
  for (let taken = 0; taken < ROUND.files && bytes < ROUND.bytes; taken += 1) {
    const file = await takeNext(db, now);
    // A scanner that is away would fail each of them: the next round tries the next one.
    if (!file || !(await scanOne(db, scanner, file))) break;
    done += 1;
    bytes += file.size;
  }
  return done;
}
