import { z } from 'zod';
import { givenId } from '../wire';
import { NOTIFICATION_KINDS, CHOSEN_KINDS } from './words';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Hours of the atelier's clock in which no e-mail leaves; it waits for the end. May go over midnight. */
const quiet = z.strictObject({ from: clock, to: clock }).refine(({ from, to }) => from !== to, {
  path: ['to'],
  message: 'fields.interval',
});

export const notificationSettings = z.object({
  kinds: z.record(z.enum(CHOSEN_KINDS), z.object({ app: z.boolean(), email: z.boolean(), push: z.boolean() })),
  quiet: quiet.nullable(),
  /** Whether a device shows the words of a message, or only who wrote. */
  words: z.boolean(),
});
export type NotificationSettings = z.infer<typeof notificationSettings>;

/** What a link of a mail stops: e-mails of one kind; and whether it is stopped. */
export const mailStopDto = z.object({ kind: z.enum(CHOSEN_KINDS), stopped: z.boolean() });
export type MailStopDto = z.infer<typeof mailStopDto>;

/** With the public key a browser subscribes with; `null` where the house sends no push messages. */
export const notificationSettingsDto = notificationSettings.extend({ pushKey: z.string().nullable() });
export type NotificationSettingsDto = z.infer<typeof notificationSettingsDto>;

/** A browser's subscription, as it tells it itself. */
const endpoint = z.url({ protocol: /^https?$/ }).max(1000);
export const subscribePushInput = z.strictObject({
  endpoint,
  keys: z.strictObject({
    p256dh: z.string().regex(/^[\w-]{86,88}=?$/),
    auth: z.string().regex(/^[\w-]{21,24}=*$/),
  }),
});
export type SubscribePushInput = z.infer<typeof subscribePushInput>;
export const unsubscribePushInput = z.strictObject({ endpoint });

/** What is sent changes, the rest stays. */
export const editNotificationSettingsInput = z.strictObject({
  kinds: z
    .partialRecord(
      z.enum(CHOSEN_KINDS),
      z.strictObject({ app: z.boolean().optional(), email: z.boolean().optional(), push: z.boolean().optional() }),
    )
    .optional(),
  quiet: quiet.nullable().optional(),
  words: z.boolean().optional(),
});
export type EditNotificationSettingsInput = z.infer<typeof editNotificationSettingsInput>;

/** A notification on the wire. `asks` is true for what awaits an answer or a signature (« À vous »). */
export const notificationDto = z.object({
  id: z.string(),
  kind: z.enum(NOTIFICATION_KINDS),
  title: z.string(),
  text: z.string(),
  href: z.string(),
  read: z.boolean(),
  asks: z.boolean(),
  /** The name of who wrote, for what is a person's word. */
  person: z.string().optional(),
  createdAt: z.string(),
});
export type NotificationDto = z.infer<typeof notificationDto>;

export const notificationPageDto = z.object({
  items: z.array(notificationDto),
  nextCursor: z.string().nullable(),
  unread: z.number().int(),
});
export type NotificationPageDto = z.infer<typeof notificationPageDto>;

/** `ids` marks those, its absence marks everything. */
export const readNotificationsInput = z.strictObject({
  ids: z.array(givenId).min(1).max(100).optional(),
});
export type ReadNotificationsInput = z.infer<typeof readNotificationsInput>;
/** How many are left unread. */
export const unreadNotificationsDto = z.object({ unread: z.number().int() });
