import type { CollectionIndexes } from '../db/indexes';

export const FILE_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'files',
    indexes: [
      { key: { 'attachedTo.kind': 1, 'attachedTo.id': 1 }, serves: 'the files of an order, a message or a model' },
      { key: { ownerId: 1, createdAt: -1 }, serves: 'the data export of a person' },
      { key: { scannedAt: 1, scanTriedAt: 1 }, serves: 'the next file that no scanner has looked into' },
    ],
  },
  {
    collection: 'uploads.files',
    indexes: [
      { key: { filename: 1, uploadDate: 1 }, serves: 'a smaller copy by its name (the index GridFS itself makes)' },
      { key: { 'metadata.copyOf': 1 }, sparse: true, serves: 'the copies of a picture that goes' },
    ],
  },
  {
    collection: 'uploads.chunks',
    indexes: [
      {
        key: { files_id: 1, n: 1 },
        unique: true,
        serves: 'the bytes of a file in order (the index GridFS itself makes)',
      },
    ],
  },
];
