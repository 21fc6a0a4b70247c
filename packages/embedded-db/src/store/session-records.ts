import { Long } from 'bson';
import { decode, encode } from '../bson/codec';
import { toNumber } from '../bson/number';
import type { Document, Numeric } from '../bson/value';
import type { Environment } from './environment';

/** What a session last did under a transaction number: answered again when the driver repeats the command. */
export interface SessionRecord {
  transactionNumber: number;
  /** The reply of a retryable write; undefined for a committed transaction. */
  reply?: Document;
}

/** Durable memory of retryable writes and committed transactions, one record a session, written in the same commit. */
export class SessionRecords {
  /** What the sessions in use have stored; undefined for nothing. */
  private readonly known = new Map<string, SessionRecord | undefined>();

  constructor(private readonly environment: Environment) {}

  find(sessionId: string): SessionRecord | undefined {
    if (!this.known.has(sessionId)) this.known.set(sessionId, this.read(sessionId));
    return this.known.get(sessionId);
  }

  /** Goes back to what is stored, after a commit that failed. */
  restore(): void {
    this.known.clear();
  }

  private read(sessionId: string): SessionRecord | undefined {
    const snapshot = this.environment.snapshot();
    try {
      const stored = this.environment.sessions.get(Buffer.from(sessionId, 'hex'), snapshot);
      if (!stored) return undefined;
      const record = decode(stored);
      return {
        transactionNumber: toNumber(record.transactionNumber as Numeric),
        reply: record.reply as Document | undefined,
      };
    } finally {
      snapshot.release();
    }
  }

  /** Inside a write job. */
  store(sessionId: string, record: SessionRecord): void {
    const stored = {
      transactionNumber: Long.fromNumber(record.transactionNumber),
      reply: record.reply,
      usedAt: new Date(),
    };
    this.environment.sessions.putSync(Buffer.from(sessionId, 'hex'), encode(stored));
    this.known.set(sessionId, record);
  }

  /** Forgets sessions not used since `before`; the driver does not retry that late. */
  async expire(before: Date): Promise<void> {
    this.known.clear();
    if (this.unusedSince(before).length === 0) return;
    await this.environment.write(() => {
      for (const key of this.unusedSince(before)) this.environment.sessions.removeSync(key);
    });
  }

  private unusedSince(before: Date): Buffer[] {
    const unused: Buffer[] = [];
    for (const { key, value } of this.environment.sessions.getRange({})) {
      const { usedAt } = decode(value);
      if (usedAt instanceof Date && usedAt < before) unused.push(Buffer.from(key));
    }
    return unused;
  }
}
