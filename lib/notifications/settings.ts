import type { ClientSession, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { type NotificationSettingsDocument, settings } from './documents';
import { type NotificationSettings, type EditNotificationSettingsInput } from './schemas';
import { CHANNELS, CHOSEN_KINDS } from './words';

const complete = (own: NotificationSettingsDocument | null): NotificationSettings => ({
  // By default everything is notified in the app, and what stays unread is sent by e-mail.
  kinds: Object.fromEntries(
    CHOSEN_KINDS.map((kind) => [
      kind,
      Object.fromEntries(CHANNELS.map((channel) => [channel, own?.kinds?.[kind]?.[channel] ?? true])),
    ]),
  ) as NotificationSettings['kinds'],
  quiet: own?.quiet ?? null,
  words: own?.words ?? false,
});

/** What an account chose, the usual where it did not. */
export const settingsOf = async (
  db: Database,
  accountId: ObjectId,
  session?: ClientSession,
): Promise<NotificationSettings> => complete(await settings(db).findOne({ _id: accountId }, { session }));

/** Changes what is sent and nothing else, so that two devices never undo each other. */
export async function editSettings(
  db: Database,
  actor: Pick<Actor, 'id'>,
  input: EditNotificationSettingsInput,
): Promise<NotificationSettings> {
  const set: Record<string, unknown> = { updatedAt: new Date() };
  for (const kind of CHOSEN_KINDS)
    for (const channel of CHANNELS) {
      const value = input.kinds?.[kind]?.[channel];
      if (value !== undefined) set[`kinds.${kind}.${channel}`] = value;
    }
  if (input.quiet !== undefined) set['quiet'] = input.quiet;
  if (input.words !== undefined) set['words'] = input.words;
  return complete(
    await settings(db).findOneAndUpdate({ _id: actor.id }, { $set: set }, { upsert: true, returnDocument: 'after' }),
  );
}
