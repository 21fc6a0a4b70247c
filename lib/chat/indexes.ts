import type { CollectionIndexes } from '../db/indexes';

export const CHAT_INDEXES: CollectionIndexes[] = [
  {
    collection: 'conversations',
    indexes: [
      { key: { clientId: 1, couturierId: 1 }, unique: true, serves: 'one conversation per pair, whoever starts it' },
      { key: { clientId: 1, lastMessageAt: -1, _id: -1 }, serves: 'a client’s list' },
      { key: { couturierId: 1, lastMessageAt: -1, _id: -1 }, serves: 'a couturier’s inbox' },
    ],
  },
  {
    collection: 'messages',
    indexes: [
      { key: { conversationId: 1, seq: 1 }, unique: true, serves: 'the history in order, and no number twice' },
      { key: { search: 1, conversationId: 1, seq: -1 }, serves: 'the search of messages, in one conversation or all' },
      {
        key: { conversationId: 1, changedAt: 1 },
        partialFilterExpression: { changedAt: { $exists: true } },
        serves: 'what changed while a line was down',
      },
      {
        key: { conversationId: 1, senderId: 1, clientMessageId: 1 },
        unique: true,
        serves: 'a message that is sent again is the same message',
      },
    ],
  },
  {
    collection: 'realtimeTickets',
    indexes: [
      { key: { expiresAt: 1 }, expireAfterSeconds: 60, serves: 'forgets used tickets once they could not be replayed' },
    ],
  },
];
