import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';

/** One authenticator: a public key is no secret. */
export interface PasskeyRecord {
  id: string;
  publicKey: string;
  counter: number;
  transports: string[];
  name: string;
  createdAt: Date;
  usedAt?: Date;
}

/** What somebody of the staff shows beside their password. */
export interface SecondKeysDocument {
  /** The account. */
  _id: ObjectId;
  /** The app's shared secret, sealed with a key of the house. `step`: the last half minute that was used. */
  app?: { sealed: string; step: number; createdAt: Date };
  /** An app that has not shown a right code yet. */
  pending?: { sealed: string; until: Date };
  passkeys: PasskeyRecord[];
  /** Keyed hashes of the codes that are left; a used one is gone. */
  codes: string[];
  /** What an authenticator is asked to sign, once. */
  challenge?: { value: string; use: 'add' | 'enter'; until: Date };
  updatedAt: Date;
}

export const secondKeys = (db: Database) => db.db.collection<SecondKeysDocument>('secondKeys');

/** Whether any second key is set up that can be asked for at sign-in. */
export const hasKey = (keys: Pick<SecondKeysDocument, 'app' | 'passkeys'> | null): boolean =>
  keys !== null && (keys.app !== undefined || keys.passkeys.length > 0);
