import { randomUUID } from 'node:crypto';
import type { ClientSession, ObjectId } from 'mongodb';
import { findClientById } from '../clients/find-client';
import { type Database, inTransaction } from '../db/client';
import { newId } from '../db/ids';
import type { SpokenEvent } from '../orders/schemas';
import { conversations } from './documents';
import { insertMessage } from './insert-message';
import { messageSearchFields } from './search-fields';

export interface ProgressInput {
  orderId: ObjectId;
  clientId: ObjectId;
  couturierId: ObjectId;
  /** Kept for the search and for readers of the plain text: the French one, the house's. Screens say `said` in the reader's language. */
  content: { fr: string; en: string };
  said: SpokenEvent;
  /** The account of the client, when it was the client who acted: the line then comes from their side. */
  clientActor?: ObjectId;
}

/**
 * Writes a line of the order's timeline into the conversation of its two people, where there is one. The order's own
 * notification already rings for it, so this one does not.
 */
export async function postProgress(db: Database, input: ProgressInput, session?: ClientSession): Promise<void> {
  const post = async (inside: ClientSession): Promise<void> => {
    const pair = { clientId: input.clientId, couturierId: input.couturierId };
    const conversation = await conversations(db).findOne(pair, { session: inside });
    if (!conversation) return;
    const client = await findClientById(db, input.clientId, inside);
    const id = randomUUID();
    await insertMessage(
      db,
      conversation,
      {
        _id: newId(),
        conversationId: conversation._id,
        ...(input.clientActor
          ? { senderId: input.clientActor, senderSide: 'client', recipientId: input.couturierId }
          : { senderId: input.couturierId, senderSide: 'couturier', recipientId: client?.accountId }),
        clientMessageId: `progress-${id}`,
        bodyHash: id,
        type: 'text',
        intent: 'progress',
        content: input.content.fr,
        ...messageSearchFields(input.content.fr, input.content.en),
        attachments: [],
        orderId: input.orderId,
        system: { kind: 'progress', ...input.said },
      },
      inside,
    );
  };
  await (session ? post(session) : inTransaction(db, post));
}
