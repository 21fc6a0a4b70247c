import { type Document, ObjectId } from 'mongodb';
import type { Migration } from './migration';

const idsOf = (files: unknown): string[] =>
  Array.isArray(files) ? files.map((one: Document) => String(one['id'])) : [];

/** The files that the client of an order was shown: references, change requests, sheets to sign, events meant for them. */
function shownBy(order: Document | null, events: readonly Document[]): Set<string> {
  return new Set([
    ...((order?.['referenceFileIds'] as ObjectId[] | undefined) ?? []).map(String),
    ...((order?.['changeRequests'] as Document[] | undefined) ?? []).flatMap((one) => idsOf(one['files'])),
    ...((order?.['cuttingApprovals'] as Document[] | undefined) ?? []).map((one) =>
      String((one['sheet'] as Document | undefined)?.['imageFileId']),
    ),
    ...events.flatMap((one) => idsOf((one['data'] as Document | undefined)?.['files'])),
  ]);
}

/**
 * The pictures of internal notes and of fitting remarks that were not shared lay with the order like any other, so its client
 * could read them. They become the staff's only, except where the client was shown the same picture somewhere.
 */
export const staffFiles: Migration = {
  version: 5,
  name: 'staff-files',
  up: async (db) => {
    const [events, files, orders] = ['orderEvents', 'files', 'orders'].map((name) => db.db.collection(name));
    if (!events || !files || !orders) return;
    const hidden = events.find({ visibility: 'staff', 'data.files.0': { $exists: true } });
    for await (const { orderId, data } of hidden) {
      const order = await orders.findOne({ _id: orderId });
      const told = await events.find({ orderId, visibility: 'client', 'data.files.0': { $exists: true } }).toArray();
      const shown = shownBy(order, told);
      for (const id of idsOf((data as Document | undefined)?.['files'])) {
        if (shown.has(id)) continue;
        const own = { 'attachedTo.kind': 'order', 'attachedTo.id': orderId as unknown };
        await files.updateOne({ _id: new ObjectId(id), ...own }, { $set: { 'attachedTo.audience': 'staff' } });
      }
    }
  },
};
