import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { OrderDocument } from './documents';
import { orderEvents } from './documents';

/**
 * Which of these files no record of the order names: no sheet to be signed, no change request, no event of the timeline (a
 * remark, a defect, a note, a fitting). Only those may leave the order: what was signed or said keeps its pictures for ever.
 */
export async function unnamedFiles(
  db: Database,
  order: Pick<OrderDocument, '_id' | 'quotes' | 'cuttingApprovals' | 'changeRequests'>,
  ids: readonly ObjectId[],
  session: ClientSession,
): Promise<ObjectId[]> {
  if (ids.length === 0) return [];
  const hexes = ids.map((id) => id.toHexString());
  const events = await orderEvents(db)
    .find({ orderId: order._id, 'data.files.id': { $in: hexes } }, { session, projection: { 'data.files': 1 } })
    .toArray();
  const said = events.flatMap(({ data }) => (data['files'] as { id: string }[] | undefined) ?? []);
  const named = new Set([
    ...order.cuttingApprovals.flatMap(({ sheet, signatures }) =>
      [
        sheet.imageFileId?.toHexString() ?? [],
        ...signatures.flatMap(({ paper }) => paper?.fileId.toHexString() ?? []),
      ].flat(),
    ),
    ...order.quotes.flatMap(({ paper }) => paper?.fileId.toHexString() ?? []),
    ...[...said, ...order.changeRequests.flatMap(({ files }) => files)].map(({ id }) => id),
  ]);
  return ids.filter((id) => !named.has(id.toHexString()));
}
