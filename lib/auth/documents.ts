import type { ObjectId } from 'mongodb';
import type { Locale, Role } from '../actor';
import type { Database } from '../db/client';

/** An account: who may sign in. The person's file (measurements, address…) is the client document. */
export interface AccountDocument {
  _id: ObjectId;
  /** Lower-cased; unique. */
  email: string;
  name: string;
  role: Role;
  locale: Locale;
  /** argon2id; absent for an account that only ever signed in with Google. */
  passwordHash?: string;
  disabled: boolean;
  /** The client file, for a client. */
  clientId?: ObjectId;
  /** Staff only: the public profile. */
  profile?: {
    speciality: { fr: string; en: string };
    bio: { fr: string; en: string };
    /** A file id, public. */
    avatarFileId?: ObjectId;
    /** A model image that stands for the portrait, where there is no photograph. */
    portraitSlug?: string;
    available: boolean;
    /** When absent: the day of return. */
    backOn?: Date;
  };
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** One signed-in device. Ended by `revokedAt`; tokens of an ended session are refused everywhere. */
export interface SessionDocument {
  /** Random, in the token's `sid`. */
  _id: string;
  accountId: ObjectId;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string;
  revokedAt?: Date;
}

export const accounts = (db: Database) => db.db.collection<AccountDocument>('accounts');
export const sessions = (db: Database) => db.db.collection<SessionDocument>('sessions');
