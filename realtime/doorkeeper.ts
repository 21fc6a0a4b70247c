import { MongoBulkWriteError } from 'mongodb';
import type { Actor } from '../lib/actor';
import { type Admitted, findActors, type Named } from '../lib/auth/find-actors';
import { type ConversationDocument, conversations } from '../lib/chat/documents';
import { scopeOf } from '../lib/chat/repository';
import { speaksIn } from '../lib/chat/rules';
import type { Database } from '../lib/db/client';
import { isDuplicateKey } from '../lib/db/duplicate-key';
import { type TicketClaims, verifyTicket } from '../lib/realtime-protocol/ticket';
import { Gather } from './gather';

/** What has to be known of a conversation to let its people in. */
export type Conversed = Pick<
  ConversationDocument,
  '_id' | 'clientId' | 'couturierId' | 'lastSeq' | 'lastFrom' | 'cursors'
>;
const SEEN = { clientId: 1, couturierId: 1, lastSeq: 1, lastFrom: 1, cursors: 1 };

interface UsedTicket {
  /** The ticket's jti. */
  _id: string;
  expiresAt: Date;
}

/** Decides who comes in, and which conversations are theirs; one look into the database for all who come at the same moment. */
export class Doorkeeper {
  readonly #spend: Gather<TicketClaims, boolean>;
  readonly #actors: Gather<Named, Admitted | null>;
  readonly #conversations: Gather<Actor, Conversed[]>;

  constructor(
    private readonly db: Database,
    private readonly secret: string,
  ) {
    this.#spend = new Gather((claims) => this.#spendAll(claims));
    this.#actors = new Gather(async (named) =>
      // Whoever lacks the second key that the owner asks for has nothing open yet, no line either.
      (await findActors(db, named)).map((one) => (one?.actor.lacksSecondKey ? null : one)),
    );
    this.#conversations = new Gather((actors) => this.#conversationsOfAll(actors), 50);
  }

  /**
   * Admits the holder of a ticket once: the signature, the minute, the session and the account must hold, and the number of
   * the ticket is spent in the database, so that neither another process nor a restart forgets it.
   * @returns null for everything that calls for a new ticket.
   */
  async admit(ticket: string): Promise<Admitted | null> {
    const claims = await verifyTicket(this.secret, ticket);
    if (!claims) return null;
    const [spent, admitted] = await Promise.all([this.#spend.ask(claims), this.readmit(claims)]);
    return spent ? admitted : null;
  }

  /** Whether the session still stands. */
  readmit(named: Named): Promise<Admitted | null> {
    return this.#actors.ask(named);
  }

  /** The conversations of a person; a client account without a file has none. */
  conversationsOf(actor: Actor): Promise<Conversed[]> {
    return actor.role === 'client' && !actor.clientId ? Promise.resolve([]) : this.#conversations.ask(actor);
  }

  async #spendAll(claims: TicketClaims[]): Promise<boolean[]> {
    const tickets = claims.map(({ jti, exp }) => ({ _id: jti, expiresAt: new Date(exp * 1000) }));
    try {
      await this.db.db.collection<UsedTicket>('realtimeTickets').insertMany(tickets, { ordered: false });
      return claims.map(() => true);
    } catch (error) {
      if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
      const refused = [error.writeErrors].flat();
      if (!refused.every(isDuplicateKey)) throw error;
      const spent = new Set(refused.map((one) => one.index));
      return claims.map((_, index) => !spent.has(index));
    }
  }

  async #conversationsOfAll(actors: Actor[]): Promise<Conversed[][]> {
    const found = await conversations(this.db)
      .find({ $or: actors.map(scopeOf) }, { projection: SEEN })
      .toArray();
    const byPerson = new Map<string, Conversed[]>();
    const put = (key: string, one: Conversed) => {
      const own = byPerson.get(key);
      if (own) own.push(one);
      else byPerson.set(key, [one]);
    };
    for (const one of found) {
      put(one.couturierId.toHexString(), one);
      put(one.clientId.toHexString(), one);
    }
    return actors.map((actor) =>
      (byPerson.get((actor.role === 'client' ? actor.clientId : actor.id)?.toHexString() ?? '') ?? []).filter((one) =>
        speaksIn(actor, one),
      ),
    );
  }
}
