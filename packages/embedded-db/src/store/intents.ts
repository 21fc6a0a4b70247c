import { MongoError } from '../errors';

/** Whoever may hold an intent: an open transaction, with the promise of its end. */
export interface IntentHolder {
  readonly finished: Promise<void>;
}

/** A plain write met something an open transaction has written: it waits for the end, then starts again. */
export class BlockedByTransaction extends Error {
  constructor(readonly until: Promise<void>) {
    super('Waiting for an open transaction.');
  }
}

/** 112: two writers changed the same thing; the driver runs the transaction again. */
export const writeConflict = (): MongoError =>
  new MongoError(
    112,
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    { errorLabels: ['TransientTransactionError'] },
  );

/**
 * What open transactions have written: documents and unique keys. A transaction that meets another's intent fails at
 * once, as in MongoDB (no waiting between transactions, hence no deadlock); a plain write waits.
 */
export class Intents {
  private readonly holders = new Map<string, IntentHolder>();

  /** Takes an intent for a transaction. @throws MongoError 112 when another one has it. */
  take(key: string, holder: IntentHolder): void {
    const current = this.holders.get(key);
    if (current === holder) return;
    if (current) throw writeConflict();
    this.holders.set(key, holder);
  }

  /** @throws BlockedByTransaction when a transaction has written there. */
  refuseIfTaken(key: string): void {
    const current = this.holders.get(key);
    if (current) throw new BlockedByTransaction(current.finished);
  }

  release(keys: Iterable<string>): void {
    for (const key of keys) this.holders.delete(key);
  }

  get isEmpty(): boolean {
    return this.holders.size === 0;
  }
}

export const documentIntent = (collectionId: number, recordId: number): string => `d${collectionId}:${recordId}`;
export const keyIntent = (indexId: number, key: Buffer): string => `k${indexId}:${key.toString('latin1')}`;
