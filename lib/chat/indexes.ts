import type { CollectionIndexes } from '../db/indexes';

export const CHAT_INDEXES: CollectionIndexes[] = [
  {
    collection: 'conversations',
    indexes: [
      { key: { clientId: 1, couturierId: 1 }, unique: true, serves: 'one conversation per pair, whoever starts it' },
      { key: { clientId: 1, lastMessageAt: -1, _id: -1 }, serves: 'a client’s list' },
      { key: { couturierId: 1, lastMessageAt: -1, _id: -1 }, serves: 'a couturier’s inbox' },
      { key: { couturierId: 1, unreadBy: 1, lastMessageAt: -1, _id: -1 }, serves: 'what a couturier has not read' },
      {
        key: { couturierId: 1, unansweredBy: 1, lastMessageAt: -1, _id: -1 },
        serves: 'who waits for an answer from a couturier',
      },
      {
        key: { couturierId: 1, lastMessageAt: -1, _id: -1, 'pinned.couturier': 1 },
        partialFilterExpression: { 'pinned.couturier': true },
        serves: 'what a couturier has pinned',
      },
    ],
  },
  {
    collection: 'messages',
    indexes: [
      { key: { conversationId: 1, seq: 1 }, unique: true, serves: 'the history in order, and no number twice' },
      { key: { conversationId: 1, senderSide: 1, seq: 1 }, serves: 'counting what one side has not read' },
      {
        key: { conversationId: 1, seq: -1 },
        name: 'files',
        partialFilterExpression: { 'attachments.0': { $exists: true } },
        serves: 'the files of a conversation, newest first',
      },
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
