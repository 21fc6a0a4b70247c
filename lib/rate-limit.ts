import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from './db/client';
import { env } from './env';
import { AppError } from './errors';

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
    limiter = new RateLimiterMongo({
      storeClient: db.client,
      dbName: db.db.databaseName,
      tableName: 'rateLimits',
      keyPrefix: rule.name,
      points: Math.max(1, Math.round(rule.points * env().RATE_LIMIT_FACTOR)),
      duration: rule.seconds,
    });
    known.set(rule.name, limiter);
  }
  return limiter;
}

/**
 * Takes one point of `key`.
 * @throws AppError rate_limited with the seconds to wait.
 */
export async function consume(db: Database, rule: RateRule, key: string): Promise<void> {
  try {
    await limiterOf(db, rule).consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new AppError('rate_limited', { retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
  }
}

/** Gives a point back: an honest try does not count against the next. */
export async function refund(db: Database, rule: RateRule, key: string): Promise<void> {
  await limiterOf(db, rule).reward(key);
}

/** Forgets what was counted for `key`. */
export async function forgive(db: Database, rule: RateRule, key: string): Promise<void> {
  await limiterOf(db, rule).delete(key);
}
