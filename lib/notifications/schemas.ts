import { z } from 'zod';
import { givenId } from '../wire';

export const NOTIFICATION_KINDS = ['message', 'order', 'quote', 'change', 'appointment', 'task', 'account'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** A notification on the wire. `asks` is true for what awaits an answer or a signature (« À vous »). */
export const notificationSchema = z.object({
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
export type NotificationDto = z.infer<typeof notificationSchema>;

export const notificationListSchema = z.object({
  items: z.array(notificationSchema),
  nextCursor: z.string().nullable(),
  unread: z.number().int(),
});
export type NotificationList = z.infer<typeof notificationListSchema>;

/** `ids` marks those, its absence marks everything. */
export const readNotificationsSchema = z.strictObject({
  ids: z.array(givenId).min(1).max(100).optional(),
});
export type ReadNotificationsInput = z.infer<typeof readNotificationsSchema>;
