import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';

/** What is kept of a mail: that it left, when and to whom; never its links. */
export interface MailDocument {
  _id: ObjectId;
  to: string;
  template: string;
  subject: string;
  /** `file` when no SMTP server is set. */
  via: 'smtp' | 'file';
  state: 'sent' | 'failed';
  createdAt: Date;
}

export const mails = (db: Database) => db.db.collection<MailDocument>('mails');
