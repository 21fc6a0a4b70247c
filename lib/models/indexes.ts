import type { CollectionIndexes } from '../db/indexes';

export const MODEL_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'models',
    indexes: [
      { key: { slug: 1 }, unique: true, serves: 'the page of a model; no two share an address' },
      { key: { status: 1, publishedAt: -1, _id: -1 }, serves: 'the catalogue, newest first' },
      { key: { status: 1, 'priceFrom.amount': 1, _id: 1 }, serves: 'the catalogue by price' },
      { key: { couturierId: 1, status: 1 }, serves: 'the models of a couturier' },
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
