import type { CollectionIndexes } from '../db/indexes';

export const FITTING_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'fittingSheets',
    indexes: [
      { key: { appointmentId: 1 }, unique: true, serves: 'the one sheet of an appointment' },
      { key: { clientId: 1, createdAt: 1 }, serves: 'the fittings of one client' },
    ],
  },
];
