import { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { AppError, notFound } from '../errors';
import { conversations, type MessageDocument, messages } from './documents';
import { again, type Draft, type Entry, type Numbered, readerOf, type Stored, stoppedAt } from './log-entries';
import { LogHeads } from './log-heads';
import { speaksIn } from './rules';

/** Who hears of what this process stored, in the order of each conversation. */
export type StoredListener = (messages: readonly MessageDocument[]) => void;

/** Batches on the way at once: while they are, whatever comes gathers for the next one. */
const BATCHES = 2;
const BATCH_SIZE = 500;
/** Other processes write to the same conversation rarely; this many collisions in a row mean something is wrong. */
const MAX_TRIES = 60;

/**
 * The messages of all conversations as one process writes them. The durable truth of a message is one document, written
 * once. Messages that wait at the same moment are written together, in order: the first that is refused stops the batch, and
 * whatever stood behind it is numbered again, so a refusal never leaves a hole.
 *
 * `seq` is the number after the head this process knows, and the unique index { conversationId, seq } is its judge: where
 * another process was quicker, the head and who may speak are read again (see `LogHeads`). A conversation that was removed
 * meanwhile, joined with another or erased, is found out after the writing and before anybody is told (see `closeLogs`).
 */
export class MessageLog {
  readonly #waiting = new Map<string, Entry[]>();
  readonly #busy = new Set<string>();
  readonly #heads = new LogHeads();
  readonly #onTheWay = new Map<string, Promise<Stored>>();
  readonly #listeners = new Set<StoredListener>();
  readonly #quiet = new Map<string, (() => void)[]>();
  #batches = 0;
  #scheduled = false;

  constructor(private readonly db: Database) {}

  /** Calls `listener` with every batch this process has stored; returns how to stop. */
  onStored(listener: StoredListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The highest `seq` this process knows of; undefined where it knows none. */
  head(conversationId: string): number | undefined {
    return this.#heads.seqOf(conversationId);
  }

  /** Another process wrote up to here. */
  heard(conversationId: string, seq: number): void {
    this.#heads.heard(conversationId, seq);
  }

  /** Resolves when no batch with messages of this conversation is on the way. */
  async quiet(conversationId: string): Promise<void> {
    if (!this.#busy.has(conversationId)) return;
    await new Promise<void>((resolve) => {
      this.#quiet.set(conversationId, [...(this.#quiet.get(conversationId) ?? []), resolve]);
    });
  }

  /**
   * Puts a message at the end of its conversation. Resolves when the majority has it journaled; the same
   * `clientMessageId` again gives the first one.
   * @throws AppError not_found where the actor may not speak, client_message_id_reused; the driver's errors, after which
   * nothing is known, and sending again finds out.
   */
  append(draft: Draft, actor: Entry['actor']): Promise<Stored> {
    const id = draft.conversationId.toHexString();
    const key = `${id}/${draft.senderId.toHexString()}/${draft.clientMessageId}`;
    const same = this.#onTheWay.get(key);
    if (same) return same.then(({ message }) => again(message, draft));
    const stored = new Promise<Stored>((resolve, reject) => {
      const queue = this.#waiting.get(id) ?? [];
      queue.push({ draft, actor, tries: 0, resolve, reject });
      this.#waiting.set(id, queue);
    }).finally(() => this.#onTheWay.delete(key));
    this.#onTheWay.set(key, stored);
    this.#schedule();
    return stored;
  }

  #schedule(): void {
    if (this.#scheduled || this.#batches >= BATCHES || this.#waiting.size === 0) return;
    this.#scheduled = true;
    // After the frames that arrived together were read.
    setImmediate(() => {
      this.#scheduled = false;
      const batch = this.#take();
      if (batch.size === 0) return;
      this.#batches += 1;
      void this.#write(batch).finally(() => {
        this.#batches -= 1;
        for (const id of batch.keys()) {
          this.#busy.delete(id);
          for (const wake of this.#quiet.get(id) ?? []) wake();
          this.#quiet.delete(id);
        }
        this.#schedule();
      });
    });
  }

  /** What waits in conversations of which nothing is on the way: two batches never have one conversation. */
  #take(): Map<string, Entry[]> {
    const batch = new Map<string, Entry[]>();
    let room = BATCH_SIZE;
    for (const [id, queue] of this.#waiting) {
      if (room === 0) break;
      if (this.#busy.has(id)) continue;
      const taken = queue.splice(0, room);
      room -= taken.length;
      if (queue.length === 0) this.#waiting.delete(id);
      this.#busy.add(id);
      batch.set(id, taken);
    }
    return batch;
  }

  async #write(batch: Map<string, Entry[]>): Promise<void> {
    let numbered: Numbered[] = [];
    try {
      numbered = await this.#number(batch);
      if (numbered.length === 0) return;
      await messages(this.db).insertMany(numbered.map((one) => one.message));
      this.#tell(await this.#standing(numbered));
    } catch (error) {
      const stopped = stoppedAt(error);
      if (stopped === undefined) {
        for (const id of batch.keys()) this.#heads.forget(id);
        for (const entry of [...batch.values()].flat()) entry.reject(error);
        return;
      }
      await this.#settle(numbered, stopped);
    }
  }

  /** Gives each message its number and its reader; refuses who may not speak, by what the database says now. */
  async #number(batch: Map<string, Entry[]>): Promise<Numbered[]> {
    const doubted = [...batch].filter(([id, entries]) => {
      const parties = this.#heads.partiesOf(id);
      return !parties || !entries.every(({ actor }) => speaksIn(actor, parties) && readerOf(actor, parties));
    });
    await this.#heads.read(
      this.db,
      doubted.map(([id]) => id),
    );
    const createdAt = new Date();
    return [...batch].flatMap(([id, entries]) => {
      const parties = this.#heads.partiesOf(id);
      let seq = this.#heads.seqOf(id) ?? 0;
      return entries.flatMap((entry) => {
        if (parties && speaksIn(entry.actor, parties)) {
          const recipientId = readerOf(entry.actor, parties);
          return [{ entry, message: { ...entry.draft, recipientId, seq: ++seq, createdAt } }];
        }
        entry.reject(notFound());
        return [];
      });
    });
  }

  /** Takes back what was written into a conversation that was removed at that moment. */
  async #standing(stored: Numbered[]): Promise<Numbered[]> {
    const ids = [...new Set(stored.map(({ message }) => message.conversationId.toHexString()))];
    const there = await this.#thereOf(ids);
    if (there.length === ids.length) return stored;
    const isThere = ({ message }: Numbered) => there.includes(message.conversationId.toHexString());
    const lost = stored.filter((one) => !isThere(one));
    await messages(this.db).deleteMany({ _id: { $in: lost.map(({ message }) => message._id) } });
    for (const { entry, message } of lost) {
      this.#heads.forget(message.conversationId.toHexString());
      entry.reject(notFound());
    }
    return stored.filter(isThere);
  }

  /** Those of these conversations that are there. Most batches have one, and a cursor costs half as much again as the look. */
  async #thereOf(ids: readonly string[]): Promise<string[]> {
    const all = ids.map((id) => new ObjectId(id));
    const [only] = all;
    const projection = { _id: 1 };
    if (only && all.length === 1)
      return (await conversations(this.db).findOne({ _id: only }, { projection })) ? [...ids] : [];
    const found = await conversations(this.db)
      .find({ _id: { $in: all } }, { projection })
      .toArray();
    return found.map(({ _id }) => _id.toHexString());
  }

  /** A batch that was stopped by a taken key: what stood before it is stored, the rest is tried again. */
  async #settle(numbered: Numbered[], stopped: number): Promise<void> {
    const before = numbered.slice(0, stopped);
    try {
      this.#tell(await this.#standing(before));
    } catch (error) {
      for (const { entry } of before) entry.reject(error);
    }
    await this.#again(numbered.slice(stopped).map((one) => one.entry));
  }

  #tell(stored: readonly Numbered[]): void {
    if (stored.length === 0) return;
    for (const { message } of stored) this.#heads.wrote(message.conversationId.toHexString(), message.seq);
    const list = stored.map((one) => one.message);
    for (const listener of this.#listeners) listener(list);
    for (const { entry, message } of stored) entry.resolve({ message, duplicate: false });
  }

  /** The first was refused: it had been sent before, or its number was taken. Those behind it were not tried. */
  async #again([first, ...rest]: readonly Entry[]): Promise<void> {
    if (!first) return;
    const { conversationId, senderId, clientMessageId } = first.draft;
    this.#heads.forget(conversationId.toHexString());
    const behind = [...rest];
    try {
      const before = await messages(this.db).findOne({ conversationId, senderId, clientMessageId });
      if (before) first.resolve(again(before, first.draft));
      else if (++first.tries >= MAX_TRIES) first.reject(new AppError('unavailable'));
      else behind.unshift(first);
    } catch (error) {
      first.reject(error);
    }
    // In front of what came meanwhile: the order in which one person spoke stays.
    for (const entry of behind.reverse()) {
      const id = entry.draft.conversationId.toHexString();
      this.#waiting.set(id, [entry, ...(this.#waiting.get(id) ?? [])]);
    }
  }
}

const logs = new WeakMap<Database, MessageLog>();

/** The log of this process for a database. */
export function messageLog(db: Database): MessageLog {
  const known = logs.get(db) ?? new MessageLog(db);
  logs.set(db, known);
  return known;
}
