import { ObjectId } from 'mongodb';
import type { Actor } from '../lib/actor';
import { sessions } from '../lib/auth/documents';
import { findActor } from '../lib/auth/find-actor';
import type { Database } from '../lib/db/client';
import { isDuplicateKey } from '../lib/db/duplicate-key';
import { verifyTicket } from '../lib/realtime-protocol/ticket';

interface UsedTicket {
  /** The ticket's jti. */
  _id: string;
  expiresAt: Date;
}

const usedTickets = (db: Database) => db.db.collection<UsedTicket>('realtimeTickets');

export interface Admitted {
  actor: Actor;
  sessionExpiresAt: Date;
}

/**
 * Admits the holder of a ticket once: the signature, the minute, the session and the account must hold, and the number of
 * the ticket is spent in the database, so that neither another process nor a restart forgets it.
 * @returns null for everything that calls for a new ticket.
 */
export async function authenticate(db: Database, secret: string, ticket: string): Promise<Admitted | null> {
  const claims = await verifyTicket(secret, ticket);
  if (!claims) return null;
  try {
    await usedTickets(db).insertOne({ _id: claims.jti, expiresAt: new Date(claims.exp * 1000) });
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
  return readmit(db, claims);
}

/** Whether the session still stands; asked again at every heartbeat, for what a missed change would have told. */
export async function readmit(db: Database, claims: { sub: string; sid: string }): Promise<Admitted | null> {
  const actor = await findActor(db, claims);
  if (!actor) return null;
  const session = await sessions(db).findOne({ _id: claims.sid, accountId: new ObjectId(claims.sub) });
  return session && { actor, sessionExpiresAt: session.expiresAt };
}
