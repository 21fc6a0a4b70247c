import type { Filter } from 'mongodb';
import { DAY_MS } from '../calendar';
import type { StaffActor } from '../actor';
import { type ActDocument, actHead, acts } from '../audit/documents';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { keyset, readPage } from '../db/keyset';
import { AppError } from '../errors';
import { atelierMoment } from '../i18n/atelier-time';
import type { Page } from '../pages';
import { toActs } from './dto';
import type { ActDto, ExportActsQuery, Journal, ListActsQuery } from './schemas';

export const NEWEST = keyset<ActDocument>(['at', -1, 'date']);
const COUNTED = 1000;
const NOTICED = 6;
const WEEK_MS = 7 * DAY_MS;

/** The lines of a question. Days are the atelier's, both ends included. */
export function actsFilter(query: Omit<ExportActsQuery, 'locale'>): Filter<ActDocument> {
  const { by, of, group, from, to } = query;
  return {
    ...(by ? { 'by.accountId': toId(by) } : {}),
    ...(of ? { 'of.subjectId': toId(of) } : {}),
    ...(group ? { group } : {}),
    ...(from || to
      ? {
          at: {
            ...(from ? { $gte: atelierMoment(from) } : {}),
            ...(to ? { $lt: atelierMoment(to, 24 * 60) } : {}),
          },
        }
      : {}),
  };
}

/**
 * The journal, newest first.
 * @throws AppError forbidden for anyone but an owner, invalid_request for a cursor that is not ours.
 */
export async function listActs(db: Database, actor: StaffActor, query: ListActsQuery): Promise<Page<ActDto>> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const { rows, nextCursor } = await readPage(acts(db), actsFilter(query), NEWEST, query);
  return { items: await toActs(db, rows), nextCursor };
}

/**
 * What stands beside the journal: its thread, how much was found, and what deserves a look.
 * @throws AppError forbidden for anyone but an owner.
 */
export async function readJournal(
  db: Database,
  actor: StaffActor,
  query: Omit<ExportActsQuery, 'locale'>,
  now = new Date(),
): Promise<Journal> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const [head, found, noticed] = await Promise.all([
    actHead(db).findOne({ _id: 'acts' }),
    acts(db).countDocuments(actsFilter(query), { limit: COUNTED }),
    acts(db)
      .find({ notice: { $exists: true }, at: { $gt: new Date(now.getTime() - WEEK_MS) } })
      .sort({ at: -1, _id: -1 })
      .limit(NOTICED)
      .toArray(),
  ]);
  return {
    lines: head?.seq ?? 0,
    checked: head?.checked ? { at: head.checked.at.toISOString(), whole: head.checked.whole } : null,
    found,
    notices: await toActs(db, noticed),
  };
}
