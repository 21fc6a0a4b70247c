import type { ClientSession, ObjectId } from 'mongodb';
import type { Locale } from '../actor';
import type { Database } from '../db/client';
import { translator } from '../i18n/translate';
import { notify } from '../notifications/notify';
import { paths } from '../paths';
import type { MessageDocument } from './documents';

/** A conversation is one line among the notifications, however many messages wait in it. */
export const conversationGroup = (id: ObjectId): string => `conversation:${id.toHexString()}`;

const EXCERPT = 120;

const shortened = (words: string): string =>
  [...words].length > EXCERPT ? `${[...words].slice(0, EXCERPT - 1).join('')}…` : words;

/** The words of a message as the bell shows them. */
export function excerptOf(locale: Locale, message: MessageDocument): string {
  const t = translator(locale, 'notifications');
  if (message.takenBack) return t('message.takenBack');
  const words = message.content.replace(/\s+/g, ' ').trim();
  if (message.type === 'voice')
    return words === '' ? t('message.voice') : t('message.voiceWith', { words: shortened(words) });
  if (words === '' && message.attachments[0]?.video) return t('message.video');
  if (words === '') return message.type === 'image' ? t('message.image') : t('message.file');
  return t('message.quote', { words: shortened(words) });
}

/** Notifies the recipient, in the message's own transaction. A client without an account has no notifications yet. */
export async function announceMessage(
  db: Database,
  message: MessageDocument,
  about: { senderName: string; clientId: ObjectId },
  session: ClientSession,
): Promise<void> {
  if (!message.recipientId) return;
  const { senderName, clientId } = about;
  const id = message.conversationId.toHexString();
  const sketch = message.intent === 'sketch' && 'message.sketchTitle';
  const title = sketch || (message.remarks ? 'message.markedTitle' : 'message.title');
  await notify(
    db,
    {
      accountId: message.recipientId,
      clientId,
      kind: 'message',
      title: (locale) => translator(locale, 'notifications')(title, { name: senderName }),
      text: (locale) => excerptOf(locale, message),
      href: message.senderSide === 'couturier' ? paths.account.conversation(id) : paths.atelier.conversation(id),
      person: senderName,
      group: conversationGroup(message.conversationId),
    },
    session,
  );
}
