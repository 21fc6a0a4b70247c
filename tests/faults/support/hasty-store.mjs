// Preloaded into a sidecar for the negative control: a store that says « written » first, and writes a little later.
import { Collection } from 'mongodb';

const { insertMany } = Collection.prototype;
// Far longer than a busy machine takes from the last « written » to the kill: what was said of must not be there by then.
const LATE_MS = 10_000;

Collection.prototype.insertMany = function (documents, options) {
  if (this.collectionName !== 'messages') return insertMany.call(this, documents, options);
  setTimeout(() => void insertMany.call(this, documents, options).catch(() => undefined), LATE_MS);
  return Promise.resolve({ acknowledged: true, insertedCount: documents.length, insertedIds: {} });
};
