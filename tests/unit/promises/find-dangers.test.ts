import fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HOUSE } from '@/lib/house/defaults';
import type { Stage } from '@/lib/house/stages';
import { commitmentsOf } from '@/lib/planner/commitments';
import { DEGREES } from '@/lib/planner/words';
import { type Danger, findDangers, laterDay, taskToGive } from '@/lib/promises/find-dangers';
import { judgeDay } from '@/lib/promises/judge';
import { pieceOfOrder } from '@/lib/promises/piece-of-order';
import { type HousePlan, toPlanned } from '@/lib/promises/read-plan';
import { hands, HOUSE, later, TODAY } from '../planner/plans';

const PEOPLE = ['000000000000000000000001', '000000000000000000000002', '000000000000000000000003'] as const;

interface Told {
  who: number;
  day: number;
  stage: Stage;
  hours: { many: number; who: number }[];
}

/** A house with these orders, each with a board of tasks, or without one. */
function houseOf(told: readonly Told[]): HousePlan {
  const house = { ...HOUSE, stageHours: DEFAULT_HOUSE.stageHours, garmentHours: DEFAULT_HOUSE.garmentHours };
  const promised = told.map(({ who, day, stage }, index) => ({
    _id: new ObjectId(index.toString(16).padStart(24, 'a')),
    couturierId: new ObjectId(PEOPLE[who]),
    clientId: new ObjectId(),
    number: `FF-${index}`,
    title: `Robe ${index}`,
    garment: 'dress',
    stage,
    promisedDate: new Date(`${later(day)}T12:00:00Z`),
    eventDate: undefined,
  }));
  const tasks = told.flatMap(({ hours }, index) =>
    hours.map(({ many, who }, at) => ({
      id: `${index}-${at}`,
      version: 1,
      title: `Couture ${at}`,
      orderId: promised[index]?._id.toHexString(),
      handsId: PEOPLE[who],
      minutes: many * 60,
    })),
  );
  const people = PEOPLE.map((id) => ({ ...hands(id), name: id }));
  return {
    today: TODAY,
    house,
    people,
    work: commitmentsOf(house, promised.map(toPlanned), tasks),
    booked: [],
    tasks,
    promised: new Map(promised.map((order) => [order._id.toHexString(), order])),
  };
}

const anyHouse = fc
  .array(
    fc.record({
      who: fc.nat({ max: 2 }),
      day: fc.integer({ min: -4, max: 30 }),
      stage: fc.constantFrom<Stage>('confirmed', 'cutting', 'finishing', 'ready'),
      hours: fc.array(fc.record({ many: fc.integer({ min: 1, max: 25 }), who: fc.nat({ max: 2 }) }), { maxLength: 4 }),
    }),
    { maxLength: 8 },
  )
  .map(houseOf);

const degreeOf = (plan: HousePlan, { orderId, day }: Danger): number => {
  const order = plan.promised.get(orderId);
  const piece = order && pieceOfOrder(plan, toPlanned(order));
  return piece ? DEGREES.indexOf(judgeDay(plan, piece, day).degree) : -1;
};

/** The plan with one task in other hands, all of it reckoned anew. */
function given(plan: HousePlan, taskId: string, handsId: string): HousePlan {
  const tasks = plan.tasks.map((task) => (task.id === taskId ? { ...task, handsId } : task));
  return { ...plan, tasks, work: commitmentsOf(plan.house, [...plan.promised.values()].map(toPlanned), tasks) };
}

describe('promises in danger', () => {
  it('are late, untenable or tight, in this order, and never a piece that is ready', async () => {
    await fc.assert(
      fc.asyncProperty(anyHouse, async (plan) => {
        const found = await findDangers(plan);
        const order = found.map(({ state, day }) => `${['late', 'untenable', 'tight'].indexOf(state)} ${day}`);
        expect(order).toEqual([...order].sort());
        for (const danger of found) {
          expect(plan.promised.get(danger.orderId)?.stage).not.toBe('ready');
          expect(danger.state === 'late').toBe(danger.day < plan.today);
          if (danger.state !== 'late') expect(degreeOf(plan, danger)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('are better, as promised, once the task that is offered has changed hands', async () => {
    await fc.assert(
      fc.asyncProperty(anyHouse, async (plan) => {
        for (const danger of await findDangers(plan)) {
          const task = taskToGive(plan, danger);
          if (!task) continue;
          const after = given(plan, task.taskId, task.handsId);
          if (danger.state === 'late') expect(laterDay(after, danger) ?? after.today).toBe(task.day);
          else {
            expect(degreeOf(after, danger)).toBe(DEGREES.indexOf(task.degree));
            expect(degreeOf(after, danger)).toBeLessThan(degreeOf(plan, danger));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('that no hands save have a later day that holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyHouse, async (plan) => {
        for (const danger of await findDangers(plan)) {
          const day = laterDay(plan, danger);
          if (day === undefined) continue;
          expect(day > danger.day || danger.day < plan.today).toBe(true);
          expect(degreeOf(plan, { ...danger, day })).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
