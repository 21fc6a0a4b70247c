import { jsonEntry } from '../archive-entry';
import type { Traces } from '../traces';
import { notifications, pushSubscriptions, settings } from './documents';
import { toNotificationDto } from './dto';
import { settingsOf } from './settings';

/** What a person was notified of, what anybody was notified of about them, and how they wanted to be. */
export const notificationTraces: Traces = {
  fields: {
    notifications: ['accountId', 'clientId'],
    pushSubscriptions: ['accountId'],
    notificationSettings: ['_id'],
  },
  erase: async (db, { clientId, accountId, session }) => {
    await notifications(db).deleteMany({ clientId }, { session });
    if (!accountId) return;
    await notifications(db).deleteMany({ accountId }, { session });
    await pushSubscriptions(db).deleteMany({ accountId }, { session });
    await settings(db).deleteOne({ _id: accountId }, { session });
  },
  export: async function* (db, { actor }) {
    const mine = await notifications(db).find({ accountId: actor.id }).sort({ createdAt: 1 }).toArray();
    yield jsonEntry(
      'notifications.json',
      mine.map((one) => toNotificationDto(one, actor.locale)),
    );
    yield jsonEntry('notification-settings.json', [await settingsOf(db, actor.id)]);
  },
  move: async (db, { from, into, session }) => {
    await notifications(db).updateMany({ clientId: from.clientId }, { $set: { clientId: into.clientId } }, { session });
  },
  using: (db, ids, session) => notifications(db).distinct('clientId', { clientId: { $in: [...ids] } }, { session }),
};
