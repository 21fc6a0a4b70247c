import type { ObjectId } from 'mongodb';
import type { Bilingual } from '../i18n/bilingual';
import type { Database } from '../db/client';
import type { Channel, ChosenKind, NotificationKind } from './words';

/** Something a person should know, and the page it leads to; in both languages, so that it follows the reader's choice. */
export interface NotificationDocument {
  _id: ObjectId;
  accountId: ObjectId;
  /** The client file it is about; absent where it is about nobody. */
  clientId?: ObjectId;
  kind: NotificationKind;
  title: Bilingual;
  text: Bilingual;
  /** A path of `lib/paths.ts`, without the language prefix. */
  href: string;
  asks: boolean;
  /** The name of who wrote, for what is a person's word. */
  person?: string;
  /** What it is about: a newer unread one of the same group replaces the older, so that ten messages make one notification. */
  group?: string;
  /** Muted in the app by its reader's choice: kept for the e-mail alone. */
  hidden?: boolean;
  /** When an e-mail of it is due, unless it is read before; taken away by whoever sends it. */
  mailAt?: Date;
  mailedAt?: Date;
  /** The same for the devices of its reader. */
  pushAt?: Date;
  read: boolean;
  readAt?: Date;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** What its reader has not muted in the app. */
export const VISIBLE = { hidden: { $exists: false } } as const;

/** What one person chose; whatever is not there is the house's usual. */
export interface NotificationSettingsDocument {
  /** The account. */
  _id: ObjectId;
  kinds?: Partial<Record<ChosenKind, Partial<Record<Channel, boolean>>>>;
  quiet?: { from: string; to: string } | null;
  words?: boolean;
  updatedAt: Date;
}

/** A device that shows notifications, for as long as the session that asked for it. */
export interface PushSubscriptionDocument {
  _id: ObjectId;
  accountId: ObjectId;
  sessionId: string;
  endpoint: string;
  keys: { p256dh: string; auth: string };
  createdAt: Date;
}

export const pushSubscriptions = (db: Database) => db.db.collection<PushSubscriptionDocument>('pushSubscriptions');
export const settings = (db: Database) => db.db.collection<NotificationSettingsDocument>('notificationSettings');
export const notifications = (db: Database) => db.db.collection<NotificationDocument>('notifications');
