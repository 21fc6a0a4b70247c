import type { Document } from 'mongodb';
import type { Migration } from './migration';

const SIDES = ['client', 'couturier'] as const;

/**
 * A conversation knows where each side last spoke, apart from the lines that its order wrote into it. Older ones counted
 * those lines as the couturier's words, and so as an answer.
 */
export const lastWords: Migration = {
  version: 2,
  name: 'last-words',
  up: async (db) => {
    const conversations = db.db.collection('conversations');
    const messages = db.db.collection('messages');
    const old = { $or: SIDES.map((side) => ({ [`lastWords.${side}`]: { $exists: false } })) };
    for await (const { _id } of conversations.find(old, { projection: { _id: 1 } })) {
      const spoken: Document = {};
      for (const side of SIDES) {
        const last = await messages.findOne(
          { conversationId: _id, senderSide: side, system: { $exists: false } },
          { sort: { seq: -1 }, projection: { seq: 1 } },
        );
        spoken[side] = Number(last?.['seq'] ?? 0);
      }
      await conversations.updateOne({ _id }, { $set: { lastWords: spoken } });
    }
  },
};
