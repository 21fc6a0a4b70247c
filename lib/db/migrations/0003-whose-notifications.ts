import { type Document, ObjectId } from 'mongodb';
import type { Database } from '../client';
import type { Migration } from './migration';

/** Where the document that a notification leads to names its client, by the page. */
const PAGES: readonly [RegExp, string][] = [
  [/^\/(?:atelier|account)\/orders\/([0-9a-f]{24})/, 'orders'],
  [/^\/(?:atelier|account)\/messages\/([0-9a-f]{24})/, 'conversations'],
  [/^\/atelier\/calendar\?appointment=([0-9a-f]{24})/, 'appointments'],
];

async function clientOf(db: Database, bell: Document): Promise<ObjectId | undefined> {
  const href = String(bell['href']);
  const file = /^\/atelier\/clients\/([0-9a-f]{24})/.exec(href)?.[1];
  if (file) return new ObjectId(file);
  for (const [page, collection] of PAGES) {
    const id = page.exec(href)?.[1];
    if (id) return (await db.db.collection(collection).findOne({ _id: new ObjectId(id) }))?.['clientId'];
  }
  if (href.startsWith('/account'))
    return (await db.db.collection('accounts').findOne({ _id: bell['accountId'] }))?.['clientId'];
  // An hour that was asked for led to the calendar alone: its words name the client.
  const theirs = await db.db.collection('appointments').distinct('clientId', { couturierId: bell['accountId'] });
  const files = await db.db
    .collection('clients')
    .find({ _id: { $in: theirs } }, { projection: { name: 1 } })
    .toArray();
  const words = `${bell['title']?.fr} ${bell['text']?.fr}`;
  return files.find(({ name }) => words.includes(String(name)))?._id;
}

/**
 * A notification names the client it is about, so that it can be erased with them. Of an older one the page it leads to tells;
 * where that is gone, so is what it was about, and the notification goes too.
 */
export const whoseNotifications: Migration = {
  version: 3,
  name: 'whose-notifications',
  up: async (db) => {
    const notifications = db.db.collection('notifications');
    const old = { clientId: { $exists: false }, kind: { $in: ['message', 'order', 'quote', 'change', 'appointment'] } };
    for await (const bell of notifications.find(old)) {
      const clientId = await clientOf(db, bell);
      if (clientId) await notifications.updateOne({ _id: bell._id }, { $set: { clientId } });
      else await notifications.deleteOne({ _id: bell._id });
    }
  },
};
