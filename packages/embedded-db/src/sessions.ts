import { MongoError } from './errors';
import type { Database } from './store/database';
import type { UnitOfWork } from './store/unit-of-work';

/** MongoDB ends a transaction that is still open after this long (transactionLifetimeLimitSeconds). */
const TRANSACTION_LIFETIME_MS = 60_000;
/** How long a client whose connection broke in the middle of a transaction may take to go on with it by another one. */
const LEFT_ALONE_MS = 1_000;
/** What `hello` announces; a session not used for longer is forgotten. */
export const SESSION_TIMEOUT_MINUTES = 30;

/** The latest transaction of a session. */
export interface SessionTransaction {
  number: number;
  state: 'open' | 'committed' | 'aborted';
  unit: UnitOfWork | undefined;
  /** By which its last command came. */
  connection?: object;
}

/** A logical session of a client: at most one transaction or retryable write at a time. */
export class Session {
  transaction: SessionTransaction | undefined;
  lastUse = Date.now();
  private tail: Promise<unknown> = Promise.resolve();

  constructor(readonly id: string) {}

  /**
   * Runs numbered commands of a session one after the other: a repeated write that arrives on another connection while
   * the first is still under way must find its reply, not run beside it.
   */
  exclusively<T>(run: () => Promise<T>): Promise<T> {
    const result = this.tail.then(run, run);
    this.tail = result.catch(() => undefined);
    return result;
  }

  /** Ends the open transaction without its writes. */
  abort(): void {
    if (this.transaction?.state !== 'open') return;
    this.transaction.state = 'aborted';
    this.transaction.unit?.end();
  }
}

export const noSuchTransaction = (message: string): MongoError =>
  new MongoError(251, 'NoSuchTransaction', message, { errorLabels: ['TransientTransactionError'] });

/** The sessions in use, by their id in hexadecimal. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly database: Database) {}

  get(id: string): Session {
    let session = this.sessions.get(id);
    if (!session) this.sessions.set(id, (session = new Session(id)));
    session.lastUse = Date.now();
    return session;
  }

  /** Ends a session the client says it no longer needs. */
  end(id: string): void {
    this.sessions.get(id)?.abort();
    this.sessions.delete(id);
  }

  /** Forgets the sessions clients have left without saying so. */
  expire(): void {
    const before = Date.now() - SESSION_TIMEOUT_MINUTES * 60_000;
    for (const session of this.sessions.values()) if (session.lastUse < before) this.end(session.id);
  }

  /**
   * A connection closed. A transaction that nobody goes on with by another one is ended soon: its client died in the middle
   * of it, and until its end nobody else can write what it has written. MongoDB lets it stand for its whole lifetime.
   */
  left(connection: object): void {
    for (const session of this.sessions.values()) {
      const { transaction } = session;
      if (transaction?.state !== 'open' || transaction.connection !== connection) continue;
      setTimeout(() => {
        // After whatever command of it is still under way: a commit that has arrived is done.
        void session.exclusively(async () => {
          if (session.transaction === transaction && transaction.connection === connection) session.abort();
        });
      }, LEFT_ALONE_MS).unref();
    }
  }

  abortAll(): void {
    for (const session of this.sessions.values()) session.abort();
  }

  /** @throws MongoError 225 when the session has already gone on to a later number. */
  begin(session: Session, number: number): SessionTransaction {
    const { transaction } = session;
    if (transaction && number <= transaction.number) {
      if (number < transaction.number) throw tooOld(number, transaction.number);
      if (transaction.state !== 'aborted') {
        throw new MongoError(
          50911,
          'Location50911',
          `Cannot start a transaction at given transaction number ${number}`,
        );
      }
    }
    session.abort();
    const unit = this.database.beginTransaction();
    const begun: SessionTransaction = { number, state: 'open', unit };
    session.transaction = begun;
    const timer = setTimeout(() => {
      if (begun.state === 'open' && session.transaction === begun) session.abort();
    }, TRANSACTION_LIFETIME_MS).unref();
    void unit.finished.then(() => clearTimeout(timer));
    return begun;
  }

  /** The transaction a command continues. @throws MongoError 251 when it is not open (any more). */
  current(session: Session, number: number): SessionTransaction {
    const { transaction } = session;
    if (transaction && number < transaction.number) throw tooOld(number, transaction.number);
    if (transaction?.number === number) {
      if (transaction.state === 'open' && transaction.unit?.isOpen === false) transaction.state = 'aborted';
      return transaction;
    }
    const record = this.database.sessionRecords.find(session.id);
    if (record?.transactionNumber === number && !record.reply) return { number, state: 'committed', unit: undefined };
    throw noSuchTransaction(`Given transaction number ${number} does not match any in-progress transactions.`);
  }
}

const tooOld = (number: number, newer: number): MongoError =>
  new MongoError(
    225,
    'TransactionTooOld',
    `Cannot use transaction number ${number}: the session has already used transaction number ${newer}.`,
  );
