import type { AnyBulkWriteOperation, Document } from 'mongodb';
import { phoneForms } from '../../phone';
import { foldText } from '../../text';
import type { Database } from '../client';
import { searchFieldsOf } from '../search';
import type { Migration } from './migration';

const BATCH = 500;

type Bilingual = { fr?: string; en?: string };
const both = (text: Bilingual | undefined): (string | undefined)[] => [text?.fr, text?.en];
const labels = (list: { label?: Bilingual }[] | undefined) => (list ?? []).flatMap(({ label }) => both(label));

/**
 * What each collection is searched by, from the words of its documents. It folds as the search of today does, for the two
 * must agree: a later change of the folding brings a migration of its own that writes all of this anew.
 */
const FIELDS: Record<string, (document: Document) => Document> = {
  clients: ({ name, email, phone }) => ({
    sortName: foldText(name),
    ...searchFieldsOf([name, email, phone, ...phoneForms(phone ?? '')]),
  }),
  orders: ({ number, title, garment, occasion }) => searchFieldsOf([number, title, garment, occasion]),
  tasks: ({ title }) => searchFieldsOf([title]),
  models: ({ title, name, fabrics, colours, tags }) => ({
    sortName: foldText(name || title.fr),
    ...searchFieldsOf([
      ...both(title),
      name,
      ...labels(fabrics),
      ...labels(colours),
      ...(tags?.fr ?? []),
      ...(tags?.en ?? []),
    ]),
  }),
  // The folded words that were kept hold the English of the house's own lines as well.
  messages: ({ content, attachments, searchText }) =>
    searchFieldsOf(
      [content, ...(attachments ?? []).map((file: { name: string }) => file.name), searchText],
      'beginnings',
    ),
};

async function fill(db: Database, name: string, fieldsOf: (document: Document) => Document): Promise<void> {
  const collection = db.db.collection(name);
  let batch: AnyBulkWriteOperation<Document>[] = [];
  const write = async () => {
    if (batch.length > 0) await collection.bulkWrite(batch, { ordered: false });
    batch = [];
  };
  for await (const document of collection.find({ 'search.0': { $exists: false } })) {
    batch.push({ updateOne: { filter: { _id: document._id }, update: { $set: fieldsOf(document) } } });
    if (batch.length === BATCH) await write();
  }
  await write();
}

/** Files, orders, tasks, models and messages are found by short pieces of their words, which an index can look up. */
export const searchFields: Migration = {
  version: 4,
  name: 'search-fields',
  up: async (db) => {
    for (const [name, fieldsOf] of Object.entries(FIELDS)) await fill(db, name, fieldsOf);
  },
};
