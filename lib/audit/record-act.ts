import { createHash, randomBytes } from 'node:crypto';
import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { currentCaller } from './caller';
import { type ActDetail, type ActDocument, acts } from './documents';
import { type ActKind, type ActNotice, type ActSubject, groupOf } from './words';

/** Something that was done, as its use case tells it. */
export interface Act {
  kind: ActKind;
  /** Whose account did it; none for somebody who is not signed in, or for what the product does by itself. */
  by?: ObjectId;
  of?: { kind: ActSubject; id: ObjectId };
  detail?: ActDetail;
  notice?: ActNotice;
  at?: Date;
}

const digest = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex');
const NOTHING = digest('');

function lineOf(act: Act): ActDocument {
  const salt = () => randomBytes(16).toString('base64url');
  const caller = currentCaller();
  const by = act.by && { accountId: act.by, salt: salt() };
  const of = act.of && { kind: act.of.kind, subjectId: act.of.id, salt: salt() };
  const where = caller && { address: caller.address, userAgent: caller.userAgent.slice(0, 400), salt: salt() };
  return {
    _id: newId(),
    at: act.at ?? new Date(),
    kind: act.kind,
    group: groupOf(act.kind),
    by,
    of,
    where,
    detail: act.detail ?? {},
    notice: act.notice,
    digests: {
      by: by ? digest(by.accountId.toHexString(), by.salt) : NOTHING,
      of: of ? digest(of.kind, of.subjectId.toHexString(), of.salt) : NOTHING,
      where: where ? digest(where.address, where.userAgent, where.salt) : NOTHING,
    },
    loose: true,
  };
}

/** Whether what a line still says of people is what it said when it was written. */
export function namesHold({ by, of, where, digests }: ActDocument): boolean {
  return (
    (!by || digest(by.accountId.toHexString(), by.salt) === digests.by) &&
    (!of || of.moved === true || digest(of.kind, of.subjectId.toHexString(), of.salt) === digests.of) &&
    (!where || digest(where.address, where.userAgent, where.salt) === digests.where)
  );
}

/** The link of a line to the one before it: it covers everything but what may be taken out, of which it covers the digests. */
export const linkOf = (before: string, line: ActDocument): string =>
  digest(
    before,
    line._id.toHexString(),
    line.at.toISOString(),
    line.kind,
    line.notice ?? '',
    JSON.stringify(Object.entries(line.detail).sort(([a], [b]) => (a < b ? -1 : 1))),
    line.digests.by,
    line.digests.of,
    line.digests.where,
  );

/**
 * Writes a line into the owner's journal, in the transaction of what was done where it has one: neither is there without the
 * other. Where from is what the entry point knows of the call.
 */
export async function recordAct(db: Database, act: Act, session?: ClientSession): Promise<void> {
  await acts(db).insertOne(lineOf(act), { session });
}
