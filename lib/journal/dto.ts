import type { ObjectId, WithId } from 'mongodb';
import type { ActDocument } from '../audit/documents';
import type { ActSubject } from '../audit/words';
import { accounts } from '../auth/documents';
import { clients } from '../clients/documents';
import type { Database } from '../db/client';
import { orders } from '../orders/documents';
import type { ActDto } from './schemas';

/** Names of today for what lines speak of, in three reads however many they are. */
async function namesOf(db: Database, rows: readonly ActDocument[]): Promise<Map<string, string>> {
  const wanted = (kind: ActSubject): ObjectId[] => rows.flatMap(({ of }) => (of?.kind === kind ? [of.subjectId] : []));
  const people = [...wanted('account'), ...rows.flatMap(({ by }) => (by ? [by.accountId] : []))];
  const names = new Map<string, string>();
  const one = { projection: { name: 1, number: 1 } };
  const [staff, files, numbered] = await Promise.all([
    accounts(db)
      .find({ _id: { $in: people } }, one)
      .toArray(),
    clients(db)
      .find({ _id: { $in: wanted('client') } }, one)
      .toArray(),
    orders(db)
      .find({ _id: { $in: wanted('order') } }, one)
      .toArray(),
  ]);
  for (const { _id, name } of [...staff, ...files]) names.set(_id.toHexString(), name);
  for (const { _id, number } of numbered) names.set(_id.toHexString(), number);
  return names;
}

/** Lines as the owner reads them. */
export async function toActs(db: Database, rows: readonly WithId<ActDocument>[]): Promise<ActDto[]> {
  const names = await namesOf(db, rows);
  const named = (id: ObjectId) => ({ id: id.toHexString(), name: names.get(id.toHexString()) ?? '' });
  return rows.map(({ _id, at, kind, group, by, of, where, detail, notice }) => ({
    id: _id.toHexString(),
    at: at.toISOString(),
    kind,
    group,
    by: by ? named(by.accountId) : null,
    of: of ? { kind: of.kind, ...named(of.subjectId) } : null,
    userAgent: where?.userAgent ?? '',
    address: where?.address ?? '',
    detail: {
      count: detail.count,
      more: detail.more,
      from: detail.from,
      to: detail.to,
      paths: detail.paths,
      number: detail.number,
    },
    notice: notice ?? null,
  }));
}
