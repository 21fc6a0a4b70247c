import { notificationSettings, notificationSettingsPatch } from '@/lib/notifications/schemas';
import { editSettings, settingsOf } from '@/lib/notifications/settings';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readMyNotificationSettings',
    summary: 'Which of my notifications ring in the app and which are written to me, by kind.',
    access: 'signedIn',
    response: notificationSettings,
  },
  ({ db, actor }) => settingsOf(db, actor.id),
);

export const PATCH = defineRoute(
  {
    operation: 'editMyNotificationSettings',
    summary: 'Changes some of my choices; what is not sent stays.',
    access: 'signedIn',
    body: notificationSettingsPatch,
    response: notificationSettings,
  },
  ({ db, actor, body }) => editSettings(db, actor, body),
);
