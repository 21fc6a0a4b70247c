import { ObjectId } from 'mongodb';
import { staffNamesOf } from '../auth/staff-names';
import { addDays } from '../calendar';
import type { Database } from '../db/client';
import type { HouseDocument } from '../house/documents';
import { getHouse } from '../house/get-house';
import { atelierMoment } from '../i18n/atelier-time';
import { dayKey, daysBetween } from '../i18n/format';
import type { Money } from '../money';
import { orders } from '../orders/documents';
import { findModelPlates } from '../orders/plates';
import { GOING, PATH } from '../house/stages';
import { deliveriesOf, type Delivery } from './deliveries';
import { expectedIn } from './expected';
import { incomeByModel, incomeOf, incomeOfRetouches, receiptsOf } from './revenue';
import {
  addMonths,
  bucketsAfter,
  bucketsOf,
  comparedWith,
  type Days,
  judge,
  latestOf,
  median,
  monthBefore,
  monthOf,
  periodOf,
} from './rules';
import type { ModelLine, StageLine, StatsDto, StatsQuery } from './schemas';
import { stageCountsAt } from './stage-counts';

/** Steps looked ahead of a period that still runs. */
const AHEAD = 3;
/** Months whose mean is « d'habitude ». */
const HABIT = [1, 2, 3];

async function firstOrderDay(db: Database): Promise<string | undefined> {
  const first = await orders(db).findOne({}, { sort: { createdAt: 1, _id: 1 }, projection: { createdAt: 1 } });
  return first ? dayKey(first.createdAt) : undefined;
}

const kept = (delivery: Delivery): number => Math.max(0, daysBetween(delivery.agreedAt, delivery.deliveredAt));
const promised = (delivery: Delivery): number[] =>
  delivery.promisedDate ? [Math.max(0, daysBetween(delivery.agreedAt, delivery.promisedDate))] : [];
const delayOf = (deliveries: readonly Delivery[]) => ({
  kept: median(deliveries.map(kept)),
  promised: median(deliveries.flatMap(promised)),
});

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

async function keptOf(db: Database, deliveries: readonly Delivery[]): Promise<StatsDto['kept']> {
  const pieces = deliveries.flatMap((one) =>
    one.promisedDate
      ? [
          {
            couturierId: one.couturierId.toHexString(),
            piece: {
              orderId: one._id.toHexString(),
              number: one.number,
              title: one.title,
              promised: dayKey(one.promisedDate),
              delivered: dayKey(one.deliveredAt),
              days: daysBetween(one.promisedDate, one.deliveredAt),
            },
          },
        ]
      : [],
  );
  const late = pieces.filter(({ piece }) => piece.days > 0);
  const groups = [...groupBy(pieces, ({ couturierId }) => couturierId)];
  const names = await staffNamesOf(
    db,
    groups.map(([id]) => new ObjectId(id)),
  );
  return {
    promised: pieces.length,
    onTime: pieces.length - late.length,
    late: late.length,
    lateDays: late.reduce((sum, { piece }) => sum + piece.days, 0),
    couturiers: groups
      .map(([id, own]) => ({ id, name: names.get(id) ?? '', pieces: own.map(({ piece }) => piece) }))
      .sort((a, b) => b.pieces.length - a.pieces.length || a.name.localeCompare(b.name)),
  };
}

async function stagesOf(db: Database, days: Days, since: string | undefined, now: Date): Promise<StatsDto['stages']> {
  const today = dayKey(now);
  const at = today > days.to ? new Date(atelierMoment(addDays(days.to, 1)).getTime() - 1) : now;
  const end = dayKey(at);
  const delivered = latestOf(days, today);
  const habit = HABIT.map((months) => addMonths(end, -months)).filter((day) => since !== undefined && day >= since);
  const [[present, ...before], handedOver] = await Promise.all([
    stageCountsAt(db, [at, ...habit.map((day) => new Date(atelierMoment(addDays(day, 1)).getTime() - 1))]),
    orders(db).countDocuments({
      stage: 'delivered',
      kind: { $ne: 'retouche' },
      deliveredAt: { $gte: atelierMoment(delivered.from), $lt: atelierMoment(addDays(delivered.to, 1)) },
    }),
  ]);
  const lines = PATH.map((stage): StageLine => {
    if (stage === 'delivered') return { stage, count: handedOver };
    const past = before.reduce((sum, counts) => sum + (counts.get(stage) ?? 0), 0);
    return {
      stage,
      count: present?.get(stage) ?? 0,
      ...(habit.length === HABIT.length ? { usual: Math.round((past / habit.length) * 10) / 10 } : {}),
    };
  });
  const going = lines.reduce((sum, { stage, count }) => sum + (stage === 'delivered' ? 0 : count), 0);
  return { at: at.toISOString(), going, lines, delivered };
}

async function modelsOf(
  db: Database,
  rows: ReturnType<typeof incomeByModel>,
  currency: string,
  deliveries: readonly Delivery[],
): Promise<ModelLine[]> {
  const plates = await findModelPlates(
    db,
    rows.flatMap(({ modelId }) => modelId ?? []),
  );
  const made = groupBy(deliveries, ({ modelId }) => modelId?.toHexString() ?? '');
  return rows.map(({ modelId: id, amount, pieces }) => {
    const modelId = id?.toHexString();
    const plate = plates.get(modelId ?? '');
    return {
      ...(modelId ? { modelId } : {}),
      ...(plate ? { plate } : {}),
      pieces,
      revenue: { amount, currency },
      ...delayOf(made.get(modelId ?? '') ?? []),
    };
  });
}

async function revenueOf(
  db: Database,
  days: Days,
  { currency }: HouseDocument,
  since: string | undefined,
  today: string,
): Promise<{ revenue: StatsDto['revenue']; byModel: ReturnType<typeof incomeByModel>; ofRetouches: number }> {
  const steps = bucketsOf(days);
  // What has not begun yet is not nothing: it is told by what is expected of it.
  const buckets = steps.filter(({ from }) => from <= today);
  const coming = steps.slice(buckets.length);
  const yearEarlier = buckets.map(({ from, to }) => ({ from: addMonths(from, -12), to: addMonths(to, -12) }));
  // The 29th of February has no day a year earlier: each span begins where the one before ended.
  const before = yearEarlier.map(({ from, to }, index) => ({
    from: index === 0 ? from : addDays(yearEarlier[index - 1]?.to ?? from, 1),
    to,
  }));
  const compared = comparedWith(days, today);
  const latest = latestOf(days, today);
  const latestCompared = monthBefore(latest);
  const ahead =
    today <= days.to ? [...coming, ...bucketsAfter(days, AHEAD)].slice(0, Math.max(AHEAD, coming.length)) : [];
  const [receipts, expected] = await Promise.all([
    receiptsOf(db, [days, ...before, compared, latest, latestCompared]),
    expectedIn(db, ahead, currency),
  ]);
  const [now, past] = [incomeOf(receipts, buckets), incomeOf(receipts, before)];
  const money = (amount: number) => ({ amount, currency });
  const only = (span: Days) => money(incomeOf(receipts, [span]).get(currency)?.[0]?.amount ?? 0);
  const own = now.get(currency) ?? [];
  const earlier = past.get(currency) ?? [];
  const revenue = {
    total: money(own.reduce((sum, { amount }) => sum + amount, 0)),
    compared: { ...compared, amount: only(compared) },
    latest: { ...latest, amount: only(latest), compared: { ...latestCompared, amount: only(latestCompared) } },
    buckets: buckets.map((bucket, index) => {
      const span = before[index];
      return {
        ...bucket,
        amount: money(own[index]?.amount ?? 0),
        orders: own[index]?.orders ?? 0,
        ...(span && since !== undefined && span.to >= since ? { yearBefore: money(earlier[index]?.amount ?? 0) } : {}),
      };
    }),
    expected: ahead.map((span, index) => ({ ...span, amount: money(expected[index] ?? 0) })),
    others: [...now]
      .filter(([code]) => code !== currency)
      .map(([code, line]) => ({ amount: line.reduce((sum, { amount }) => sum + amount, 0), currency: code })),
  };
  return {
    revenue,
    byModel: incomeByModel(receipts, days, currency),
    ofRetouches: incomeOfRetouches(receipts, days, currency),
  };
}

function usualGarment(deliveries: readonly Delivery[], house: HouseDocument): StatsDto['delay']['garment'] {
  const [most] = [...groupBy(deliveries, ({ garment }) => garment)].sort(([, a], [, b]) => b.length - a.length);
  const middle = most && median(most[1].map(kept));
  if (!most || middle === undefined) return undefined;
  const label = house.vocabulary.garments.find(({ code }) => code === most[0])?.label;
  return { label: label ?? { fr: most[0], en: most[0] }, kept: middle, pieces: most[1].length };
}

/** Retouches apart: their days and prices are no piece's. */
const retouchesOf = (handedOver: readonly Delivery[], going: number, revenue: Money): StatsDto['retouches'] => ({
  going,
  delivered: handedOver.length,
  onTime: handedOver.filter((one) => one.promisedDate && daysBetween(one.promisedDate, one.deliveredAt) <= 0).length,
  promised: handedOver.filter((one) => one.promisedDate).length,
  days: median(handedOver.map(kept)),
  revenue,
});

/**
 * What a period brought and what it kept, on the atelier's calendar, added up by the database from payments, orders and
 * their timelines: nothing of it is stored. Every couturier reads the whole house, as with its orders.
 */
export async function getStats(db: Database, input: StatsQuery, now = new Date()): Promise<StatsDto> {
  const today = dayKey(now);
  const days: Days = input.from && input.to ? { from: input.from, to: input.to } : periodOf('year', monthOf(today));
  const [house, since] = await Promise.all([getHouse(db), firstOrderDay(db)]);
  const [{ revenue, byModel, ofRetouches }, stages, all, retouchesGoing] = await Promise.all([
    revenueOf(db, days, house, since, today),
    stagesOf(db, days, since, now),
    deliveriesOf(db, days),
    // Of those still going: none of them stood on the tables of a period that ended before it was opened.
    orders(db).countDocuments({
      stage: { $in: [...GOING] },
      kind: 'retouche',
      createdAt: { $lt: atelierMoment(addDays(days.to, 1)) },
    }),
  ]);
  const deliveries = all.filter(({ kind }) => kind !== 'retouche');
  const [promises, models] = await Promise.all([
    keptOf(db, deliveries),
    modelsOf(db, byModel, house.currency, deliveries),
  ]);
  return {
    ...days,
    today,
    ...(since ? { since } : {}),
    verdict: judge({
      kept: promises.onTime,
      promised: promises.promised,
      revenue: revenue.total.amount,
      before: revenue.compared.amount.amount,
    }),
    revenue,
    stages,
    kept: promises,
    delay: { ...delayOf(deliveries), pieces: deliveries.length, garment: usualGarment(deliveries, house) },
    models,
    retouches: retouchesOf(
      all.filter(({ kind }) => kind === 'retouche'),
      retouchesGoing,
      { amount: ofRetouches, currency: house.currency },
    ),
  };
}
