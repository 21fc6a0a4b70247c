import type { ObjectId } from 'mongodb';
import type { Locale, Role } from '../actor';
import type { Database } from '../db/client';
import type { ReadyReply } from '../ready-replies';
import type { AbsenceKind } from './words';

/** Staff only: the public profile, and what the workshop plans with. */
export interface StaffProfile {
  speciality: { fr: string; en: string };
  bio: { fr: string; en: string };
  /** A file id, public. */
  avatarFileId?: ObjectId;
  /** A model image that stands for the portrait, where there is no photograph. */
  portraitSlug?: string;
  available: boolean;
  /** When absent: the day of return. */
  backOn?: Date;
  /** What clients read in their conversation as long as one is away. */
  awayWord?: string;
  /** Sentences written often, in their order; absent as long as the house's own are used. */
  readyReplies?: ReadyReply[];
  /** Hours of work a week: the capacity that honest dates are counted on. */
  weeklyHours: number;
  /** Days at the atelier, 1 (Monday) to 7. */
  workingDays: number[];
  /** Other hours and days than these two from a day on, earliest first: who said so, and when. */
  weeks?: AgreedWeek[];
  /** Days away that are known beforehand, earliest first; no two share a day. */
  absences?: Absence[];
}

/** Hours and working days of a week, from a day on. */
export interface AgreedWeek {
  /** `YYYY-MM-DD`. */
  from: string;
  weeklyHours: number;
  workingDays: number[];
  by: ObjectId;
  at: Date;
}

/** Days somebody of the staff is away, both ends included, `YYYY-MM-DD`. The kind and the note are the staff's own business. */
export interface Absence {
  id: ObjectId;
  from: string;
  to: string;
  kind: AbsenceKind;
  note?: string;
  /** Who of the staff stands in. */
  coverId?: ObjectId;
  /** Who entered it. */
  by: ObjectId;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

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
  /** Google's own id of the person, once they came in that way. */
  googleId?: string;
  /** When a link sent to the address was used; until then nobody proved that the address is theirs. */
  emailProvedAt?: Date;
  disabled: boolean;
  /** Whether a second key is asked beside the password (lib/second-keys). */
  secondKey?: true;
  /** The client file, for a client. */
  clientId?: ObjectId;
  profile?: StaffProfile;
  /** The secret address of one's appointments; only its hash is kept. */
  calendar?: { hash: string; since: Date };
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

/** A link sent by e-mail. Only the hash of its secret is kept, so a stolen database does not let anybody in. */
export interface TokenDocument {
  _id: ObjectId;
  kind: 'reset' | 'invitation' | 'address';
  /** SHA-256 of the secret in the link. */
  hash: string;
  email: string;
  /** The account that a reset, or the proof of an address, is for. */
  accountId?: ObjectId;
  /** What an invitation gives. */
  role?: Role;
  clientId?: ObjectId;
  invitedBy?: ObjectId;
  /** Handed over without the mailbox: opening it proves no address. */
  handed?: true;
  locale: Locale;
  createdAt: Date;
  expiresAt: Date;
  usedAt?: Date;
}

export const accounts = (db: Database) => db.db.collection<AccountDocument>('accounts');
export const sessions = (db: Database) => db.db.collection<SessionDocument>('sessions');
export const tokens = (db: Database) => db.db.collection<TokenDocument>('tokens');
