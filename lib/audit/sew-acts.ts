import { DAY_MS } from '../calendar';
import type { Database } from '../db/client';
import { withLease } from '../db/with-lease';
import { env } from '../env';
import { log } from '../log';
import { signingKey } from '../secrets';
import { type ActDocument, type ActHeadDocument, actHead, acts } from './documents';
import { linkOf, namesHold } from './record-act';
import { shortName } from './short-name';

const AT_ONCE = 500;
/** Addresses of the network are kept a year, who did what five; what is left of a line then is its day and its kind. */
const KEPT = { addressMs: 365 * DAY_MS, namesMs: 5 * 365 * DAY_MS } as const;
/** The first line hangs on nothing. */
const BEGINNING: ActHeadDocument = { _id: 'acts', seq: 0, hash: '' };

const headOf = async (db: Database): Promise<ActHeadDocument> =>
  (await actHead(db).findOne({ _id: 'acts' })) ?? BEGINNING;

/** Says a line in the log, for whoever watches it: accounts by id, addresses by a short name, no word of anybody. */
async function tellLog(line: ActDocument): Promise<void> {
  const secret = env().AUTH_SECRET;
  const key = secret ? (await signingKey(secret, 'audit')).bytes : undefined;
  log().info({
    security: line.kind,
    at: line.at.toISOString(),
    by: line.by?.accountId.toHexString(),
    of: line.of && `${line.of.kind} ${line.of.subjectId.toHexString()}`,
    from: key && line.where && shortName(key, line.where.address),
    notice: line.notice,
    ...line.detail,
  });
}

/**
 * Sews what was written since to the end of the thread, in the order it was written, and says each line once in the log.
 * Writing never waits for this: two who act at once do not stand in line for one document.
 * @returns how many lines were sewn
 */
export async function sewActs(db: Database): Promise<number> {
  if (!(await acts(db).findOne({ loose: true }, { projection: { _id: 1 } }))) return 0;
  return withLease(db, 'acts', async () => {
    let head = await headOf(db);
    // Killed between a line and the head: that line is the end.
    const beyond = await acts(db).findOne({ seq: head.seq + 1 });
    if (beyond?.hash) head = { ...head, seq: head.seq + 1, hash: beyond.hash };
    const loose = await acts(db).find({ loose: true }).sort({ _id: 1 }).limit(AT_ONCE).toArray();
    for (const line of loose) {
      const hash = linkOf(head.hash, line);
      head = { ...head, seq: head.seq + 1, hash };
      await acts(db).updateOne(
        { _id: line._id, loose: true },
        { $set: { seq: head.seq, hash }, $unset: { loose: '' } },
      );
      await actHead(db).updateOne({ _id: 'acts' }, { $set: { seq: head.seq, hash } }, { upsert: true });
      await tellLog(line);
    }
    return loose.length;
  });
}

/** Reads the thread from its first line to its end: every number once, every link right, and as many as were sewn. */
export async function checkActs(db: Database): Promise<{ lines: number; whole: boolean }> {
  const head = await headOf(db);
  let [lines, hash, whole] = [0, '', true];
  const sewn = acts(db)
    .find({ seq: { $gte: 1, $lte: head.seq } })
    .sort({ seq: 1 });
  for await (const line of sewn) {
    lines += 1;
    const link = linkOf(hash, line);
    whole &&= line.seq === lines && line.hash === link && namesHold(line);
    hash = line.hash ?? link;
  }
  whole &&= lines === head.seq && hash === head.hash;
  await actHead(db).updateOne({ _id: 'acts' }, { $set: { checked: { at: new Date(), lines, whole } } });
  if (!whole) log().error({ security: 'journalBroken', lines, sewn: head.seq }, 'the journal is not whole');
  return { lines, whole };
}

/** Takes out of old lines what is kept no longer; the thread still holds. */
export async function fadeActs(db: Database, now = new Date()): Promise<void> {
  const before = (ms: number) => ({ $lt: new Date(now.getTime() - ms) });
  await acts(db).updateMany({ at: before(KEPT.addressMs), where: { $exists: true } }, { $unset: { where: '' } });
  await acts(db).updateMany({ at: before(KEPT.namesMs), by: { $exists: true } }, { $unset: { by: '', of: '' } });
  await acts(db).updateMany({ at: before(KEPT.namesMs), of: { $exists: true } }, { $unset: { by: '', of: '' } });
}

/** The round of the journal: sews, and once a day fades what is old and reads the thread through. */
export async function tendActs(db: Database): Promise<void> {
  await sewActs(db);
  const { seq, checked } = await headOf(db);
  if (seq === 0 || (checked && Date.now() - checked.at.getTime() < DAY_MS)) return;
  await fadeActs(db);
  await checkActs(db);
}
