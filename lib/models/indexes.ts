import type { CollectionIndexes } from '../db/indexes';

export const MODEL_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'models',
    indexes: [
      { key: { slug: 1 }, unique: true, serves: 'the page of a model; no two share an address' },
      { key: { status: 1, publishedAt: -1, _id: -1 }, serves: 'the catalogue, newest first' },
      { key: { status: 1, 'priceFrom.amount': 1, _id: 1 }, serves: 'the catalogue by price' },
      { key: { status: 1, sortName: 1, _id: 1 }, serves: 'the catalogue by name' },
      { key: { status: 1, updatedAt: -1, _id: -1 }, serves: 'drafts and archived models, the last touched first' },
      { key: { status: 1, search: 1, publishedAt: -1, _id: -1 }, serves: 'the search of the catalogue, newest first' },
      {
        key: { couturierId: 1, status: 1, publishedAt: -1, _id: -1 },
        serves: 'the models of a couturier, newest first',
      },
    ],
  },
  {
    collection: 'favourites',
    indexes: [
      { key: { clientId: 1, modelId: 1 }, unique: true, serves: 'the heart of a model; kept once' },
      { key: { clientId: 1, createdAt: -1, _id: -1 }, serves: 'the favourites of a client, latest first' },
    ],
  },
];
