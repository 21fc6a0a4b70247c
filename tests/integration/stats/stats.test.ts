import fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/stats/route';
import { DAY_MS, addDays } from '@/lib/calendar';
import { atelierMoment } from '@/lib/i18n/atelier-time';
import { dayKey, daysBetween } from '@/lib/i18n/format';
import { getHouse } from '@/lib/house/get-house';
import { type OrderDocument, orderEvents, type OrderEventDocument, orders, type Payment } from '@/lib/orders/documents';
import { PATH, type Stage, STAGES, stageIndex } from '@/lib/house/stages';
import { getStats } from '@/lib/stats/get-stats';
import { addMonths, lastDay, monthOf, periodOf } from '@/lib/stats/rules';
import type { StatsDto } from '@/lib/stats/schemas';
import { call, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur, walk } from '../orders/setup';

const db = setUpDatabase();
/** The hour of the tests; nothing below reads the clock. */
const NOW = new Date('2026-11-23T14:00:00Z');
const START = Date.parse('2025-03-01T08:00:00Z');

const people = [0, 1, 2].map(() => new ObjectId());
const shown = [0, 1, 2, 3].map(() => new ObjectId());
let raw: OrderDocument[] = [];
let told: OrderEventDocument[] = [];

/** A small generator with a seed of its own: the same house at every run. */
function dice(seed: number) {
  let state = seed;
  return (top: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * top);
  };
}

function makeHouse(): { written: OrderDocument[]; events: OrderEventDocument[] } {
  const roll = dice(41);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
  const signed = { id: people[0] ?? new ObjectId(), name: 'Inès' };
  const events: OrderEventDocument[] = [];
  const written = Array.from({ length: 160 }, (_, index): OrderDocument => {
    const _id = new ObjectId();
    const createdAt = new Date(START + roll(620) * DAY_MS + roll(1440) * 60_000);
    const currency = index % 23 === 0 ? 'XOF' : 'EUR';
    let at = createdAt;
    let stage: Stage = 'requested';
    const tell = (type: OrderEventDocument['type'], to?: string, from?: string) =>
      events.push({
        _id: new ObjectId(),
        orderId: _id,
        type,
        actorId: signed.id,
        actorName: signed.name,
        at,
        data: {},
        visibility: 'client',
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      });
    tell('created', 'requested');
    let agreedAt: Date | undefined;
    let deliveredAt: Date | undefined;
    for (const to of STAGES.slice(1, 1 + roll(STAGES.length))) {
      if (to === 'declined' || to === 'cancelled') break;
      at = new Date(at.getTime() + (1 + roll(9)) * DAY_MS + roll(600) * 60_000);
      if (at > NOW) break;
      tell(to === 'quoted' ? 'quoteSent' : to === 'confirmed' ? 'quoteAccepted' : 'stageMoved', to, stage);
      if (to === 'confirmed') agreedAt = at;
      if (to === 'delivered') deliveredAt = at;
      stage = to;
      // What names no stage moves nothing.
      tell('transferred', signed.id.toHexString());
      tell('quoteSent');
    }
    const payments = Array.from({ length: agreedAt ? roll(4) : 0 }, (__, n): Payment => {
      const paidAt = new Date(
        Math.min(NOW.getTime(), (agreedAt ?? at).getTime() + roll(80) * DAY_MS + roll(1440) * 60_000),
      );
      return {
        n: n + 1,
        kind: n === 3 ? 'refund' : n === 0 ? 'deposit' : 'balance',
        amount: { amount: 1_000 + roll(200_000), currency },
        method: 'card',
        paidAt,
        recordedBy: signed,
        recordedAt: paidAt,
        receipt: `R-2026-${index}${n}`,
        ...(roll(7) === 0 ? { reversed: { at: paidAt, by: signed, receipt: `R-2026-${index}${n}0` } } : {}),
      };
    });
    return {
      _id,
      number: `R-${index}`,
      title: `Pièce ${index}`,
      garment: pick(['dress', 'coat']),
      description: '',
      options: {},
      stage,
      stageSince: at,
      clientId: new ObjectId(),
      couturierId: pick(people),
      ...(index % 5 === 0 ? {} : { modelId: pick(shown) }),
      ...(agreedAt && index % 9 !== 0 ? { promisedDate: new Date(agreedAt.getTime() + (20 + roll(60)) * DAY_MS) } : {}),
      ...(deliveredAt ? { deliveredAt } : {}),
      revision: 1,
      quotes: agreedAt
        ? [
            {
              n: 1,
              status: 'accepted',
              lines: [
                {
                  label: 'Façon',
                  quantity: 1.5,
                  unit: 'piece',
                  unitPrice: { amount: 100_001 + roll(300_000), currency },
                },
              ],
              depositPercent: 40,
              validUntil: agreedAt,
              createdAt,
              createdBy: signed,
              answeredAt: agreedAt,
            },
          ]
        : [],
      payments,
      invoices: [],
      changeRequests: [],
      cuttingApprovals: [],
      referenceFileIds: [],
      search: [],
      searchText: '',
      version: 1,
      createdAt,
      updatedAt: at,
    };
  });
  return { written, events };
}

beforeAll(async () => {
  serveFrom(db());
  await getHouse(db());
  ({ written: raw, events: told } = makeHouse());
  await orders(db()).insertMany(raw);
  await orderEvents(db()).insertMany(told);
});

const known = new Map<number, string>();
/** The day of a moment, asked of the calendar once: thousands of comparisons follow. */
const dayOf = (moment: Date): string => {
  const day = known.get(moment.getTime()) ?? dayKey(moment);
  known.set(moment.getTime(), day);
  return day;
};
const within = (moment: Date | undefined, { from, to }: { from: string; to: string }): boolean =>
  moment !== undefined && dayOf(moment) >= from && dayOf(moment) <= to;
/** What counts of these days, read from the documents one by one. */
const paid = (days: { from: string; to: string }, currency = 'EUR') =>
  raw.flatMap((order) =>
    order.payments
      .filter((one) => one.reversed === undefined && within(one.paidAt, days) && one.amount.currency === currency)
      .map((one) => ({ order, amount: one.kind === 'refund' ? -one.amount.amount : one.amount.amount })),
  );
const sum = (lines: readonly { amount: number }[]) => lines.reduce((all, { amount }) => all + amount, 0);
const middle = (values: number[]): number | undefined => {
  const sorted = values.sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return Math.round(((low ?? 0) + (high ?? 0)) / 2);
};

/** Where every order stood at a moment, by walking its timeline. */
function stagesAt(at: Date): Map<string, number> {
  const counts = new Map<string, number>();
  for (const order of raw) {
    const last = told
      .filter(
        (one) => one.orderId.equals(order._id) && one.at <= at && (STAGES as readonly string[]).includes(one.to ?? ''),
      )
      .at(-1);
    if (last?.to) counts.set(last.to, (counts.get(last.to) ?? 0) + 1);
  }
  return counts;
}

function expectTrue(stats: StatsDto, days: { from: string; to: string }): void {
  expect(stats.revenue.total).toEqual(eur(sum(paid(days))));
  expect(stats.revenue.compared.amount.amount).toBe(sum(paid(stats.revenue.compared)));
  expect(stats.revenue.latest.amount.amount).toBe(sum(paid(stats.revenue.latest)));
  expect(stats.revenue.latest.compared.amount.amount).toBe(sum(paid(stats.revenue.latest.compared)));
  for (const bucket of stats.revenue.buckets) {
    expect(bucket.amount.amount).toBe(sum(paid(bucket)));
    expect(bucket.orders).toBe(new Set(paid(bucket).map(({ order }) => order._id)).size);
  }
  const foreign = paid(days, 'XOF');
  expect(stats.revenue.others).toEqual(foreign.length > 0 ? [{ amount: sum(foreign), currency: 'XOF' }] : []);
  for (const expected of stats.revenue.expected)
    expect(expected.amount.amount).toBe(
      raw
        .filter(({ stage, promisedDate, payments: [first] }) => {
          const own = first?.amount.currency ?? 'EUR';
          return own === 'EUR' && stageIndex(stage) >= 0 && stage !== 'delivered' && within(promisedDate, expected);
        })
        .filter((order) => order.quotes[0]?.lines[0]?.unitPrice.currency === 'EUR')
        .reduce((all, { quotes: [quote], payments }) => {
          const total = Math.round(1.5 * (quote?.lines[0]?.unitPrice.amount ?? 0));
          const came = payments
            .filter((one) => !one.reversed)
            .reduce((had, one) => had + (one.kind === 'refund' ? -1 : 1) * one.amount.amount, 0);
          return all + Math.max(0, total - came);
        }, 0),
    );

  const counts = stagesAt(new Date(stats.stages.at));
  for (const { stage, count } of stats.stages.lines)
    if (stage === 'delivered')
      expect(count).toBe(raw.filter((one) => within(one.deliveredAt, stats.stages.delivered)).length);
    else expect([stage, count]).toEqual([stage, counts.get(stage) ?? 0]);
  expect(stats.stages.going).toBe(
    PATH.filter((stage) => stage !== 'delivered').reduce((all, stage) => all + (counts.get(stage) ?? 0), 0),
  );

  const handed = raw.filter(({ stage, deliveredAt }) => stage === 'delivered' && within(deliveredAt, days));
  const late = handed
    .filter((one) => one.promisedDate)
    .map((one) => daysBetween(one.promisedDate ?? NOW, one.deliveredAt ?? NOW));
  expect(stats.kept).toMatchObject({
    promised: late.length,
    onTime: late.filter((days_) => days_ <= 0).length,
    late: late.filter((days_) => days_ > 0).length,
    lateDays: late.filter((days_) => days_ > 0).reduce((all, one) => all + one, 0),
  });
  expect(stats.kept.couturiers.flatMap(({ pieces }) => pieces.map((one) => one.days)).sort()).toEqual(late.sort());
  const delays = (list: OrderDocument[]) =>
    middle(list.map((one) => daysBetween(one.quotes[0]?.answeredAt ?? NOW, one.deliveredAt ?? NOW)));
  expect(stats.delay.kept).toBe(delays(handed));
  expect(stats.delay.pieces).toBe(handed.length);

  expect(sum(stats.models.map(({ revenue }) => revenue))).toBe(stats.revenue.total.amount);
  for (const line of stats.models) {
    const own = paid(days).filter(({ order }) => order.modelId?.toHexString() === line.modelId);
    expect([line.revenue.amount, line.pieces]).toEqual([sum(own), new Set(own.map(({ order }) => order._id)).size]);
    expect(line.kept).toBe(delays(handed.filter(({ modelId }) => modelId?.toHexString() === line.modelId)));
  }
}

describe('the statistics', () => {
  it(
    'say of any period what its documents say',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.integer({ min: -40, max: 680 }),
          fc.integer({ min: 1, max: 500 }),
          async (offset, length) => {
            const from = addDays('2025-03-01', offset);
            const days = { from, to: addDays(from, length - 1) };
            expectTrue(await getStats(db(), days, NOW), days);
          },
        ),
        { numRuns: 25, seed: 7 },
      ),
    // Bounded by its runs: how long a busy machine takes says nothing about the statistics.
    300_000,
  );

  it('are of the twelve months up to this one when nothing is asked', async () => {
    const stats = await getStats(db(), {}, NOW);
    expect([stats.from, stats.to, stats.today]).toEqual(['2025-12-01', '2026-11-30', '2026-11-23']);
    expectTrue(stats, stats);
    expect(stats.revenue.buckets).toHaveLength(12);
    expect(stats.revenue.expected.map(({ from }) => from)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
    expect(stats.revenue.buckets.every(({ yearBefore }) => yearBefore !== undefined)).toBe(false);
    expect(stats.revenue.buckets.at(-1)?.yearBefore?.amount).toBe(sum(paid(periodOf('month', '2025-11'))));
    const usual = [1, 2, 3].map((months) =>
      stagesAt(new Date(atelierMoment(addDays(addMonths(stats.today, -months), 1)).getTime() - 1)),
    );
    for (const line of stats.stages.lines.filter(({ stage }) => stage !== 'delivered'))
      expect(line.usual).toBe(
        Math.round((usual.reduce((all, counts) => all + (counts.get(line.stage) ?? 0), 0) / 3) * 10) / 10,
      );
  });

  it('of a past period know where the orders stood at its end, and expect nothing', async () => {
    const days = { from: '2026-04-01', to: '2026-06-30' };
    const stats = await getStats(db(), days, NOW);
    expectTrue(stats, days);
    expect(stats.stages.at).toBe('2026-06-30T21:59:59.999Z');
    expect(stats.revenue.expected).toEqual([]);
  });

  it('put a payment of the last minute of a Parisian day on that day', async () => {
    const paidAt = new Date('2026-07-31T22:30:00Z');
    const before = await getStats(db(), periodOf('month', '2026-07'), NOW);
    const [order] = raw;
    if (!order) throw new Error('the house has orders');
    const extra: Payment = {
      n: 9,
      kind: 'balance',
      amount: eur(12_345),
      method: 'cash',
      paidAt,
      recordedBy: { id: order.couturierId, name: '' },
      recordedAt: paidAt,
      receipt: 'R-2026-9999',
    };
    await orders(db()).updateOne({ _id: order._id }, { $push: { payments: extra } });
    order.payments.push(extra);
    const [july, august] = [periodOf('month', '2026-07'), periodOf('month', '2026-08')];
    expect((await getStats(db(), july, NOW)).revenue.total).toEqual(before.revenue.total);
    const stats = await getStats(db(), august, NOW);
    expectTrue(stats, august);
    expect(stats.revenue.buckets[0]?.from).toBe('2026-08-01');
  });

  it('are empty where nothing happened', async () => {
    const stats = await getStats(db(), { from: '2019-01-01', to: '2019-12-31' }, NOW);
    expect(stats).toMatchObject({
      verdict: 'empty',
      models: [],
      kept: { promised: 0, couturiers: [] },
      delay: { pieces: 0 },
    });
    expect(stats.stages.going).toBe(0);
  });
});

describe('the door', () => {
  it('is the staff’s', async () => {
    const seen = async (role?: 'client' | 'couturier' | 'owner', disabled = false) =>
      (await call(GET, { who: role && (await person(db(), role, undefined, { disabled })) })).status;
    expect(await seen()).toBe(401);
    expect(await seen('client')).toBe(403);
    expect(await seen('couturier', true)).toBe(401);
    expect(await seen('couturier')).toBe(200);
    expect(await seen('owner')).toBe(200);
  });

  it('asks for a whole period of at most three years', async () => {
    const who = await person(db(), 'couturier');
    const wrong: Record<string, string>[] = [
      { from: '2026-01-01' },
      { from: '2026-02-01', to: '2026-01-01' },
      { from: '2020-01-01', to: '2026-01-01' },
      { from: '2026-02-30', to: '2026-03-01' },
      { month: '2026-01' },
    ];
    for (const query of wrong) {
      const answer = await call(GET, { who, query });
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });

  it('tells of what people did a moment ago, whoever of the house asks', async () => {
    const [client, couturier] = [await person(db(), 'client'), await person(db(), 'couturier')];
    const today = dayKey(new Date());
    const month = { from: `${monthOf(today)}-01`, to: lastDay(monthOf(today)) };
    const read = async () => (await call<StatsDto>(GET, { who: couturier, query: month })).body;
    const count = (stats: StatsDto, stage: string) =>
      stats.stages.lines.find((line) => line.stage === stage)?.count ?? 0;
    const before = await read();
    await walk(couturier, await confirmed(client, couturier), 'measuring');
    const after = await read();
    expect(count(after, 'measuring')).toBe(count(before, 'measuring') + 1);
    expect(after.stages.going).toBe(before.stages.going + 1);
  });
});
