import { RateLimiterMongo } from 'rate-limiter-flexible';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { POST as askReset } from '@/app/api/password-resets/route';
import { LIMITS } from '@/lib/limits';
import { consume, forgive, refund } from '@/lib/rate-limit';
import { call, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));
afterEach(() => vi.restoreAllMocks());

/** Watches what reaches the counters: how often, and how many of one key at the same moment. */
function watchCounters() {
  const flying = new Map<string, number>();
  const seen = { times: 0, mostAtOnce: 0 };
  const { prototype } = RateLimiterMongo as unknown as {
    prototype: { _upsert: (key: string, ...rest: unknown[]) => Promise<unknown> };
  };
  const real = prototype._upsert;
  vi.spyOn(prototype, '_upsert').mockImplementation(async function (this: unknown, key, ...rest) {
    seen.times += 1;
    const now = (flying.get(key) ?? 0) + 1;
    flying.set(key, now);
    seen.mostAtOnce = Math.max(seen.mostAtOnce, now);
    try {
      return await real.call(this, key, ...rest);
    } finally {
      flying.set(key, (flying.get(key) ?? 1) - 1);
    }
  });
  return seen;
}

it.each([
  [
    'of one address for many accounts',
    (n: number) => `flot-${n}@exemple.fr`,
    () => '203.0.113.200',
    LIMITS.resetAddress.points,
  ],
  [
    'of many addresses for one account',
    () => 'cible-du-flot@exemple.fr',
    (n: number) => `2001:db8::${n}`,
    LIMITS.resetAccount.points,
  ],
])('two hundred resets at once %s do not queue on one counter', async (_name, email, address, through) => {
  const counters = watchCounters();
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      call(askReset, { body: { email: email(n) }, headers: { 'x-forwarded-for': address(n) } }),
    ),
  );
  const by = (status: number) => answers.filter((one) => one.status === status);
  expect([by(202).length, by(429).length]).toEqual([through, 200 - through]);
  for (const { headers } of by(429)) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(counters.mostAtOnce).toBe(1);
  // The one key that is flooded is written once more than it lets through; the others once each.
  const others = answers.length - by(429).length;
  expect(counters.times).toBeLessThanOrEqual(Math.max(200, others) + through + 1);
});

it('a flood of one key reaches the database no oftener than it is let through, and once more', async () => {
  const counters = watchCounters();
  const rule = { name: 'test:flood', points: 7, seconds: 60 };
  const tries = await Promise.allSettled(Array.from({ length: 200 }, () => consume(db(), rule, 'one')));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
  expect(counters).toEqual({ times: 8, mostAtOnce: 1 });
});

it('a point that is given back, or a count that is forgotten, opens what memory had closed', async () => {
  const rule = { name: 'test:back', points: 2, seconds: 60 };
  const ask = () =>
    consume(db(), rule, 'one').then(
      () => true,
      () => false,
    );
  expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
  await refund(db(), rule, 'one');
  await refund(db(), rule, 'one');
  expect(await ask()).toBe(true);
  expect(await ask()).toBe(false);
  await forgive(db(), rule, 'one');
  expect(await ask()).toBe(true);
});
