import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from './db/client';
import { env } from './env';
import { AppError } from './errors';
import { inTurn } from './in-turn';

/** `points` tries in `seconds`, counted in the database so that several processes share them. */
export interface RateRule {
  name: string;
  points: number;
  seconds: number;
}

const limiters = new WeakMap<Database, Map<string, RateLimiterMongo>>();

function limiterOf(db: Database, rule: RateRule): RateLimiterMongo {
  const known = limiters.get(db) ?? new Map<string, RateLimiterMongo>();
  limiters.set(db, known);
  let limiter = known.get(rule.name);
  if (!limiter) {
    const points = Math.max(1, Math.round(rule.points * env().RATE_LIMIT_FACTOR));
    limiter = new RateLimiterMongo({
      storeClient: db.client,
      dbName: db.db.databaseName,
      tableName: 'rateLimits',
      keyPrefix: rule.name,
      points,
      duration: rule.seconds,
      // Whoever has gone beyond is refused from memory until the time is over: a flood does not reach the database.
      inMemoryBlockOnConsumed: points + 1,
    });
    known.set(rule.name, limiter);
  }
  return limiter;
}

/**
 * Takes one point of `key`. In this process those who come for one key are counted one after the other: two hundred at once do not
 * meet on one document, and all but the first few are told no from memory.
 * @throws AppError rate_limited with the seconds to wait.
 */
export async function consume(db: Database, rule: RateRule, key: string): Promise<void> {
  try {
    await inTurn(`limit ${db.db.databaseName} ${rule.name} ${key}`, () => limiterOf(db, rule).consume(key));
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new AppError('rate_limited', { retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
  }
}

/** Gives a point back: an honest try does not count against the next. */
export async function refund(db: Database, rule: RateRule, key: string): Promise<void> {
  const limiter = limiterOf(db, rule);
  await limiter.reward(key);
  // What memory says is no longer sure; the database is asked again.
  limiter.deleteInMemoryBlockedAll();
}

/** Forgets what was counted for `key`. */
export async function forgive(db: Database, rule: RateRule, key: string): Promise<void> {
  await limiterOf(db, rule).delete(key);
}
