import type { ObjectId } from 'mongodb';
import type { Locale } from '../actor';
import type { Database } from '../db/client';
import type { NotificationKind } from './schemas';

/** Something a person should know, and the page it leads to; in both languages, so that it follows the reader's choice. */
export interface NotificationDocument {
  _id: ObjectId;
  accountId: ObjectId;
  kind: NotificationKind;
  title: Record<Locale, string>;
  text: Record<Locale, string>;
  /** A path of `lib/paths.ts`, without the language prefix. */
  href: string;
  asks: boolean;
  /** The name of who wrote, for what is a person's word. */
  person?: string;
  /** What it is about: a newer unread one of the same group replaces the older, so that ten messages ring once. */
  group?: string;
  read: boolean;
  readAt?: Date;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const notifications = (db: Database) => db.db.collection<NotificationDocument>('notifications');
