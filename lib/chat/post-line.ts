import { randomUUID } from 'node:crypto';
import type { ClientSession, ObjectId } from 'mongodb';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { translator } from '../i18n/translate';
import type { ConversationDocument, MessageDocument } from './documents';
import { insertMessage } from './insert-message';
import { messageSearchFields } from './search-fields';
import type { CONVERSATION_EVENTS } from './words';

/** What a line says of the conversation itself. */
interface Said {
  event: (typeof CONVERSATION_EVENTS)[number];
  /** Who did it. */
  name: string;
  /** For a hand-over: from whom, to whom. */
  from?: string;
  to?: string;
}

/** Writes a needle line about the conversation itself, from the house's side. */
export async function postLine(
  db: Database,
  conversation: Pick<ConversationDocument, '_id' | 'clientId'>,
  actor: { id: ObjectId },
  said: Said,
  session: ClientSession,
): Promise<MessageDocument> {
  const client = await findClientById(db, conversation.clientId, session);
  const id = randomUUID();
  const words = { name: said.name, from: said.from ?? '', to: said.to ?? '' };
  const content = translator('fr', 'chat')(`system.${said.event}`, words);
  return insertMessage(
    db,
    conversation,
    {
      _id: newId(),
      conversationId: conversation._id,
      senderId: actor.id,
      senderSide: 'couturier',
      recipientId: client?.accountId,
      clientMessageId: `line-${id}`,
      bodyHash: id,
      type: 'text',
      intent: 'progress',
      content,
      ...messageSearchFields(content, translator('en', 'chat')(`system.${said.event}`, words)),
      attachments: [],
      system: { kind: 'progress', ...said },
    },
    session,
  );
}
