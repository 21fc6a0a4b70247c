import type { CollectionIndexes } from '../db/indexes';

export const ORDER_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'orders',
    indexes: [
      { key: { number: 1 }, unique: true, serves: 'a number is given once' },
      { key: { clientId: 1, createdAt: -1, _id: -1 }, serves: 'a client’s own orders, newest first' },
      { key: { couturierId: 1, createdAt: -1, _id: -1 }, serves: 'one couturier’s orders, newest first' },
      {
        key: { couturierId: 1, stage: 1, createdAt: -1, _id: -1 },
        serves: 'what one couturier has at work, however much they have handed over',
      },
      { key: { stage: 1, createdAt: -1, _id: -1 }, serves: 'the board: orders of some stages' },
      { key: { createdAt: -1, _id: -1 }, serves: 'all orders, newest first' },
      { key: { search: 1, createdAt: -1, _id: -1 }, serves: 'the search of orders, newest first' },
      { key: { promisedDate: 1 }, serves: 'what is due or late' },
      { key: { 'untold.tellAt': 1 }, sparse: true, serves: 'the moves whose minute is over' },
      { key: { defectOpen: 1, createdAt: -1, _id: -1 }, serves: 'defects that nobody has answered' },
      { key: { kind: 1, createdAt: -1, _id: -1 }, serves: 'the retouches, newest first' },
      { key: { retouchOf: 1 }, sparse: true, serves: 'the retouches of a piece' },
      { key: { 'payments.paidAt': 1 }, serves: 'what came in during a period' },
      { key: { stage: 1, deliveredAt: 1, _id: 1 }, serves: 'what was handed over during a period' },
    ],
  },
  {
    collection: 'orderEvents',
    indexes: [
      { key: { orderId: 1, at: -1, _id: -1 }, serves: 'the timeline of an order, newest first' },
      { key: { type: 1, at: 1 }, serves: 'which orders have moved since a moment' },
      { key: { orderId: 1, type: 1, at: -1, _id: -1 }, serves: 'where one order stood at a moment' },
    ],
  },
];
