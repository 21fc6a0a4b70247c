import type { NotificationDocument } from './documents';
import type { NotificationDto } from './schemas';

export const toNotificationDto = (document: NotificationDocument): NotificationDto => ({
  id: document._id.toHexString(),
  kind: document.kind,
  title: document.title,
  text: document.text,
  href: document.href,
  read: document.read,
  asks: document.asks,
  createdAt: document.createdAt.toISOString(),
});
