import { ObjectId } from 'mongodb';
import { findAccountsOfClients } from '../clients/find-client';
import type { Database } from '../db/client';
import { conversations } from './documents';
import { readHeads } from './read-heads';

/** Whose conversation it is. */
export interface Parties {
  clientId: ObjectId;
  couturierId: ObjectId;
  /** The client's account, once they have one. */
  accountId?: ObjectId;
}

interface Head {
  /** The highest `seq`; 0 before the first message. */
  seq: number;
  /** Unknown where another process wrote since they were read; null where the conversation is not there. */
  parties?: Parties | null;
}

const KEPT = 10_000;

/**
 * What one process knows of the ends of conversations: the highest number, and whose they are. The two belong together.
 * Whatever hands a conversation over writes a line into it in the same transaction; so as long as nobody else has written
 * here, nobody has changed who may speak, and the unique index says whether somebody has.
 */
export class LogHeads {
  readonly #heads = new Map<string, Head>();

  seqOf(id: string): number | undefined {
    return this.#heads.get(id)?.seq;
  }

  partiesOf(id: string): Parties | null | undefined {
    return this.#heads.get(id)?.parties;
  }

  /** This process wrote up to here. */
  wrote(id: string, seq: number): void {
    this.#keep(id, { ...this.#heads.get(id), seq });
  }

  /** Another process wrote up to here. */
  heard(id: string, seq: number): void {
    if ((this.seqOf(id) ?? 0) < seq) this.#keep(id, { seq });
  }

  forget(id: string): void {
    this.#heads.delete(id);
  }

  /** Reads the ends of these conversations, the numbers before the people: who wrote in between is met at the index. */
  async read(db: Database, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const seqs = await readHeads(db, ids);
    const found = await conversations(db)
      .find({ _id: { $in: ids.map((id) => new ObjectId(id)) } }, { projection: { clientId: 1, couturierId: 1 } })
      .toArray();
    const byId = new Map(found.map((one) => [one._id.toHexString(), one]));
    const accounts = await findAccountsOfClients(
      db,
      found.map((one) => one.clientId),
    );
    for (const id of ids) {
      const one = byId.get(id);
      const parties = one && {
        clientId: one.clientId,
        couturierId: one.couturierId,
        accountId: accounts.get(one.clientId.toHexString()),
      };
      this.#keep(id, { seq: seqs.get(id) ?? 0, parties: parties ?? null });
    }
  }

  #keep(id: string, head: Head): void {
    this.#heads.delete(id);
    this.#heads.set(id, head);
    const [oldest = id] = this.#heads.keys();
    if (this.#heads.size > KEPT) this.#heads.delete(oldest);
  }
}
