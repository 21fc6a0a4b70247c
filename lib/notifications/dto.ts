import { inLanguage } from '../i18n/bilingual';
import type { Locale } from '../actor';
import type { NotificationDocument } from './documents';
import type { NotificationDto } from './schemas';

export const toNotificationDto = (document: NotificationDocument, locale: Locale): NotificationDto => ({
  id: document._id.toHexString(),
  kind: document.kind,
  title: inLanguage(document.title, locale),
  text: inLanguage(document.text, locale),
  href: document.href,
  read: document.read,
  asks: document.asks,
  person: document.person,
  createdAt: document.createdAt.toISOString(),
});
