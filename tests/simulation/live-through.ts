import { addDays, daysFrom } from '@/lib/calendar';
import { intervalsOn, hoursFor } from '@/lib/house/rules';
import { GOING, type PathStage, stageIndex } from '@/lib/house/stages';
import { dayOf, within } from '@/lib/planner/capacity';
import { commitmentsOf, type PlannedOrder } from '@/lib/planner/commitments';
import { partsOf } from '@/lib/planner/hours-left';
import { clothAllowance, type Finished, paceOf } from '@/lib/planner/learn';
import type { Hands, Plan, Wish } from '@/lib/planner/plan';
import { earliestDay, verdict } from '@/lib/planner/verdict';
import type { Degree } from '@/lib/planner/words';
import { type Arrival, COUNTED, END, FIRST, HOUSE, PEOPLE, type World } from './world';

/** How the house finds the day it promises. */
export type Way = 'planner' | 'leadTime';

/** The stages an order goes through once it is confirmed. */
const WORKED = GOING.filter((stage) => stageIndex(stage) >= stageIndex('confirmed'));

interface Piece {
  id: string;
  handsId: string;
  arrival: Arrival;
  promised: number;
  /** What the planner said of the promised day when it was promised. */
  degree: Degree;
  /** Minutes that each stage really takes, and those that are worked. */
  takes: { stage: PathStage; minutes: number }[];
  worked: number;
  doneOn?: number;
}

export interface Promised {
  day: number;
  promised: number;
  doneOn: number | undefined;
  degree: Degree;
}

/** A piece hangs ready on the morning of its day, or it was not kept. */
export const isKept = ({ doneOn, promised }: Promised): boolean => doneOn !== undefined && doneOn < promised;

const needed = ({ takes }: Piece): number => takes.reduce((sum, { minutes }) => sum + minutes, 0);
const stageOf = ({ takes, worked }: Piece): PathStage => {
  let left = worked;
  return takes.find(({ minutes }) => (left -= minutes) < 0)?.stage ?? 'ready';
};
/** Minutes before the cloth is asked for. */
const paperWork = ({ takes }: Piece): number =>
  takes.filter(({ stage }) => stageIndex(stage) < stageIndex('cutting')).reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * A house lives through a world, day by day, and promises in one way or the other. Whatever the way, the same people sew the same
 * orders, whoever has least to do takes the next one, and what is due first is sewn first: only the days differ.
 * @returns what was promised in the counted days
 */
export function liveThrough(world: World, way: Way): Promised[] {
  const pieces: Piece[] = [];
  const finished: Finished[] = [];
  const countedFrom = daysFrom(FIRST, COUNTED.from);
  const isCounted = ({ arrival: { day } }: Piece): boolean => day >= countedFrom && day < countedFrom + COUNTED.days;
  const dateOf = (day: number): string => addDays(FIRST, day);

  const open = (): Piece[] => pieces.filter(({ doneOn }) => doneOn === undefined);
  const cloths = (now: number): number[] =>
    pieces
      .filter(({ arrival }) => arrival.day + arrival.clothIs <= now)
      .map(({ arrival }) => arrival.clothIs - arrival.clothSaid)
      .reverse();

  /** The hands as the house knows them today: who is ill, who has said that they will be away. */
  const handsOn = (now: number): Hands[] =>
    PEOPLE.map(({ id, weeklyHours, workingDays }) => ({
      id,
      weeklyHours,
      presence: {
        available: true,
        away: [...(world.leaves[id] ?? []), ...(world.sick[id] ?? [])].filter(({ known }) => known <= now),
        workingDays,
      },
      weeks: [],
    }));

  const plannedOrder = (piece: Piece, now: number, allowance: number): PlannedOrder => {
    const { arrival } = piece;
    const isThere = arrival.day + arrival.clothIs <= now;
    const hoped = Math.max(arrival.day + arrival.clothSaid + allowance, now + 1);
    return {
      id: piece.id,
      handsId: piece.handsId,
      garment: arrival.garment,
      stage: stageOf(piece),
      promisedDay: dateOf(piece.promised),
      clothFrom: isThere ? undefined : dateOf(hoped),
    };
  };

  const planOn = (now: number): { plan: Plan; pace: number; allowance: number } => {
    const pace = paceOf(finished);
    const allowance = clothAllowance(cloths(now));
    const orders = open().map((piece) => plannedOrder(piece, now, allowance));
    const plan: Plan = {
      today: dateOf(now),
      house: HOUSE,
      people: handsOn(now),
      work: commitmentsOf(HOUSE, orders, [], pace),
      booked: world.booked.filter(({ known, day }) => known <= now && day >= dateOf(now)),
    };
    return { plan, pace, allowance };
  };

  const openDay = (day: number): number => {
    let found = day;
    while (intervalsOn(HOUSE, dateOf(found)).length === 0) found += 1;
    return found;
  };

  function take(arrival: Arrival, number: number): void {
    const now = arrival.day;
    const { plan, pace, allowance } = planOn(now);
    const busy = (id: string): number =>
      plan.work
        .filter(({ handsId }) => handsId === id)
        .reduce((sum, one) => sum + one.parts.reduce((all, part) => all + part.minutes, 0), 0) /
      (PEOPLE.find((one) => one.id === id)?.weeklyHours ?? 1);
    const handsId = [...PEOPLE].sort((a, b) => busy(a.id) - busy(b.id))[0]?.id ?? 'a';
    const said = hoursFor(HOUSE, arrival.garment);
    const wish: Wish = {
      handsId,
      parts: partsOf(
        HOUSE,
        { garment: arrival.garment, stage: 'confirmed' },
        { pace, clothFrom: dateOf(now + arrival.clothSaid + allowance) },
      ),
    };
    const wished = arrival.wishDays === undefined ? undefined : openDay(now + arrival.wishDays);
    const promisedBy = {
      planner: () =>
        wished !== undefined && verdict(plan, wish, dateOf(wished)).degree === 'holds'
          ? wished
          : daysFrom(FIRST, earliestDay(plan, wish) ?? dateOf(now + 399)),
      leadTime: () => openDay(now + Math.max(arrival.leadDays, arrival.wishDays ?? 0)),
    };
    const promised = promisedBy[way]();
    pieces.push({
      id: `order-${number}`,
      handsId,
      arrival,
      promised,
      degree: verdict(plan, wish, dateOf(promised)).degree,
      takes: WORKED.map((stage) => ({ stage, minutes: said[stage] * 60 * arrival.factor })),
      worked: 0,
    });
  }

  function work(now: number): void {
    const today = dateOf(now);
    const isFeast = HOUSE.feasts.some((feast) => within(feast, today));
    for (const hands of handsOn(now)) {
      // The house foresees the share of a feast week; what is really worked, the day shows.
      const usual = dayOf(hands, isFeast ? { ...HOUSE, feasts: [] } : HOUSE)(today);
      const here = isFeast ? usual * (world.feastShare[now] ?? 0.5) : usual;
      const taken = world.booked
        .filter((one) => one.handsId === hands.id && one.day === today)
        .reduce((sum, { minutes }) => sum + minutes, 0);
      let left = Math.max(0, here - taken);
      const own = open()
        .filter((piece) => piece.handsId === hands.id)
        .sort((a, b) => a.promised - b.promised);
      for (const piece of own) {
        const { arrival } = piece;
        const until = arrival.day + arrival.clothIs <= now ? needed(piece) : paperWork(piece);
        const minutes = Math.max(0, Math.min(left, until - piece.worked));
        piece.worked += minutes;
        left -= minutes;
        if (piece.worked < needed(piece) - 0.001) continue;
        piece.doneOn = now;
        const said = hoursFor(HOUSE, arrival.garment);
        finished.unshift({
          estimated: WORKED.reduce((sum, stage) => sum + said[stage] * 60, 0),
          spent: needed(piece),
        });
      }
    }
  }

  let next = 0;
  for (let now = 0; now < END; now += 1) {
    for (; world.arrivals[next]?.day === now; next += 1) take(world.arrivals[next] as Arrival, next);
    work(now);
    if (now > countedFrom + COUNTED.days && pieces.filter(isCounted).every(({ doneOn }) => doneOn !== undefined)) break;
  }
  return pieces
    .filter(isCounted)
    .map(({ arrival: { day }, promised, doneOn, degree }) => ({ day, promised, doneOn, degree }));
}
