import { pushKeys } from '@/lib/notifications/push-keys';
import {
  type NotificationSettings,
  notificationSettingsDto,
  editNotificationSettingsInput,
} from '@/lib/notifications/schemas';
import { editSettings, settingsOf } from '@/lib/notifications/settings';
import { defineRoute } from '@/lib/web/define-route';

const withKey = (settings: NotificationSettings) => ({ ...settings, pushKey: pushKeys()?.publicKey ?? null });

export const GET = defineRoute(
  {
    operation: 'readMyNotificationSettings',
    summary: 'Which of my notifications ring in the app, are written to me or shown by my devices, by kind.',
    access: 'signedIn',
    response: notificationSettingsDto,
  },
  async ({ db, actor }) => withKey(await settingsOf(db, actor.id)),
);

export const PATCH = defineRoute(
  {
    operation: 'editMyNotificationSettings',
    summary: 'Changes some of my choices; what is not sent stays.',
    access: 'signedIn',
    body: editNotificationSettingsInput,
    response: notificationSettingsDto,
  },
  async ({ db, actor, body }) => withKey(await editSettings(db, actor, body)),
);
