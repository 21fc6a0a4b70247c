import type { ObjectId } from 'mongodb';
import type { LOCALES } from './i18n/config';

export type Role = 'client' | 'couturier' | 'owner';
/** A language the pages can be read in. */
export type Locale = (typeof LOCALES)[number];

/** Who is calling: the account, read from the database on every request (a token alone never decides). */
export interface Actor {
  /** Account id. */
  id: ObjectId;
  role: Role;
  name: string;
  email: string;
  locale: Locale;
  /** The client file, for a client. */
  clientId?: ObjectId;
  /** Of the staff, and without the second key that the owner asks for: nothing is open but adding one. */
  lacksSecondKey?: true;
  /** The session the call came with. */
  sessionId: string;
}

export type ClientActor = Actor & { role: 'client'; clientId: ObjectId };
export type StaffActor = Actor & { role: 'couturier' | 'owner' };

export const isStaff = <T extends Pick<Actor, 'role'>>(actor: T): actor is T & StaffActor => actor.role !== 'client';
export const isClient = (actor: Actor): actor is ClientActor => actor.role === 'client' && actor.clientId !== undefined;
